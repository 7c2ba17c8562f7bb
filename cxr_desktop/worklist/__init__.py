"""The list of studies on disk: the database, and the walk that finds files."""
