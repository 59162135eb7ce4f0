"""The watermark family."""
