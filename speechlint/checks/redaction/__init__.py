"""The redaction family."""
