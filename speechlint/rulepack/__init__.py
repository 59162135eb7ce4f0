"""Rules as data: TOML files with their examples."""
