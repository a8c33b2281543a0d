"""The patient's own keys: ``keys.toml`` in the folder of the settings."""

from collections.abc import Mapping
from typing import Final

from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.domain.base.value import Value

OFF: Final = "off."
"""The beginning of a key that no keyboard has: that of an action which is switched off, and still clicked."""


class OwnKeys(Value):
    """The keys that hold, where they are not the program's own, and what of the file could not be done."""

    keymap: Mapping[str, str] = {}
    """The id of an action to its keys."""
    faults: tuple[ExpectedError, ...] = ()
