"""The settings of this machine: read kindly, changed one by one, never at the cost of what is in the file."""

# ruff: noqa: PTH118, PTH119 - pathlib costs more than a whole save
import json
import os
from collections.abc import Callable, Mapping
from datetime import time
from typing import Final, Literal, TypeAlias, cast

from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.base.weekdays import WEEKDAYS, Weekday
from ryggkompis.domain.journal.problems import Problem, What
from ryggkompis.store import atomic
from ryggkompis.store.errors import not_saved
from ryggkompis.store.places import Places

# The same two as the catalogue's, said again: who saves a line must not pay for the whole catalogue.
Language: TypeAlias = Literal["nb", "en"]
_LIMIT: Final = 1 << 18
_THEME_LIMIT: Final = 100
_DAY_STARTS_LATEST: Final = time(11, 59)
# The same bounds as those of the plan's own interval (`domain.base.thresholds`).
_SHORTEST_SIT: Final = 10
_LONGEST_SIT: Final = 60
_LONGEST_OPEN: Final = 120
STARTS: Final = (0, 10, 20, 30)
"""What ``start_wait`` can be."""


class BadSetting(ExpectedError):
    """A value that a setting cannot have; nothing was written."""

    says = N_("{name} cannot be {value}.")


class Settings(Value):
    """How the program behaves on this machine."""

    language: Language | None = None
    """None follows the system."""
    theme: str | None = None
    """None is the program's own."""
    day_starts: str = "04:00"
    """The hour, ``HH:MM`` before noon, until which it is still yesterday."""
    motion: bool = True
    """Figures and pages move."""
    bell: bool = True
    """A sound at the end of a hold or a rest."""
    numbers: bool = True
    """Ask for pain in numbers; else only compared with yesterday."""
    plain: bool = False
    """Lines and numbered questions instead of the window."""
    large: bool = False
    """Today and the session in large letters."""
    start_wait: int = 0
    """Seconds to get into position before an exercise: 10, 20 or 30; 0 waits for a key."""
    speech: bool = False
    """The session is spoken as well."""
    sit_minutes: int = 0
    """Minutes between two changes of position, 10 to 60; 0 follows the plan."""
    review_day: Weekday = "sun"
    """The day on which the week is looked back on."""
    desktop: bool = False
    """The terminal is asked to show a notice of the desktop's (OSC 9)."""
    cover_minutes: int = 0
    """Minutes without a key until the window is covered, at most 120; 0 never covers it."""

    @property
    def starts(self) -> time:
        """Give ``day_starts`` as a time."""
        return time.fromisoformat(self.day_starts)


def read_settings(places: Places) -> tuple[Settings, Problem | None]:
    """Read the settings; what is missing or cannot be used has its usual value, and the problem is named."""
    try:
        stored, what = _stored(places.settings)
    except OSError:
        stored, what = {}, "unreadable"
    good = {name: value for name, value in stored.items() if _fits(name, value)}
    # Every value has just been checked against its field.
    settings = Settings(**cast("dict[str, None]", good))  # type: ignore[arg-type]
    return settings, None if what is None else Problem(os.path.basename(places.settings), what)


def change_settings(places: Places, **values: object) -> Settings:
    """Change only the given settings, durably, or raise BadSetting or NotSaved.

    Everything else in the file stays, also what this version does not know. A damaged one is first copied
    to the backups.
    """
    for name, value in values.items():
        if not _fits(name, value):
            raise BadSetting(name=name, value=value)
    try:
        stored, what = _stored(places.settings)
        if what is not None:
            _keep_damaged(places)
        atomic.make_folder(places.data)
        # What this version does not know stays in the file: a newer one on another machine wrote it.
        atomic.write_atomic(places.settings, json.dumps({**stored, **values}, indent=2).encode() + b"\n")
    except OSError as error:
        raise not_saved(places.settings, error) from error
    return read_settings(places)[0]


def _stored(path: str) -> tuple[Mapping[str, object], What | None]:
    """Read the file as it is, and say what is wrong with it, or raise OSError where it cannot be opened."""
    try:
        with open(path, "rb", opener=atomic.open_to_read) as file:
            data = file.read(_LIMIT + 1)
        stored = json.loads(data) if len(data) <= _LIMIT else None
    except FileNotFoundError:
        return {}, None
    except (ValueError, RecursionError):
        return {}, "damaged"
    return (stored, None) if isinstance(stored, dict) else ({}, "damaged")


def _keep_damaged(places: Places) -> None:
    with open(places.settings, "rb", opener=atomic.open_to_read) as file:
        data = file.read()
    atomic.make_folder(places.backups)
    name = f"{os.path.basename(places.settings)}.{os.urandom(4).hex()}"
    atomic.write_atomic(os.path.join(places.backups, name), data)


def _is_day_start(value: object) -> bool:
    try:
        start = time.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return False
    return (
        start is not None
        and start.tzinfo is None
        and start <= _DAY_STARTS_LATEST
        and start.isoformat("minutes") == value
    )


def _is_bool(value: object) -> bool:
    return isinstance(value, bool)


def _is_interval(value: object) -> bool:
    return type(value) is int and (value == 0 or _SHORTEST_SIT <= value <= _LONGEST_SIT)


_CHECKS: Final[Mapping[str, Callable[[object], bool]]] = {
    "language": lambda value: value in ("nb", "en", None),
    "theme": lambda value: value is None or (isinstance(value, str) and 0 < len(value) <= _THEME_LIMIT),
    "day_starts": _is_day_start,
    "motion": _is_bool,
    "bell": _is_bool,
    "numbers": _is_bool,
    "plain": _is_bool,
    "large": _is_bool,
    "start_wait": lambda value: type(value) is int and value in STARTS,
    "speech": _is_bool,
    "sit_minutes": _is_interval,
    "review_day": lambda value: value in WEEKDAYS,
    "desktop": _is_bool,
    "cover_minutes": lambda value: type(value) is int and 0 <= value <= _LONGEST_OPEN,
}


def _fits(name: str, value: object) -> bool:
    check = _CHECKS.get(name)
    return check is not None and check(value)
