"""Numbers, dates, and what is counted and measured."""
