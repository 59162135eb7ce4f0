"""Rules about white space: indents, blanks inside lines, blank lines."""
