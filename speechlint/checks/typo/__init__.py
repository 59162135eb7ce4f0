"""Wrong characters and confused words."""
