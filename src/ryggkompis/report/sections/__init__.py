"""The page's sections, in words: what the facts of a summary say, block by block."""
