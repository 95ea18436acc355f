"""The tour: the real windows, driven as a person drives them, from the first run to three sealed agreements."""
