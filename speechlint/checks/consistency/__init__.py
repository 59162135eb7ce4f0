"""The consistency family."""
