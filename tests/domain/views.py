"""What a person saw, day by day, while the journal grew: the plan **as shown** (clinical-3, I6 a-c)."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from random import Random
from typing import NamedTuple, TypeAlias

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.entries import Adjustment, CheckIn, Entry, Profile, Programme
from ryggkompis.domain.journal.gate import Clearance, Gate
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.shown import Shown
from ryggkompis.domain.plan.plan import Plan, Step, plan_of
from ryggkompis.domain.plan.reasons import EasedByThePast
from tests.domain.lived import higher, ruled
from tests.domain.patient import red_flags
from tests.domain.person import Life
from tests.domain.told import LADDER, MINUTES, Told

LOOKS_BACK = timedelta(days=60)
"""Further than any judgement of a morning looks back."""
LEVEL = {minutes: level for level, minutes in MINUTES.items()}


class View(NamedTuple):
    """One look at the plan of the real day."""

    plan: Plan
    known: History
    """The journal as it was."""


Look: TypeAlias = Callable[[date, History, tuple[Shown, ...], datetime], tuple[Step, tuple[Shown, ...]]]
"""Makes the plan of a day from the journal and from what was shown before, and remembers what it shows."""


def journals(one: Life, dice: Random) -> Iterator[tuple[date, History, datetime]]:
    """Each look: in the morning, and at the end of most days, when all of the day has been said."""
    found: dict[str, Entry] = {}
    for on in range(one.days):
        acts = [act for act in one.acts if act.on == on]
        day = one.start + timedelta(days=on)
        now = datetime.combine(day, time(8), UTC)
        checks = [n for n, act in enumerate(acts, start=1) if isinstance(act.entry, CheckIn)]
        cuts = {checks[0] if checks else 0, len(acts)} if dice.random() < 0.9 else set()
        for n in range(len(acts) + 1):
            now += timedelta(seconds=2)
            if n in cuts:
                yield day, one.readable(found.values(), on), now
            if n < len(acts):
                found.pop(acts[n].entry.id, None)
                if not acts[n].is_taken_back:
                    found[acts[n].entry.id] = replace(acts[n].entry, saved=now + timedelta(seconds=1))


def told_late_life(one: Life, dice: Random) -> Life:
    """The same life, much of it told a day or a week after: what somebody sees meanwhile differs."""
    late = dice.choice((0.0, 0.2, 0.9))
    acts = []
    for act in one.acts:
        delay = (
            dice.choice((1, 1, 1, 2, 9)) if dice.random() < late and not isinstance(act.entry, Gate) else 0
        )
        acts.append(act._replace(on=min(act.on + delay, one.days - 1)))
    # A later text of an entry never comes before the entry itself.
    first = {act.entry.id: act.on for act in reversed(acts)}
    acts = [act._replace(on=max(act.on, first[act.entry.id])) for act in acts]
    return one._replace(acts=sorted(acts, key=lambda act: act.on))


def seen(one: Life, look: Look, seed: int = 0) -> list[View]:
    """Look again and again, as somebody lives."""
    views: list[View] = []
    memory: tuple[Shown, ...] = ()
    for day, known, now in journals(one, Random(seed)):
        step, memory = look(day, known, memory, now)
        views.append(View(plan_of(step), known))
    return views


def _today(view: View) -> set[tuple[str, int]]:
    """What was said about the day itself, or settles what stands: this alone may raise the plan."""
    settles = (Clearance, Profile, Programme)
    about = [e for e in view.known[view.plan.day].entries if isinstance(e, CheckIn | Gate)]
    return {(e.id, e.rev) for e in (*about, *(e for e in view.known.entries if isinstance(e, settles)))}


def a_the_past_never_raises_today(views: Sequence[View]) -> Iterator[str]:
    """(a) An entry about an earlier day may lower a plan already shown today, never raise it."""
    for before, after in pairwise(views):
        is_today = before.plan.day == after.plan.day and not before.plan.is_empty
        more = is_today and _today(before) == _today(after) and higher(after.plan, before.plan)
        if more:
            yield f"{after.plan.day}: {more} by what was said about an earlier day"


def _earlier(views: Sequence[View], n: int) -> Plan | None:
    """The plan last shown on an earlier day."""
    return next((v.plan for v in reversed(views[:n]) if v.plan.day < views[n].plan.day), None)


def b_a_held_day_shows_nothing_more(views: Sequence[View]) -> Iterator[str]:
    """(b) A silent, worse, eased, held or flare day shows nothing above what an earlier day showed last."""
    for n, view in enumerate(views):
        last = _earlier(views, n)
        if last is None or last.is_empty or view.plan.is_empty or not _is_held(view):
            continue
        if more := higher(view.plan, last):
            yield f"{view.plan.day}: {more} since {last.day}, on a day that is held"


def _is_held(view: View) -> bool:
    day = view.plan.day
    told = Told(view.known, red_flags(), max(min(view.known.first or day, day), day - LOOKS_BACK), day)
    eased = len(told.days) > 1 and told.is_worse(-2)
    held = ruled(view.plan, "D2", "D3", "D4", "D7", "D7b", "D8", "D8b", "D9", "D10")
    return told.silent[-1] or told.is_worse(-1) or told.flare[-1] or view.plan.flare or eased or held


def c_a_free_day_shows_one_step_more(views: Sequence[View]) -> Iterator[str]:
    """(c) Walks one level above those last shown, and above the highest of 28 days a week after it."""
    for n, view in enumerate(views):
        last = _earlier(views, n)
        if last is None or last.is_empty or view.plan.is_empty or _is_exempt(view, last):
            continue
        level, before = LEVEL[view.plan.walk_minutes], LEVEL[last.walk_minutes]
        shown = [v.plan for v in views[:n] if 0 < (view.plan.day - v.plan.day).days <= 28]
        top = max((LEVEL[p.walk_minutes] for p in shown if not p.is_empty), default=before)
        since = max(
            (p.day for p in shown if not p.is_empty and LEVEL[p.walk_minutes] == top), default=date.min
        )
        first = min((p.day for p in shown if not p.is_empty and LEVEL[p.walk_minutes] == top), default=since)
        if level > before + 1:
            yield f"{view.plan.day}: level {level} after {before} on {last.day}"
        elif level > top and (view.plan.day - first).days < 7:
            yield f"{view.plan.day}: level {level} above the {top} of {first}"


def c_one_exercise_by_one_step(views: Sequence[View]) -> Iterator[str]:
    """(c) Of the exercises that were shown last, one rises at most, and by one step."""
    for n, view in enumerate(views):
        last = _earlier(views, n)
        if last is None or last.is_empty or view.plan.is_empty:
            continue
        before = {e.id: e.level for e in last.exercises}
        steps = [e.level - before[e.id] for e in view.plan.exercises if e.level > before.get(e.id, e.level)]
        if len(steps) > 1 or sum(steps) > 1:
            yield f"{view.plan.day}: exercises rise by {steps} since {last.day}"


def d_it_is_said_when_the_past_makes_today_easier(views: Sequence[View]) -> Iterator[str]:
    """(d) Where the day's own answers are as they were, a change is said; where nothing changed, nothing."""
    for before, after in pairwise(views):
        if before.plan.day != after.plan.day or before.plan.is_empty or after.plan.is_empty:
            continue
        is_changed = higher(before.plan, after.plan) or higher(after.plan, before.plan)
        if _today(before) != _today(after) or _says_easier(before.plan) or _chosen(before) != _chosen(after):
            continue
        if bool(is_changed) != _says_easier(after.plan):
            yield f"{after.plan.day}: {is_changed or 'nothing'} changed, said: {_says_easier(after.plan)}"


def e_what_cannot_be_read_is_not_no(views: Sequence[View]) -> Iterator[str]:
    """(2.3) In doubt what was shown last is the most: held stays held, and without the list it is walks."""
    for n, view in enumerate(views):
        if not view.known.in_doubt or view.plan.lock is not None:
            continue
        sure = next((v.plan for v in reversed(views[:n]) if not v.known.in_doubt), None)
        listed = any(gate.scope == "full" for gate in view.known[view.plan.day].gates)
        if sure is not None and sure.is_empty and not view.plan.is_empty:
            yield f"{view.plan.day}: a plan in doubt, where {sure.day} was held"
        if view.plan.exercises and not listed:
            yield f"{view.plan.day}: exercises in doubt"
        if sure is None:
            more = "walks" if view.plan.walk_minutes > MINUTES[-2] and not listed else ""
        else:
            more = higher(view.plan, sure)
        if more:
            yield f"{view.plan.day}: {more} in doubt"


def _chosen(view: View) -> int:
    return len(view.known[view.plan.day].all(Adjustment))


def _says_easier(plan: Plan) -> bool:
    return any(isinstance(decision.reason, EasedByThePast) for decision in plan.decisions)


def _is_exempt(view: View, last: Plan) -> bool:
    """An entry test, a way back, and the first day after a flare."""
    return ruled(view.plan, "START", "D11") or last.flare


CLAUSES = (
    a_the_past_never_raises_today,
    b_a_held_day_shows_nothing_more,
    c_a_free_day_shows_one_step_more,
    c_one_exercise_by_one_step,
    d_it_is_said_when_the_past_makes_today_easier,
    e_what_cannot_be_read_is_not_no,
)
assert len(LEVEL) == len(LADDER)


def unkept(views: Sequence[View]) -> list[str]:
    """Name every clause of I6 that what was shown does not keep."""
    return [f"{clause.__name__}: {found}" for clause in CLAUSES for found in clause(views)]
