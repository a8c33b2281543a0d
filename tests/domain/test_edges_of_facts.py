"""Every number of what is known on a morning, just under and just at it, from days of a diary."""

from collections.abc import Callable
from datetime import date, time, timedelta
from functools import partial
from typing import Any, Final

import pytest

from ryggkompis.domain.journal.entries import Adjustment, CheckIn, Event, Weekly
from ryggkompis.domain.plan.fact_finder import FactFinder
from ryggkompis.domain.plan.facts.adherence import best_week
from ryggkompis.domain.plan.facts.facts import Facts
from ryggkompis.domain.plan.facts.mornings import Morning, Usual, judge, steps_down, usual_of
from ryggkompis.domain.plan.facts.responses import Activity, walk_response
from ryggkompis.domain.plan.facts.weeks import Weeks
from tests.domain.patient import DAY_0, Patient, catalogue, red_flags
from tests.domain.responses import a_walk
from tests.domain.test_edges import SAME, TODAY, WORSE, ago, facts, lows, mornings, said, sites, took, walked

G, Y, R, U = Activity.GREEN, Activity.YELLOW, Activity.RED, Activity.UNKNOWN
FOUR: Final = Usual(leg=4, site="calf", reach="calf", last_leg=4)
CLOCK: Final = time(13)
Act = Callable[[Patient], None]


def known(day: int, *acts: Act) -> Facts:
    """What is known on the morning of ``day``, where the first is day 0."""
    patient = Patient(walk_tolerance=9)
    for act in acts:
        act(patient)
    return patient.steps(day)[-1].facts


def morning(day: int, **said: Any) -> Act:
    return lambda patient: patient.morning(day, **said)


def evening(day: int, leg: int) -> Act:
    return lambda patient: patient.evening(day, leg_avg=leg)


def walk(day: int, minutes: int = 10, **said: Any) -> Act:
    return lambda patient: patient.walk(day, minutes, **said)


def session(day: int, level: int | None, id_: str = "E01") -> Act:
    return lambda patient: patient.exercise(day, id_, level=level)


def easier(day: int) -> Act:
    return lambda patient: patient.say(Adjustment, day, CLOCK, adjust="easier", exercise="E01")


def began(*days: int) -> int:
    found = known(days[-1], *(morning(day) for day in days)).began
    return (found - DAY_0).days


def sessions(level: int, *acts: Act) -> int:
    return len(known(9, *acts).at_level.get(("E01", level), ()))


def sets(n: int | None, response: str = "same", *, level: int = 2, id_: str = "E01", **said: bool) -> Act:
    return lambda patient: patient.exercise(5, id_, response, level=level, sets=n, **said)


def how_it_went(level: int, *acts: Act, id_: str = "E01") -> list[Activity]:
    """Responses of the sessions at a level; of E01 the first has one set, and the others two."""
    return [response for _day, response in known(9, *acts).at_level[(id_, level)]]


def planned() -> tuple[int, ...]:
    patient = Patient(walk_tolerance=9)
    finder = FactFinder(patient.history(), catalogue(), red_flags(), DAY_0)
    return finder.on(DAY_0, (1, 2, 3)).adherence.planned


def late(day: int) -> Act:
    return walk(day, settled=90)


def fine(day: int) -> Act:
    return walk(day, settled=0)


WEEK: Final = tuple(morning(day, leg=4) for day in range(4))


CALM_IN_WORDS: Final = morning(1, leg=None, morning="same")
WORDS: Final = [said(ago(n), morning="same") for n in range(27, 0, -1)]


def backs(*values: int) -> list[CheckIn]:
    return [said(ago(len(values) - n), back=back) for n, back in enumerate(values)]


NONE: Final = ("none",) * 3


def reached(days: int) -> tuple[date, ...]:
    """The new lows, where the first of two, seventeen days apart, was so many days ago."""
    told = [
        "thigh",
        "thigh",
        "thigh",
        "calf",
        "calf",
        *(["calf"] * 15),
        "foot",
        "foot",
        *(["foot"] * (days - 17)),
    ]
    return mornings(*sites(*told)).new_lows


def first_leg(*legs: int, onset: int | None = None) -> float | None:
    patient = Patient(walk_tolerance=9, onset=None if onset is None else DAY_0 + timedelta(onset))
    for day, leg in enumerate(legs):
        patient.morning(day, leg=leg)
    return patient.steps(len(legs) - 1)[-1].facts.weeks.first_leg


def worries(*values: int) -> list[Act]:
    return [
        partial(Patient.say, kind=Weekly, day=7 * n, clock=CLOCK, worry=worry)
        for n, worry in enumerate(values, 1)
    ]


def event(day: int, kind: str) -> Act:
    return lambda patient: patient.say(Event, day, CLOCK, event=kind, text="told")


ROWS: Final[tuple[tuple[str, Callable[[], object], object], ...]] = (
    # When the pain began, where nobody said: the first check-in of this run of days.
    ("28 silent days are a pause", lambda: began(0, 28), 0),
    ("29 begin another time", lambda: began(0, 29), 29),
    (
        "the last check-in, not the first",
        lambda: known(4, morning(0), morning(3)).checked_in,
        DAY_0 + timedelta(3),
    ),
    # Relief that is too sudden (R6).
    ("a fall of 3 is no relief", lambda: known(2, morning(1, leg=7), morning(2, leg=4)).relief, None),
    ("a fall of 4 is", lambda: known(2, morning(1, leg=8), morning(2, leg=4)).relief, (8, 4)),
    ("relief within two days", lambda: known(3, morning(1, leg=8), morning(3, leg=4)).relief, (8, 4)),
    ("not within three", lambda: known(4, morning(1, leg=8), morning(4, leg=4)).relief, None),
    (
        "relief from the higher of two mornings",
        lambda: known(3, morning(1, leg=8), morning(2, leg=5), morning(3, leg=4)).relief,
        (8, 4),
    ),
    (
        "a morning of yesterday is compared too",
        lambda: known(3, morning(1, leg=4), morning(2, leg=8), morning(3, leg=4)).relief,
        (8, 4),
    ),
    ("an average that falls by 3", lambda: known(3, evening(1, 7), evening(2, 4)).relief, None),
    ("an average that falls by 4", lambda: known(3, evening(1, 8), evening(2, 4)).relief, (8, 4)),
    ("averages of two days apart", lambda: known(4, evening(1, 8), evening(3, 4)).relief, (8, 4)),
    ("averages of three days apart", lambda: known(5, evening(1, 8), evening(4, 4)).relief, None),
    ("this evening is not known this morning", lambda: known(3, evening(2, 8), evening(3, 4)).relief, None),
    (
        "the last average is the one of now",
        lambda: known(4, evening(1, 8), evening(2, 3), evening(3, 4)).relief,
        (8, 4),
    ),
    # Sessions of an exercise count for the levels at which they were done.
    ("a session counts for its level", lambda: sessions(4, session(5, 4)), 1),
    ("and for those below", lambda: sessions(3, session(5, 4)), 1),
    ("but not above", lambda: sessions(4, session(5, 3)), 0),
    ("without a level it counts for the first", lambda: sessions(1, session(5, None)), 1),
    ("and the last", lambda: sessions(4, session(5, None)), 1),
    ("an easier version counts for none", lambda: sessions(1, easier(5), session(5, 4)), 0),
    ("all sets of a level went well", lambda: how_it_went(2, sets(2)), [Activity.GREEN]),
    ("in two sessions of a day, too", lambda: how_it_went(2, sets(1), sets(1)), [Activity.GREEN]),
    ("fewer say nothing of it", lambda: how_it_went(2, sets(1)), [Activity.UNKNOWN]),
    ("nor does a part of the last", lambda: how_it_went(2, sets(1, cut_short=True)), [Activity.UNKNOWN]),
    ("a part of one is no set", lambda: how_it_went(1, sets(None, cut_short=True)), [Activity.UNKNOWN]),
    (
        "nor does it make one of two sets both",
        lambda: how_it_went(2, sets(1), sets(None, cut_short=True)),
        [Activity.UNKNOWN],
    ),
    (
        "or take one of two away",
        lambda: how_it_went(2, sets(2), sets(None, cut_short=True)),
        [Activity.GREEN],
    ),
    ("the last level has its own sets", lambda: how_it_went(4, sets(1, level=4)), [Activity.UNKNOWN]),
    (
        "of what is in no catalogue any set is all",
        lambda: how_it_went(2, sets(1, id_="E99"), id_="E99"),
        [Activity.GREEN],
    ),
    ("but down is down", lambda: how_it_went(2, sets(None, "down", cut_short=True)), [Activity.RED]),
    ("without a number it is all of them", lambda: how_it_went(2, sets(None)), [Activity.GREEN]),
    ("four sessions are kept", lambda: sessions(1, *(session(day, 1) for day in range(9))), 4),
    # What was planned and walked.
    ("planned, the nearest first", planned, (3, 2, 1)),
    ("28 days are remembered", lambda: known(30, walk(2)).adherence.walked.index(10), 27),
    ("29 are not", lambda: known(31, walk(2)).adherence.walked.count(10), 0),
    ("a day with a check-in is not silent", lambda: known(5, morning(1), morning(5)).silent, 0),
    ("a week of the plan is seven days", lambda: walked((18,) * 7 + (0,)).week_done, 100),
    ("and the seventh counts", lambda: walked((18,) * 6 + (0,)).week_done, 85),
    ("done within two days", lambda: walked((18, 18, 0)).is_done(2, 100), True),
    ("yesterday is one of them", lambda: walked((0, 18)).is_done(2, 100), False),
    ("days of two weeks are remembered", lambda: (len(known(0).responses), len(known(0).mornings)), (14, 14)),
    ("not within three", lambda: walked((18, 18, 0)).is_done(3, 100), False),
    ("the best week", lambda: best_week((1, *(2,) * 7)), 14),
    ("fewer than seven days, all of them", lambda: best_week((2, None, 3)), 5),
    ("nothing known, nothing done", lambda: best_week((None,)), 0),
    # How mornings compare.
    ("mornings by rising concern", lambda: [int(state) for state in Morning], [0, 1, 2, 3, 4]),
    ("a calm morning reaches no further", lambda: judge(said(leg=4), Usual(leg=4)).steps_down, 0),
    ("nor does the first", lambda: judge(None, Usual()).steps_down, 0),
    ("nor does one that is worse", lambda: judge(said(leg=7, site="calf"), FOUR).steps_down, 0),
    ("nor one that is worse and has drawn back", lambda: judge(said(leg=7, site="none"), FOUR).steps_down, 0),
    ("nor one that names no place", lambda: steps_down(None, "calf"), 0),
    ("a place that is not known has not moved up", lambda: judge(said(leg=4), FOUR).moved_up, False),
    ("nothing known of the leg", lambda: judge(said(back=3), Usual()).state, Morning.UNKNOWN),
    ("a first number", lambda: judge(said(leg=4), Usual()).state, SAME),
    (
        "the word, where no usual leg is known to deny it",
        lambda: judge(said(leg=0, morning="worse"), Usual()).state,
        WORSE,
    ),
    ("not where one is", lambda: judge(said(leg=0, morning="worse"), Usual(leg=0)).state, SAME),
    ("the back of few mornings", lambda: usual_of(TODAY, backs(2, 6)).back, 2),
    ("the last back", lambda: usual_of(TODAY, backs(2, 6)).last_back, 6),
    ("a number of 28 days ago, the only one", lambda: usual_of(TODAY, [said(ago(28), leg=4), *WORDS]).leg, 4),
    ("the last leg", lambda: usual_of(TODAY, [said(ago(2), leg=2), said(ago(1), leg=6)]).last_leg, 6),
    ("a worse yesterday holds today", lambda: facts(mornings=(SAME, WORSE, *(SAME,) * 12)).is_free, False),
    (
        "one of the day before it does not",
        lambda: facts(mornings=(SAME, SAME, WORSE, *(SAME,) * 11)).is_free,
        True,
    ),
    ("three known days of a week", lambda: facts(responses=(G, Y, G, *(U,) * 11)).good_days, (2, 3)),
    ("two are too few", lambda: facts(responses=(G, Y, *(U,) * 12)).good_days, None),
    ("walked, and unknown", lambda: facts(adherence=walked((18, None, 3))).walked_week, 21),
    ("the older of two new lows is forgotten first", lambda: reached(28), lows(11)),
    ("and not before", lambda: reached(27), lows(27, 10)),
    (
        "of two places the later is the last",
        lambda: usual_of(TODAY, [said(ago(2), site="foot"), said(ago(1), site="thigh")]).site,
        "thigh",
    ),
    ("no pain at all is a place too", lambda: mornings(*sites(*NONE, "thigh", "thigh")).new_lows, (TODAY,)),
    ("from which it reaches further", lambda: mornings(*sites(*NONE, "thigh")).is_reaching, True),
    # How the leg took a walk.
    ("responses by rising concern", lambda: [int(response) for response in Activity], [0, 1, 2, 3]),
    ("a rise of less than one and a half", lambda: took(2.52, 4), G),
    ("settled after an hour, and no number", lambda: walk_response(a_walk(settled=60), None), G),
    ("later", lambda: walk_response(a_walk(settled=61), None), Y),
    ("a peak that is no great rise from nought", lambda: walk_response(a_walk(peak_leg=2), None), G),
    ("one that may be", lambda: walk_response(a_walk(peak_leg=3), None), U),
    ("one walk of two on the edge", lambda: known(1, late(0), fine(0)).yesterday, Y),
    ("one of three", lambda: known(1, late(0), fine(0), fine(0)).yesterday, G),
    (
        "a walk rises from this morning",
        lambda: known(5, *WEEK, morning(4, leg=6), walk(4, peak_leg=7)).yesterday,
        G,
    ),
    ("from the usual one where that is not known", lambda: known(5, *WEEK, walk(4, peak_leg=7)).yesterday, R),
    (
        "and from what was usual that day, though a day later it is forgotten",
        lambda: known(29, morning(0, leg=1), morning(1, leg=3), walk(28, peak_leg=4)).yesterday,
        R,
    ),
    (
        "but not what was forgotten by then",
        lambda: known(30, morning(0, leg=1), morning(1, leg=3), walk(29, peak_leg=4)).yesterday,
        G,
    ),
    # What only the advice looks at.
    ("a broken night of a week", lambda: known(6, morning(0, sleep_wakes=3)).weeks.broken_nights, 1),
    ("one before it", lambda: known(7, morning(0, sleep_wakes=3)).weeks.broken_nights, 0),
    ("nothing told, no night", lambda: Weeks().broken_nights, 0),
    ("the first seven mornings", lambda: first_leg(7, 7, 7, 7, 7, 7, 0, 9), 6),
    ("fewer, all of them", lambda: first_leg(7, 0), 3.5),
    ("since the pain began, that day too", lambda: first_leg(9, 8, 2, onset=1), 5),
    ("two reviews are remembered", lambda: known(21, *worries(9, 8, 2)).weeks.worries, (8, 2)),
    ("one", lambda: known(7, *worries(9)).weeks.worries, (9,)),
    ("a visit", lambda: known(5, event(3, "visit")).weeks.visit, DAY_0 + timedelta(3)),
    ("something else", lambda: known(5, event(3, "work")).weeks.visit, None),
    # A walk that nothing was said about is answered by the next known morning.
    ("a morning answers for three days", lambda: known(8, walk(5), morning(8)).responses[2], G),
    ("not for four", lambda: known(9, walk(5), morning(9)).responses[3], U),
    (
        "nor for one that was answered and cannot be judged",
        lambda: known(1, walk(0, peak_leg=3, settled=0), CALM_IN_WORDS).responses[0],
        U,
    ),
)


@pytest.mark.parametrize(("what", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_what_is_known(what: Callable[[], object], expected: object) -> None:
    assert what() == expected
