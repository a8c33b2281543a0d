"""Every number of what comes of a morning, just under and just at it: what is shown, said and lowered."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

import pytest

from ryggkompis.domain.base.thresholds import Thresholds
from ryggkompis.domain.base.value import replace
from ryggkompis.domain.catalogue.catalogue import Phase
from ryggkompis.domain.journal.entries import WALK, Adjustment, Profile, Programme
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.shown import Shown
from ryggkompis.domain.plan import advice, concerns
from ryggkompis.domain.plan.advice import Look
from ryggkompis.domain.plan.after_table import fade, settle
from ryggkompis.domain.plan.as_shown import fingerprint, remembered, shown_now, told_late, versions_shown
from ryggkompis.domain.plan.before_table import wake
from ryggkompis.domain.plan.doses import comfort_of, exercises_of
from ryggkompis.domain.plan.effects import one_level_down
from ryggkompis.domain.plan.facts.facts import Facts
from ryggkompis.domain.plan.facts.mornings import Morning, Usual
from ryggkompis.domain.plan.facts.responses import Activity
from ryggkompis.domain.plan.facts.weeks import Weeks
from ryggkompis.domain.plan.flares import counted, day_of
from ryggkompis.domain.plan.inputs import inputs_of
from ryggkompis.domain.plan.ladder import entry_level, highest
from ryggkompis.domain.plan.next_step import is_walking_next, towards_next_level
from ryggkompis.domain.plan.phases import one_back, phased
from ryggkompis.domain.plan.plan import Plan, plans
from ryggkompis.domain.plan.reachable import allowed_level
from ryggkompis.domain.plan.reasons import ExerciseUp, NewExercise
from ryggkompis.domain.plan.repertoire import fits, next_change, todays
from ryggkompis.domain.plan.standing import Standing
from ryggkompis.domain.plan.tapering import is_steady
from tests.domain.patient import DAY_0, Patient, catalogue, red_flags
from tests.domain.test_edges import (
    SAME,
    SILENT,
    TODAY,
    WORSE,
    about,
    after,
    ago,
    facts,
    in_flare,
    judged,
    lows,
    met,
    said,
    standing,
    walked,
    worse,
)

CLOCK: Final = time(13)
LESS: Final[dict[str, Any]] = {"adjust": "easier", "exercise": WALK}
NOON: Final = datetime(2026, 3, 2, 12, tzinfo=UTC)
G, Y, U = Activity.GREEN, Activity.YELLOW, Activity.UNKNOWN
KNOWN: Final = {"E03": 1, "E07": 1, "E10": 1, "E14": 1}
"""The four exercises of the phase that the made-up standing is in."""


def changed(first: float, now: float) -> bool:
    """Whether the leg has changed enough in the eyes of R3."""
    found = advice.little_change(look(began=ago(42), leg_mean=now, weeks=Weeks(ago(50), first)))
    return found is None


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


def flaring(level: int, **changes: Any) -> int:
    return after(standing(level=level, rung=level), facts(**changes)).level


def ended(days: int, **changes: Any) -> Standing:
    """Where a flare leads whose bad days were so many."""
    return after(in_flare(flare_since=ago(20), first_bad=ago(days + 2), last_bad=ago(3), **changes), facts())


def needs(wanted: str, **changes: Any) -> int | None:
    return next(c.need for c in towards_next_level(standing(), facts(**changes)) if c.wanted == wanted)


def walks(minutes: int) -> Facts:
    return facts(adherence=walked((minutes,) * 7, (24,) * 28))


def first_phase(leg: int | None) -> str:
    return phased(standing(phase_since=None), facts(check_in=said(leg=leg))).phase


def well_since(before: date | None, state: Morning) -> date | None:
    """Since when it is well, where no numbers are given."""
    words = facts(leg_mean=None, has_numbers=False, judged=judged(state))
    return phased(standing(well_since=before), words).well_since


def rules(plan: Plan) -> list[str]:
    return sorted(decision.rule for decision in plan.decisions)


def flare_of(days: int) -> Plan:
    patient = Patient.at_level(3, days=5)
    for day in range(5, 5 + days):
        patient.morning(day, flare=True)
    return patient.plan(4 + days)


def first_morning(tolerance: int | None = 9, **answers: Any) -> Plan:
    """The first plan, of somebody who said how long they can walk, or nothing about themselves."""
    patient = Patient(**{} if tolerance is None else {"walk_tolerance": tolerance})
    patient.morning(0, **answers)
    return patient.plan(0)


def first_evening(tolerance: int | None = 9, *, is_listed: bool = False) -> Plan:
    """The first plan without a check-in, where the whole safety list may have been answered all the same."""
    patient = Patient(**{} if tolerance is None else {"walk_tolerance": tolerance})
    patient.evening(0, leg_avg=4)
    if is_listed:
        patient.gate(0, "full")
    return patient.plan(0)


def hardly_walked(**last: Any) -> Plan:
    """Two weeks with a quarter of the plan, and one more morning."""
    patient = Patient(walk_tolerance=9)
    for day in range(14):
        patient.good_day(day, 3, minutes=5)
    patient.morning(14, **last)
    return patient.plan(14)


def walked_after_ease(*acts: Callable[[Patient, int], None]) -> int:
    """The minutes that are planned on the third day after a worse morning."""
    patient = Patient.at_level(3, days=5)
    patient.morning(5, leg=6)
    patient.morning(6)
    for act in acts:
        act(patient, 7)
    return patient.plan(7).walk_minutes


def steady(*flares: int) -> bool:
    where = standing(phase="maintain", level=12, level_since=ago(40), flares=lows(*flares))
    return is_steady(where, facts(check_in=said(leg=1)))


def period(first: int, last: int) -> list[Plan]:
    history = Patient.at_level(3, days=last + 1).history()
    return list(plans(DAY_0 + timedelta(first), DAY_0 + timedelta(last), history, catalogue(), red_flags()))


def severe(day: int) -> Plan:
    patient = Patient.at_level(3, days=day + 1, leg=7)
    return patient.plan(day)


def trains(*days_ago: int, phase: Phase = "maintain") -> bool:
    """Whether there are exercises today, after sessions so many days ago."""
    done = {"E15": [ago(n) for n in days_ago]}
    return bool(todays(standing(phase=phase, doses=KNOWN | {"E15": 1}), facts(done_on=done)))


def nerve_fits(usual: float) -> bool:
    nerve = catalogue().exercise("E07")
    assert nerve is not None
    return fits(nerve, facts(judged=judged(SAME, usual=Usual(leg=usual))))


def earned(
    dose: dict[str, int],
    sessions: int,
    last: Activity = Activity.GREEN,
    *,
    since: int = 20,
    without: str = "",
    **changes: Any,
) -> ExerciseUp | NewExercise | None:
    """What is earned by daily sessions of one exercise, at its level since so many days."""
    ((id_, level),) = dose.items()
    done = [(ago(n), G if n > 1 else last) for n in range(sessions, 0, -1)]
    doses = {name: n for name, n in (KNOWN | dose).items() if name != without}
    where = standing(doses=doses, dosed_on={id_: ago(since)}, **changes)
    return next_change(where, facts(at_level={(id_, level): done}))


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


def settles(act: Callable[[Patient], None]) -> bool:
    """Whether it may raise the plan of day 5 that was shown."""
    before, after = Patient(walk_tolerance=9), Patient(walk_tolerance=9)
    act(after)
    day = DAY_0 + timedelta(5)
    return fingerprint(before.history(), day) != fingerprint(after.history(), day)


def kept(days: int) -> bool:
    """Whether it is remembered what was shown so many days ago, between other days."""
    first, one, last = (of_version("3", n) for n in (99, days, 1))
    return one in remembered((first, one, last), TODAY)


def kept_of(*days: int) -> list[int]:
    """Which days of an older version are remembered."""
    shown = [*(of_version("2", n) for n in days), of_version("3", 1)]
    return [(TODAY - one.day).days for one in remembered(shown, TODAY) if one.version == "2"]


def of_version(version: str, days: int) -> Shown:
    return Shown(ago(days), version, False, 3, {}, NOON, 0)


TWO_VERSIONS: Final = (of_version("2", 70), of_version("2", 60), of_version("3", 50), of_version("3", 1))


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
        lambda: advice.little_change(look(began=ago(42), leg_mean=7.0, weeks=Weeks(ago(50), 10.0))),
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
    # When a check-in a week is enough.
    ("thirty days after the last of two flares", lambda: steady(60, 30), True),
    ("not after the first", lambda: steady(60, 29), False),
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
    ("with three minutes, too", lambda: placed(0, 3, tested=None).level, -2),
    ("but lowers nobody above it", lambda: placed(1, 3, tested=None).level, 1),
    ("or only who can walk less than three minutes", lambda: placed(1, 2, tested=None).level, -1),
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
    # What alone may raise a plan that was shown.
    ("today's check-in", lambda: settles(lambda p: p.morning(5, gate=None)), True),
    ("not yesterday's", lambda: settles(lambda p: p.morning(4, gate=None)), False),
    ("today's safety questions", lambda: settles(lambda p: p.gate(5)), True),
    ("not yesterday's safety questions", lambda: settles(lambda p: p.gate(4)), False),
    ("no walk", lambda: settles(lambda p: p.walk(5, 9)), False),
    ("no evening", lambda: settles(lambda p: p.evening(4, flare=True)), False),
    ("a clearance, whenever it was", lambda: settles(lambda p: p.clear(2)), True),
    ("what somebody says of themselves", lambda: settles(lambda p: p.say(Profile, 2, CLOCK)), True),
    ("a smaller plan taken", lambda: settles(lambda p: p.say(Adjustment, 5, CLOCK, **LESS)), True),
    ("yesterday", lambda: settles(lambda p: p.say(Adjustment, 4, CLOCK, **LESS)), False),
    ("no minimum version", lambda: settles(lambda p: p.say(Adjustment, 5, CLOCK, adjust="minimum")), False),
    ("what was shown is kept for 28 days", lambda: kept(28), True),
    ("not for 29", lambda: kept(29), False),
    ("of older versions the first day and the last", lambda: kept_of(90, 80, 70), [90, 70]),
    ("versions of a period", lambda: versions_shown(TWO_VERSIONS, ago(60), ago(50)), ("2", "3")),
    ("one that ended before it", lambda: versions_shown(TWO_VERSIONS, ago(59), ago(50)), ("3",)),
    ("one that began after it", lambda: versions_shown(TWO_VERSIONS, ago(70), ago(51)), ("2",)),
    ("one that ran through it", lambda: versions_shown(TWO_VERSIONS, ago(69), ago(61)), ("2",)),
    ("told after today's plan, about yesterday", lambda: late(4, 13), 1),
    ("about today it is not late", lambda: late(5, 13), 0),
    ("told at that moment it was known", lambda: late(4, 12), 0),
    ("told before", lambda: late(4, 11), 0),
)
FLARES: Final[tuple[Row, ...]] = (
    ("above the yardstick no morning is worse", lambda: counted(in_flare(), facts()).worse_mornings, 0),
    ("nor calm", lambda: counted(in_flare(), facts()).calm_mornings, 0),
    ("two sites down, level 0", lambda: flaring(8, judged=judged(WORSE, steps_down=2)), 0),
    (
        "one site down, 60 per cent",
        lambda: flaring(8, judged=judged(WORSE, steps_down=1), flare_word=TODAY),
        2,
    ),
    ("below level 0 one stays there", lambda: flaring(-1, judged=judged(WORSE, steps_down=2)), -1),
    ("three quarters of 24 minutes", lambda: ended(5, level_before=6).level, 3),
    ("back to less than level 0 leads nowhere", lambda: ended(5, level_before=-1).level, -1),
    ("back to one below needs no way", lambda: ended(5, level_before=1).before_flare, None),
    ("back to two below does", lambda: ended(5, level_before=2).before_flare, 2),
    (
        "one on the way back costs one level of the aim",
        lambda: ended(5, level_before=5, before_flare=10).before_flare,
        9,
    ),
    ("a short one costs none", lambda: ended(2, level_before=5, before_flare=10).before_flare, 10),
    ("calm mornings are counted anew", lambda: ended(5).calm_mornings, 0),
    ("days of a flare are counted from 1", lambda: day_of(standing(flare_since=ago(3)), TODAY), 4),
    ("planned in seven days", lambda: inputs_of(facts(adherence=walked(planned=(18,) * 7))).planned, 126),
    ("in six", lambda: inputs_of(facts(adherence=walked(planned=(18,) * 6))).planned, None),
)
NEXT: Final[tuple[Row, ...]] = (
    ("what is walked now times 1.2", lambda: entry_level(about(walk_tolerance=60, walks_now=13), 4), 1),
    ("minutes a little below a level", lambda: highest(13.96), 0),
    ("less than the lowest level", lambda: highest(3), -2),
    ("the lowest", lambda: highest(7), -2),
    ("the one above it", lambda: highest(8), -1),
    (
        "walking is not next on the day it may rise",
        lambda: is_walking_next(standing(level_since=ago(7)), facts()),
        False,
    ),
    ("on the day before it is", lambda: is_walking_next(standing(level_since=ago(6)), facts()), True),
    ("two days before, too", lambda: is_walking_next(standing(level_since=ago(5)), facts()), True),
    ("three days before it is not", lambda: is_walking_next(standing(level_since=ago(4)), facts()), False),
    (
        "nor where more is missing",
        lambda: is_walking_next(standing(level_since=ago(6)), facts(new_lows=lows(3))),
        False,
    ),
    ("70 per cent of seven days, rounded up", lambda: needs("green_days", responses=(G,) * 14), 5),
    ("72 per cent", lambda: needs("green_days", limits=Thresholds(good_share=72)), 6),
    (
        "all of five",
        lambda: needs("green_days", limits=Thresholds(good_share=100), responses=(*(G,) * 5, *(U,) * 9)),
        5,
    ),
    ("no red day is needed", lambda: needs("no_red"), 0),
    ("level 4 is within reach of 15 minutes a day", lambda: met("within_reach", standing(), walks(15)), True),
    ("of 14 it is not", lambda: met("within_reach", standing(), walks(14)), False),
    (
        "up to the ceiling",
        lambda: met("ceiling", standing(), facts(programme=programme(walk_ceiling=4))),
        True,
    ),
    # Phases.
    ("a first morning at 5 is early", lambda: first_phase(5), "early"),
    ("at 6 acute", lambda: first_phase(6), "acute"),
    ("as is one that tells no number", lambda: first_phase(None), "acute"),
    ("a silent morning keeps it well", lambda: well_since(ago(9), SILENT), ago(9)),
    ("and makes nothing well", lambda: well_since(None, SILENT), None),
    ("a calm one does", lambda: well_since(None, SAME), TODAY),
    ("one phase back from the third", lambda: one_back(standing(phase="build"), facts()).phase, "early"),
    ("none from the first", lambda: one_back(standing(phase="acute"), facts()).phase_since, ago(60)),
    ("not above it", lambda: met("ceiling", standing(), facts(programme=programme(walk_ceiling=3))), False),
)
SAID: Final[tuple[Row, ...]] = (
    ("a flare of seven days is not long yet", lambda: "D5" in rules(flare_of(8)), False),
    ("of more it is", lambda: "D5" in rules(flare_of(9)), True),
    ("a first morning says where it starts", lambda: rules(first_morning()), ["D17", "START"]),
    ("but not in a flare", lambda: rules(first_morning(flare=True)), ["D4"]),
    ("an ordinary plan follows nothing", lambda: rules(hardly_walked(leg=4)), ["D12"]),
    ("one that fades says so", lambda: rules(hardly_walked(leg=6)), ["D7", "I4"]),
    ("without a profile it is asked for", lambda: rules(first_morning(None)), ["D17", "START"]),
    ("but not in a flare", lambda: rules(first_morning(None, flare=True)), ["D4"]),
    (
        "without a check-in the first plan asks for the list",
        lambda: rules(first_evening()),
        ["D2", "GATE", "START"],
    ),
    ("not of who has said nothing of themselves", lambda: rules(first_evening(None)), ["D2", "START"]),
    ("nor where it has been answered", lambda: rules(first_evening(is_listed=True)), ["D2", "START"]),
    ("position is changed every half hour", lambda: first_morning(leg=5).position_minutes, 30),
    ("more often while it is acute", lambda: first_morning(leg=6).position_minutes, 20),
    ("the plans of a period, both its ends too", lambda: len(period(2, 4)), 3),
    ("a first plan needs no check-in", lambda: Patient(walk_tolerance=9).plan(0).level, 3),
    ("an ease of two days is over", lambda: walked_after_ease(Patient.morning), 18),
    ("but not on a silent day", walked_after_ease, 16),
    ("advice stands since it was first given", lambda: (severe(11).advice[0].since - DAY_0).days, 7),
)
EXERCISES: Final[tuple[Row, ...]] = (
    ("two days of rest between two sessions", lambda: trains(2), False),
    ("on the third day the next", lambda: trains(3), True),
    ("two sessions a week", lambda: trains(6, 4), False),
    ("the week is over", lambda: trains(7, 4), True),
    ("elsewhere every day", lambda: trains(1, phase="build"), True),
    ("the nerve glides up to leg 5", lambda: nerve_fits(5), True),
    ("not above", lambda: nerve_fits(5.5), False),
    ("one exercise a place", lambda: todays(standing(doses={"E03": 1, "E05": 1}), facts()), ("E03",)),
    (
        "one of an earlier phase fills up",
        lambda: todays(standing(doses={"E01": 1, "E03": 1}), facts()),
        ("E03", "E01"),
    ),
    ("four at most", lambda: todays(standing(doses=KNOWN | {"E01": 1}), facts()), tuple(KNOWN)),
    ("four good sessions earn the next level", lambda: earned({"E03": 1}, 4), ExerciseUp("E03", 2)),
    ("three do not", lambda: earned({"E03": 1}, 3), None),
    ("one that was not good does not", lambda: earned({"E03": 1}, 4, Y), None),
    ("sessions from the day of this level on", lambda: earned({"E03": 1}, 4, since=4), ExerciseUp("E03", 2)),
    ("none from before", lambda: earned({"E03": 1}, 4, since=3), None),
    ("up to the last level", lambda: earned({"E03": 3}, 4), ExerciseUp("E03", 4)),
    ("and not above it", lambda: earned({"E03": 4}, 4), None),
    ("a new exercise comes first", lambda: earned({"E03": 1}, 4, without="E14"), NewExercise("E14")),
    (
        "the exercise at the lowest level goes up",
        lambda: next_change(
            standing(doses=KNOWN | {"E03": 3, "E10": 2}, dosed_on={}),
            facts(
                at_level={
                    ("E03", 3): [(ago(n), G) for n in range(4)],
                    ("E10", 2): [(ago(n), G) for n in range(4)],
                }
            ),
        ),
        ExerciseUp("E10", 3),
    ),
    ("nothing is earned by one that rests", lambda: earned({"E03": 1}, 4, rests_until={"E03": TODAY}), None),
    (
        "an exercise of another phase, asked for by a therapist",
        lambda: todays(standing(doses=KNOWN | {"E15": 1}), facts(programme=programme(required=("E15",)))),
        ("E15", "E03", "E07", "E10"),
    ),
)
ROWS: Final = (*ADVICE, *AFTER, *BEFORE, *SHOWN, *FLARES, *NEXT, *SAID, *EXERCISES)


@pytest.mark.parametrize(("what", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_what_comes_of_it(what: Callable[[], object], expected: object) -> None:
    assert what() == expected
