"""What was perhaps meant: the nearest of what there is, for a word that is none of it."""

from collections.abc import Iterable
from typing import Final

_LONGEST: Final = 60
"""Characters of a word that is compared at all; comparing costs the square of it."""


def nearest(said: str, known: Iterable[str]) -> str | None:
    """Give what is closest to ``said``, however its letters are written; None where nothing is close."""
    if len(said) > _LONGEST:
        return None
    from difflib import get_close_matches

    folded = {_folded(one): one for one in known}
    near = get_close_matches(_folded(said), folded, 1)
    return folded[near[0]] if near else None


def _folded(word: str) -> str:
    """Write a word as on a keyboard without æ, ø and å."""
    return word.casefold().translate(_PLAIN)


_PLAIN: Final = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})
