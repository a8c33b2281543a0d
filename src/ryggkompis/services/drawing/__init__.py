"""The pain drawing: kept with the questions it leads to, read from lines, and followed through the weeks."""
