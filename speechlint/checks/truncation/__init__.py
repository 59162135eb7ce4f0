"""The truncation family."""
