"""How rules, rule packs, formats and reporters come in: ours and those of others through the same hooks."""
