"""Every number of the plan, just under and just at it, as one table: a changed constant is noticed."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any, Final

import pytest

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.entries import CheckIn, Profile, Programme
from ryggkompis.domain.plan import flares, phases, returning, smaller
from ryggkompis.domain.plan.advice import Look, advice_for
from ryggkompis.domain.plan.after_table import fade
from ryggkompis.domain.plan.before_table import wake
from ryggkompis.domain.plan.directions import is_check_offered, resting_directions
from ryggkompis.domain.plan.facts.adherence import Adherence
from ryggkompis.domain.plan.facts.facts import Facts
from ryggkompis.domain.plan.facts.known_mornings import KnownMornings, KnownWeeks
from ryggkompis.domain.plan.facts.mornings import Morning, Usual, judge, usual_of
from ryggkompis.domain.plan.facts.responses import Activity, walk_response
from ryggkompis.domain.plan.facts.weeks import Weeks
from ryggkompis.domain.plan.ladder import day_minutes, down_from, entry_level, highest
from ryggkompis.domain.plan.next_step import is_leg_steady, is_site_steady, towards_next_level
from ryggkompis.domain.plan.reachable import allowed_level
from ryggkompis.domain.plan.returning import may_climb
from ryggkompis.domain.plan.rules import decide
from ryggkompis.domain.plan.standing import Standing
from ryggkompis.domain.plan.tapering import is_enough_asked, is_steady, tapered
from tests.domain.patient import DAY_0, Patient, catalogue
from tests.domain.responses import a_walk

TODAY: Final = DAY_0 + timedelta(days=100)
G, Y, R, U = Activity.GREEN, Activity.YELLOW, Activity.RED, Activity.UNKNOWN
SAME, WORSE, SILENT = Morning.SAME, Morning.WORSE, Morning.UNKNOWN
WALKED: Final = (18,) * 28


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def said(day: date = TODAY, **answers: Any) -> CheckIn:
    at = datetime(2026, 1, 1, 8, tzinfo=UTC)
    return CheckIn(id="0" * 26, day=day, at=at, tz="UTC", **answers)


@cache
def _calm() -> Facts:
    patient = Patient(walk_tolerance=9)
    for day in range(8):
        patient.good_day(day, 3)
    patient.morning(8)
    return patient.steps(8)[-1].facts


def about(**profile: Any) -> Profile:
    at = datetime(2026, 1, 1, 8, tzinfo=UTC)
    return Profile(id="1" * 26, day=ago(99), at=at, tz="UTC", **{"walk_tolerance": 9, **profile})


def walked(
    minutes: tuple[int | None, ...] = WALKED, planned: tuple[int, ...] = WALKED, least: int = 0
) -> Adherence:
    """What was walked and planned, the nearest day first; ``least`` days of the minimum version."""
    return Adherence(
        (*minutes, *[None] * (28 - len(minutes))), planned, (True,) * least + (False,) * (14 - least)
    )


def facts(**changes: Any) -> Facts:
    """A calm and free morning of somebody at level 3 who walks as planned."""
    operation = changes.pop("operation", None)
    gate = replace(_calm().gate, day=TODAY, last_full=TODAY, operation=operation)
    usual: dict[str, Any] = {
        "day": TODAY, "gate": gate, "began": ago(30), "profile": about(), "check_in": said(leg=4),
        "responses": (G,) * 14, "mornings": (SAME,) * 14, "adherence": walked(), "leg_mean": 4.0,
        "leg_week": 4.0, "leg_lowest": 4.0, "has_numbers": True, "new_lows": (), "is_reaching": False,
        "silent": 0, "went_down": frozenset(), "relief": None, "weeks": Weeks(ago(90), 5.0),
    }  # fmt: skip
    return replace(_calm(), **(usual | changes))


def judged(state: Morning, **more: Any) -> Any:
    return replace(_calm().judged, state=state, **more)


def worse(**changes: Any) -> Facts:
    mornings = changes.pop("mornings", (WORSE, *(SAME,) * 13))
    return facts(judged=judged(WORSE), mornings=mornings, check_in=said(leg=6), **changes)


def standing(**changes: Any) -> Standing:
    usual: dict[str, Any] = {
        "level": 3, "rung": 3, "level_since": ago(10), "placed_on": ago(60), "placed_level": 3,
        "tested": (9, None), "phase": "early", "phase_since": ago(60), "planned": (18,) * 28,
    }  # fmt: skip
    return Standing(**(usual | changes))


def in_flare(**changes: Any) -> Standing:
    usual: dict[str, Any] = {
        "mode": "flare", "level": 1, "rung": 1, "level_before": 8, "level_before_since": ago(20),
        "flare_since": ago(4), "first_bad": ago(4), "last_bad": ago(3), "calm_mornings": 2, "yardstick": 2.0,
    }  # fmt: skip
    return standing(**(usual | changes))


def rule(where: Standing, what: Facts) -> str:
    return decide(where, what)[0]


def after(where: Standing, what: Facts) -> Standing:
    return decide(where, what)[1].standing


def met(wanted: str, where: Standing, what: Facts) -> bool:
    return next(c.is_met for c in towards_next_level(where, what) if c.wanted == wanted)


def state(usual: Usual, **answers: Any) -> Morning:
    return judge(said(**answers), usual).state


def took(base: float, peak: int, settled: int = 0) -> Activity:
    return walk_response(a_walk(peak_leg=peak, settled=settled), base)


def mornings(*days_and: tuple[int, dict[str, Any]]) -> KnownWeeks:
    """Follow some mornings, given by how many days ago they were, up to today."""
    follow, told = KnownMornings(), dict(days_and)
    found = None
    for n in range(max(told), -1, -1):
        found = follow.on(ago(n), said(ago(n), **told[n]) if n in told else None)
    assert found is not None
    return found


def advised(rule_id: str, where: Standing | None = None, **changes: Any) -> bool:
    return any(given.rule == rule_id for given in advice_for(Look(facts(**changes), where or standing())))


def lows(*days: int) -> tuple[date, ...]:
    return tuple(ago(n) for n in days)


def legs(*values: int) -> list[tuple[int, dict[str, Any]]]:
    return [(len(values) - 1 - n, {"leg": leg}) for n, leg in enumerate(values)]


def sites(*values: str | None) -> list[tuple[int, dict[str, Any]]]:
    return [(len(values) - 1 - n, {"site": site}) for n, site in enumerate(values)]


def returns(days: int, **changes: Any) -> Standing:
    return returning.returned(standing(mode="locked", level=8, stopped_on=ago(days), **changes), facts())


def rested(n: int) -> bool:
    down = wake(standing(doses={"E10": 2}), facts(went_down=frozenset({"E10"})), is_start=False)[0]
    return down.is_resting("E10", TODAY + timedelta(days=n))


def placed_at(level: int, tolerance: int, now: int = 40) -> int:
    about_now = about(walk_tolerance=tolerance, walks_now=now)
    long = walked((60,) * 28, (60,) * 28)
    return wake(standing(level=level, rung=level), facts(profile=about_now, adherence=long), is_start=False)[
        0
    ].level


def ceiling(level: int, most: int) -> int:
    at = datetime(2026, 1, 1, 8, tzinfo=UTC)
    programme = Programme(id="2" * 26, day=TODAY, at=at, tz="UTC", name="P", sha="a", walk_ceiling=most)
    return wake(standing(level=level), facts(programme=programme), is_start=False)[0].level


def phase(now: str, since: int = 7, **changes: Any) -> str:
    where = standing(phase=now, phase_since=ago(since), well_since=changes.pop("well", None))
    return phases.phased(where, facts(**changes)).phase


def share(walks: int) -> int | None:
    return walked((walks,) * 7, (100,) * 28).done


Edge = tuple[str, Callable[[], object], object, Callable[[], object], object]
EDGES: Final[tuple[Edge, ...]] = (
    # How a morning is.
    ("WORSE_LEG", lambda: state(Usual(leg=0), leg=2), SAME, lambda: state(Usual(leg=0), leg=3), WORSE),
    ("worse_leg", lambda: state(Usual(leg=4), leg=5), SAME, lambda: state(Usual(leg=4), leg=6), WORSE),
    (
        "MUCH_WORSE_RISE",
        lambda: state(Usual(leg=4), leg=6),
        WORSE,
        lambda: state(Usual(leg=4), leg=7),
        Morning.MUCH_WORSE,
    ),
    (
        "MUCH_WORSE_LEG",
        lambda: state(Usual(leg=0), leg=3),
        WORSE,
        lambda: state(Usual(leg=1), leg=4),
        Morning.MUCH_WORSE,
    ),
    (
        "a site",
        lambda: state(Usual(leg=4, reach="calf"), leg=4, site="calf"),
        SAME,
        lambda: state(Usual(leg=4, reach="thigh"), leg=4, site="calf"),
        WORSE,
    ),
    (
        "MUCH_WORSE_STEPS",
        lambda: state(Usual(reach="thigh"), site="calf"),
        WORSE,
        lambda: state(Usual(reach="thigh"), site="foot"),
        Morning.MUCH_WORSE,
    ),
    (
        "WORSE_BACK",
        lambda: state(Usual(back=3, leg=4), leg=4, back=5),
        SAME,
        lambda: state(Usual(back=3), back=6),
        WORSE,
    ),
    (
        "SAYS_WORSE_LEG",
        lambda: state(Usual(leg=4), leg=4, morning="worse"),
        SAME,
        lambda: state(Usual(leg=4), leg=5, morning="worse"),
        WORSE,
    ),
    (
        "BETTER",
        lambda: state(Usual(leg=4.5), leg=4),
        SAME,
        lambda: state(Usual(leg=5), leg=4),
        Morning.BETTER,
    ),
    (
        "MOVED_UP_BACK",
        lambda: (
            judge(
                said(leg=4, back=6, site="thigh"),
                Usual(site="calf", reach="calf", last_leg=4, last_back=3, back=6),
            ).moved_up
        ),
        False,
        lambda: (
            judge(said(leg=4, back=5, site="thigh"), Usual(site="calf", last_leg=4, last_back=3)).moved_up
        ),
        True,
    ),
    (
        "moved up, leg",
        lambda: judge(said(leg=5, site="thigh"), Usual(site="calf", last_leg=4)).moved_up,
        False,
        lambda: judge(said(leg=4, site="thigh"), Usual(site="calf", last_leg=4)).moved_up,
        True,
    ),
    (
        "LEAST_MORNINGS",
        lambda: usual_of(TODAY, [said(ago(2), leg=2), said(ago(1), leg=6)]).leg,
        2,
        lambda: usual_of(TODAY, [said(ago(3), leg=2), said(ago(2), leg=6), said(ago(1), leg=6)]).leg,
        6,
    ),
    (
        "USUAL_MORNINGS",
        lambda: (
            usual_of(TODAY, [said(ago(9 - n), leg=leg) for n, leg in enumerate((0, 0, 0, 0, 9, 9, 9))]).leg
        ),
        0,
        lambda: (
            usual_of(TODAY, [said(ago(9 - n), leg=leg) for n, leg in enumerate((0, 0, 0, 0, 9, 9, 9, 9))]).leg
        ),
        9,
    ),
    (
        "LOOKS_BACK",
        lambda: usual_of(TODAY, [said(ago(29), leg=4)]).leg,
        None,
        lambda: usual_of(TODAY, [said(ago(28), leg=4)]).leg,
        4,
    ),
    (
        "SITE_DAYS",
        lambda: usual_of(TODAY, [said(ago(8), site="foot"), said(ago(1), site="calf")]).reach,
        "calf",
        lambda: usual_of(TODAY, [said(ago(7), site="foot"), said(ago(1), site="calf")]).reach,
        "foot",
    ),
    # How the leg took a walk.
    ("YELLOW_RISE", lambda: took(4, 5), G, lambda: took(3.5, 5), Y),
    ("YELLOW_PEAK", lambda: took(1, 3), G, lambda: took(2, 4), Y),
    ("RED_RISE", lambda: took(2, 4), Y, lambda: took(2, 5), R),
    ("ACCEPTABLE", lambda: took(3, 5), Y, lambda: took(4, 6), R),
    ("RED_RISE_TO_MUCH", lambda: took(4.5, 6), Y, lambda: took(4, 6), R),
    ("settles_within", lambda: took(4, 4, 60), G, lambda: took(4, 4, 61), Y),
    # The ladder and the entry test.
    (
        "SHARE_OF_TOLERANCE",
        lambda: entry_level(about(walk_tolerance=4), 4),
        -1,
        lambda: entry_level(about(walk_tolerance=5), 4),
        0,
    ),
    (
        "SHARE_OF_TOLERANCE high",
        lambda: entry_level(about(walk_tolerance=14), 4),
        5,
        lambda: entry_level(about(walk_tolerance=15), 4),
        6,
    ),
    (
        "BOTTOM",
        lambda: entry_level(about(walk_tolerance=0), 4),
        -2,
        lambda: entry_level(about(walk_tolerance=3), 4),
        -2,
    ),
    (
        "MOST_OF_NOW",
        lambda: entry_level(about(walk_tolerance=60, walks_now=9), 4),
        -1,
        lambda: entry_level(about(walk_tolerance=60, walks_now=10), 4),
        0,
    ),
    (
        "HIGHEST_START",
        lambda: entry_level(about(walk_tolerance=60), 4),
        6,
        lambda: entry_level(about(walk_tolerance=60, walks_now=23), 4),
        6,
    ),
    (
        "HIGHEST_START_OF_WALKERS",
        lambda: entry_level(about(walk_tolerance=60, walks_now=30), 4),
        8,
        lambda: entry_level(about(walk_tolerance=60, walks_now=90), 4),
        9,
    ),
    (
        "WALKERS_LEG",
        lambda: entry_level(about(walk_tolerance=60, walks_now=60), 5),
        6,
        lambda: entry_level(about(walk_tolerance=60, walks_now=60), 4),
        9,
    ),
    (
        "SEVERE_LEG",
        lambda: entry_level(about(walk_tolerance=60), 7),
        5,
        lambda: entry_level(about(walk_tolerance=60), 6),
        6,
    ),
    ("FLOOR", lambda: down_from(0), 0, lambda: down_from(1), 0),
    ("highest", lambda: highest(11.9), -1, lambda: highest(12), 0),
    (
        "LADDER",
        lambda: [day_minutes(n) for n in range(-2, 5)],
        [4, 8, 12, 14, 16, 18, 20],
        lambda: [day_minutes(n) for n in range(5, 13)],
        [22, 24, 26, 28, 31, 34, 37, 40],
    ),
    # Known mornings.
    (
        "MEAN_NEEDS",
        lambda: mornings(*legs(4, 4)).leg_mean,
        None,
        lambda: mornings(*legs(4, 4, 4)).leg_mean,
        4,
    ),
    (
        "MEAN_OF",
        lambda: mornings(*legs(9, 2, 2, 2, 2, 2, 2)).leg_mean,
        3,
        lambda: mornings(*legs(9, 2, 2, 2, 2, 2, 2, 2)).leg_mean,
        2,
    ),
    (
        "a leg is of now",
        lambda: mornings((28, {"leg": 4}), (1, {"leg": 4}), (0, {"leg": 4})).leg_mean,
        None,
        lambda: mornings((27, {"leg": 4}), (1, {"leg": 4}), (0, {"leg": 4})).leg_mean,
        4,
    ),
    (
        "a week's mean",
        lambda: mornings((7, {"leg": 4}), (1, {"leg": 4}), (0, {"leg": 4})).leg_week,
        None,
        lambda: mornings((6, {"leg": 4}), (1, {"leg": 4}), (0, {"leg": 4})).leg_week,
        4,
    ),
    (
        "two weeks' mean",
        lambda: mornings((14, {"leg": 4}), (10, {"leg": 4}), (9, {"leg": 4}), (0, {"leg": 4})).leg_week,
        None,
        lambda: mornings((13, {"leg": 4}), (10, {"leg": 4}), (9, {"leg": 4}), (0, {"leg": 4})).leg_week,
        4,
    ),
    (
        "LOWEST_FROM",
        lambda: mornings(*legs(*(4,) * 9)).leg_lowest,
        None,
        lambda: mornings(*legs(*(4,) * 10)).leg_lowest,
        4,
    ),
    (
        "LOWEST_TO",
        lambda: mornings(*legs(*(0,) * 7, *(9,) * 35)).leg_lowest,
        9 / 7,
        lambda: mornings(*legs(*(0,) * 7, *(9,) * 34)).leg_lowest,
        0,
    ),
    (
        "SITE_OF",
        lambda: mornings(*sites(*("calf",) * 3, "foot")).new_lows,
        (),
        lambda: mornings(*sites(*("calf",) * 3, "foot", "foot")).new_lows,
        (TODAY,),
    ),
    (
        "NEW_LOW_DAYS",
        lambda: mornings(*sites("foot", "foot", "foot", *("calf",) * 13, "foot", "foot")).new_lows,
        (),
        lambda: mornings(*sites("foot", "foot", "foot", *("calf",) * 14, "foot", "foot")).new_lows,
        (TODAY,),
    ),
    (
        "LOWS_WITHIN",
        lambda: len(mornings(*sites(*("calf",) * 3, "foot", *("foot",) * 29)).new_lows),
        0,
        lambda: len(mornings(*sites(*("calf",) * 3, "foot", *("foot",) * 28)).new_lows),
        1,
    ),
    (
        "is_reaching",
        lambda: mornings(*sites(*("calf",) * 4)).is_reaching,
        False,
        lambda: mornings(*sites(*("calf",) * 3, "foot")).is_reaching,
        True,
    ),
    (
        "is_reaching fades",
        lambda: mornings(*sites(*("calf",) * 3, "foot", *(None,) * 14)).is_reaching,
        False,
        lambda: mornings(*sites(*("calf",) * 3, "foot", *(None,) * 13)).is_reaching,
        True,
    ),
    # What was done of the plan.
    ("NEEDS_OF_WEEK", lambda: walked((18, 18)).done, None, lambda: walked((18, 18, 18)).done, 100),
    (
        "NEEDS_OF_FORTNIGHT",
        lambda: walked((None,) * 8 + (18,) * 3).done,
        None,
        lambda: walked((None,) * 8 + (18,) * 4).done,
        100,
    ),
    (
        "a week",
        lambda: walked((None,) * 5 + (18,) * 3).done,
        None,
        lambda: walked((None,) * 4 + (18,) * 3).done,
        100,
    ),
    (
        "a fortnight",
        lambda: walked((None,) * 11 + (18,) * 4).done,
        None,
        lambda: walked((None,) * 10 + (18,) * 4).done,
        100,
    ),
    ("more is not more", lambda: walked((9, 27, 18)).done, 83, lambda: walked((9, 27, 18)).walked_share, 100),
    ("UNEVEN", lambda: walked((10, 20, 15)).is_uneven, False, lambda: walked((10, 21, 15)).is_uneven, True),
    (
        "FADES_BELOW",
        lambda: walked((9,) * 14).is_half_undone,
        False,
        lambda: walked((9,) * 13 + (8,)).is_half_undone,
        True,
    ),
    (
        "FADES_OF",
        lambda: walked((8,) * 13).is_half_undone,
        False,
        lambda: walked((8,) * 14).is_half_undone,
        True,
    ),
    (
        "minimum",
        lambda: walked((3, 18, 18), least=0).done,
        72,
        lambda: walked((3, 18, 18, 18), least=1).done,
        100,
    ),
    (
        "more than a minimum",
        lambda: walked((18, 9, 9, 9), least=1).walked_share,
        50,
        lambda: walked((19, 9, 9, 9), least=1).walked_share,
        64,
    ),
    (
        "MOST_OF_BEST",
        lambda: allowed_level(facts(adherence=walked((14,) * 7, (24,) * 28)), standing()),
        3,
        lambda: allowed_level(facts(adherence=walked((15,) * 7, (24,) * 28)), standing()),
        4,
    ),
    (
        "MOST_OF_PLAN",
        lambda: allowed_level(facts(adherence=walked((14,) * 7, (20,) * 28)), standing()),
        6,
        lambda: allowed_level(facts(adherence=walked((14,) * 7, (21,) * 28)), standing()),
        3,
    ),
    (
        "ENOUGH_DONE",
        lambda: met("minutes", standing(), facts(adherence=walked((69,) * 7, (100,) * 28))),
        False,
        lambda: met("minutes", standing(), facts(adherence=walked((70,) * 7, (100,) * 28))),
        True,
    ),
    (
        "best of 28 days",
        lambda: allowed_level(facts(adherence=walked((5,) * 21 + (30,) * 7)), standing()),
        12,
        lambda: allowed_level(facts(adherence=walked((5,) * 28)), standing()),
        0,
    ),
    # Flares.
    (
        "STEPS_START",
        lambda: rule(standing(), facts(judged=judged(WORSE, steps_down=1))),
        "D7",
        lambda: rule(standing(), facts(judged=judged(WORSE, steps_down=2))),
        "D4",
    ),
    (
        "WORSE_STARTS",
        lambda: rule(standing(worse_mornings=1), worse()),
        "D7",
        lambda: rule(standing(worse_mornings=2), worse()),
        "D4",
    ),
    (
        "FLARE_LEG",
        lambda: flares.begins(standing(worse_mornings=2), replace(worse(), check_in=said(leg=3))),
        False,
        lambda: flares.begins(standing(worse_mornings=2), replace(worse(), check_in=said(leg=4))),
        True,
    ),
    (
        "CALM_ENDS",
        lambda: rule(in_flare(calm_mornings=1), facts()),
        "D4",
        lambda: rule(in_flare(calm_mornings=2), facts()),
        "D11",
    ),
    (
        "a flare lasts two days",
        lambda: rule(in_flare(flare_since=ago(1)), facts()),
        "D4",
        lambda: rule(in_flare(flare_since=ago(2)), facts()),
        "D11",
    ),
    (
        "CALM_ENDS_AFTER",
        lambda: rule(in_flare(calm_mornings=1, last_bad=ago(6)), facts()),
        "D4",
        lambda: rule(in_flare(calm_mornings=1, last_bad=ago(7)), facts()),
        "D11",
    ),
    (
        "YARDSTICK_DAYS",
        lambda: flares.is_above_yardstick(in_flare(flare_since=ago(14)), facts()),
        False,
        lambda: flares.is_above_yardstick(in_flare(flare_since=ago(13)), facts()),
        True,
    ),
    (
        "YARDSTICK_RISE",
        lambda: flares.is_above_yardstick(in_flare(yardstick=3.0), facts()),
        False,
        lambda: flares.is_above_yardstick(in_flare(yardstick=2.0), facts()),
        True,
    ),
    (
        "YARDSTICK_LEG",
        lambda: flares.is_above_yardstick(in_flare(yardstick=0.0), facts(check_in=said(leg=3))),
        False,
        lambda: flares.is_above_yardstick(in_flare(yardstick=0.0), facts(check_in=said(leg=4))),
        True,
    ),
    (
        "WALKED_IN_FLARE",
        lambda: after(standing(level=7, rung=7), facts(flare_word=TODAY)).level,
        1,
        lambda: after(standing(level=8, rung=8), facts(flare_word=TODAY)).level,
        2,
    ),
    (
        "as the day before",
        lambda: after(standing(level=8, rung=1), facts(flare_word=TODAY)).level,
        1,
        lambda: after(standing(level=-1, rung=-1), facts(flare_word=TODAY)).level,
        -1,
    ),
    (
        "SHORT",
        lambda: after(in_flare(first_bad=ago(4), last_bad=ago(3)), facts()).level,
        8,
        lambda: after(in_flare(first_bad=ago(5), last_bad=ago(3)), facts()).level,
        4,
    ),
    (
        "LONG",
        lambda: after(in_flare(first_bad=ago(9), last_bad=ago(3)), facts()).level,
        4,
        lambda: after(in_flare(first_bad=ago(10), last_bad=ago(3)), facts()).level,
        2,
    ),
    (
        "one phase back",
        lambda: after(in_flare(first_bad=ago(9)), facts()).phase,
        "early",
        lambda: after(in_flare(first_bad=ago(10)), facts()).phase,
        "acute",
    ),
    (
        "GOOD_DAYS",
        lambda: may_climb(standing(before_flare=8, climbed_on=ago(1)), facts()),
        False,
        lambda: may_climb(standing(before_flare=8, climbed_on=ago(2)), facts()),
        True,
    ),
    (
        "two known good days",
        lambda: may_climb(
            standing(before_flare=8, climbed_on=ago(3)), facts(responses=(U, G, U, *(G,) * 11))
        ),
        False,
        lambda: may_climb(
            standing(before_flare=8, climbed_on=ago(3)), facts(responses=(U, G, G, *(G,) * 11))
        ),
        True,
    ),
    (
        "DONE",
        lambda: may_climb(
            standing(before_flare=8, climbed_on=ago(2)), facts(adherence=walked((59, 59), (100,) * 28))
        ),
        False,
        lambda: may_climb(
            standing(before_flare=8, climbed_on=ago(2)), facts(adherence=walked((60, 60), (100,) * 28))
        ),
        True,
    ),
    (
        "up to one below",
        lambda: may_climb(standing(before_flare=4, climbed_on=ago(2)), facts()),
        False,
        lambda: may_climb(standing(before_flare=5, climbed_on=ago(2)), facts()),
        True,
    ),
    # The table.
    (
        "SILENT_LOWERS",
        lambda: after(standing(), facts(check_in=None, silent=7)).level,
        3,
        lambda: after(standing(), facts(check_in=None, silent=8)).level,
        2,
    ),
    (
        "SILENT_RESTARTS",
        lambda: after(standing(level=9, silence_cost=1), facts(check_in=None, silent=13)).level,
        9,
        lambda: after(standing(level=9, silence_cost=1), facts(check_in=None, silent=14)).level,
        3,
    ),
    (
        "BAD_MORNINGS",
        lambda: rule(standing(), worse(mornings=(WORSE, SAME, WORSE, *(SAME,) * 11))),
        "D7",
        lambda: rule(standing(), worse(mornings=(WORSE, SAME, WORSE, SAME, WORSE, *(SAME,) * 9))),
        "D7b",
    ),
    (
        "bad in a week",
        lambda: rule(standing(), worse(mornings=(WORSE, SAME, WORSE, *(SAME,) * 4, WORSE, *(SAME,) * 6))),
        "D7",
        lambda: rule(standing(), worse(mornings=(WORSE, SAME, WORSE, *(SAME,) * 3, WORSE, *(SAME,) * 7))),
        "D7b",
    ),
    (
        "counted anew",
        lambda: rule(
            standing(lowered=lows(4)), worse(mornings=(WORSE, SAME, WORSE, SAME, WORSE, *(SAME,) * 9))
        ),
        "D7",
        lambda: rule(
            standing(lowered=lows(5)), worse(mornings=(WORSE, SAME, WORSE, SAME, WORSE, *(SAME,) * 9))
        ),
        "D7b",
    ),
    (
        "counted anew after a flare",
        lambda: rule(
            standing(flare_cost_on=ago(4)), worse(mornings=(WORSE, SAME, WORSE, SAME, WORSE, *(SAME,) * 9))
        ),
        "D7",
        lambda: rule(
            standing(flare_cost_on=ago(5)), worse(mornings=(WORSE, SAME, WORSE, SAME, WORSE, *(SAME,) * 9))
        ),
        "D7b",
    ),
    (
        "SHORT, counted on",
        lambda: after(in_flare(last_bad=ago(3)), facts()).flare_cost_on,
        None,
        lambda: after(in_flare(last_bad=ago(2)), facts()).flare_cost_on,
        TODAY,
    ),
    (
        "hard counted anew after a flare",
        lambda: rule(standing(flare_ended=ago(4)), facts(responses=(R, G, G, G, R, *(G,) * 9))),
        "D8",
        lambda: rule(standing(flare_ended=ago(5)), facts(responses=(R, G, G, G, R, *(G,) * 9))),
        "D8b",
    ),
    (
        "HARD_DAYS",
        lambda: rule(standing(), facts(responses=(R, *(G,) * 13))),
        "D8",
        lambda: rule(standing(), facts(responses=(R, *(G,) * 5, R, *(G,) * 7))),
        "D8b",
    ),
    (
        "hard in a week",
        lambda: rule(standing(), facts(responses=(R, *(G,) * 6, R, *(G,) * 6))),
        "D8",
        lambda: rule(standing(), facts(responses=(R, R, *(G,) * 12))),
        "D8b",
    ),
    (
        "NEW_LOWS",
        lambda: rule(standing(level_since=ago(1)), facts(new_lows=lows(0))),
        "D17",
        lambda: rule(standing(), facts(new_lows=lows(20, 0))),
        "D7b",
    ),
    (
        "EDGE_DAYS",
        lambda: rule(standing(), facts(responses=(Y, G, G, Y, *(G,) * 10))),
        "D9",
        lambda: rule(standing(), facts(responses=(Y, G, Y, *(G,) * 11))),
        "D10",
    ),
    (
        "EDGE_WITHIN",
        lambda: after(standing(), facts(responses=(Y, Y, *(G,) * 12))).held_until,
        TODAY + timedelta(days=2),
        lambda: standing(held_until=TODAY).is_held(TODAY),
        True,
    ),
    (
        "an ease is two days",
        lambda: after(standing(), worse()).eased_until,
        TODAY + timedelta(days=1),
        lambda: standing(eased_until=TODAY).is_eased(TODAY),
        True,
    ),
    (
        "too_little",
        lambda: rule(
            standing(level_since=ago(1), raised_on=ago(1)), facts(adherence=walked((70,) * 7, (100,) * 28))
        ),
        "D17",
        lambda: rule(standing(), facts(adherence=walked((69,) * 7, (100,) * 28))),
        "D12",
    ),
    (
        "too_much",
        lambda: rule(
            standing(level_since=ago(1), raised_on=ago(1)),
            facts(adherence=walked((130,) * 7, (100,) * 28), responses=(G, Y, *(G,) * 12)),
        ),
        "D17",
        lambda: rule(
            standing(), facts(adherence=walked((131,) * 7, (100,) * 28), responses=(G, Y, *(G,) * 12))
        ),
        "D13",
    ),
    (
        "days_at_level",
        lambda: met("days_at_level", standing(level_since=ago(6)), facts()),
        False,
        lambda: met("days_at_level", standing(level_since=ago(7)), facts()),
        True,
    ),
    (
        "days_between_rises",
        lambda: met("rested", standing(raised_on=ago(2)), facts()),
        False,
        lambda: met("rested", standing(raised_on=ago(3)), facts()),
        True,
    ),
    (
        "good_share",
        lambda: met("green_days", standing(), facts(responses=(G, G, G, G, Y, Y, *(U,) * 8))),
        False,
        lambda: met("green_days", standing(), facts(responses=(*(G,) * 5, Y, Y, *(U,) * 7))),
        True,
    ),
    (
        "no_red",
        lambda: met("no_red", standing(), facts(responses=(*(G,) * 6, R, *(G,) * 7))),
        False,
        lambda: met("no_red", standing(), facts(responses=(*(G,) * 7, R, *(G,) * 6))),
        True,
    ),
    (
        "CALM_MORNINGS",
        lambda: met("calm", standing(), facts(mornings=(SAME, SILENT, SAME, WORSE, *(SAME,) * 10))),
        False,
        lambda: met("calm", standing(), facts(mornings=(SAME, SAME, SAME, WORSE, *(SAME,) * 10))),
        True,
    ),
    (
        "MEAN_MAY_RISE",
        lambda: is_leg_steady(facts(leg_week=4.15, leg_lowest=3.1)),
        False,
        lambda: is_leg_steady(facts(leg_week=4.0, leg_lowest=3.0)),
        True,
    ),
    (
        "LITTLE_LEG",
        lambda: is_leg_steady(facts(leg_week=2.05, leg_lowest=0.0)),
        False,
        lambda: is_leg_steady(facts(leg_week=2.0, leg_lowest=0.0)),
        True,
    ),
    (
        "MUCH_LEG",
        lambda: is_leg_steady(facts(leg_week=6.0, leg_lowest=6.0)),
        False,
        lambda: is_leg_steady(facts(leg_week=5.96, leg_lowest=5.96)),
        True,
    ),
    (
        "words",
        lambda: is_leg_steady(facts(leg_week=None, has_numbers=False, mornings=(WORSE, *(SAME,) * 13))),
        False,
        lambda: is_leg_steady(
            facts(leg_week=None, has_numbers=False, mornings=(WORSE, *(SAME,) * 6, WORSE, *(SAME,) * 6))
        ),
        True,
    ),
    (
        "HOLDS_AFTER_LOW",
        lambda: is_site_steady(facts(new_lows=lows(13))),
        False,
        lambda: is_site_steady(facts(new_lows=lows(14))),
        True,
    ),
    (
        "HOLDS_AFTER_TWO",
        lambda: is_site_steady(facts(new_lows=lows(25, 20))),
        False,
        lambda: is_site_steady(facts(new_lows=lows(25, 21))),
        True,
    ),
    (
        "FADES_EVERY",
        lambda: fade(standing(faded_on=ago(6)), standing(), worse(adherence=walked((8,) * 14))).level,
        3,
        lambda: fade(standing(faded_on=ago(7)), standing(), worse(adherence=walked((8,) * 14))).level,
        2,
    ),
    (
        "fades where mornings are not calm",
        lambda: (
            fade(
                standing(),
                standing(),
                facts(adherence=walked((8,) * 14), mornings=(*(SAME,) * 7, *(WORSE,) * 7)),
            ).level
        ),
        3,
        lambda: (
            fade(
                standing(),
                standing(),
                facts(adherence=walked((8,) * 14), mornings=(*(SAME,) * 6, WORSE, *(SAME,) * 7)),
            ).level
        ),
        2,
    ),
    # A smaller plan.
    (
        "OFFERED_AFTER",
        lambda: smaller.is_offered(standing(little_days=13), facts(adherence=walked((9,) * 7))),
        False,
        lambda: smaller.is_offered(standing(little_days=14), facts(adherence=walked((9,) * 7))),
        True,
    ),
    (
        "STANDS",
        lambda: smaller.is_in_force(standing(smaller_since=ago(28)), facts()),
        False,
        lambda: smaller.is_in_force(standing(smaller_since=ago(27)), facts()),
        True,
    ),
    (
        "until more is walked",
        lambda: smaller.is_in_force(standing(smaller_since=ago(1)), facts(adherence=walked((20,) * 7))),
        False,
        lambda: smaller.is_in_force(
            standing(smaller_since=ago(1)), facts(adherence=walked((20,) * 6 + (19,)))
        ),
        True,
    ),
    (
        "LESS_DAYS",
        lambda: smaller.chosen(standing(level=0), facts(adherence=walked(least=2))).level,
        0,
        lambda: smaller.chosen(standing(level=0), facts(adherence=walked(least=3))).level,
        -1,
    ),
    (
        "only at the bottom",
        lambda: smaller.chosen(standing(level=1), facts(adherence=walked(least=3))).level,
        1,
        lambda: smaller.chosen(standing(level=-2), facts(adherence=walked(least=3))).level,
        -2,
    ),
    # Phases.
    ("acute", lambda: phase("early", leg_mean=6.49), "early", lambda: phase("early", leg_mean=6.5), "acute"),
    ("early", lambda: phase("acute", leg_mean=6.0), "acute", lambda: phase("acute", leg_mean=5.99), "early"),
    ("build", lambda: phase("early", leg_mean=4.0), "early", lambda: phase("early", leg_mean=3.99), "build"),
    (
        "back from build",
        lambda: phase("build", leg_mean=4.49),
        "build",
        lambda: phase("build", leg_mean=4.5),
        "early",
    ),
    (
        "back from maintain",
        lambda: phase("maintain", leg_mean=2.49),
        "maintain",
        lambda: phase("maintain", leg_mean=2.5),
        "build",
    ),
    (
        "PHASE_DAYS",
        lambda: phase("acute", since=6, leg_mean=4.5),
        "acute",
        lambda: phase("acute", since=7, leg_mean=4.5),
        "early",
    ),
    (
        "WELL_DAYS",
        lambda: phase("build", leg_mean=1.9, well=ago(27)),
        "build",
        lambda: phase("build", leg_mean=1.9, well=ago(28)),
        "maintain",
    ),
    (
        "well",
        lambda: phase("build", leg_mean=2.0, well=ago(28)),
        "build",
        lambda: phase("build", leg_mean=1.99, well=ago(28)),
        "maintain",
    ),
    # The way back from a lock.
    ("SHORT_STOP", lambda: returns(3).level, 7, lambda: returns(4).level, 5),
    ("LONG_STOP", lambda: returns(14).level, 5, lambda: returns(15).level, 2),
    (
        "exercises",
        lambda: returns(3, doses={"E01": 3}).doses,
        {"E01": 2},
        lambda: returns(4, doses={"E01": 3}).doses,
        {"E01": 1},
    ),
    # Before the table.
    ("REST_DAYS", lambda: rested(3), False, lambda: rested(2), True),
    ("STEPS_UP", lambda: placed_at(3, 60), 6, lambda: placed_at(4, 60), 7),
    ("SHORTEST", lambda: placed_at(3, 3), 3, lambda: placed_at(3, 2), 1),
    ("STEPS_DOWN", lambda: ceiling(8, 7), 7, lambda: ceiling(8, 1), 6),
    # Advice.
    (
        "R1 long",
        lambda: advised("R1", in_flare(flare_since=ago(7), yardstick=3.0)),
        False,
        lambda: advised("R1", in_flare(flare_since=ago(8), yardstick=3.0)),
        True,
    ),
    (
        "R1 by its yardstick",
        lambda: advised("R1", in_flare(flare_since=ago(6))),
        False,
        lambda: advised("R1", in_flare(flare_since=ago(7))),
        True,
    ),
    (
        "R1 many",
        lambda: advised("R1", standing(flares=lows(29, 3))),
        False,
        lambda: advised("R1", standing(flares=lows(29, 9, 3))),
        True,
    ),
    (
        "R1 in a month",
        lambda: advised("R1", standing(flares=lows(30, 9, 3))),
        False,
        lambda: advised("R1", standing(flares=lows(29, 9, 3))),
        True,
    ),
    ("R2 leg", lambda: advised("R2", leg_mean=6.9), False, lambda: advised("R2", leg_mean=7.0), True),
    (
        "R2 nights",
        lambda: advised("R2", weeks=Weeks(broken_nights=3)),
        False,
        lambda: advised("R2", weeks=Weeks(broken_nights=4)),
        True,
    ),
    (
        "R2 week",
        lambda: advised("R2", began=ago(6), leg_mean=7.0),
        False,
        lambda: advised("R2", began=ago(7), leg_mean=7.0),
        True,
    ),
    ("R3 week", lambda: advised("R3", began=ago(41)), False, lambda: advised("R3", began=ago(42)), True),
    (
        "R3 diary",
        lambda: advised("R3", began=ago(60), weeks=Weeks(ago(27), 5.0)),
        False,
        lambda: advised("R3", began=ago(60), weeks=Weeks(ago(28), 5.0)),
        True,
    ),
    (
        "R3 nearly well",
        lambda: advised("R3", began=ago(60), leg_mean=1.75, weeks=Weeks(ago(50), 2.0)),
        False,
        lambda: advised("R3", began=ago(60), leg_mean=1.8, weeks=Weeks(ago(50), 2.0)),
        True,
    ),
    (
        "R3 points",
        lambda: advised("R3", began=ago(60), weeks=Weeks(ago(50), 6.0)),
        False,
        lambda: advised("R3", began=ago(60), weeks=Weeks(ago(50), 5.9)),
        True,
    ),
    (
        "R4 leg",
        lambda: advised("R4", began=ago(50), leg_mean=4.9),
        False,
        lambda: advised("R4", began=ago(50), leg_mean=5.0),
        True,
    ),
    (
        "R4 week",
        lambda: advised("R4", began=ago(41), leg_mean=5.0),
        False,
        lambda: advised("R4", began=ago(42), leg_mean=5.0),
        True,
    ),
    (
        "R5 reached",
        lambda: advised("R5", weeks=Weeks(goals=((ago(42), 7.5), (ago(0), 8.0)))),
        False,
        lambda: advised("R5", weeks=Weeks(goals=((ago(42), 7.5), (ago(0), 7.9)))),
        True,
    ),
    (
        "R5 moved",
        lambda: advised("R5", weeks=Weeks(goals=((ago(42), 3.0), (ago(0), 5.0)))),
        False,
        lambda: advised("R5", weeks=Weeks(goals=((ago(42), 3.0), (ago(0), 4.9)))),
        True,
    ),
    (
        "R5 weeks",
        lambda: advised("R5", weeks=Weeks(goals=((ago(41), 3.0), (ago(0), 3.0)))),
        False,
        lambda: advised("R5", weeks=Weeks(goals=((ago(42), 3.0), (ago(0), 3.0)))),
        True,
    ),
    (
        "R5 fresh",
        lambda: advised("R5", weeks=Weeks(goals=((ago(57), 3.0), (ago(15), 3.0)))),
        False,
        lambda: advised("R5", weeks=Weeks(goals=((ago(56), 3.0), (ago(14), 3.0)))),
        True,
    ),
    (
        "R7",
        lambda: advised("R7", weeks=Weeks(worries=(7, 6))),
        False,
        lambda: advised("R7", weeks=Weeks(worries=(7, 7))),
        True,
    ),
    (
        "R8 bottom",
        lambda: advised("R8", standing(level=0, level_since=ago(13))),
        False,
        lambda: advised("R8", standing(level=0, level_since=ago(14))),
        True,
    ),
    (
        "R8 level",
        lambda: advised("R8", standing(level=1, level_since=ago(20))),
        False,
        lambda: advised("R8", standing(level=0, level_since=ago(20))),
        True,
    ),
    (
        "R8 drops",
        lambda: advised("R8", standing(lowered=lows(14, 3))),
        False,
        lambda: advised("R8", standing(lowered=lows(13, 3))),
        True,
    ),
    (
        "R8 once a week",
        lambda: advised("R8", standing(level=0, level_since=ago(20), misfit_on=ago(6))),
        False,
        lambda: advised("R8", standing(level=0, level_since=ago(20), misfit_on=ago(7))),
        True,
    ),
    (
        "R8 known",
        lambda: advised("R8", standing(level=0, level_since=ago(20)), mornings=(SAME, SAME, *(SILENT,) * 12)),
        False,
        lambda: advised(
            "R8", standing(level=0, level_since=ago(20)), mornings=(SAME, SAME, SAME, *(SILENT,) * 11)
        ),
        True,
    ),
    ("R9", lambda: advised("R9", new_lows=lows(3)), False, lambda: advised("R9", new_lows=lows(20, 3)), True),
    (
        "quiet after a visit",
        lambda: advised("R2", leg_mean=7.0, weeks=Weeks(visit=ago(13))),
        False,
        lambda: advised("R2", leg_mean=7.0, weeks=Weeks(visit=ago(14))),
        True,
    ),
    # Rare check-ins, and the two directions.
    ("STEADY_DAYS", lambda: steady(since=27), False, lambda: steady(since=28), True),
    ("LOWEST_ENOUGH", lambda: steady(level=5, enough=5), False, lambda: steady(level=6, enough=5), True),
    ("the own word", lambda: steady(level=11), False, lambda: steady(level=11, enough=11), True),
    (
        "days at the target",
        lambda: steady(level=6, enough=6, kept=27),
        False,
        lambda: steady(level=6, enough=6, kept=28),
        True,
    ),
    ("days at the top", lambda: steady(kept=27), False, lambda: steady(kept=28), True),
    ("MONTHLY_AFTER", lambda: monthly(83), False, lambda: monthly(84), True),
    ("STANDS_STILL", lambda: enough_asked(kept=13), False, lambda: enough_asked(kept=14), True),
    ("LOWEST_ENOUGH asked", lambda: enough_asked(level=5), False, lambda: enough_asked(level=6), True),
    ("TOP asked", lambda: enough_asked(level=12), False, lambda: enough_asked(level=11), True),
    ("CALM_DAYS", lambda: steady(flare=29), False, lambda: steady(flare=30), True),
    ("STEADY_LEG", lambda: steady(leg=4), False, lambda: steady(leg=3), True),
    (
        "RESTS",
        lambda: resting_directions(TODAY, {"E03": ago(8)}, catalogue()),
        frozenset(),
        lambda: resting_directions(TODAY, {"E03": ago(7)}, catalogue()),
        {"EXT"},
    ),
    ("CHECK_DAYS from", lambda: offered(0), False, lambda: offered(1), True),
    ("CHECK_DAYS to", lambda: offered(4), False, lambda: offered(3), True),
)


def steady(
    *,
    since: int = 40,
    level: int = 12,
    kept: int = 40,
    flare: int = 60,
    leg: int = 1,
    enough: int | None = None,
) -> bool:
    where = standing(
        phase="maintain", phase_since=ago(since), level=level, level_since=ago(kept), flares=lows(flare)
    )
    return is_steady(where, facts(check_in=said(leg=leg), profile=about(walk_enough=enough)))


def monthly(days: int) -> bool:
    where = standing(
        phase="maintain", phase_since=ago(200), level=12, level_since=ago(200), steady_since=ago(days)
    )
    return tapered(where, facts(check_in=said(leg=1))).is_monthly


def enough_asked(kept: int = 20, level: int = 8) -> bool:
    return is_enough_asked(standing(phase="maintain", level=level, level_since=ago(kept)), facts())


def offered(days: int) -> bool:
    return is_check_offered(standing(placed_on=ago(days)), facts(done_on={}))


@pytest.mark.parametrize("edge", EDGES, ids=[edge[0] for edge in EDGES])
def test_just_under_and_just_at(edge: Edge) -> None:
    _, under, before, at, then = edge
    assert (under(), at()) == (before, then)
