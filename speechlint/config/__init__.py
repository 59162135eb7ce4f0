"""What the user wants: configuration files, presets, and which rules follow from them."""
