"""Reports: from file reports to text, each format in a file of its own."""
