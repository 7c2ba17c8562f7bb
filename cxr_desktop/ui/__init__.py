"""Widgets; one module per thing a reader can point at."""
