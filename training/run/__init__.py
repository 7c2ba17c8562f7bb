"""One training run: its loop, its checkpoints, its folder; knows no report."""
