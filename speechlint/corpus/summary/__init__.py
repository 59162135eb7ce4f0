"""What a corpus suffers from, on one page."""
