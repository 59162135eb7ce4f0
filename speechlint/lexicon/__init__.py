"""Words: many literals found in one pass, and the tables that turn one script's words into the other's."""
