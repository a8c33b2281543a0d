"""Every number of the gate, the table's rows, the ways back and what is remembered, just under and at it."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from typing import Any, Final

import pytest

from ryggkompis.domain.base.averages import mean, median
from ryggkompis.domain.base.scales import DAILY_LINE, Answer, Numb
from ryggkompis.domain.base.thresholds import BOUNDS, CONVENTIONS, Thresholds, may_be
from ryggkompis.domain.base.value import names
from ryggkompis.domain.catalogue.tolerance import left_out
from ryggkompis.domain.journal.entries import Event, Programme
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.domain.plan import reasons, returning, smaller
from ryggkompis.domain.plan.effects import eased, lowered
from ryggkompis.domain.plan.facts.facts import Facts
from ryggkompis.domain.plan.facts.responses import Activity
from ryggkompis.domain.plan.flares import in_flare as enter
from ryggkompis.domain.plan.next_step import may_rise
from ryggkompis.domain.plan.returning import may_climb
from ryggkompis.domain.plan.rules import decide
from ryggkompis.domain.plan.safety import GateDay, gate_on, is_red
from ryggkompis.domain.plan.standing import Standing
from tests.domain.patient import DAY_0, Patient, red_flags
from tests.domain.test_edges import (
    TODAY,
    about,
    after,
    ago,
    facts,
    in_flare,
    lows,
    returns,
    rule,
    standing,
    walked,
)

Act = Callable[[Patient], None]
G, Y = Activity.GREEN, Activity.YELLOW


def ceiling(most: int) -> Facts:
    at = datetime(2026, 1, 1, 8, tzinfo=UTC)
    return facts(
        programme=Programme(id="2" * 26, day=TODAY, at=at, tz="UTC", name="P", sha="a", walk_ceiling=most)
    )


def reason(where: Standing, what: Facts) -> Any:
    return decide(where, what)[1].reason


def silence(days: int, **changes: Any) -> Any:
    return reason(standing(**changes), facts(check_in=None, silent=days))


def stopped(exclusion: str) -> Standing:
    return after(standing(), facts(profile=about(exclusions=(exclusion,))))


def little(**changes: Any) -> reasons.LessThanPlanned:
    """What is said where less than planned was walked."""
    check_in = {"check_in": None} if changes.pop("silent", False) else {}
    found = reason(standing(**changes), facts(adherence=walked((9,) * 7), **check_in))
    assert isinstance(found, reasons.LessThanPlanned)
    return found


def is_more(share: int) -> bool:
    found = reason(standing(), facts(adherence=walked((share,) * 14, (100,) * 28)))
    assert isinstance(found, reasons.GoodWeek)
    return found.is_more


def climbing(level: int, before_flare: int) -> Standing:
    return after(standing(level=level, rung=level, before_flare=before_flare, climbed_on=ago(2)), facts())


def exercised(sessions_at: int, **others: int) -> dict[str, int]:
    """The levels after four good sessions of an exercise at its level."""
    doses = {"E03": sessions_at, "E10": 1, "E14": 1, **others}
    done = {("E03", sessions_at): [(ago(n), G) for n in (4, 3, 2, 1)]}
    where = standing(level_since=ago(1), doses=doses)
    assert rule(where, facts(at_level=done)) == "D15"
    return dict(after(where, facts(at_level=done)).doses)


def excluded(**changes: Any) -> int:
    where = standing(mode="excluded", level=8, stopped_on=ago(1), **changes)
    return returning.returned(where, facts()).level


def restarted(level: int, tolerance: int = 60, **changes: Any) -> Standing:
    where = standing(level=level, doses={"E01": 3}, **changes)
    return returning.restarted(where, facts(profile=about(walk_tolerance=tolerance)))


def unlocked(**changes: Any) -> Standing:
    """Back from a lock of a day in the midst of a flare."""
    return returning.returned(in_flare(mode="locked", stopped_on=ago(1), **changes), facts())


def offered(*minutes: int, days: int = 14, level: int = 3, **changes: Any) -> bool:
    """Whether a smaller plan is offered to who walks so much."""
    where = standing(level=level, little_days=days)
    return smaller.is_offered(where, facts(adherence=walked(minutes), **changes))


def chosen(where: Standing, *minutes: int, **changes: Any) -> Standing:
    return smaller.chosen(where, facts(adherence=walked(minutes), **changes))


def lower(level: int, days: int = 10) -> int:
    """The level after three days of the minimum version."""
    return smaller.chosen(
        standing(level=level, level_since=ago(days)), facts(adherence=walked(least=3))
    ).level


def gate(day: int, *acts: Act) -> GateDay:
    patient = Patient(walk_tolerance=9)
    for act in acts:
        act(patient)
    return gate_on(DAY_0 + timedelta(day), patient.history(), red_flags())


def numb(*answers: Numb | None, cleared: int | None = None) -> GateDay:
    """Mornings with an answer about numbness, and a clearance on one of them."""
    patient = Patient(walk_tolerance=9)
    for day, answer in enumerate(answers):
        patient.morning(day, numb=answer)
        if day == cleared:
            patient.clear(day)
    return gate_on(DAY_0 + timedelta(len(answers) - 1), patient.history(), red_flags())


def daily_numb(*answers: Numb) -> list[int]:
    patient = Patient(walk_tolerance=9)
    for day, answer in enumerate(answers):
        patient.morning(day, numb=answer)
    return [step.facts.gate.numb_mornings for step in patient.steps(len(answers) - 1)]


def lock_of(**answers: Answer) -> tuple[str, ...]:
    found = gate(3, lambda p: p.gate(3, **answers)).lock
    return found.flags if found else ()


def list_due(days: int, *, worse: bool = False) -> bool:
    """Whether the whole list is asked, so many days after the last."""
    return gate(days, lambda p: p.gate(0, "full")).is_full_list_due(worse=worse)


def clear(day: int) -> Act:
    return lambda patient: patient.clear(day)


def whole(day: int) -> Act:
    """The whole list with no."""
    return lambda patient: patient.gate(day, "full")


def visit(day: int, event: str = "visit") -> Act:
    return lambda patient: patient.say(Event, day, time(16), event=event, text="told")


def unfinished(found: GateDay) -> tuple[bool, tuple[str, ...]]:
    assert found.lock is not None
    return found.lock.is_unfinished, found.lock.marked


def line(patient: Patient) -> None:
    """The daily line with yes, and one mark in the list that it leads to."""
    patient.say(Gate, 3, time(7), scope="daily", answers={DAILY_LINE: "yes"}, marked={"CES1": "yes"})


def soft(patient: Patient) -> None:
    patient.gate(3, AGE1="yes")


def red(patient: Patient) -> None:
    patient.gate(3, CES1="yes")


NUMBERS: Final = (
    "level", "placed_level", "calm_mornings", "worse_mornings", "level_before", "little_days", "rung",
)  # fmt: skip
ALLOWED: Final = {
    "worse_leg": (1, 2), "settles_within": (15, 60), "good_share": (70, 100), "days_at_level": (7, 28),
    "days_between_rises": (3, 14), "too_little": (70, 90), "too_much": (110, 130),
    "position_minutes": (10, 60), "position_minutes_tender": (10, 60),
}  # fmt: skip
USUAL: Final = {
    "worse_leg": 2, "settles_within": 60, "good_share": 70, "days_at_level": 7, "days_between_rises": 3,
    "too_little": 70, "too_much": 130, "position_minutes": 30, "position_minutes_tender": 20,
}  # fmt: skip
Row = tuple[str, Callable[[], object], object]
RULES: Final[tuple[Row, ...]] = (
    ("seven silent days", lambda: silence(7), reasons.NoCheckIn(7)),
    ("eight", lambda: silence(8), reasons.BackAfterSilence(8, 2)),
    ("nine, lowered for before", lambda: silence(9, silence_cost=1), reasons.BackAfterSilence(9, 3)),
    ("nine at once", lambda: silence(9), reasons.BackAfterSilence(9, 2)),
    ("why is asked", lambda: little().asks, True),
    ("not again within a week", lambda: little(asked_why_on=ago(6)).asks, False),
    ("a week later", lambda: little(asked_why_on=ago(7)).asks, True),
    (
        "what was asked is remembered",
        lambda: after(standing(), facts(adherence=walked((9,) * 7))).asked_why_on,
        TODAY,
    ),
    ("130 per cent is as planned", lambda: is_more(130), False),
    ("131 is more", lambda: is_more(131), True),
    ("on the way back, one level", lambda: climbing(3, 6).level, 4),
    ("and further", lambda: climbing(3, 6).before_flare, 6),
    ("one below the aim is there", lambda: climbing(3, 5).before_flare, None),
    (
        "up to the ceiling",
        lambda: may_climb(standing(level=3, before_flare=8, climbed_on=ago(2)), ceiling(4)),
        True,
    ),
    (
        "and not above",
        lambda: may_climb(standing(level=3, before_flare=8, climbed_on=ago(2)), ceiling(3)),
        False,
    ),
    (
        "one worse day of many is no reason to hold",
        lambda: rule(standing(), facts(responses=(G, Y, *(G,) * 12))),
        "D14",
    ),
    ("eased for a day more", lambda: reason(standing(eased_until=TODAY), facts()), reasons.StillEased(TODAY)),
    (
        "eased no more",
        lambda: reason(standing(eased_until=ago(1), level_since=ago(1), raised_on=ago(1)), facts()),
        reasons.Steady(7, 1),
    ),
    ("a new exercise begins at its first level", lambda: exercised(2)["E07"], 1),
    ("the next level of one", lambda: exercised(1, E07=1)["E03"], 2),
    ("no rise on a day of another level", lambda: may_rise(standing(level_since=TODAY), facts()), False),
    ("one the day after", lambda: may_rise(standing(level_since=ago(1)), facts()), True),
)
BACK: Final[tuple[Row, ...]] = (
    ("after an exclusion the entry test", excluded, 3),
    ("after an operation level 2 at most", lambda: excluded(was_operated=True), 2),
    ("a lock of two weeks is no entry test", lambda: returns(14).placed_on, ago(60)),
    ("a longer one is", lambda: returns(15).placed_on, TODAY),
    ("not operated", lambda: stopped("pregnant").was_operated, False),
    ("operated", lambda: stopped("operated").was_operated, True),
    ("silence raises nobody", lambda: restarted(1).level, 1),
    ("nobody above the entry test", lambda: restarted(9, 9).level, 3),
    ("first exercises", lambda: restarted(1).doses, {"E01": 1}),
    ("a flare goes on after a lock", lambda: unlocked().mode, "flare"),
    ("as low as it was", lambda: unlocked().level, 1),
    ("and what it found is a level lower", lambda: unlocked().level_before, 7),
    ("nothing is aimed at that was not", lambda: unlocked().before_flare, None),
    ("an aim is no higher than that", lambda: unlocked(before_flare=10).before_flare, 7),
    (
        "outside of a flare there is none",
        lambda: returning.returned(standing(mode="locked", before_flare=9), facts()).before_flare,
        None,
    ),
)
SMALLER: Final[tuple[Row, ...]] = (
    ("70 per cent of five days fits", lambda: offered(13, 13, 13, 12, 12), False),
    ("less does not", lambda: offered(13, 13, 12, 12, 12), True),
    ("88 of 126 minutes are less than 70 per cent", lambda: offered(13, 13, 13, 13, 12, 12, 12), True),
    ("89 are more", lambda: offered(13, 13, 13, 13, 13, 12, 12), False),
    ("after 14 days", lambda: offered(9, 9, 9, days=13), False),
    ("at once where it is for pain", lambda: offered(9, 9, 9, days=0, less_because="pain"), True),
    ("not for time", lambda: offered(9, 9, 9, days=0, less_because="time"), False),
    ("down to the lowest level", lambda: offered(1, 1, 1, level=-1), True),
    ("nothing is lower", lambda: offered(1, 1, 1, level=-2), False),
    ("one taken is not offered", lambda: offered(9, 9, 9, takes_smaller_plan=True), False),
    ("days of too little are counted", lambda: chosen(standing(little_days=3), 9, 9, 9).little_days, 4),
    ("from 0 where it was enough", lambda: chosen(standing(little_days=3), 18, 18, 18).little_days, 0),
    ("what is not known changes nothing", lambda: chosen(standing(little_days=3)).little_days, 3),
    ("taken, one level less", lambda: chosen(standing(level=-1), takes_smaller_plan=True).level, -2),
    ("but not below the lowest", lambda: chosen(standing(level=-2), takes_smaller_plan=True).level, -2),
    (
        "it stands for 28 days",
        lambda: chosen(standing(smaller_since=ago(27)), 9, 9, 9).smaller_since,
        ago(27),
    ),
    ("and is over then", lambda: chosen(standing(smaller_since=ago(28)), 9, 9, 9).smaller_since, None),
    (
        "or when more is walked",
        lambda: chosen(standing(smaller_since=ago(1)), 20, 20, 20).smaller_since,
        None,
    ),
    ("three days at the level", lambda: lower(0, 3), -1),
    ("two are too few", lambda: lower(0, 2), 0),
    ("down to the last", lambda: lower(-1), -2),
)
GATE: Final[tuple[Row, ...]] = (
    ("the list is asked once a week", lambda: list_due(6), False),
    ("after seven days", lambda: list_due(7), True),
    ("on a worse morning the day after", lambda: list_due(1, worse=True), True),
    ("but not twice a day", lambda: list_due(0, worse=True), False),
    ("numb mornings", lambda: numb("more", None, "more").numb_mornings, 2),
    ("less ends the row", lambda: numb("more", "less").numb_mornings, 0),
    ("two do not lock", lambda: numb("more", "more").lock, None),
    ("three do", lambda: numb("more", "more", "more").lock is None, False),
    ("each is counted once, whoever asks every day", lambda: daily_numb("more", "more"), [1, 2]),
    ("a clearance begins anew", lambda: numb("more", "more", "more", "more", cleared=1).numb_mornings, 2),
    ("opened today", lambda: gate(3, red, lambda p: p.clear(3)).reopened, True),
    ("yesterday", lambda: gate(4, red, lambda p: p.clear(3)).reopened, False),
    ("a clearance of nothing", lambda: gate(3, lambda p: p.clear(3)).reopened, False),
    ("a grave answer locks", lambda: is_red("CES1", red_flags(), None), True),
    ("another does not", lambda: is_red("AGE1", red_flags(), None), False),
    ("one that nobody knows any more does", lambda: is_red("OLD9", red_flags(), None), True),
    ("it stands behind those that are known", lambda: lock_of(OLD9="yes", CES1="yes"), ("CES1", "OLD9")),
    ("night pain after cancer", lambda: is_red("CAN2", red_flags(), about(had_cancer=True)), True),
    (
        "night pain of somebody who had none",
        lambda: is_red("CAN2", red_flags(), about(had_cancer=False)),
        False,
    ),
    ("who did not say", lambda: is_red("CAN2", red_flags(), about()), False),
    ("of nobody known", lambda: is_red("CAN2", red_flags(), None), False),
    ("a soft answer is of its day", lambda: (gate(3, soft).soft, gate(4, soft).soft), (("AGE1",), ())),
    ("and lasts", lambda: gate(4, soft).lasting, ("AGE1",)),
    ("until it is no", lambda: gate(4, soft, whole(4)).lasting, ()),
    (
        "a finding that stays was looked at",
        lambda: gate(5, soft, clear(4)).examined,
        {"AGE1": DAY_0 + timedelta(4)},
    ),
    ("and is asked about no more", lambda: gate(5, soft, clear(4)).lasting, ()),
    ("a visit looks at it too", lambda: gate(5, soft, visit(4)).examined, {"AGE1": DAY_0 + timedelta(4)}),
    ("another event does not", lambda: gate(5, soft, visit(4, "work")).examined, {}),
    ("what does not stay is not kept", lambda: gate(5, red, clear(4)).examined, {}),
    ("a visit opens no lock", lambda: gate(5, red, visit(4)).lock is None, False),
    ("a clearance does", lambda: gate(5, red, clear(4)).lock, None),
    ("no to everything does not", lambda: gate(5, red, whole(4)).lock is None, False),
    ("a line of yes is an unfinished list", lambda: unfinished(gate(3, line)), (True, ("CES1",))),
    ("that finishing it opens", lambda: gate(3, line, whole(3)).lock, None),
    ("with nothing left in it", lambda: gate(3, line, whole(3)).drafts, ()),
    ("a grave answer is no unfinished list", lambda: unfinished(gate(3, red)), (False, ())),
    (
        "nothing known, nothing numb at all",
        lambda: GateDay(TODAY, None, (), answered=False, last_full=None).numb_mornings,
        0,
    ),
    ("nothing known, nothing numb", lambda: gate(3).numb_mornings, 0),
)
KEPT: Final[tuple[Row, ...]] = (
    (
        "five lowerings are kept",
        lambda: lowered(standing(lowered=lows(9, 8, 7, 6, 5)), facts()).lowered,
        lows(8, 7, 6, 5, 0),
    ),
    (
        "five flares are",
        lambda: enter(standing(flares=lows(9, 8, 7, 6, 5)), facts()).flares,
        lows(8, 7, 6, 5, 0),
    ),
    (
        "a flare ends an ease and a hold",
        lambda: [
            (after.eased_until, after.held_until)
            for after in [enter(standing(eased_until=TODAY, held_until=TODAY), facts(flare_word=TODAY))]
        ],
        [(None, None)],
    ),
    ("an ease is of two days", lambda: eased(standing(), facts()).eased_until, TODAY + timedelta(1)),
    (
        "an exercise rests to the end of the day",
        lambda: standing(rests_until={"E01": TODAY}).is_resting("E01", TODAY),
        True,
    ),
    (
        "and is back the day after",
        lambda: standing(rests_until={"E01": ago(1)}).is_resting("E01", TODAY),
        False,
    ),
    ("at a level since nobody knows when", lambda: standing(level_since=None).days_at_level(TODAY), 0),
    ("at first nothing is known", lambda: {getattr(Standing(), name) for name in NUMBERS}, {0}),
    # The numbers that a patient and therapist may change.
    ("the bounds", lambda: BOUNDS, ALLOWED),
    ("the conventions", lambda: {name: getattr(CONVENTIONS, name) for name in names(Thresholds)}, USUAL),
    ("the lowest of one", lambda: (may_be("good_share", 69), may_be("good_share", 70)), (False, True)),
    ("the highest", lambda: (may_be("good_share", 100), may_be("good_share", 101)), (True, False)),
    ("one that is not in the table", lambda: {may_be("green_days", n) for n in range(8)}, {False}),
    # Averages.
    ("a mean", lambda: mean((1, 2, 6)), 3),
    ("the middle of three", lambda: median((9, 1, 2)), 2),
    ("the middle of four", lambda: median((9, 1, 2, 4)), 3),
    ("of one", lambda: median((5,)), 5),
    ("of two", lambda: median((5, 6)), 5.5),
    ("what is left out", lambda: left_out(("flex", "standing")), {"FLEX", "EXT"}),
    ("one without a tag", lambda: left_out(("blood_thinners",)), frozenset()),
)
ROWS: Final = (*RULES, *BACK, *SMALLER, *GATE, *KEPT)


@pytest.mark.parametrize(("what", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_what_a_rule_does(what: Callable[[], object], expected: object) -> None:
    assert what() == expected
