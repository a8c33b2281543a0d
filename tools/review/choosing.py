"""Choose the situations: ``python -m tools.review choose``, once; a new choice loses every answer given."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import product
from typing import Final, NamedTuple

from msgspec import json

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.plan.plan import Step, plan_of
from tools.review.lived import lived, morning_of
from tools.review.told import Situation, ToldDay, day_of, steps_of
from tools.review.twists import ALL, FIRST_DAYS, PLANTED, PLANTED_FIRST, Twist
from tools.simulate.kinds import KINDS, Kind

LONGEST: Final = 84
PLACES: Final = (11, 16, 23, 31, 38, 47, 58, 66, 74, 83)
"""Days of a life that are looked at."""
KINDS_EACH: Final = 8
"""Kinds that each change is tried on."""


SHOWS_FROM: Final = {
    "a point a week": 47, "half a point": 47, "relapse": 74, "down the leg": 66, "down, told seldom": 66,
}  # fmt: skip
"""The day from which a kind is not like the others, where it begins as they do."""


class Candidate(NamedTuple):
    """A situation, and what it meets."""

    situation: Situation
    meets: frozenset[str]


def met(step: Step, kind: str) -> frozenset[str]:
    """Name everything that a morning meets: rules, advice, safety answers, and the kind of patient."""
    plan = plan_of(step)
    held = plan.lock.said if plan.lock else ()
    rules = (*(one.rule for one in step.decisions), *(one.rule for one in step.advice))
    is_seen = step.facts.day >= day_of(SHOWS_FROM.get(kind, 0))
    return frozenset({*rules, *held, *step.facts.gate.soft, *([f"kind: {kind}"] if is_seen else [])})


def choose() -> list[Situation]:
    """Choose few situations that together meet everything, and those that are planned wrong on purpose."""
    lives = {kind.name: lived(kind, 1, LONGEST) for kind in KINDS}
    found = [*_plain(lives), *_twisted(lives), *_first(lives)]
    chosen = [one.situation for one in _cover(found)]
    # By their ids, which are as good as dice.
    planted = {one.situation.why: one.situation for one in sorted(_planted(lives), key=_id)}
    return [*chosen, *planted.values()]


def _id(one: Candidate) -> str:
    return one.situation.id


def _cover(found: Iterable[Candidate]) -> Iterator[Candidate]:
    left = sorted(found, key=_id)
    open_ = frozenset[str]().union(*(one.meets for one in left))
    while open_:
        best = max(left, key=lambda one: len(one.meets & open_))
        yield best
        open_ -= best.meets


def _situation(kind: str, twist: Twist | None, days: list[ToldDay]) -> Situation:
    made = Situation(id="", kind=kind, why=twist.name if twist else "", days=tuple(days))
    made = replace(made, wrong=twist.wrong if twist else None)
    return replace(made, id=sha256(json.encode(made)).hexdigest()[:6])


def _plain(lives: dict[str, list[ToldDay]]) -> Iterator[Candidate]:
    for kind, days in lives.items():
        steps = steps_of(days)
        for n in range(8, LONGEST, 3):
            yield Candidate(_situation(kind, None, morning_of(days, n)), met(steps[n], kind))


def _twisted(lives: dict[str, list[ToldDay]]) -> Iterator[Candidate]:
    for place, twist in enumerate(ALL):
        if twist.wrong is None:
            for kind, n in product(_some(KINDS, place), PLACES):
                yield from _candidate(kind.name, twist, morning_of(lives[kind.name], n))


def _first(lives: dict[str, list[ToldDay]]) -> Iterator[Candidate]:
    for twist in FIRST_DAYS:
        yield from _candidate("good", twist, morning_of(lives["good"], 0))


def _some(kinds: tuple[Kind, ...], place: int) -> Iterator[Kind]:
    return (kinds[(place * 7 + n * 3) % len(kinds)] for n in range(KINDS_EACH))


def _candidate(kind: str, twist: Twist, days: list[ToldDay]) -> Iterator[Candidate]:
    changed = twist.change(days) if not days[-1].is_silent or len(days) == 1 else None
    if changed is None:
        return
    meets = met(steps_of(changed)[-1], kind)
    if twist.wants <= meets and not twist.bars & meets:
        yield Candidate(_situation(kind, twist, changed), meets | {twist.name})


def _planted(lives: dict[str, list[ToldDay]]) -> Iterator[Candidate]:
    kinds = ("bumpy", "eighty", "steady", "good", "slow", "hard", "red from L5", "walker", "watch")
    for twist, (place, kind) in product(PLANTED, enumerate(kinds)):
        for n in PLACES[place % 3 :]:
            before = plan_of(steps_of(lives[kind][:n])[-1]).walk_minutes
            if twist.minutes[0] <= before <= twist.minutes[1]:
                yield from _candidate(kind, twist, morning_of(lives[kind], n))
    yield from _candidate("slow", PLANTED_FIRST, morning_of(lives["slow"], 0))
