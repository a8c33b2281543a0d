"""A journal that is read as a plan from a given day on needs it, and which months are opened for that."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from ryggkompis.content.loading import load_catalogue
from ryggkompis.domain.journal.entries import Entry
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.problems import Problem
from ryggkompis.services.clock import Today
from ryggkompis.services.companion import Companion, Library
from ryggkompis.store.codec import encode
from ryggkompis.store.places import Places
from ryggkompis.store.remembered.names import MONTHS
from ryggkompis.store.seal import Seal
from ryggkompis.store.store import Store
from tests.domain.patient import red_flags

_opened: list[str] = []
_is_counting = False


def _note(event: str, about: tuple[Any, ...]) -> None:
    if _is_counting and event == "open" and isinstance(about[0], str):
        _opened.append(about[0])


sys.addaudithook(_note)  # it can never be taken off, so it is silent until somebody counts


@contextmanager
def counting() -> Iterator[list[str]]:
    """Note every file that is opened meanwhile."""
    global _is_counting  # noqa: PLW0603 - a hook has no other way to be told
    _opened.clear()
    _is_counting = True
    try:
        yield _opened
    finally:
        _is_counting = False


class AtNoon:
    """A clock that stands at noon of one day."""

    zone = "UTC"

    def __init__(self, day: date) -> None:
        self._day = day

    def now(self) -> datetime:
        return datetime(self._day.year, self._day.month, self._day.day, 12, tzinfo=UTC)


class Journal:
    """One patient's folder, on a day, with an episode that began on ``since``."""

    def __init__(self, folder: Path, day: date, since: date | None) -> None:
        self.places = Places.find(str(folder / "data"), {})
        self.since = since
        self.day = day
        self.seal = Seal(self.places.key)

    @property
    def store(self) -> Store:
        return Store(self.places, seal=self.seal, lock_wait=0.05)

    @property
    def companion(self) -> Companion:
        library = Library(load_catalogue, red_flags)
        return Companion(self.store, library, Today(AtNoon(self.day)), lambda _history, _day: self.since)

    @property
    def known(self) -> Path:
        """The list of its months."""
        return Path(self.places.state, MONTHS)

    def put(self, *entries: Entry) -> None:
        self.store.put([encode(entry) for entry in entries])

    def file(self, month: str, ending: str = "") -> Path:
        return Path(self.places.journal, f"{month}.json{ending}")

    def read(self) -> History:
        return self.companion.read_needed()[0]

    def problems(self) -> list[tuple[str, str]]:
        """What is said to be wrong; the whole journal and a plan say the same."""
        found = self.companion.read_needed()[1]
        assert _named(found) == _named(self.companion.read()[1])
        return _named(found)

    def opened(self) -> list[str]:
        """The months' files that a plan opens."""
        with counting() as paths:
            self.read()
        return [os.path.basename(path) for path in paths if path.startswith(self.places.journal + os.sep)]  # noqa: PTH119


def _named(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return sorted((one.file, one.what) for one in problems)
