"""Pictures made of braille dots: cells of a character and a role, never a colour."""
