"""What reaches further than the days on which it was said, and so which months a later day needs.

A plan looks back to the day on which its episode began. Of what was said before, some holds on: who the plan
is for, a therapist's programme, a yes that nobody has looked at. What a month says of that is summed up here.
The sum only chooses which months are read: what they say is always taken from the months themselves.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Final, TypeAlias

from ryggkompis.domain.base.scales import DAILY_LINE, NUMB_FLAG, NUMB_LOCKS
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.catalogue.catalogue import RedFlags
from ryggkompis.domain.journal.entries import Entry
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.domain.journal.history import History

Begins: TypeAlias = Callable[[History, date], date | None]
"""Tells from which day on the plan of a day is folded; None: from the first that is known."""
EPISODE: Final = "episode"
_NEWEST: Final = ("profile", "programme")
"""Kinds of which the newest stands."""
_CLEARANCE: Final = "clearance"
_VISIT: Final = "visit"
_KINDS: Final = frozenset({EPISODE, *_NEWEST, _CLEARANCE})


def from_the_first(_history: History, _day: date) -> date | None:
    """Let every plan look back on all days that there are."""
    return None


class Reach(Value):
    """What one month says that reaches further than its own days."""

    kinds: tuple[str, ...] = ()
    """Which of those that matter later occur: kinds of entries, and a visit."""
    yes: tuple[str, ...] = ()
    """Safety questions that count as yes."""
    no: tuple[str, ...] = ()
    """Safety questions answered no."""
    is_full: bool = False
    """The whole list was answered."""
    is_draft: bool = False
    """A list was begun and not finished."""
    more_numb: int = 0
    """Mornings with more numbness than before."""
    is_less_numb: bool = False
    """There is a morning of which it is known that there was no more."""
    starts: tuple[str, ...] = ()
    """The days (YYYY-MM-DD) on which episodes began, as told here."""
    operated: tuple[str, ...] = ()
    """The days of operations, as told here."""
    is_late_yes: bool = False
    """A yes was told more than a day after the day that it is about: what came between may not settle it."""
    is_lived: bool = False
    """The patient said something of a day, beside what a device counted."""
    had_cancer: bool = False
    """Somebody said so in a profile: it makes other answers graver."""


NOTHING: Final = Reach()


def reach_of(entries: Iterable[Entry]) -> Reach:
    """Sum up the entries of a month."""
    history = History.of(entries)
    gates, numb = history.gates, [said.numb for said in history.mornings if said.numb is not None]
    visits = (_VISIT for event in history.events if event.event == _VISIT)
    return Reach(
        tuple(sorted({*visits, *(entry.kind for entry in history.entries if entry.kind in _KINDS)})),
        tuple(sorted({flag for gate in gates for flag in gate.positive})),
        tuple(sorted({flag for gate in gates for flag, answer in gate.answers.items() if answer == "no"})),
        any(gate.scope == "full" for gate in gates),
        any(gate.marked is not None for gate in gates),
        sum(said == "more" for said in numb),
        any(said != "more" for said in numb),
        tuple(sorted(str(mark.start) for mark in history.episode_marks)),
        tuple(sorted(str(mark.operated) for mark in history.episode_marks if mark.operated)),
        any(gate.positive and _is_late(gate) for gate in gates),
        bool(history.days),
        any(profile.had_cancer is True for profile in history.profiles),
    )


def _is_late(gate: Gate) -> bool:
    return gate.saved is not None and (gate.saved.date() - gate.day).days > 1


def lifelong(reaches: Mapping[str, Reach], day: date) -> frozenset[str]:
    """Choose the months, ``YYYY-MM``, that tell when the episode of ``day`` began."""
    begun = {month: one.starts for month, one in reaches.items()}
    return frozenset(
        {*_latest(begun, day), month_of(day), *_newest(reaches, "profile", day)} & reaches.keys()
    )


def months_to_read(reaches: Mapping[str, Reach], since: date, flags: RedFlags) -> frozenset[str]:
    """Choose the months without which something would be unknown on ``since`` or after it.

    With these alone the profile, the programme and the safety gate stand as with all of them. A yes is read
    together with all that follows, up to where every answer is proved to have been settled.
    """
    first = month_of(since)
    earlier = {month: reaches[month] for month in sorted(reaches) if month < first}
    chosen = {month for month in reaches if month >= first}
    chosen |= {month for month, one in earlier.items() if one.starts and one.starts[-1] >= str(since)}
    # Which operation a day waits for depends on the day, and what is told of one may be told in any month.
    chosen |= {month for month, one in reaches.items() if one.operated}
    for kind in _NEWEST:
        chosen |= _newest(earlier, kind, since)
    chosen |= set([month for month, one in earlier.items() if one.is_full][-1:])
    chosen |= _last_lived(earlier)
    late = min((month for month, one in earlier.items() if one.is_late_yes), default=None)
    chosen |= {month for month in earlier if late is not None and month >= late}
    had_cancer = any(one.had_cancer for one in reaches.values())
    if had_cancer:
        # Whether an answer locked depends on who the patient was on that day.
        chosen |= {month for month, one in earlier.items() if "profile" in one.kinds}
    for spell in _spells(earlier, _Sorts(flags, had_cancer=had_cancer)):
        if spell.is_kept or not chosen.isdisjoint(spell.months):
            chosen |= spell.months
    return frozenset(chosen)


def _latest(told: Mapping[str, tuple[str, ...]], until: date) -> set[str]:
    """Give the months that tell of the latest day up to ``until``."""
    days = {day for named in told.values() for day in named if day <= str(until)}
    return {month for month, named in told.items() if days and max(days) in named}


def _last_lived(earlier: Mapping[str, Reach]) -> set[str]:
    """Give the months of the last four weeks that were spoken of: what was done then comes in faster."""
    last = max((month for month, one in earlier.items() if one.is_lived), default=None)
    if last is None:
        return set()
    before = month_of(date.fromisoformat(f"{last}-01") - timedelta(days=1))
    return {last, before} & earlier.keys()


def month_of(day: date) -> str:
    """Name the month of ``day``, ``YYYY-MM``."""
    return str(day)[: len("YYYY-MM")]


def _newest(reaches: Mapping[str, Reach], kind: str, before: date) -> set[str]:
    """Give the newest month before that of ``before`` that says something of ``kind``."""
    first = month_of(before)
    return set(sorted(month for month, one in reaches.items() if kind in one.kinds and month < first)[-1:])


class _Sorts:
    """Which answers may lock, and which may only last."""

    def __init__(self, flags: RedFlags, *, had_cancer: bool) -> None:
        self._flags = flags
        self._had_cancer = had_cancer

    def may_lock(self, id_: str) -> bool:
        flag = self._flags.flag(id_)
        return flag is None or flag.lock == "red" or (flag.red_after is not None and self._had_cancer)

    def may_last(self, id_: str) -> bool:
        flag = self._flags.flag(id_)
        return flag is not None and flag.lock != "red"

    def stays(self, id_: str) -> bool:
        """Tell whether it is remembered for good that somebody has looked at it."""
        flag = self._flags.flag(id_)
        return flag is not None and flag.stands


class _Unsettled(Value):
    """What may be unsettled between two months; of days inside a month nothing is known."""

    open: frozenset[str] = frozenset()
    lasting: frozenset[str] = frozenset()
    is_draft: bool = False
    numb: int = 0
    """At most so many mornings in a row."""

    def after(self, month: Reach, sorts: _Sorts) -> "_Unsettled":
        """Go on through a month: what it settles came before what it says anew, as far as can be proved."""
        is_seen = _CLEARANCE in month.kinds
        is_over = not month.more_numb and (month.is_less_numb or is_seen)
        numb = 0 if is_over else self.numb + month.more_numb
        before = frozenset[str]() if is_seen else self.open - ({DAILY_LINE} if month.is_full else set())
        by_mornings = {NUMB_FLAG} if month.more_numb and numb >= NUMB_LOCKS else set()
        return _Unsettled(
            before | by_mornings | set(filter(sorts.may_lock, month.yes)),
            self.lasting.difference(month.no) | set(filter(sorts.may_last, month.yes)),
            month.is_draft or (self.is_draft and not (month.is_full or is_seen)),
            numb,
        )


class _Spell(Value):
    """Months in a row from a yes to where all is settled."""

    months: set[str]
    is_kept: bool
    """Something of it still holds: it was never settled, or somebody looked at a finding that stays."""


def _spells(earlier: Mapping[str, Reach], sorts: _Sorts) -> Iterator[_Spell]:
    months: set[str] = set()
    found: set[str] = set()
    is_looked_at = False
    left = settled = _Unsettled()
    for month, said in earlier.items():
        left = left.after(said, sorts)
        if left == settled and not months:
            continue
        months.add(month)
        found |= left.open | left.lasting
        is_looked_at = is_looked_at or not {_CLEARANCE, _VISIT}.isdisjoint(said.kinds)
        if left == settled:
            yield _Spell(months, is_looked_at and any(map(sorts.stays, found)))
            months, found, is_looked_at = set(), set(), False
    if months:
        yield _Spell(months, is_kept=True)
