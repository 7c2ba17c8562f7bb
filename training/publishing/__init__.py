"""A run or a calibration becomes a model folder that the program serves."""
