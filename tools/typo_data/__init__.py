"""The parts of `tools/build_typo_data.py`."""
