"""What was shown on real days holds the plan of the real today (invariant I6, a to c).

The fold makes every day of what is known now. A patient lives forward: what is filled in today about
an earlier day may make today easier at once, and raises nothing before tomorrow.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple
from zlib import crc32

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.day import is_smaller_plan
from ryggkompis.domain.journal.entries import Adjustment, CheckIn, Clearance, Entry, Gate, Profile, Programme
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.shown import Shown
from ryggkompis.domain.plan import reasons
from ryggkompis.domain.plan.next_step import is_uneased
from ryggkompis.domain.plan.plan import Decision, Step
from ryggkompis.domain.plan.reasons import Reason
from ryggkompis.domain.plan.standing import Standing

REMEMBERED_DAYS: Final = 28
"""Days for which it is remembered what was shown."""
HIGH_STANDS: Final = 7
"""Days after the last new high before a higher one is shown."""
STEP: Final = 1
"""Levels above what was last shown that an ordinary day may show."""
RISES: Final = (reasons.GoodWeek, reasons.ExerciseUp, reasons.NewExercise, reasons.BackInSteps)
WAYS_BACK: Final = frozenset({"START", "D11"})
HOLDS: Final = frozenset({"D7b", "D8b", "D9"})
"""Rows that hold a morning on which nothing else is known to: it is calm, and nothing is eased off."""


class _Loads(NamedTuple):
    level: int
    exercises: Mapping[str, int]

    def within(self, most: "_Loads") -> "_Loads":
        """Take the lower of each."""
        both = {
            id_: min(n, most.exercises[id_]) for id_, n in self.exercises.items() if id_ in most.exercises
        }
        return _Loads(min(self.level, most.level), both)


def _loads(standing: Standing) -> _Loads:
    return _Loads(standing.rung, {id_: standing.doses[id_] for id_ in standing.shown})


def fingerprint(history: History, day: date) -> int:
    """Sum up what alone may raise a plan that was shown: today's answers and choices, and what settles."""
    own = (entry for entry in history[day].entries if isinstance(entry, CheckIn | Gate) or _is_choice(entry))
    settles = (entry for entry in history.entries if isinstance(entry, Clearance | Profile | Programme))
    return crc32(" ".join(sorted(f"{e.id}.{e.rev}" for e in (*own, *settles))).encode())


def _is_choice(entry: Entry) -> bool:
    # Taken back, a smaller plan gives today's plan back.
    return isinstance(entry, Adjustment) and is_smaller_plan(entry)


def shown_now(step: Step, history: History, earlier: Sequence[Shown], now: datetime, version: str) -> Shown:
    """Describe what is shown at this moment."""
    day = step.facts.day
    same = next((one for one in earlier if one.day == day), None)
    first_at = same.first_at if same else now
    is_held = step.standing.is_stopped
    said, in_doubt = fingerprint(history, day), bool(history.in_doubt)
    return Shown(day, version, is_held, *_loads(step.standing), first_at, said, in_doubt)


def told_late(history: History, day: date, shown: Sequence[Shown]) -> tuple[Entry, ...]:
    """List what was said about earlier days since a plan was first shown today."""
    same = next((one for one in shown if one.day == day), None)
    if same is None:
        return ()
    return tuple(
        e for e in history.entries if e.day < day and e.saved is not None and e.saved > same.first_at
    )


def as_shown(step: Step, history: History, shown: Sequence[Shown], without: Step | None) -> Step:
    """Hold today's plan to what was shown.

    Args:
        step: today, as it follows from all that is known.
        history: all that is known.
        shown: what was shown on the last days and today, oldest first.
        without: today, as it would be without what ``told_late`` lists; None where that is nothing.

    """
    if step.standing.is_stopped:
        return step
    wanted = _loads(step.standing)
    kept = _of_today(wanted, step, history, shown, without)
    kept = _of_earlier(kept, step, [one for one in shown if one.day < step.facts.day])
    if kept == wanted:
        return step
    doses = {**step.standing.doses, **kept.exercises}
    standing = replace(step.standing, rung=kept.level, shown=tuple(kept.exercises), doses=doses)
    return replace(step, standing=standing, decisions=tuple(_said(step.decisions)))


def _said(decisions: Sequence[Decision]) -> list[Decision]:
    """Say that it waits for tomorrow, in the place of what would have risen."""
    waits: Reason = reasons.NotBeforeTomorrow()
    said = [Decision(d.rule, waits) if isinstance(d.reason, RISES) else d for d in decisions]
    return said if any(d.reason == waits for d in said) else [*said, Decision("SHOWN", waits)]


def _of_today(
    loads: _Loads, step: Step, history: History, shown: Sequence[Shown], without: Step | None
) -> _Loads:
    """Let what is told about earlier days raise nothing that was already shown today (a)."""
    day = step.facts.day
    same = next((one for one in shown if one.day == day), None)
    if same is None or same.is_held:
        return loads
    if same.said == fingerprint(history, day):
        return loads.within(_Loads(same.level, same.exercises))
    return loads if without is None or without.standing.is_stopped else loads.within(_loads(without.standing))


def _of_earlier(loads: _Loads, step: Step, earlier: Sequence[Shown]) -> _Loads:
    last = next((one for one in reversed(earlier) if not one.is_held), None)
    if last is None:
        return loads
    standing, facts, said = step.standing, step.facts, {d.rule for d in step.decisions}
    if said & HOLDS or not (facts.is_free and is_uneased(standing, facts)):
        return loads.within(_Loads(last.level, last.exercises))
    is_way_back = (
        bool(said & WAYS_BACK)
        or earlier[-1].is_held
        or facts.day in {standing.returned_on, standing.flare_ended}
    )
    level = loads.level if is_way_back else min(loads.level, last.level + STEP, _highest(earlier, facts.day))
    return _Loads(level, _one_step(loads.exercises, earlier))


def _highest(earlier: Sequence[Shown], day: date) -> int:
    """Give the highest level that may be shown: a new high only a week after the last."""
    high, high_on = earlier[0].level, earlier[0].day
    for one in earlier:
        if one.level > high:
            high, high_on = one.level, one.day
    return high + STEP if day - high_on >= timedelta(days=HIGH_STANDS) else high


def _one_step(exercises: Mapping[str, int], earlier: Sequence[Shown]) -> Mapping[str, int]:
    """Let one exercise be a step above what was shown of it, and the others as they were."""
    known = {id_: level for one in earlier for id_, level in one.exercises.items()}
    if not known:
        return exercises
    kept: dict[str, int] = {}
    is_free = True
    for id_, level in exercises.items():
        most = known.get(id_, 0)
        if level > most and is_free:
            is_free, most = False, most + STEP
        if most:
            kept[id_] = min(level, most)
    return kept
