"""The decisions as a reviewer meets them: who it is, how the morning is, and what the plan was; blinded."""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from random import Random
from typing import Final

from msgspec import json

from ryggkompis.domain.base.value import Value, replace
from ryggkompis.domain.plan.ladder import walks_of
from ryggkompis.domain.plan.plan import Plan, Step, plan_of
from tools.review.told import FLAGS, Situation, ToldDay, Verdict, read, steps_of
from tools.review.words import all_words

SEED: Final = 1647
"""Mixes the order: of the first 12 three are planned wrong, but no run of them, nor the first three."""
AGREES: Final[Verdict] = "safe"


class Asked(Value):
    """What is asked of one sort of decision: only answers that can be meant beside it."""

    question: str
    answers: Mapping[Verdict, str]
    """Each answer, and the name of the word for it."""
    unsafe: frozenset[Verdict]
    """The answers that call it unsafe."""


A_PLAN: Final = Asked(
    "ask_plan",
    {"safe": "safe", "too_much": "too_much", "too_little": "too_little", "seen": "seen"},
    frozenset({"too_much", "seen"}),
)
A_CALL: Final = Asked(
    "ask_right",
    {"safe": "right", "too_much": "less_urgent", "too_little": "more_urgent"},
    frozenset({"too_little"}),
)
MOST_URGENT: Final = Asked("ask_right", {"safe": "right", "too_much": "less_urgent"}, frozenset())
OF_OTHERS: Final = Asked(
    "ask_right", {"safe": "right", "too_little": "could_plan", "seen": "doctor_first"}, frozenset({"seen"})
)
AN_END: Final = Asked(
    "ask_right", {"safe": "right", "too_little": "too_early", "seen": "seen"}, frozenset({"seen"})
)


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
    def asked(self) -> Asked:
        """Tell what is asked: beside a call, the end, or a plan of somebody else's, no walk is too long."""
        plan = self.plan
        if plan.lock is not None:
            return MOST_URGENT if FLAGS.action(plan.lock.said) == "113" else A_CALL
        if plan.is_closed:
            return AN_END
        return OF_OTHERS if plan.is_excluded else A_PLAN

    def in_english(self, answer: str) -> str:
        """Say an answer as the page does."""
        word = next(word for name, word in self.asked.answers.items() if name == answer)
        return all_words()[word]["en"]

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
