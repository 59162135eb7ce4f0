"""Rules about the choice of words: formulations that are fixed, facts, names, and parts of sentences."""
