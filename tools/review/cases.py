"""The decisions as a reviewer meets them: who it is, how the morning is, and what the plan was; blinded."""

from functools import cache
from hashlib import sha256
from random import Random
from typing import Final

from msgspec import json

from ryggkompis.domain.base.value import Value, replace
from ryggkompis.domain.plan.ladder import walks_of
from ryggkompis.domain.plan.plan import Plan, Step, plan_of
from tools.review.told import FLAGS, Situation, ToldDay, Verdict, read, steps_of

SEED: Final = 1647
"""Mixes the order: of the first 12 three are planned wrong, but no run of them, nor the first three."""
SAFE: Final[frozenset[Verdict]] = frozenset({"safe"})
SENT: Final[frozenset[Verdict]] = frozenset({"safe", "seen"})
UNSAFE: Final[frozenset[Verdict]] = frozenset({"too_much", "seen"})
HASTE: Final[frozenset[Verdict]] = frozenset({"too_little"})


class Case(Value, dict=True):
    """One decision."""

    number: int
    """As it is printed, from 1."""
    situation: Situation
    steps: tuple[Step, ...]
    """What the rules made of every day, as it was told."""
    plan: Plan
    """What the reviewer sees, which may be wrong on purpose."""

    @property
    def id(self) -> str:
        """Name the situation; it stays when rules change, and tells nobody what is planned wrong."""
        return self.situation.id

    @property
    def is_planted(self) -> bool:
        """Tell whether the plan is wrong on purpose."""
        return self.situation.wrong is not None

    @property
    def is_sent(self) -> bool:
        """Tell whether the plan sends to somebody, who is called or makes one."""
        return self.plan.lock is not None or self.plan.is_excluded

    @property
    def agrees(self) -> frozenset[Verdict]:
        """Give the answers that agree: where the plan sends to somebody, “must be seen” does."""
        return SENT if self.is_sent else SAFE

    @property
    def unsafe(self) -> frozenset[Verdict]:
        """Give the answers that call it unsafe; where somebody is called, only too little haste is."""
        return HASTE if self.plan.lock else UNSAFE - self.agrees

    @property
    def digest(self) -> str:
        """Name all that is judged: another plan, or other facts behind it, is another decision."""
        plan, step = self.plan, self.steps[-1]
        judged = (
            self.id,
            plan.walks,
            [(one.id, one.level, one.sets, one.reps, one.seconds) for one in plan.exercises],
            plan.comfort,
            (plan.lock.said, FLAGS.action(plan.lock.said)) if plan.lock else None,
            (plan.is_excluded, plan.is_closed),
            [one.rule for one in plan.advice],
            (step.facts.gate.told, step.before.planned[-1:], step.facts.judged.usual.leg),
        )
        return sha256(json.encode(judged)).hexdigest()[:12]


@cache
def cases() -> tuple[Case, ...]:
    """Give every decision in the order of the page."""
    situations = sorted(read(), key=lambda one: one.id)
    Random(SEED).shuffle(situations)
    return tuple(_case(number, one) for number, one in enumerate(situations, 1))


def _case(number: int, situation: Situation) -> Case:
    steps = tuple(steps_of(situation.days))
    wrong = situation.wrong
    if wrong is None:
        return Case(number, situation, steps, plan_of(steps[-1]))
    heard = steps_of(_deaf(situation.days, wrong.deaf)) if wrong.deaf else steps
    plan = plan_of(heard[-1])
    if wrong.level is not None:
        plan = replace(plan, level=wrong.level, walks=walks_of(wrong.level))
    return Case(number, situation, steps, plan)


def _deaf(days: tuple[ToldDay, ...], mornings: int) -> list[ToldDay]:
    """Take the last mornings for ordinary ones."""
    last = days[-1 - mornings]
    calm = {"leg": last.leg, "back": last.back, "site": last.site, "numb": "same", "morning": "same"}
    heard = [replace(day, flare=False, answers={}, **calm) for day in days[-mornings:]]
    return [*days[:-mornings], *heard]
