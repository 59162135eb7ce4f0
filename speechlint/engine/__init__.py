"""The road from a source to its report, and back again for fixes."""
