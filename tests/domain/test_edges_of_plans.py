"""Every number of what comes of a morning, just under and just at it: what is shown, said and lowered."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import pytest

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.entries import Programme
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.shown import Shown
from ryggkompis.domain.plan import advice, concerns
from ryggkompis.domain.plan.advice import Look
from ryggkompis.domain.plan.after_table import fade, settle
from ryggkompis.domain.plan.as_shown import shown_now, told_late
from ryggkompis.domain.plan.before_table import wake
from ryggkompis.domain.plan.doses import comfort_of, exercises_of
from ryggkompis.domain.plan.effects import one_level_down
from ryggkompis.domain.plan.facts.facts import Facts
from ryggkompis.domain.plan.facts.weeks import Weeks
from ryggkompis.domain.plan.reachable import allowed_level
from ryggkompis.domain.plan.standing import Standing
from tests.domain.patient import DAY_0, Patient
from tests.domain.test_edges import TODAY, about, ago, facts, in_flare, lows, standing, walked, worse

KNOWN: Final = {"E03": 1, "E07": 1, "E10": 1, "E14": 1}
"""The four exercises of the phase that the made-up standing is in."""


def look(where: Standing | None = None, **changes: Any) -> Look:
    return Look(facts(**changes), where or standing())


def programme(**demands: Any) -> Programme:
    at = datetime(2026, 1, 1, 8, tzinfo=UTC)
    return Programme(id="2" * 26, day=TODAY, at=at, tz="UTC", name="P", sha="a", **demands)


def half_undone(level: int) -> int:
    where = standing(level=level, rung=level)
    return fade(where, where, worse(adherence=walked((1,) * 14))).level


def settled(where: Standing, before: Standing | None = None, what: Facts | None = None) -> Standing:
    return settle(where, before or where, what or facts(), is_start=False)


def new_beside(met: int, **changes: Any) -> tuple[str, ...]:
    """What is shown of four known exercises, of which so many have been in a plan."""
    names = tuple(KNOWN)
    where = standing(doses=KNOWN, met=frozenset(names[:met]), shown=names[:met], **changes)
    return settled(where).shown


def after_entry(days: int | None, *minutes: int | None, level: int = 6) -> int:
    """How far a rise may lead some days after an entry test, by what was walked, nearest first."""
    where = standing(placed_on=None if days is None else ago(days), placed_level=level)
    return allowed_level(facts(adherence=walked(minutes, (0,) * 28)), where)


def woken(where: Standing, what: Facts) -> tuple[Standing, list[str]]:
    after, told = wake(where, what, is_start=False)
    return after, [rule for rule, _ in told]


def rested(dose: int, other: int = 2) -> dict[str, int]:
    where = standing(doses={"E10": dose, "E14": other})
    return dict(woken(where, facts(went_down=frozenset({"E10"})))[0].doses)


def placed(level: int, tolerance: int, **changes: Any) -> Standing:
    where = standing(level=level, rung=level, **changes)
    return woken(where, facts(profile=about(walk_tolerance=tolerance)))[0]


def dose(level: int) -> tuple[int, int | None]:
    (one,) = exercises_of(standing(doses={"E10": level}, shown=("E10",)), facts())
    return one.sets, one.reps


def shown_on(day: int, *earlier: int) -> int:
    """The hour at which a plan was first shown on ``day``, where one was at noon on some days."""
    patient = Patient(walk_tolerance=9)
    step = patient.steps(day)[-1]
    noon = datetime.combine(DAY_0, datetime.min.time(), UTC) + timedelta(hours=12)
    before = [Shown(DAY_0 + timedelta(n), "3", False, 3, {}, noon + timedelta(n), 0) for n in earlier]
    return shown_now(step, patient.history(), before, noon + timedelta(days=day, hours=6), "3").first_at.hour


def late(day: int, hour: int) -> int:
    """How much is late, of one check-in about ``day`` that was told at ``hour`` of day 5."""
    patient, noon = Patient(), datetime.combine(DAY_0, datetime.min.time(), UTC) + timedelta(days=5, hours=12)
    patient.morning(day, gate=None)
    history = History.of(replace(e, saved=noon.replace(hour=hour)) for e in patient.entries)
    others = Shown(DAY_0 + timedelta(4), "3", False, 3, {}, noon - timedelta(days=1), 0)
    today = Shown(DAY_0 + timedelta(5), "3", False, 3, {}, noon, 0)
    return len(told_late(history, today.day, (others, today)))


Row = tuple[str, Callable[[], object], object]
ADVICE: Final[tuple[Row, ...]] = (
    (
        "R2 names no nights where there were few",
        lambda: advice.still_severe(look(leg_mean=7.0, weeks=Weeks(broken_nights=3))),
        concerns.StillSevere(7.0, 0),
    ),
    (
        "R2 names four",
        lambda: advice.still_severe(look(leg_mean=7.0, weeks=Weeks(broken_nights=4))),
        concerns.StillSevere(7.0, 4),
    ),
    (
        "R3, 30 per cent is a clear change",
        lambda: advice.little_change(look(leg_mean=7.0, weeks=Weeks(ago(50), 10.0))),
        None,
    ),
    (
        "R3, less is none",
        lambda: advice.little_change(look(began=ago(42), leg_mean=7.1, weeks=Weeks(ago(50), 10.0))),
        concerns.LittleChange(6, 10.0, 7.1),
    ),
    (
        "R7 names the last",
        lambda: advice.afraid_to_move(look(weeks=Weeks(worries=(9, 7)))),
        concerns.AfraidToMove(7),
    ),
    ("R7 needs both", lambda: advice.afraid_to_move(look(weeks=Weeks(worries=(None, 9)))), None),
    (
        "R9 names the last",
        lambda: advice.reaches_further(look(new_lows=lows(20, 3))),
        concerns.ReachesFurther(ago(3)),
    ),
)
AFTER: Final[tuple[Row, ...]] = (
    ("nothing fades from level 0", lambda: half_undone(0), 0),
    ("from level 1 it does", lambda: half_undone(1), 0),
    ("a day without a plan has no minutes", lambda: settled(standing(mode="locked")).planned[-1], 0),
    (
        "a worse morning shows no exercise that was not shown",
        lambda: settled(standing(doses=KNOWN), standing(shown=("E07",)), worse()).shown,
        ("E07",),
    ),
    ("what has been in a plan is shown", lambda: new_beside(4), tuple(KNOWN)),
    ("one that is new beside others", lambda: new_beside(2), ("E03", "E07", "E10")),
    ("a new one is a rise", lambda: settled(standing(doses=KNOWN, shown=("E03",))).raised_on, TODAY),
    ("none three days after a rise", lambda: new_beside(2, raised_on=ago(2)), ("E03", "E07")),
    ("then one", lambda: new_beside(2, raised_on=ago(3)), ("E03", "E07", "E10")),
    (
        "none on a day that walks more",
        lambda: (
            settled(
                standing(doses=KNOWN, met=frozenset({"E03"})), standing(doses=KNOWN, rung=2, shown=("E03",))
            ).shown
        ),
        ("E03",),
    ),
    (
        "one that rose today is shown",
        lambda: (
            settled(
                standing(doses=KNOWN, met=frozenset({"E03"}), raised_on=TODAY),
                standing(doses={"E03": 1, "E07": 1, "E14": 1}, shown=("E03",)),
            ).shown
        ),
        ("E03", "E10"),
    ),
    (
        "those that a therapist asks for are shown at once",
        lambda: (
            settled(
                standing(doses=KNOWN, met=frozenset({"E03"}), raised_on=TODAY),
                standing(doses=KNOWN, shown=("E03",)),
                facts(programme=programme(required=("E10", "E14"))),
            ).shown
        ),
        ("E10", "E14", "E03"),
    ),
    ("the first plan shows all", lambda: settled(standing(doses=KNOWN)).shown, tuple(KNOWN)),
    ("and they are known from then on", lambda: settled(standing(doses=KNOWN)).met, frozenset(KNOWN)),
    # How far a rise may lead (I4).
    (
        "1.40 of the best week",
        lambda: allowed_level(facts(adherence=walked((10,) * 7, (24,) * 28)), standing()),
        1,
    ),
    (
        "1.20 of the plan",
        lambda: allowed_level(facts(adherence=walked((12,) * 7, (16,) * 28)), standing()),
        3,
    ),
    ("three days after the entry test", lambda: after_entry(3), 1),
    ("seven days after", lambda: after_entry(7), 9),
    ("and later", lambda: after_entry(28), 9),
    ("the first of them leaves first", lambda: after_entry(29), 8),
    ("without one nothing is credited", lambda: after_entry(None), 0),
    ("only its first seven days are", lambda: after_entry(10, None, 30, 1, *(30,) * 5, level=0), 10),
    # How much of each.
    ("the first level", lambda: dose(1), (1, 5)),
    ("the second", lambda: dose(2), (2, 8)),
    ("no higher than the last", lambda: dose(9), (1, 6)),
    ("three positions and heat", lambda: comfort_of(facts(), tender=False), ("A1", "A2", "A3", "A7")),
    ("all of them", lambda: len(comfort_of(facts(), tender=True)), 7),
)
BEFORE: Final[tuple[Row, ...]] = (
    ("an ordinary morning says nothing", lambda: woken(standing(), facts())[1], []),
    (
        "a ceiling at the level says nothing",
        lambda: woken(standing(), facts(programme=programme(walk_ceiling=3)))[1],
        [],
    ),
    (
        "one below it does",
        lambda: woken(standing(), facts(programme=programme(walk_ceiling=2)))[1],
        ["PROGRAMME"],
    ),
    ("a first test is told", lambda: woken(standing(tested=None, level=0, rung=0), facts())[1], ["START"]),
    (
        "no test, nothing to tell",
        lambda: woken(standing(tested=None, placed_on=TODAY), facts(profile=None))[1],
        [],
    ),
    ("what went down the leg comes back a level lower", lambda: rested(3), {"E10": 2, "E14": 2}),
    ("but not below the first", lambda: rested(1, 1), {"E10": 1, "E14": 1}),
    ("a later first test may lead below level 0", lambda: placed(0, 2, tested=None).level, -2),
    ("but lowers nobody above it", lambda: placed(1, 2, tested=None).level, 1),
    ("the same level is no new test", lambda: placed(-2, 2).placed_on, ago(60)),
    ("a lower one is gone to in steps, and tested again", lambda: placed(3, 2).tested, (9, None)),
    ("until it is reached", lambda: placed(0, 2).tested, (2, None)),
    (
        "a test that leads no higher is no rise",
        lambda: (
            woken(standing(), facts(profile=about(walk_tolerance=60), programme=programme(walk_ceiling=3)))[
                0
            ].raised_on
        ),
        None,
    ),
    (
        "what a therapist asks for begins at level 1",
        lambda: woken(standing(doses={"E03": 2}), facts(programme=programme(required=("E10",))))[0].doses,
        {"E03": 2, "E10": 1},
    ),
    ("a lowering in a flare", lambda: one_level_down(in_flare(before_flare=10), facts()).before_flare, 9),
    ("no aim stays none", lambda: one_level_down(in_flare(), facts()).before_flare, None),
)
SHOWN: Final[tuple[Row, ...]] = (
    ("first shown now", lambda: shown_on(3), 18),
    ("first shown today at noon", lambda: shown_on(3, 2, 3), 12),
    ("another day's is another day's", lambda: shown_on(3, 2), 18),
    ("told after today's plan, about yesterday", lambda: late(4, 13), 1),
    ("about today it is not late", lambda: late(5, 13), 0),
    ("told at that moment it was known", lambda: late(4, 12), 0),
    ("told before", lambda: late(4, 11), 0),
)
ROWS: Final = (*ADVICE, *AFTER, *BEFORE, *SHOWN)


@pytest.mark.parametrize(("what", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_what_comes_of_it(what: Callable[[], object], expected: object) -> None:
    assert what() == expected
