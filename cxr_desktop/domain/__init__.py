"""The nouns of the reading room and the rules between them; standard library only, no files, no pixels, no Qt."""
