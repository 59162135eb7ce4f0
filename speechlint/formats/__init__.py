"""Files: bytes into a Source and back, without the loss of a byte."""
