"""The image with everything drawn on it: window/level, zoom, pan, heat map, measurements; reads no file."""
