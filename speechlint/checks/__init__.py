"""Rules in Python: one file a rule."""
