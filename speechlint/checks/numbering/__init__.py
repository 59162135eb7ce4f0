"""The numbering family."""
