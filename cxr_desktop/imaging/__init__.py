"""A file becomes pixels, pixels become model input, a map becomes colours; numpy, pydicom and Pillow, no Qt, no torch."""
