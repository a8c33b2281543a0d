"""A patient who can be told about in a test, day by day: day 0 is the first."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any

from ryggkompis.content.loading import load_catalogue, load_red_flags
from ryggkompis.domain.base.scales import DAILY_LINE, Answer
from ryggkompis.domain.catalogue.catalogue import Catalogue, RedFlags
from ryggkompis.domain.journal.day import Day
from ryggkompis.domain.journal.entries import CheckIn, Entry, Evening, ExerciseDone, Profile, Walk
from ryggkompis.domain.journal.episodes import begins
from ryggkompis.domain.journal.gate import Clearance, Gate
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.plan.ladder import LADDER, walks_of
from ryggkompis.domain.plan.plan import Fold, Plan, Step, plan_of

DAY_0 = date(2026, 3, 2)


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


@cache
def red_flags() -> RedFlags:
    return load_red_flags()


class Patient:
    """Collects entries, and answers with plans."""

    def __init__(self, **profile: Any) -> None:
        self.entries: list[Entry] = []
        self.zone = UTC
        self._folded_of: tuple[date, list[Entry]] | None = None
        self._folded: list[Step] = []
        if profile:
            self.say(Profile, 0, time(7, 0), **profile)

    @classmethod
    def at_level(cls, level: int, days: int = 14, **morning: Any) -> "Patient":
        """Someone who starts at ``level`` (at most 6) and has had ``days`` uneventful days there."""
        tolerance = -(-LADDER[level][0] * 10 // 6)
        patient = cls(walk_tolerance=max(tolerance, 5))
        for day in range(days):
            patient.good_day(day, level, **morning)
        return patient

    @staticmethod
    def planned(level: int) -> tuple[int, ...]:
        """The minutes of each walk at ``level``."""
        return walks_of(level)

    def say(self, kind: type[Entry], day: int, clock: time, **said: Any) -> None:
        self.entries.append(
            kind(
                id=f"{len(self.entries):026d}",
                day=DAY_0 + timedelta(days=day),
                at=datetime.combine(DAY_0 + timedelta(days=day), clock, self.zone),
                tz=str(self.zone),
                **said,
            )
        )

    def gate(self, day: int, scope: str | None = None, **answers: Answer) -> None:
        full = scope == "full" or (scope is None and day % 7 == 0) or bool(answers)
        all_no: dict[str, Answer] = {flag.id: "no" for flag in red_flags().flags}
        said: dict[str, Answer] = {**all_no, **answers} if full else {DAILY_LINE: "no"}
        self.say(Gate, day, time(7, 30), scope="full" if full else "daily", answers=said)

    def morning(self, day: int, *, gate: str | None = "as due", **said: Any) -> None:
        """A check-in; the gate is answered with no, as fully as anyone could ask, unless told otherwise."""
        if gate is not None:
            self.gate(day, "full")
        self.say(CheckIn, day, time(8, 0), **{"leg": 4, "back": 3, "site": "calf", **said})

    def walk(self, day: int, minutes: int, **said: Any) -> None:
        self.say(Walk, day, time(11, 0), minutes=minutes, **said)

    def exercise(self, day: int, id_: str, response: str | None = "same", **said: Any) -> None:
        self.say(ExerciseDone, day, time(12, 0), exercise=id_, response=response, **said)

    def evening(self, day: int, **said: Any) -> None:
        self.say(Evening, day, time(20, 0), **said)

    def clear(self, day: int) -> None:
        self.say(Clearance, day, time(15, 0), by="legevakten")

    def good_day(self, day: int, level: int, minutes: int | None = None, **morning: Any) -> None:
        """A calm morning and the day's walking, which the leg took well."""
        self.morning(day, **morning)
        walks = LADDER[level] if minutes is None else (minutes,)
        leg = {"leg": 4, **morning}["leg"]
        for length in walks:
            self.walk(day, length, peak_leg=leg, settled=0, further_down=False)

    def again(self) -> "Patient":
        """Give somebody who said the same so far."""
        patient = Patient()
        patient.entries += self.entries
        return patient

    def live(self, days: range, check_ins: range, **morning: Any) -> Plan:
        """Walk as planned on each of ``days``, which the leg takes well, and say how some mornings are."""
        known = dict(self.history().days)
        fold = Fold(History(known), catalogue(), red_flags(), DAY_0)
        for _ in range(days.start):
            fold.next()
        for day in days:
            today, told = DAY_0 + timedelta(days=day), len(self.entries)
            before = known.get(today, Day(today)).entries
            if day in check_ins:
                self.morning(day, **morning)
            known[today] = Day(today, (*before, *self.entries[told:]))
            plan = plan_of(fold.next())
            for minutes in plan.walks:
                self.walk(day, minutes, peak_leg=morning["leg"], settled=0, further_down=False)
            known[today] = Day(today, (*before, *self.entries[told:]))
        return plan

    def history(self) -> History:
        return History.of(self.entries)

    def plans(self, until: int) -> list[Plan]:
        return [plan_of(step) for step in self.steps(until)]

    def steps(self, until: int) -> list[Step]:
        """Fold every day of the episode; what was folded stays for as long as nothing more is said."""
        history, last = self.history(), DAY_0 + timedelta(days=until)
        first = begins(history, last)
        if (first, self.entries) != self._folded_of:
            self._folded_of = first, [*self.entries]
            self._fold, self._folded = Fold(history, catalogue(), red_flags(), first), []
        days = (last - first).days + 1
        self._folded += [self._fold.next() for _ in range(len(self._folded), days)]
        return self._folded[:days]

    def plan(self, day: int) -> Plan:
        return plan_of(self.steps(day)[-1])

    def rule(self, day: int) -> str:
        """The rule of the table that decided ``day``; what stands beside it is left out."""
        table = [
            d.rule
            for d in self.plan(day).decisions
            if d.rule == "END" or (d.rule.startswith("D") and d.rule != "D5")
        ]
        assert len(table) == 1
        return table[0]
