"""A file becomes pixels, pixels model input, a map colours; numpy, pydicom and Pillow, no Qt, no torch."""
