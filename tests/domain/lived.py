"""A life beside its plans: what the checks of the invariants look at."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final, NamedTuple, TypeAlias

from ryggkompis.domain.catalogue.catalogue import Catalogue, RedFlags
from ryggkompis.domain.journal.entries import Adjustment, Profile, Programme
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.plan.plan import Plan, Step, plan_of
from tests.domain.told import Told

WEEK: Final = 7


class Lived(NamedTuple):
    """Every day's plan beside what was said, first day first."""

    plans: Sequence[Plan]
    told: Told
    placed: Sequence[tuple[date | None, int]]
    """The day of the last entry test, and its level."""
    catalogue: Catalogue

    @classmethod
    def of(cls, steps: Sequence[Step], history: History, catalogue: Catalogue, flags: RedFlags) -> "Lived":
        told = Told(history, flags, steps[0].facts.day, steps[-1].facts.day)
        plans = [plan_of(step) for step in steps]
        placed = [(step.standing.placed_on, step.standing.placed_level) for step in steps]
        return cls(plans, told, placed, catalogue)

    def days(self) -> Iterator[tuple[int, Plan, Plan]]:
        """Each day but the first: its place, the plan of the day before, and its own."""
        return ((n, *pair) for n, pair in enumerate(pairwise(self.plans), start=1))

    def done(self, n: int, days: int) -> tuple[int, int]:
        """Minutes walked and planned on the known ones of the ``days`` before day ``n``."""
        past = [k for k in range(max(0, n - days), n) if self.told.walked[k] is not None]
        planned = sum(self.plans[k].walk_minutes for k in past)
        return sum(self.told.walked[k] or 0 for k in past), planned

    def habit(self, n: int) -> tuple[int, int]:
        """The same of the last 7 days, or of 14 where fewer than three of the 7 are known (4.3)."""
        is_known = sum(one is not None for one in self.told.walked[max(0, n - WEEK) : n]) >= 3
        return self.done(n, WEEK if is_known else 2 * WEEK)


Check: TypeAlias = Callable[[Lived], Iterator[str]]


def loads(plan: Plan) -> dict[str, int]:
    """Every load of a day by its name: walking, and each exercise's level."""
    return {
        "minutes": plan.walk_minutes,
        "longest": max(plan.walks, default=0),
        **{exercise.id: exercise.level for exercise in plan.exercises},
    }


def higher(later: Plan, earlier: Plan) -> str:
    """Name what ``later`` has more of, or nothing."""
    before = loads(earlier)
    more = [f"{what} {before.get(what, 0)} to {much}" for what, much in loads(later).items()]
    return ", ".join(one for one, load in zip(more, loads(later).items(), strict=True)
                     if load[1] > before.get(load[0], 0))  # fmt: skip


def ruled(plan: Plan, *rules: str) -> bool:
    return any(decision.rule in rules for decision in plan.decisions)


def is_return(life: Lived, n: int) -> bool:
    """The first day, and the first after a lock, an exclusion, a flare, silence or an entry test."""
    before, plan = life.plans[n - 1], life.plans[n]
    ends = before.is_empty or (before.flare and not plan.flare)
    placed = life.placed[n] != life.placed[n - 1]
    return n == 0 or ends or placed or (life.told.profile[n - 1] is None) != (life.told.profile[n] is None)


def has_own_wish(life: Lived, n: int) -> bool:
    """A ceiling, a smaller plan or a changed number: what stands is somebody's choice."""
    programme, profile = life.told.programme[n], life.told.profile[n]
    ceiling = isinstance(programme, Programme) and programme.walk_ceiling is not None
    changed = isinstance(profile, Profile) and bool(profile.thresholds)
    return ceiling or changed or bool(life.told.history[life.plans[n].day].all(Adjustment))
