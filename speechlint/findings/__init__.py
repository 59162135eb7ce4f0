"""What a rule says: diagnostics, fixes, and the rule itself."""
