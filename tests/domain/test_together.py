"""No two sentences on Today contradict one another: a table of what each reason and advice says."""

from itertools import combinations
from typing import Final

import pytest

from ryggkompis.domain.plan import concerns, reasons
from ryggkompis.domain.plan.plan import Plan
from tests.domain.lives import life
from tests.domain.patient import catalogue, red_flags
from tests.domain.test_invariants import lived

LIVES: Final = 60

SAYS: Final[dict[type, frozenset[str]]] = {
    reasons.PainMovedUp: frozenset({"glad"}),
    reasons.MustBeChecked: frozenset({"stops"}),
    reasons.NeedsOwnPlan: frozenset({"stops"}),
    reasons.UnreadAndHeld: frozenset({"stops"}),
    reasons.UnreadAndOpen: frozenset({"holds", "asks"}),
    reasons.ClockDisagrees: frozenset({"holds"}),
    reasons.UnreadAndAnswered: frozenset({"holds"}),
    reasons.Heals: frozenset(),
    reasons.Closed: frozenset({"stops"}),
    reasons.NoCheckIn: frozenset({"holds", "not asked"}),
    reasons.BackAfterSilence: frozenset({"holds", "not asked"}),
    reasons.StartsHere: frozenset({"starts"}),
    reasons.MoreNumbness: frozenset({"eases", "bad"}),
    reasons.InFlare: frozenset({"eases", "bad"}),
    reasons.LongFlare: frozenset({"bad"}),
    reasons.SeveralBadMornings: frozenset({"eases", "bad"}),
    reasons.ReachesFurther: frozenset({"eases", "bad"}),
    reasons.WorseMorning: frozenset({"eases", "bad"}),
    reasons.TwoHardDays: frozenset({"eases", "bad"}),
    reasons.TooMuchYesterday: frozenset({"eases", "bad"}),
    reasons.OnTheEdgeAgain: frozenset({"holds"}),
    reasons.OnTheEdge: frozenset({"holds"}),
    reasons.BackInSteps: frozenset({"back"}),
    reasons.SmallerPlan: frozenset({"less"}),
    reasons.LessThanPlanned: frozenset({"holds", "little"}),
    reasons.MoreThanPlanned: frozenset({"holds", "much"}),
    reasons.GoodWeek: frozenset({"rises", "glad"}),
    reasons.ExerciseUp: frozenset({"rises"}),
    reasons.NewExercise: frozenset({"rises"}),
    reasons.NotBeforeTomorrow: frozenset({"holds"}),
    reasons.EasedByThePast: frozenset({"easier"}),
    reasons.StillEased: frozenset({"holds"}),
    reasons.Steady: frozenset({"holds"}),
    reasons.FollowsWhatIsDone: frozenset({"lowers"}),
    reasons.TherapistsCeiling: frozenset({"ceiling"}),
    reasons.TryDirections: frozenset({"tries"}),
    reasons.GateOpen: frozenset({"holds", "asks"}),
    reasons.SoftFlag: frozenset({"holds"}),
    reasons.ProfileMissing: frozenset({"first"}),
    concerns.FlaresLastOrReturn: frozenset({"see somebody"}),
    concerns.StillSevere: frozenset({"see somebody", "severe"}),
    concerns.LittleChange: frozenset({"see somebody", "no change"}),
    concerns.LongAndSevere: frozenset({"see somebody", "the way on"}),
    concerns.GoalsStandStill: frozenset({"see somebody"}),
    concerns.SuddenRelief: frozenset({"strength first"}),
    concerns.AfraidToMove: frozenset({"see somebody"}),
    concerns.PlanDoesNotFit: frozenset({"see somebody", "does not fit"}),
    concerns.ReachesFurther: frozenset({"see somebody", "bad"}),
}
"""Every sentence there is, by what it amounts to."""
AGAINST: Final = (
    {"rises", "holds"},
    {"rises", "eases"},
    {"rises", "lowers"},
    {"rises", "stops"},
    {"rises", "less"},
    {"rises", "strength first"},
    {"rises", "starts"},
    {"back", "holds"},
    {"back", "eases"},
    {"back", "stops"},
    {"tries", "bad"},
    {"tries", "stops"},
    {"tries", "first"},
    {"starts", "stops"},
    {"starts", "first"},
    {"first", "stops"},
    {"glad", "bad"},
    {"little", "much"},
    {"less", "does not fit"},
    {"stops", "does not fit"},
    {"no change", "the way on"},
    {"no change", "strength first"},
)
"""What is never said on one day."""


def test_every_sentence_stands_in_the_table() -> None:
    assert SAYS.keys() == {*reasons.Reason.__args__, *concerns.Concern.__args__}


def clashes(plan: Plan) -> list[str]:
    """Name each pair of sentences of a plan that contradict one another."""
    said = [type(one.reason) for one in plan.decisions] + [type(one.reason) for one in plan.advice]
    pairs = ((a, b) for a, b in combinations(said, 2))
    return [
        f"{plan.day}: {a.__name__} and {b.__name__}"
        for a, b in pairs
        for one, other in AGAINST
        if (one in SAYS[a] and other in SAYS[b]) or (other in SAYS[a] and one in SAYS[b])
    ]


@pytest.mark.parametrize("part", range(4))
def test_nothing_on_today_contradicts_anything_else(part: int) -> None:
    for seed in range(part, LIVES, 4):
        one = life(seed)
        if one.acts:
            for plan in lived(one.known(one.days), one.last).plans:
                assert clashes(plan) == [], f"life {seed}"


def test_the_lives_reach_what_could_clash() -> None:
    assert catalogue() is not None
    assert red_flags() is not None
    said = {
        type(d.reason)
        for seed in range(20)
        if life(seed).acts
        for plan in lived(life(seed).known(life(seed).days), life(seed).last).plans
        for d in plan.decisions
    }
    assert len(said) > 20
