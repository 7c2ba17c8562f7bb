"""One module per form of result that leaves the program."""
