"""How programs call walking in the languages they speak."""

import re
from typing import Final

_WALKS: Final = (
    "walk", "hik", "gå", "gang", "tur", "promen", "vandr", "spas", "wander", "gehen", "wandel", "march",
    "randon", "camin", "sender", "cammin", "escurs", "paseo", "kävel", "vael", "chod", "chůze", "pěší",
    "turyst",
)  # fmt: skip
"""How the words begin: Walking, Indoor Walking, Hiking, Gåtur, Fottur, Gång, Marche, Wandern, Caminhada."""
_NOT_WALKS: Final = ("sykkel", "cykel", "ski", "kajakk", "turn", "gangb", "turbo", "treadclimber")
_WORDS: Final = re.compile(r"[^\W\d_]+")


def is_walk(name: str) -> bool:
    """Tell whether an activity of that name is a walk."""
    words = [word for word in _WORDS.findall(name.casefold()) if not word.startswith(_NOT_WALKS)]
    return any(word.startswith(_WALKS) or word.endswith(("tur", "wanderung")) for word in words)
