"""What comes from outside, fed with bytes that nobody would write."""
