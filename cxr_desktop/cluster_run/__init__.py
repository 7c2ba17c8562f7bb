"""Scoring past one machine: the same engine in actors of a Ray cluster, one row per file, resumable; knows no Qt."""
