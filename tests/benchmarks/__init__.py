"""Timings that anyone can repeat: scripts that print ratios of paired runs, never pass or fail on seconds."""
