"""Which answers of a foreign diary can be used, and what became of the others."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from fractions import Fraction
from typing import Final, NamedTuple

from ryggkompis.domain.base.days import EARLIEST, logical_day
from ryggkompis.importers import notices
from ryggkompis.importers.faults import Faults
from ryggkompis.importers.found import Here
from ryggkompis.importers.mapping import Target, folded
from ryggkompis.importers.notices import LineNotice, Notice

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

    def __init__(self, names: Mapping[str, Target], here: Here, file: str = "") -> None:
        """Keep what ``names`` asks for, up to today; ``file`` is one of an archive."""
        self._names = names
        self._today = here.today
        self._zone = here.zone
        self._file = file
        self._seen: set[tuple[object, ...]] = set()
        self._passed_over: Counter[str] = Counter()
        self._mapped: Counter[str] = Counter()
        self._there: set[str] = set()
        self._blank = 0
        self.faults = Faults()
        self.days: dict[date, list[Reported]] = {}
        """Each day with at least one number that can be used."""

    def take(self, answer: Given) -> None:
        """Keep ``answer``, or remember why not."""
        number, target = answer.number, self._names.get(folded(answer.name))
        fault = self._fault(answer)
        self._there.add(folded(answer.name))
        if target is None:
            self._passed_over[answer.name] += number is not None
        elif not answer.text.strip():
            self._blank += 1
        elif fault is not None or number is None or answer.day is None:
            self._remember(fault or notices.NotANumber, answer)
        else:
            self._seen.add(_same(answer))
            self._mapped[answer.name] += 1
            self.days.setdefault(answer.day, []).append(Reported(target, number, self._moment(answer)))

    @property
    def taken(self) -> int:
        """Count the numbers that can be used."""
        return self._mapped.total()

    @property
    def out_of_scale(self) -> int:
        """Count the numbers that are not from 0 to 10."""
        return self.faults.count(notices.OutOfScale)

    def told(self) -> Iterator[Notice]:
        """Tell what was taken, and what was not and why."""
        for name, values in self._mapped.items():
            yield notices.Mapped(name, self._names[folded(name)], values)
        for name, values in self._passed_over.items():
            if values:
                yield notices.NotMapped(name, values)
        yield from (notices.NotThere(name) for name in self._names if name not in self._there)
        if self._blank:
            yield notices.Blank(self._blank)
        yield from self.faults.told()

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
        self.faults.add(kind, answer.line, answer.written if is_of_day else answer.text, self._file)

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
