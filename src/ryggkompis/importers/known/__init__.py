"""Files of programs that are known by their names and by how they begin."""
