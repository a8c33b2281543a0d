"""Every action that has a key, declared once where it is done; and the keys that this patient has instead."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from typing import Final

from textual.binding import Binding
from textual.keys import KEY_NAME_REPLACEMENTS, Keys, key_to_character
from textual.screen import Screen

import ryggkompis.tui
from ryggkompis.services.keys import OwnKeys
from ryggkompis.services.keys.file import read_keys
from ryggkompis.services.keys.own import Declared, own_keys
from ryggkompis.store.places import Places

_ANSWERING: Final = ("answer", "asking", "cover", "safety", "session", "typed")
"""The rooms, as ids begin, where a key answers the question that has the focus."""
_URGENT: Final = frozenset({"urgent", "app.urgent"})
_SIGNS: Final = frozenset(KEY_NAME_REPLACEMENTS.values())
_KEYS: Final = frozenset(key.value for key in Keys) | _SIGNS | {"space"}
_WITH: Final = frozenset({"ctrl", "shift", "alt", "super", "hyper", "meta"})


def declarations() -> Iterator[tuple[type, Binding]]:
    """Give every action that has an id, and whose it is; everything is imported for it."""
    for module in walk_packages(ryggkompis.tui.__path__, "ryggkompis.tui."):
        for owner in vars(import_module(module.name)).values():
            if isinstance(owner, type) and owner.__module__ == module.name:
                for one in owner.__dict__.get("BINDINGS", ()):
                    if isinstance(one, Binding) and one.id:
                        yield owner, one


def declared() -> tuple[Declared, ...]:
    """Give every action once, with the pages it works on."""
    found: dict[str, Declared] = {}
    pages = [owner for owner, _one in declarations() if issubclass(owner, Screen)]
    for owner, one in declarations():
        old = found.get(one.id or "")
        works_on = frozenset(page.__name__ for page in pages if issubclass(page, owner))
        is_of_one = issubclass(owner, Screen) and not (old and not old.owners)
        found[one.id or ""] = Declared(
            one.id or "",
            tuple(dict.fromkeys((*(old.keys if old else ()), *one.key.split(",")))),
            works_on | (old.owners if old else frozenset()) if is_of_one else frozenset(),
            is_answer=_is_answer(one),
            is_urgent=one.action in _URGENT,
        )
    return tuple(found.values())


def is_fixed(one: Binding) -> bool:
    """Tell whether nobody can change the key: it says whom to call, or a question names it."""
    return one.action in _URGENT or _is_answer(one)


def _is_answer(one: Binding) -> bool:
    return (one.id or "").split(".")[0] in _ANSWERING


def keys_of_patient(places: Places) -> OwnKeys:
    """Read which keys hold; without a file nothing is looked for."""
    file = read_keys(places)
    return OwnKeys() if file is None else own_keys(file, declared(), named, is_letter)


def named(key: str) -> str | None:
    """Name a key as it stands in a file: “?” is “question_mark”; None where it is none."""
    if len(key) == 1:
        return _name_of(key)
    *held, last = key.strip().lower().split("+")
    is_known = last in _KEYS or (len(last) == 1 and last.isalnum()) or key_to_character(last) is not None
    return "+".join((*held, last)) if last and is_known and _WITH.issuperset(held) else None


def _name_of(character: str) -> str | None:
    if character == ",":  # what stands between two keys in a binding
        return "comma"
    if character.isspace() or not character.isprintable():
        return None
    [binding] = Binding.make_bindings([Binding(character, "")])
    return binding.key


def is_letter(key: str) -> bool:
    """Tell whether a key is one character that can be written."""
    character = key_to_character(key)
    return key in _SIGNS or (character is not None and character.isprintable() and not character.isspace())
