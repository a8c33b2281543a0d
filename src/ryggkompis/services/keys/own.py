"""Which keys hold: the program's own, changed as ``keys.toml`` says wherever that can be done."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Final

from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.domain.base.text import shown
from ryggkompis.domain.base.value import Value
from ryggkompis.services.keys import OFF, OwnKeys
from ryggkompis.services.keys.file import LETTERS, KeysFile
from ryggkompis.store.places import OWN_KEYS as NAME

_MOVING: Final = frozenset({"up", "down", "left", "right", "home", "end", "pageup", "pagedown"})
_ANSWERING: Final = frozenset(
    {"tab", "shift+tab", "enter", "escape", "space", "backspace", "delete", "ctrl+c"}
)
_LONGEST: Final = 40
"""Characters of what cannot be used that are said."""


class UnknownAction(ExpectedError):
    """A line about nothing."""

    says = N_("{file}: nothing is called “{id}”. That line is left out.")


class UnknownActionNear(ExpectedError):
    """A line about nothing, with a slip in it."""

    says = N_("{file}: nothing is called “{id}”; is “{near}” meant? That line is left out.")


class NotAKey(ExpectedError):
    """What no keyboard has, or no key at all."""

    says = N_("{file}: “{key}” is no key. {id} keeps its own; give it a key, a list of keys, or false.")


class KeyTaken(ExpectedError):
    """Two actions of one page with one key."""

    says = N_("{file}: “{key}” is the key of {other}, too. {id} keeps its own.")


class KeyStays(ExpectedError):
    """A key that moves about, or answers, everywhere."""

    says = N_("{file}: “{key}” moves about or answers on every page. {id} keeps its own.")


class UrgentStays(ExpectedError):
    """The keys that say whom to call."""

    says = N_("{file}: ! and F2 say everywhere whom to call. They are for nothing else, and stay on: {id}.")


class AnswerStays(ExpectedError):
    """A key that the words of a question name."""

    says = N_("{file}: {id} answers a question, and keeps its key.")


class NotYesOrNo(ExpectedError):
    """All letters, switched neither on nor off."""

    says = N_("{file}: “letters” is true or false. All keys of one letter stay on.")


class Declared(Value):
    """An action, as the program declares it."""

    id: str
    keys: tuple[str, ...]
    owners: frozenset[str]
    """The pages it works on; none where it works on all."""
    is_answer: bool = False
    """It answers the question that has the focus: its letters stay when all others are switched off."""
    is_urgent: bool = False

    def meets(self, other: "Declared") -> bool:
        """Tell whether both can work at the same time."""
        return not self.owners or not other.owners or bool(self.owners & other.owners)


def own_keys(
    file: KeysFile,
    declared: Sequence[Declared],
    named: Callable[[str], str | None],
    is_letter: Callable[[str], bool],
) -> OwnKeys:
    """Change the keys as ``file`` says; ``named`` gives the name of a key, or None where it is none."""
    if file.fault:
        return OwnKeys(faults=(file.fault,))
    by_id = {one.id: one for one in declared}
    faults: list[ExpectedError] = [] if isinstance(file.letters, bool) else [NotYesOrNo(file=NAME)]
    keys = {one.id: one.keys for one in declared}
    if file.letters is False:
        keys |= {one.id: _without_letters(one, is_letter) for one in declared}
    wanted: dict[str, tuple[str, ...]] = {}
    for id_, value in file.keys.items():
        try:
            wanted[id_] = _wanted(by_id, id_, value, named)
        except ExpectedError as error:
            faults.append(error)
    # What goes back to its own key may stand in another's way.
    while taken := dict(_taken(by_id, keys | wanted, wanted)):
        faults += taken.values()
        wanted = {id_: given for id_, given in wanted.items() if id_ not in taken}
    changed = {id_: given for id_, given in (keys | wanted).items() if given != by_id[id_].keys}
    return OwnKeys({id_: ",".join(given) or OFF + id_ for id_, given in changed.items()}, tuple(faults))


def _without_letters(one: Declared, is_letter: Callable[[str], bool]) -> tuple[str, ...]:
    if one.is_answer or one.is_urgent:
        return one.keys
    return tuple(key for key in one.keys if not is_letter(key))


def _wanted(
    by_id: Mapping[str, Declared], id_: str, value: object, named: Callable[[str], str | None]
) -> tuple[str, ...]:
    """Give the keys that a line asks for, or say why it cannot have them."""
    action = _called(by_id, id_)
    urgent = {key for one in by_id.values() if one.is_urgent for key in one.keys}
    given = [_key(action, part, named) for part in _parts(value)]
    if action.is_urgent or urgent & set(given):
        raise UrgentStays(file=NAME, id=id_)
    if action.is_answer:
        raise AnswerStays(file=NAME, id=id_)
    return tuple(dict.fromkeys(given))


def _called(by_id: Mapping[str, Declared], id_: str) -> Declared:
    action = by_id.get(id_)
    if action is not None:
        return action
    near = get_close_matches(id_, [*by_id, LETTERS], 1)
    if near:
        raise UnknownActionNear(file=NAME, id=_seen(id_), near=near[0])
    raise UnknownAction(file=NAME, id=_seen(id_))


def _parts(value: object) -> Sequence[object]:
    """Give what stands in a line one by one; nothing where the action is switched off."""
    if value is False or value == "":
        return ()
    return value if isinstance(value, list) else (value,)


def _key(action: Declared, part: object, named: Callable[[str], str | None]) -> str:
    key = named(part) if isinstance(part, str) else None
    if key is None:
        raise NotAKey(file=NAME, key=_seen(part), id=action.id)
    if key in _MOVING | _ANSWERING and key not in action.keys:
        raise KeyStays(file=NAME, key=_seen(part), id=action.id)
    return key


def _seen(value: object) -> str:
    """Give what stands in the file as it can be shown."""
    return shown(str(value)[:_LONGEST])


def _taken(
    by_id: Mapping[str, Declared], keys: Mapping[str, tuple[str, ...]], wanted: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, ExpectedError]]:
    """Give each changed action that has a key of another's, where its own does not say so already."""
    for id_, given in wanted.items():
        for other, theirs in keys.items():
            both = set(given) & set(theirs) - set(by_id[id_].keys)
            if other != id_ and both and by_id[id_].meets(by_id[other]):
                yield id_, KeyTaken(file=NAME, key=min(both), other=other, id=id_)
                break
