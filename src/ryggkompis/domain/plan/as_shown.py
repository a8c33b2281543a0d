"""What was shown on real days holds the plan of the real today (invariant I6, a to c).

The fold makes every day of what is known now. A patient lives forward: what is filled in today about
an earlier day may make today easier at once, and raises nothing before tomorrow.
"""

from binascii import crc32
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final

from ryggkompis.domain.base.value import Value, replace
from ryggkompis.domain.journal.day import is_smaller_plan
from ryggkompis.domain.journal.entries import Adjustment, CheckIn, Entry, Profile, Programme
from ryggkompis.domain.journal.gate import Clearance, Gate
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.shown import Holding, Shown
from ryggkompis.domain.plan import reasons
from ryggkompis.domain.plan.next_step import is_uneased
from ryggkompis.domain.plan.plan import Decision, Step
from ryggkompis.domain.plan.reasons import Reason
from ryggkompis.domain.plan.rules import RULES_VERSION
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


class Loads(Value):
    """What a day asks: the level of walking, and of each exercise."""

    level: int
    exercises: Mapping[str, int]

    def within(self, most: "Loads") -> "Loads":
        """Take the lower of each."""
        both = {
            id_: min(n, most.exercises[id_]) for id_, n in self.exercises.items() if id_ in most.exercises
        }
        return Loads(min(self.level, most.level), both)


def loads_of(standing: Standing) -> Loads:
    """Give what is asked where the plan stands so."""
    return Loads(standing.rung, {id_: standing.doses[id_] for id_ in standing.shown})


def fingerprint(history: History, day: date) -> int:
    """Sum up what alone may raise a plan that was shown: today's answers and choices, and what settles."""
    own = (entry for entry in history[day].entries if isinstance(entry, CheckIn | Gate) or _is_choice(entry))
    settles = (entry for kind in (Clearance, Profile, Programme) for entry in history.all(kind))
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
    is_eased_late = any(isinstance(d.reason, reasons.EasedByThePast) for d in step.decisions)
    loads, said = loads_of(step.standing), fingerprint(history, day)
    # Held because it was held is held: else the second look of a day would find nothing that it was held to.
    in_doubt = bool(history.in_doubt) and not is_held
    by = held_by(step, history, earlier)
    return Shown(
        day, version, is_held, loads.level, loads.exercises, first_at, said, is_eased_late, in_doubt, by
    )


def held_by(step: Step, history: History, earlier: Sequence[Shown]) -> tuple[Holding, ...]:
    """Name the safety answers that hold the plan; while it is held in doubt, those that held it before."""
    lock = step.facts.lock
    if lock is None:
        return earlier[-1].held_by if earlier and step.standing.mode == "doubt" else ()
    return tuple(
        Holding(one.id, one.day, one.saved)
        for one in history.all(Gate)
        if one.day >= lock.since and not {*lock.flags}.isdisjoint(one.positive)
    )


def remembered(shown: Sequence[Shown], day: date) -> tuple[Shown, ...]:
    """Keep what holds the plan after ``day``, and of each version of the rules its first day and its last."""
    by_version: dict[str, list[Shown]] = {}
    for one in shown:
        by_version.setdefault(one.version, []).append(one)
    ends = {one.day for days in by_version.values() for one in (days[0], days[-1])}
    # What cannot be read is held to the last that was shown without doubt, however long that is ago.
    sure = [one.day for one in shown if not one.is_in_doubt][-1:]
    return tuple(one for one in shown if _is_recent(one, day) or one.day in {*ends, *sure})


def versions_shown(shown: Sequence[Shown], first: date, last: date) -> tuple[str, ...]:
    """Name the rules' versions of what was shown from ``first`` to ``last``, oldest first."""
    days: dict[str, list[date]] = {}
    for one in shown:
        days.setdefault(one.version, []).append(one.day)
    return tuple(version for version, on in days.items() if on[0] <= last and on[-1] >= first)


def _is_recent(one: Shown, day: date) -> bool:
    return day - one.day <= timedelta(days=REMEMBERED_DAYS)


def told_late(history: History, day: date, shown: Sequence[Shown]) -> tuple[Entry, ...]:
    """List what was said about earlier days since a plan was first shown today."""
    same = next((one for one in shown if one.day == day), None)
    if same is None:
        return ()
    return tuple(
        e for e in history.entries if e.day < day and e.saved is not None and e.saved > same.first_at
    )


def held_to(step: Step, kept: Loads, decisions: tuple[Decision, ...]) -> Step:
    """Ask no more than ``kept``, for what the ``decisions`` say."""
    doses = {**step.standing.doses, **kept.exercises}
    standing = replace(step.standing, rung=kept.level, shown=tuple(kept.exercises), doses=doses)
    return replace(step, standing=standing, decisions=decisions)


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
    day = step.facts.day
    earlier = [one for one in shown if one.day < day and _is_recent(one, day)]
    wanted = loads_of(step.standing)
    same, said = next((one for one in shown if one.day == day), None), fingerprint(history, day)
    kept = _of_earlier(_of_today(wanted, same, said, without), step, earlier)
    decisions = step.decisions if kept == wanted else (*waiting(step.decisions),)
    if same is not None and (same.is_eased_late or kept != _before(kept, same, said, without, earlier)):
        decisions = (*decisions, Decision("SHOWN", reasons.EasedByThePast()))
    return held_to(step, kept, decisions)


def waiting(decisions: Sequence[Decision]) -> list[Decision]:
    """Say that it waits for tomorrow, in the place of what would have risen."""
    waits: Reason = reasons.NotBeforeTomorrow()
    said = [Decision(d.rule, waits) if isinstance(d.reason, RISES) else d for d in decisions]
    return said if any(d.reason == waits for d in said) else [*said, Decision("SHOWN", waits)]


def _of_today(loads: Loads, same: Shown | None, said: int, without: Step | None) -> Loads:
    """Let what is told about earlier days raise nothing that was already shown today (a)."""
    if same is None or same.is_held:
        return loads
    if same.said == said:
        return loads.within(Loads(same.level, same.exercises))
    is_known = without is not None and not without.standing.is_stopped
    return loads.within(loads_of(without.standing)) if without and is_known else loads


def _before(kept: Loads, same: Shown, said: int, without: Step | None, earlier: Sequence[Shown]) -> Loads:
    """Give what today's plan was before anything was told late; ``kept`` where that cannot be told.

    Where the day's own answers are as they were, that is what was shown.
    """
    if same.is_held or same.version != RULES_VERSION:
        return kept
    if same.said == said:
        return Loads(same.level, same.exercises)
    is_known = without is not None and not without.standing.is_stopped
    return _of_earlier(loads_of(without.standing), without, earlier) if without and is_known else kept


def _of_earlier(loads: Loads, step: Step, earlier: Sequence[Shown]) -> Loads:
    # On a day that was held no load was shown, so it neither is a high nor makes one old.
    seen = [one for one in earlier if not one.is_held]
    if not seen:
        return loads
    last = seen[-1]
    standing, facts, said = step.standing, step.facts, {d.rule for d in step.decisions}
    if said & HOLDS or not (facts.is_free and is_uneased(standing, facts)):
        return loads.within(Loads(last.level, last.exercises))
    is_way_back = (
        bool(said & WAYS_BACK)
        or earlier[-1].is_held
        or facts.day in {standing.returned_on, standing.flare_ended}
    )
    level = loads.level if is_way_back else min(loads.level, last.level + STEP, _highest(seen, facts.day))
    return Loads(level, _one_step(loads.exercises, seen))


def _highest(seen: Sequence[Shown], day: date) -> int:
    """Give the highest level that may be shown: a new high only a week after the last."""
    high, high_on = seen[0].level, seen[0].day
    for one in seen:
        if one.level > high:
            high, high_on = one.level, one.day
    return high + STEP if day - high_on >= timedelta(days=HIGH_STANDS) else high


def _one_step(exercises: Mapping[str, int], seen: Sequence[Shown]) -> Mapping[str, int]:
    """Let one exercise be a step above what was shown of it, and the others as they were."""
    known = {id_: level for one in seen for id_, level in one.exercises.items()}
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
