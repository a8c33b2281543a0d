"""Medicines that are counted: what was taken of each, and whether one more passes the patient's limits."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from operator import attrgetter
from typing import Final, TypeAlias

from ryggkompis.domain.base.days import DAY_STARTS
from ryggkompis.domain.base.scales import MedicineTurn
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.journal.entries import Entry
from ryggkompis.domain.journal.medicine import Medicine, OwnMedicine

Told: TypeAlias = Medicine | OwnMedicine
WEEK: Final = 7
ONE_DAY: Final = timedelta(days=1)
UNKNOWN_TIME: Final = time(12, 0)
"""What is told about a day that is over has this time, which says nothing of when it was."""
_place: Callable[[Entry], tuple[date, datetime, str]] = attrgetter("day", "at", "id")


class Counted(Value):
    """One medicine, and all that was noted of it."""

    name: str
    """As it was written last."""
    doses: tuple[Medicine, ...] = ()
    """Oldest first."""
    limits: OwnMedicine | None = None
    """The newest word on its limits; none where there never was one."""
    turn: MedicineTurn | None = None

    @property
    def own_limits(self) -> dict[str, int | None]:
        """Give each limit that can be set; None where it is not."""
        said = self.limits
        return {"most": said.most if said else None, "apart": said.apart if said else None}

    def on(self, day: date) -> int:
        """Count how often it was noted on ``day``."""
        return sum(dose.day == day for dose in self.doses)

    def in_week(self, last: date) -> int:
        """Count how often it was noted in the seven days up to ``last``."""
        return sum(0 <= (last - dose.day).days < WEEK for dose in self.doses)

    def has(self, name: str) -> bool:
        """Tell whether ``name`` names it, however it is spaced and in small or large letters."""
        return folded(self.name) == folded(name)


def folded(name: str) -> str:
    """Give what two ways of writing one name have in common."""
    return " ".join(name.split()).casefold()


def name_of(told: Told) -> str:
    """Give what an entry is counted as: its name, and without one the whole of what was written."""
    return told.name or (told.text if isinstance(told, Medicine) else "")


def is_of(entry: Entry, name: str) -> bool:
    """Tell whether an entry is about the medicine of this name."""
    return isinstance(entry, Told) and folded(name_of(entry)) == folded(name)


def counted(entries: Iterable[Entry]) -> tuple[Counted, ...]:
    """List the medicines that are counted, the one noted latest first.

    A name that was given once counts from then on, and what was written before with the very same words.
    """
    told = sorted((entry for entry in entries if isinstance(entry, Told)), key=_place)
    names = {folded(one.name): one.name for one in told if one.name}
    found: dict[str, list[Told]] = {}
    for one in told:
        if (known := folded(name_of(one))) in names:
            found.setdefault(known, []).append(one)
    made = [(_latest(of), _counted(names[known], of)) for known, of in found.items()]
    return tuple(one for _when, one in sorted(made, key=lambda pair: pair[0], reverse=True))


def _latest(told: Iterable[Told]) -> tuple[bool, tuple[date, datetime, str]]:
    """Let what was taken come before what was only told about a medicine."""
    return max((isinstance(one, Medicine), _place(one)) for one in told)


def _counted(name: str, told: Iterable[Told]) -> Counted:
    about = [one for one in told if isinstance(one, OwnMedicine)]
    return Counted(
        name,
        tuple(one for one in told if isinstance(one, Medicine)),
        next((one for one in reversed(about) if one.turn is None), None),
        next((one.turn for one in reversed(about) if one.turn is not None), None),
    )


class Passed(Value):
    """A dose that passes the patient's own limits, and what is noted already."""

    limits: OwnMedicine
    count: int
    """How often it is noted within 24 hours, or on that day where that is more."""
    nearest: Medicine | None
    """What is noted nearest in time; none where the day of the dose is over, and no time is known."""


def passed_by(one: Counted, day: date, at: datetime, *, is_over: bool) -> Passed | None:
    """Tell whether a dose at this moment passes the limits; of a day that ``is_over`` only its doses count.

    Hours are counted both ways, so that a clock that was set back hides nothing, and a dose whose time
    nobody knows counts as near as it can have been.
    """
    if (limits := one.limits) is None:
        return None
    near = [] if is_over else sorted(((_gap(dose, at), dose) for dose in one.doses), key=lambda pair: pair[0])
    count = max(one.on(day), sum(gap < ONE_DAY for gap, _dose in near))
    is_too_many = limits.most is not None and count >= limits.most
    is_too_soon = bool(near) and limits.apart is not None and near[0][0] < timedelta(hours=limits.apart)
    if not (is_too_many or is_too_soon):
        return None
    return Passed(limits, count, near[0][1] if near else None)


def is_time_known(dose: Medicine) -> bool:
    """Tell whether a dose was noted on its day; told later, its time is nobody's word."""
    return dose.at.time() != UNKNOWN_TIME


def _gap(dose: Medicine, at: datetime) -> timedelta:
    """Give the least time that can lie between a dose and a moment."""
    if is_time_known(dose):
        return abs(at - dose.at)
    begins = datetime.combine(dose.day, DAY_STARTS, tzinfo=dose.at.tzinfo)
    return max(begins - at, at - (begins + ONE_DAY), timedelta())
