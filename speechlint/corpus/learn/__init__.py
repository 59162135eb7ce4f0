"""Watermark rules proposed from the lines that repeat across a corpus."""
