"""What was perhaps meant: the nearest of what there is, for a word that is none of it."""

import re
from collections.abc import Iterable
from typing import Final

_LONGEST: Final = 60
"""Characters of a word that is compared at all; comparing costs the square of it."""

_NUMBERS: Final = (
    ("null", "zero"), ("en", "ein", "ett", "one"), ("to", "two"), ("tre", "three"), ("fire", "four"),
    ("fem", "five"), ("seks", "six"), ("sju", "syv", "seven"), ("åtte", "eight"),
    ("ni", "nine"), ("ti", "ten"),
)  # fmt: skip
"""How the numbers of a scale are said, from 0."""
_PARTED: Final = r"(\d|10)[.,/]\d{1,2}"


def score_meant(said: str) -> int | None:
    """Give the score that ``said`` stands for in a word, or with a part of one: “tre”, “3,5”, “3/10”."""
    parted = re.fullmatch(_PARTED, said, re.ASCII)
    if parted is not None:
        return int(parted[1])
    return next((number for number, words in enumerate(_NUMBERS) if said.casefold() in words), None)


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
