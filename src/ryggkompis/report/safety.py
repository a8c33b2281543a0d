"""What was answered to the safety questions, and what came of it: the first thing in every report."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from ryggkompis.domain.base.scales import DAILY_LINE, Answer
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.catalogue.catalogue import URGENCY, RedFlags, Words
from ryggkompis.domain.journal.entries import Event
from ryggkompis.domain.journal.gate import Clearance, Gate
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.plan.safety import GateDay, Lock, gate_on


class FlagAnswer(Value):
    """A safety question that counts as yes."""

    day: date
    flag: str
    answer: Answer | None
    """None where it was asked and not answered."""
    question: Words | None
    """None for a flag nobody knows any more."""


class Examined(Value):
    """A clearance: the patient was seen by someone."""

    day: date
    by: str
    text: str | None


class Raised(Value):
    """One safety question with every time it counted as yes, and what was done about it."""

    flag: str
    question: Words | None
    """None for a flag nobody knows any more."""
    first: date
    last: date
    yes: int
    """Days on which it was answered yes."""
    unsure: int
    """Days on which the answer was unsure."""
    unanswered: int
    """Days on which it was asked and not answered. No day is there where mornings raised it: numbness."""
    holds: bool
    """It holds the plan back on the last day."""
    seen: Examined | None
    """Who looked at it first after the last answer."""
    visit: date | None
    """The first visit noted after it, where nobody is noted to have looked at it."""
    no_since: date | None
    """The first day after it on which the answer was no."""

    @property
    def days(self) -> int:
        """Days on which it counted as yes."""
        return self.yes + self.unsure + self.unanswered

    @property
    def surest(self) -> Answer | None:
        """The surest answer that was given; None where none was."""
        return "yes" if self.yes else "unsure" if self.unsure else None


class Safety(Value):
    """What stands first in every report."""

    answers: tuple[FlagAnswer, ...]
    """All that counts as yes, the gravest first, each oldest first."""
    raised: tuple[Raised, ...]
    """The same question by question, and what still stands from before the period."""
    asked: int
    """How often any safety question was answered."""
    asked_days: int
    """And on how many days."""
    lock: Lock | None
    """What holds the plan back on the last day."""
    seen: tuple[Examined, ...]

    @property
    def is_urgent(self) -> bool:
        """Whether there is anything that the reader must not overlook."""
        return bool(self.raised) or self.lock is not None


class _Said(NamedTuple):
    """One answer of yes or unsure, or none where there was to be one, and where it was given."""

    gate: Gate
    flag: str
    answer: Answer | None


def safety_of(known: History, flags: RedFlags, first: date, last: date) -> Safety:
    """Gather the answers from ``first`` to ``last``, and of those before it what stands on the last day."""
    gate = gate_on(last, known, flags)
    gates = [one for one in known.gates if first <= one.day <= last]
    inside = [*_positive(gates)]
    names = {one.flag for one in inside}
    standing = {*gate.soft, *gate.lasting, *(gate.lock.said if gate.lock else ())}
    if gate.lock and gate.lock.marked:
        # The one line only stands for a list that was begun.
        standing.discard(DAILY_LINE)
    before = [one for one in _positive([g for g in known.gates if g.day < first]) if one.flag in standing]
    older = [one for one in before if one.flag not in names and _counts(one, gate.lock)]
    names |= {one.flag for one in older} | standing

    def graver(flag: str) -> tuple[int, int, str]:
        return _gravity(flag, names, flags)

    inside.sort(key=lambda one: graver(one.flag))
    told = sorted((*older, *inside), key=lambda one: graver(one.flag))
    by_flag = {flag: [*group] for flag, group in groupby(told, key=lambda one: one.flag)}
    return Safety(
        answers=tuple(FlagAnswer(s.gate.day, s.flag, s.answer, _question(s.flag, flags)) for s in inside),
        raised=tuple(
            _raised(flag, by_flag.get(flag, []), gate, known, flags) for flag in sorted(names, key=graver)
        ),
        asked=len(gates),
        asked_days=len({one.day for one in gates}),
        lock=gate.lock,
        seen=tuple(_examined(one) for one in known.all(Clearance) if first <= one.day <= last),
    )


def _positive(gates: Sequence[Gate]) -> Iterator[_Said]:
    for gate in gates:
        for flag, answer in gate.said.items():
            yield _Said(gate, flag, answer)


def _counts(said: _Said, lock: Lock | None) -> bool:
    """Tell whether an answer from before the period counts still: it holds the plan, or is a soft one."""
    return lock is None or said.flag not in lock.said or said.gate.day >= lock.since


def _gravity(flag: str, beside: set[str], flags: RedFlags) -> tuple[int, int, str]:
    """Rank a question, the gravest first; what nobody knows any more is as grave as the worst."""
    found = flags.flag(flag)
    if found is None:
        return len(URGENCY) if flag == DAILY_LINE else 0, len(flags.flags), flag
    # Numb between the legs is the graver for what else was answered (clinical-3 2.2).
    together = any(
        not {*one.together}.isdisjoint(beside) and flag in {one.id, *one.together}
        for one in flags.flags
        if one.id in beside
    )
    return 0 if together else URGENCY.index(found.action), flags.flags.index(found), flag


def _raised(flag: str, said: Sequence[_Said], gate: GateDay, known: History, flags: RedFlags) -> Raised:
    days = {one.gate.day for one in said}
    # Of two answers on one day the yes is the one that counts.
    yes = {one.gate.day for one in said if one.answer == "yes"}
    unsure = {one.gate.day for one in said if one.answer == "unsure"} - yes
    held = gate.lock is not None and flag in gate.lock.said
    first = min(days, default=gate.lock.since if gate.lock else gate.day)
    last = max(days, default=first)
    seen = None if held or not said else _seen_after(said[-1].gate, known, gate.day)
    visits = (one.day for one in known.all(Event) if one.event == "visit" and last <= one.day <= gate.day)
    return Raised(
        flag,
        _question(flag, flags),
        first,
        last,
        yes=len(yes),
        unsure=len(unsure),
        unanswered=len(days - yes - unsure),
        holds=held,
        seen=seen,
        visit=None if seen else min(visits, default=None),
        no_since=_no_since(flag, last, known, gate.day) if said else None,
    )


def _seen_after(said: Gate, known: History, last: date) -> Examined | None:
    later = (
        one
        for one in known.all(Clearance)
        if said.day <= one.day <= last and (one.day, one.at) >= (said.day, said.at)
        # What was told only afterwards, though of an earlier day, nobody had looked at.
        if said.saved is None or one.saved is None or one.saved >= said.saved
    )
    return next(map(_examined, later), None)


def _no_since(flag: str, after: date, known: History, last: date) -> date | None:
    """Find the first day on which it was answered no; for the one line, on which the list was answered."""
    return next(
        (
            one.day
            for one in known.gates
            if after <= one.day <= last
            and (
                one.scope == "full"
                if flag == DAILY_LINE
                else one.day > after and one.answers.get(flag) == "no"
            )
        ),
        None,
    )


def _examined(said: Clearance) -> Examined:
    return Examined(said.day, said.by, said.text)


def _question(flag: str, flags: RedFlags) -> Words | None:
    if flag == DAILY_LINE:
        return flags.daily
    found = flags.flag(flag)
    return found.question if found else None
