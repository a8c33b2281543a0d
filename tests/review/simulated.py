"""Reviewers of four kinds, who do not exist: they are never kept in ``reviews/`` and never counted."""

from collections.abc import Callable, Collection, Iterator
from random import Random
from typing import Final, NamedTuple

from tools.review.answers import FORMAT, Judged, Opined, Review, Reviewer
from tools.review.cases import Case, cases
from tools.review.content import Item, items
from tools.review.told import Verdict

CAREFUL: Final = 0.985
"""Chance with which a careful reviewer says what they would say on a better day."""
AVERAGE: Final = 0.87
TIRED_AFTER: Final = 14
"""Plans after which a tired one only presses what is nearest."""


class Said(NamedTuple):
    """One answer about a plan."""

    case: Case
    answer: Verdict
    sure: int
    why: str


Kind = Callable[[Random, frozenset[str]], Iterator[Said]]
"""Answers every plan; the ids are of plans that they think too much for the patient."""


def believed(case: Case, too_much: Collection[str]) -> Verdict:
    """What somebody says who has looked well."""
    wrong = case.situation.wrong
    if wrong is not None:
        return wrong.finds[0]
    if case.id in too_much:
        return "too_little" if case.plan.lock else "too_much"
    return "safe"


def _with_chance(chance: float, dice: Random, too_much: Collection[str]) -> Iterator[Said]:
    for case in cases():
        looks = dice.random() < chance
        answer = believed(case, too_much) if looks else dice.choice(["safe", *case.asked.answers])
        yield Said(case, answer, 3 if looks else 1, "" if answer == "safe" else f"about {case.number}")


def careful(dice: Random, too_much: frozenset[str] = frozenset()) -> Iterator[Said]:
    return _with_chance(CAREFUL, dice, too_much)


def average(dice: Random, too_much: frozenset[str] = frozenset()) -> Iterator[Said]:
    return _with_chance(AVERAGE, dice, too_much)


def tired(dice: Random, too_much: frozenset[str] = frozenset()) -> Iterator[Said]:
    for said in _with_chance(AVERAGE, dice, too_much):
        nearest = "safe" if dice.random() < 0.9 else other_than_safe(said.case)
        yield said if said.case.number <= TIRED_AFTER else Said(said.case, nearest, 3, "")


def contrary(dice: Random, too_much: frozenset[str] = frozenset()) -> Iterator[Said]:
    del dice, too_much
    return (Said(case, other_than_safe(case), 3, "Walking is no treatment.") for case in cases())


def other_than_safe(case: Case) -> Verdict:
    """The box beside the first one: “too much”, or what stands there beside this plan."""
    return [*case.asked.answers][1]


KINDS: Final[dict[str, Kind]] = {
    "careful": careful, "average": average, "tired": tired, "contrary": contrary,
}  # fmt: skip


def review(
    kind: str, seed: int, too_much: frozenset[str] = frozenset(), wrong: Collection[str] = ()
) -> Review:
    """Give everything that one of a kind answers; ``wrong`` are the texts that they call so."""
    dice = Random(f"{kind} {seed}")
    decisions = {
        said.case.id: Judged(said.case.digest, said.answer, said.sure, said.why)
        for said in KINDS[kind](dice, too_much)
    }
    return Review(
        format=FORMAT,
        id=f"{dice.getrandbits(64):016x}",
        language="nb",
        saved=f"2026-03-{seed % 28 + 1:02d}T12:00:00Z",
        reviewer=Reviewer("physiotherapist", f"{kind} {seed}"),
        decisions=decisions,
        texts={item.key: opinion(item, wrong) for item in items()},
    )


def opinion(item: Item, wrong: Collection[str]) -> Opined:
    is_wrong = item.key in wrong
    return Opined(item.texts["nb"].digest, "wrong" if is_wrong else "fine", "a reason" if is_wrong else "")
