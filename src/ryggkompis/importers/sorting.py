"""Which answers of a foreign diary can be used, and what became of the others."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from fractions import Fraction
from typing import Final, NamedTuple

from ryggkompis.domain.base.days import EARLIEST, logical_day
from ryggkompis.importers import notices
from ryggkompis.importers.found import Here
from ryggkompis.importers.mapping import Target, folded
from ryggkompis.importers.notices import LineNotice, Notice
from ryggkompis.importers.numbers import parse_number

WORST: Final = 10
"""The end of the scale."""


class Given(NamedTuple):
    """One number of a diary, as the file writes it."""

    line: int
    name: str
    day: date | None
    """None when the file names no real day."""
    text: str
    moment: datetime | None
    """On the patient's wall clock, or with an offset; None when the file has no time."""
    said: str = ""
    """A remark beside it."""


class Reported(NamedTuple):
    """A number from 0 to 10 that can be used."""

    target: Target
    number: Fraction
    moment: datetime | None
    """With its offset; None when it is not known."""


class Sorting:
    """Takes answers one by one and remembers what became of them."""

    def __init__(self, names: Mapping[str, Target], here: Here) -> None:
        """Keep what ``names`` asks for, up to today."""
        self._names = names
        self._today = here.today
        self._zone = here.zone
        self._seen: set[Given] = set()
        self._passed_over: Counter[str] = Counter()
        self._mapped: Counter[str] = Counter()
        self._blank = 0
        self._faults: dict[type[LineNotice], list[int]] = {}
        self.days: dict[date, list[Reported]] = {}
        """Each day with at least one number that can be used."""

    def take(self, answer: Given) -> None:
        """Keep ``answer``, or remember why not."""
        number = parse_number(answer.text)
        target = self._names.get(folded(answer.name))
        fault = self._fault(answer, number)
        if target is None:
            self._passed_over[answer.name] += number is not None
        elif not answer.text.strip():
            self._blank += 1
        elif fault is not None or number is None or answer.day is None:
            self._remember(fault or notices.NotANumber, answer)
        else:
            # Wherever it stands: an export that is appended to itself says the same twice.
            self._seen.add(answer._replace(line=0))
            self._mapped[answer.name] += 1
            self.days.setdefault(answer.day, []).append(Reported(target, number, self._moment(answer)))

    @property
    def taken(self) -> int:
        """Count the numbers that can be used."""
        return self._mapped.total()

    @property
    def out_of_scale(self) -> int:
        """Count the numbers that are not from 0 to 10."""
        return len(self._faults.get(notices.OutOfScale, ()))

    def told(self) -> Iterator[Notice]:
        """Tell what was taken, and what was not and why."""
        for name, values in self._mapped.items():
            yield notices.Mapped(name, self._names[folded(name)], values)
        for name, values in self._passed_over.items():
            if values:
                yield notices.NotMapped(name, values)
        there = {folded(name) for name in (*self._mapped, *self._passed_over)}
        yield from (notices.NotThere(name) for name in self._names if name not in there)
        if self._blank:
            yield notices.Blank(self._blank)
        for kind, lines in self._faults.items():
            yield kind(tuple(lines))

    def _fault(self, answer: Given, number: Fraction | None) -> type[LineNotice] | None:
        checks: tuple[tuple[type[LineNotice], bool], ...] = (
            (notices.Repeated, answer._replace(line=0) in self._seen),
            (notices.NotANumber, number is None),
            (notices.OutOfScale, number is not None and not 0 <= number <= WORST),
            (notices.NoSuchDay, answer.day is None or answer.day < EARLIEST),
            (notices.NotYet, answer.day is not None and answer.day > self._today),
        )
        return next((kind for kind, holds in checks if holds), None)

    def _remember(self, kind: type[LineNotice], answer: Given) -> None:
        self._faults.setdefault(kind, []).append(answer.line)

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
