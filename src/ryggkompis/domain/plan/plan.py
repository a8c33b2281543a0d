"""One day's plan, and the fold over all days that leads to it.

The same entries give the same plan on every machine (invariant I11): nothing here looks at a clock. Of the
day itself only the morning's answers count, so what is done today changes tomorrow, not the list in hand.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from ryggkompis.domain.base.days import days_between
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.catalogue.catalogue import Catalogue, Phase, RedFlags
from ryggkompis.domain.journal.entries import Programme
from ryggkompis.domain.journal.episodes import begins
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.plan import reasons
from ryggkompis.domain.plan.advice import LONG_FLARE, Given, Look, advice_for, advised
from ryggkompis.domain.plan.after_table import fade, settle
from ryggkompis.domain.plan.before_table import BAD_NEWS, fits_beside, wake
from ryggkompis.domain.plan.concerns import Concern
from ryggkompis.domain.plan.directions import is_check_offered
from ryggkompis.domain.plan.doses import PlannedExercise, comfort_of, exercises_of, position_minutes
from ryggkompis.domain.plan.fact_finder import FactFinder
from ryggkompis.domain.plan.facts.facts import Facts
from ryggkompis.domain.plan.inputs import Inputs, inputs_of
from ryggkompis.domain.plan.ladder import walks_of
from ryggkompis.domain.plan.next_step import Condition, towards_next_level
from ryggkompis.domain.plan.reasons import Reason
from ryggkompis.domain.plan.returning import held_before
from ryggkompis.domain.plan.rules import RULES_VERSION, decide
from ryggkompis.domain.plan.safety import Lock
from ryggkompis.domain.plan.standing import Standing
from ryggkompis.domain.plan.tapering import is_enough_asked


class Decision(Value):
    """One rule that had a say in the plan, and why."""

    rule: str
    reason: Reason


class Advice(Value):
    """Something to talk over with a therapist; it never blocks the plan."""

    rule: str
    reason: Concern
    since: date
    """Since when it stands."""


class Plan(Value):
    """What to do on one day, and why."""

    day: date
    lock: Lock | None
    is_excluded: bool
    is_closed: bool
    flare: bool
    phase: Phase
    level: int
    walks: tuple[int, ...]
    exercises: tuple[PlannedExercise, ...]
    comfort: tuple[str, ...]
    position_minutes: int
    decisions: tuple[Decision, ...]
    advice: tuple[Advice, ...]
    programme: Programme | None
    """The therapist's programme in force."""
    watchful: bool
    """The whole safety list is asked because of how this morning is."""
    is_weekly_enough: bool
    """It has been steady so long that a check-in once a week is enough: it has ended well."""
    is_monthly_enough: bool
    is_enough_asked: bool
    """The patient may say that this much walking is enough."""
    next_step: tuple[Condition, ...]
    """What the next walking level needs; empty at the top and where there is no plan."""
    seen: Inputs
    """What the decision looked at."""
    rules_version: str = RULES_VERSION

    @property
    def walk_minutes(self) -> int:
        """All the day's walking, in minutes."""
        return sum(self.walks)

    @property
    def is_empty(self) -> bool:
        """There is no plan: something must be checked, somebody else makes it, or the episode is closed."""
        return self.lock is not None or self.is_excluded or self.is_closed or self.is_unread_and_held

    @property
    def is_unread_and_held(self) -> bool:
        """It was held when last shown, and whether it still is cannot be read."""
        return any(isinstance(one.reason, reasons.UnreadAndHeld) for one in self.decisions)

    @property
    def is_unread_and_open(self) -> bool:
        """Whether something holds it cannot be read, and the whole list has not been answered that day."""
        return any(isinstance(one.reason, reasons.UnreadAndOpen) for one in self.decisions)

    @property
    def is_held(self) -> bool:
        """A safety answer holds it, or may hold it for all that can be read."""
        return self.lock is not None or self.is_unread_and_held or self.is_unread_and_open


class Step(Value):
    """One day of the fold: what was known, what was decided, and where it left the patient."""

    facts: Facts
    before: Standing
    """Where the day before left the patient."""
    standing: Standing
    decisions: tuple[Decision, ...]
    advice: tuple[Given, ...] = ()


class Fold:
    """Folds one day after another through the table; the history may grow meanwhile."""

    def __init__(self, history: History, catalogue: Catalogue, flags: RedFlags, start: date) -> None:
        """Begin with ``start``, the first day with an entry or an earlier one."""
        self._finder = FactFinder(history, catalogue, flags, start)
        self._standing = held_before(history, flags, start)
        self._start = start
        self._day = start

    def next(self) -> Step:
        """Take the next day."""
        facts = self._finder.on(self._day, self._standing.planned)
        before, is_start = self._standing, self._day == self._start
        woken, early = wake(before, facts, is_start=is_start)
        rule, verdict = decide(woken, facts)
        faded = fade(verdict.standing, before, facts)
        standing = settle(faded, before, facts, is_start=is_start)
        advice = () if facts.is_closed else advice_for(Look(facts, standing))
        said = [Decision(*one) for one in early if fits_beside(one[0], rule, advice)]
        said.append(Decision(rule, verdict.reason))
        if faded is not verdict.standing:
            said.append(Decision("I4", reasons.FollowsWhatIsDone(faded.level)))
        self._standing, self._day = advised(standing, advice, facts.day), self._day + timedelta(days=1)
        return Step(facts, before, self._standing, (*said, *_beside(rule, standing, facts)), advice)


def steps(until: date, history: History, catalogue: Catalogue, flags: RedFlags) -> Iterator[Step]:
    """Fold every day of the episode up to ``until``, oldest first, and of those that lie close before it."""
    start = begins(history, until)
    course = Fold(history, catalogue, flags, start)
    return (course.next() for _ in days_between(start, until))


def _beside(rule: str, standing: Standing, facts: Facts) -> Iterator[Decision]:
    """Add what else the patient should know; none of it raises anything."""
    if standing.mode == "flare" and standing.flare_since is not None:
        lasted = (facts.day - standing.flare_since).days
        if lasted > LONG_FLARE:
            yield Decision("D5", reasons.LongFlare(lasted))
    if standing.is_stopped:
        yield from _watched(standing, facts)
        return
    if facts.gate.soft:
        yield Decision("SOFT", reasons.SoftFlag(facts.gate.soft))
    yield from _asks(standing, facts)
    if rule not in BAD_NEWS and is_check_offered(standing, facts):
        yield Decision("WAY", reasons.TryDirections())
    if facts.profile is None and standing.mode == "plan":
        yield Decision("START", reasons.ProfileMissing())
    if facts.operation is not None and facts.is_healing and standing.mode == "plan":
        yield Decision("OP", reasons.Heals(facts.operation.healed_on))


def _asks(standing: Standing, facts: Facts) -> Iterator[Decision]:
    is_first = facts.gate.last_full is None and facts.profile is not None and standing.mode == "plan"
    if is_first or (facts.check_in is not None and not facts.is_gate_answered):
        is_full = facts.gate.is_full_list_due(worse=facts.is_watchful)
        yield Decision("GATE", reasons.GateOpen(is_full, is_first))


def _watched(standing: Standing, facts: Facts) -> Iterator[Decision]:
    """Say what a morning without a plan needs all the same: a look at numbness, and the safety questions."""
    if facts.check_in is None or standing.mode == "locked":
        return
    if facts.check_in.numb == "more":
        yield Decision("NUMB", reasons.MoreNumbness(facts.gate.numb_mornings))
    yield from _asks(standing, facts)


def plan_of(step: Step) -> Plan:
    """Write out the plan of one step of the fold."""
    standing, is_empty = step.standing, step.standing.is_stopped
    tender = standing.mode == "flare" or standing.phase == "acute"
    return Plan(
        day=step.facts.day,
        lock=step.facts.lock,
        is_excluded=standing.mode == "excluded",
        is_closed=standing.mode == "closed",
        flare=standing.mode == "flare",
        phase=standing.phase,
        level=standing.level,
        walks=() if is_empty else walks_of(standing.rung),
        exercises=() if is_empty else tuple(exercises_of(standing, step.facts)),
        comfort=() if is_empty else comfort_of(step.facts, tender=tender),
        position_minutes=position_minutes(step.facts, tender=tender),
        decisions=step.decisions,
        advice=tuple(Advice(given.rule, given.concern, given.since) for given in step.advice),
        programme=step.facts.programme,
        watchful=step.facts.is_watchful,
        is_weekly_enough=standing.steady_since is not None,
        is_monthly_enough=standing.is_monthly,
        is_enough_asked=is_enough_asked(standing, step.facts),
        next_step=() if is_empty else towards_next_level(standing, step.facts),
        seen=inputs_of(step.facts),
    )


def plans(first: date, last: date, history: History, catalogue: Catalogue, flags: RedFlags) -> Iterator[Plan]:
    """Replay the plans of a period, oldest first; each day's as it is folded from its own episode."""
    start = begins(history, last)
    if first < start and history.first is not None and history.first < start:
        yield from plans(first, start - timedelta(days=1), history, catalogue, flags)
    for step in steps(last, history, catalogue, flags):
        if step.facts.day >= first:
            yield plan_of(step)


def planned_minutes(
    last: date, history: History, catalogue: Catalogue, flags: RedFlags
) -> Iterator[tuple[date, int]]:
    """Replay how many minutes of walking were planned up to ``last``; a day without a plan is left out."""
    for step in steps(last, history, catalogue, flags):
        if not step.standing.is_stopped:
            yield step.facts.day, sum(walks_of(step.standing.rung))


def plan_day(day: date, history: History, catalogue: Catalogue, flags: RedFlags) -> Plan:
    """Make the plan of ``day`` and say why."""
    *_, last = steps(day, history, catalogue, flags)
    return plan_of(last)
