"""What a model or a run is worth, as JSON, HTML and tables."""
