"""The words that point to a site, by kind of residue; all in simplified characters.

A row is a weight, words parted by bars, and a pattern that must match where one of the words stands (it may look back);
without a pattern the word is enough.
"""
