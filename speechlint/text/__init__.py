"""What text is made of: spans, lines, character classes. Pure: nothing here opens a file or knows of a draft."""
