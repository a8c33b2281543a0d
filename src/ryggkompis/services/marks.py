"""A mark of an episode that is changed in the log: whether it can be, and what other marks say with it."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date

from ryggkompis.domain.journal.entries import Entry
from ryggkompis.domain.journal.episode_mark import EpisodeMark, changed_with
from ryggkompis.domain.journal.reaching import EPISODE
from ryggkompis.services.errors import AllowedBeforeOperation, EndsBeforeItBegins, FutureDay, NoOperation
from ryggkompis.store.codec import decode
from ryggkompis.store.errors import Refused
from ryggkompis.store.lines import Line


def others_changed(old: Entry, new: Entry, lines: Iterable[Line], today: date) -> list[EpisodeMark]:
    """Give the marks among ``lines`` that say what is corrected here, as they are then.

    Raises:
        FutureDay, EndsBeforeItBegins, NoOperation, AllowedBeforeOperation: when an episode cannot be so.

    """
    if not isinstance(old, EpisodeMark) or not isinstance(new, EpisodeMark):
        return []
    others = changed_with(old, new, _marks(lines))
    for mark in (new, *others):
        _check(mark, today)
    return others


def _marks(lines: Iterable[Line]) -> Iterator[EpisodeMark]:
    for line in lines:
        if line.get("kind") == EPISODE:
            with suppress(Refused):
                mark = decode(line)
                assert isinstance(mark, EpisodeMark)  # noqa: S101 - told by its kind
                yield mark


def _check(mark: EpisodeMark, today: date) -> None:
    for day in (mark.start, mark.end, mark.operated):
        if day is not None and day > today:
            raise FutureDay(day=day)
    if mark.end is not None and mark.end < mark.start:
        raise EndsBeforeItBegins(end=mark.end, start=mark.start)
    if mark.cleared is None:
        return
    if mark.operated is None:
        raise NoOperation
    if mark.cleared < mark.operated:
        raise AllowedBeforeOperation(day=mark.cleared, operated=mark.operated)
