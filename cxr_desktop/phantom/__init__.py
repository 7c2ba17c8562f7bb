"""Synthetic radiographs of our own, for the demo and the tests. Phantoms are not patients."""
