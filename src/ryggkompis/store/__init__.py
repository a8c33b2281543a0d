"""The journal on the disk: one JSON file a month, settings, and entries as lines.

Each name is imported when it is first asked for: logging an entry must not pay for what it does not need.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ryggkompis.store.atomic import write_atomic
    from ryggkompis.store.codec import Decoded, decode, decode_all, encode
    from ryggkompis.store.errors import NotReadable, NotSaved, Refused, TextTooLong
    from ryggkompis.store.ids import new_id
    from ryggkompis.store.lines import Line, day_of, id_of, rev_of
    from ryggkompis.store.places import Places
    from ryggkompis.store.problems import Problem
    from ryggkompis.store.settings import Language, Settings, change_settings, read_settings
    from ryggkompis.store.store import Reading, Signature, Store

__all__ = [
    "Decoded",
    "Language",
    "Line",
    "NotReadable",
    "NotSaved",
    "Places",
    "Problem",
    "Reading",
    "Refused",
    "Settings",
    "Signature",
    "Store",
    "TextTooLong",
    "change_settings",
    "day_of",
    "decode",
    "decode_all",
    "encode",
    "id_of",
    "new_id",
    "read_settings",
    "rev_of",
    "write_atomic",
]

_HOMES = {
    "atomic": ("write_atomic",),
    "codec": ("Decoded", "decode", "decode_all", "encode"),
    "errors": ("NotReadable", "NotSaved", "Refused", "TextTooLong"),
    "ids": ("new_id",),
    "lines": ("Line", "day_of", "id_of", "rev_of"),
    "places": ("Places",),
    "problems": ("Problem",),
    "settings": ("Language", "Settings", "change_settings", "read_settings"),
    "store": ("Reading", "Signature", "Store"),
}


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{home}"), name)
    raise AttributeError(name)
