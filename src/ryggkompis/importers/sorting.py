"""Which answers of a foreign diary can be used, and what became of the others."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime
from fractions import Fraction
from typing import Final, NamedTuple

from ryggkompis.domain.base.days import EARLIEST, logical_day
from ryggkompis.importers import notices
from ryggkompis.importers.builder import Builder
from ryggkompis.importers.mapping import Target, folded
from ryggkompis.importers.notices import LineNotice

WORST: Final = 10
"""The end of the scale."""


class Given(NamedTuple):
    """One answer of a diary, as the file writes it."""

    line: int
    name: str
    day: date | None
    """None when the file names no real day."""
    text: str
    moment: datetime | None
    """On the patient's wall clock, or with an offset; None when the file has no time."""
    said: str = ""
    """A remark beside it."""
    written: str = ""
    """Its day as the file writes it."""
    number: Fraction | None = None
    """What ``text`` is as a number; None when it is none."""


class Reported(NamedTuple):
    """A number from 0 to 10 that can be used."""

    target: Target
    number: Fraction
    moment: datetime | None
    """With its offset; None when it is not known."""


class Sorting:
    """Takes answers one by one and remembers what became of them."""

    def __init__(self, names: Mapping[str, Target], harvest: Builder) -> None:
        """Keep what ``names`` asks for, up to today; what cannot be used is told to ``harvest``."""
        self._names = names
        self._today = harvest.here.today
        self._zone = harvest.here.zone
        self._harvest = harvest
        self._seen: set[tuple[object, ...]] = set()
        self.taken: Counter[str] = Counter()
        """Numbers that can be used, by their names."""
        self.out_of_scale = 0
        """Numbers that are not from 0 to 10."""
        self.days: dict[date, list[Reported]] = {}
        """Each day with at least one number that can be used."""

    def take(self, answer: Given) -> None:
        """Keep ``answer``, or remember why not."""
        number, target = answer.number, self._names.get(folded(answer.name))
        fault = self._fault(answer)
        if target is None:
            return
        if not answer.text.strip():
            self._harvest.blank += 1
        elif fault is not None or number is None or answer.day is None:
            self._remember(fault or notices.NotANumber, answer)
        else:
            self._seen.add(_same(answer))
            self.taken[answer.name] += 1
            self.days.setdefault(answer.day, []).append(Reported(target, number, self._moment(answer)))

    def _fault(self, answer: Given) -> type[LineNotice] | None:
        number, day = answer.number, answer.day
        checks: tuple[tuple[type[LineNotice], bool], ...] = (
            (notices.Repeated, _same(answer) in self._seen),
            (notices.NotANumber, number is None),
            (notices.OutOfScale, number is not None and not 0 <= number <= WORST),
            (notices.NoSuchDay, day is None or day < EARLIEST),
            (notices.NotYet, day is not None and day > self._today),
        )
        return next((kind for kind, holds in checks if holds), None)

    def _remember(self, kind: type[LineNotice], answer: Given) -> None:
        is_of_day = kind in {notices.NoSuchDay, notices.NotYet, notices.OtherDay}
        self.out_of_scale += kind is notices.OutOfScale
        self._harvest.fault(kind, answer.line, answer.written if is_of_day else answer.text)

    def _moment(self, answer: Given) -> datetime | None:
        """Give the moment of ``answer`` if it lies on its day, or in the night after it."""
        moment, day = answer.moment, answer.day
        if moment is None or day is None:
            return None
        late = (moment.date() - day).days
        if late == 0 or (late == 1 and logical_day(moment) == day):
            return moment if moment.tzinfo else moment.replace(tzinfo=self._zone)
        self._remember(notices.OtherDay, answer)
        return None


def _same(answer: Given) -> tuple[object, ...]:
    """Give what two answers share that say the same, wherever they stand: an export may hold itself twice."""
    return folded(answer.name), answer.day, answer.moment, answer.text.strip(), answer.said
