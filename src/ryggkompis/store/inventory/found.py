"""One list of everything of ours on this machine, and of what is not ours and lies among it.

A name tells what a file is; what has none of our names is looked into only when somebody asks.
"""

# ruff: noqa: PTH112, PTH114, PTH117, PTH118, PTH119, PTH120, PTH123, PTH208 - this is done at every start
import os
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final, Literal, TypeAlias

from ryggkompis.domain.base.value import Value
from ryggkompis.store import atomic, backups, lock, month_files, months, readme
from ryggkompis.store.places import OWN_KEYS, SETTINGS, Places
from ryggkompis.store.remembered.names import REMEMBERED
from ryggkompis.store.seal import ENDING, HINT, RECIPIENT, is_sealed

What: TypeAlias = Literal[
    "month", "copy", "remembered", "settings", "key", "readme", "lock", "temp", "writing",
    "stray", "folder", "target", "away", "closed",
]  # fmt: skip
"""What something is. ``writing``: the note that says where outside a file is being written. ``stray``: a file
with none of our names. ``folder``: one that we have not made. ``target``: what a link of ours names outside.
``away``: taken from this disk by iCloud for now. ``closed``: a folder that cannot be looked into."""
OURS: Final[frozenset[What]] = frozenset(
    {"month", "copy", "remembered", "settings", "key", "readme", "lock", "temp", "writing", "away"}
)
"""What we have made, and so may remove."""
WRITING: Final = "writing"
"""The file in the state's folder beside which such a note lies, with a name of its own."""
_VERSIONS: Final = ".stversions"
"""Where Syncthing keeps what it has replaced; it lies beside what is synced."""
_BESIDE: Final[Mapping[str, What]] = {SETTINGS: "settings", OWN_KEYS: "settings", readme.NAME: "readme"}
"""What lies beside the journal's folder."""
_COPIES: Final = rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|{backups.FOLDED}|{backups.ASIDE}"
_HEAD: Final = rb'(?:\xef\xbb\xbf)?\s*\{\s*"format"\s*:\s*"ryggkompis/'
_DATED: Final = r"[0-9]{4}-[0-9]{2}"
_PATH_LIMIT: Final = 1 << 16


class Found(Value):
    """Something that lies in a folder of ours, or where one of our links or notes leads."""

    path: str
    what: What

    @property
    def name(self) -> str:
        """Its name in its folder."""
        return os.path.basename(self.path)

    @property
    def is_ours(self) -> bool:
        """Tell whether we have made it, by its name or else by what is in it."""
        return self.what in OURS or (self.what == "stray" and _holds_lines(self.path))

    @property
    def is_unfinished(self) -> bool:
        """Tell whether something of ours is as it was, though it should not be."""
        return self.what in OURS or self.what == "closed"


def inventory(places: Places) -> Iterator[Found]:
    """List everything: months and those beside, copies, keys, settings, what is being written, strays."""
    seen: set[str] = set()
    ours = folders(places)
    for found in _everything(places, ours):
        if found.path not in seen:
            seen.add(found.path)
            yield found
            if found.what in OURS and os.path.islink(found.path):
                yield from _behind(found.path, ours)


def folders(places: Places) -> tuple[str, ...]:
    """Give the folders that we make, the innermost first."""
    copies = (
        os.path.join(places.backups, name)
        for name in _names(places.backups) or ()
        if re.fullmatch(_COPIES, name)
    )
    inner = (folder for folder in copies if os.path.isdir(folder) and not os.path.islink(folder))
    return *inner, places.backups, places.journal, places.key, places.state


def _everything(places: Places, ours: tuple[str, ...]) -> Iterator[Found]:
    yield from _within(places.journal, ours, _in_journal)
    for folder in ours:
        if os.path.dirname(folder) == places.backups:
            yield from _within(folder, ours, _in_copies)
    yield from _in_data(places)
    yield from _within(places.backups, ours, _in_backups)
    yield from _within(places.state, ours, _in_state)
    yield from _within(places.key, ours, _in_key)


def _within(folder: str, ours: tuple[str, ...], what_of: Callable[[str], What]) -> Iterator[Found]:
    """List a folder of ours; those in it that are ours, too, are listed by themselves."""
    names = _names(folder)
    if names is None:
        yield Found(folder, "closed")
    for name in names or ():
        path = os.path.join(folder, name)
        if os.path.isdir(path):
            if path not in ours:
                yield Found(path, "folder")
        elif atomic.is_temp(name, WRITING):
            yield from written_outside(path)
            yield Found(path, "writing")
        else:
            yield Found(path, "temp" if atomic.is_temp(name) else what_of(name))


def _in_journal(name: str) -> What:
    if name == lock.NAME:
        return "lock"
    return "month" if month_files.is_month(name) else "away" if month_files.is_evicted(name) else "stray"


def _in_copies(name: str) -> What:
    # What was put aside keeps its name: an editor's copy, too.
    return "stray" if name.startswith(".") else "copy"


def _in_backups(name: str) -> What:
    return "settings" if name.startswith("settings.json.") else "stray"


def _in_state(name: str) -> What:
    return "remembered" if name in REMEMBERED else "stray"


def _in_key(name: str) -> What:
    return "key" if name in {HINT, RECIPIENT} or name.endswith(ENDING) else "stray"


def _in_data(places: Places) -> Iterator[Found]:
    """List what is ours in the folder of the data; it may be one that holds all sorts of things."""
    for name in _names(places.data) or ():
        path = os.path.join(places.data, name)
        if name in _BESIDE:
            yield Found(path, _BESIDE[name])
        elif any(atomic.is_temp(name, of) for of in _BESIDE):
            yield Found(path, "temp")
        elif name == _VERSIONS or any(_is_copied_from(name, of) for of in _BESIDE):
            yield Found(path, "folder" if os.path.isdir(path) else "stray")


def _is_copied_from(name: str, of: str) -> bool:
    """Tell whether an editor or a sync client calls a copy of the file ``of`` so."""
    stem, _dot, ending = of.rpartition(".")
    rest = name.removeprefix(stem)
    return of in name or (rest != name and rest.endswith(ending) and not rest[0].isalnum())


def _behind(link: str, ours: tuple[str, ...]) -> Iterator[Found]:
    """List what a link of ours leads to, and what is being written there."""
    target = os.path.realpath(link)
    folder = os.path.dirname(target)
    if folder not in map(os.path.realpath, ours):
        yield from _temps_of(target)
        if os.path.lexists(target):
            yield Found(target, "target")


def written_outside(note: str) -> Iterator[Found]:
    """List what was being written where ``note`` says, or is still."""
    try:
        with open(note, "rb") as file:
            target = file.read(_PATH_LIMIT).decode(errors="surrogateescape")
    except OSError:
        return
    if os.path.isabs(target):
        yield from _temps_of(target)


def _temps_of(target: str) -> Iterator[Found]:
    folder, of = os.path.split(target)
    for name in _names(folder) or ():
        if atomic.is_temp(name, of):
            yield Found(os.path.join(folder, name), "temp")


def _names(folder: str) -> list[str] | None:
    """Read the names in ``folder``, none where it was never made; None where they cannot be read."""
    try:
        return sorted(os.listdir(folder))
    except FileNotFoundError:
        return []
    except OSError:
        return None


def _holds_lines(path: str) -> bool:
    """Tell whether lines of a journal stand in a file, whatever an editor or a person called it."""
    try:
        data = month_files.read_whole(path)
    except OSError:
        return False
    if not data:
        return False
    if is_sealed(data):
        return re.search(_DATED, os.path.basename(path)) is not None
    return re.match(_HEAD, data) is not None or bool(months.decode_month(data, "").lines)
