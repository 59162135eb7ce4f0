"""A plugin that cannot be imported."""

raise RuntimeError("its data file is missing")
