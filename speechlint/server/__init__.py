"""The language server: the linter for editors, over standard input and output."""
