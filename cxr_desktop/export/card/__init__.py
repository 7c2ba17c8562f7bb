"""A model card as headings, words and tables, for the window, the terminal and a file; computes no number."""
