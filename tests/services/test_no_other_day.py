"""No sentence about an episode uses a day outside it, unless it says so."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from functools import cache
from random import Random
from typing import Any, NamedTuple

import pytest

from ryggkompis.domain.base.scales import SITES, SITTINGS, VERSUS
from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.drawing import PLACES, Drawing
from ryggkompis.domain.journal.entries import (
    CheckIn,
    ComfortDone,
    Entry,
    Evening,
    Event,
    ExerciseDone,
    Note,
    PositionChange,
    Profile,
    Walk,
    Weekly,
)
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.journal.episodes import ONE_DAY
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.medicine import Medicine
from ryggkompis.domain.journal.steps import Steps
from ryggkompis.i18n.language import speaking
from ryggkompis.services.earlier import in_its_days
from ryggkompis.services.views.every import VIEWS
from ryggkompis.services.views.view import lens_on
from tests.domain.patient import red_flags
from tests.services.telling import assert_same, of_progress, of_report, state_of

START = date(2025, 1, 6)
GAPS = (1, 2, 6, 20, 36, 60, 400)
"""Days between the last word of an episode and the first of the next."""
STANDS = (Profile, Gate, EpisodeMark)
"""What holds across a border: who the plan is for, locks, and the borders themselves."""
SEEDS = range(40)


class Life(NamedTuple):
    """Two or three episodes, the last of which is spoken of."""

    entries: tuple[Entry, ...]
    first: date
    last: date
    """The days of the last one."""
    today: date


def anything(dice: Random, day: date) -> Iterator[Entry]:
    """Say this and that on a day, or nothing."""
    pick = dice.choice

    def say(kind: type[Entry], hour: int, **fields: Any) -> Entry:
        at = datetime.combine(day, time(hour), UTC)
        return kind(id=f"{dice.getrandbits(100):026X}"[-26:], day=day, at=at, tz="UTC", **fields)

    if dice.random() < 0.2:
        return
    yield say(Gate, 6, scope="full", answers={flag.id: "no" for flag in red_flags().flags})
    if dice.random() < 0.9:
        yield say(
            CheckIn, 7, leg=pick((None, *range(11))), back=dice.randrange(11), site=pick((None, *SITES)),
            numb=pick((None, "none", "less", "same")), morning=pick((None, *VERSUS)),
            sleep_wakes=pick((None, 0, 1, 3)), flare=dice.random() < 0.1,
        )  # fmt: skip
    n = dice.randrange
    for kind, share, fields in (
        (Walk, 0.6, {"minutes": n(3, 60), "peak_leg": n(11), "further_down": n(9) == 0}),
        (
            ExerciseDone,
            0.4,
            {"exercise": pick(("E01", "E07")), "response": pick((None, "up", "down"))},
        ),
        (Evening, 0.3, {"leg_avg": n(11), "sit_longest": pick((None, *SITTINGS)), "flare": n(9) == 0}),
        (Weekly, 0.2, {"goals": (n(11),), "wish": f"wish {n(99)}", "worry": n(11)}),
        (Event, 0.15, {"text": f"event {n(99)}", "event": "other"}),
        (Note, 0.15, {"text": f"note {n(99)}"}),
        (Medicine, 0.15, {"text": f"pill {n(99)}"}),
        (ComfortDone, 0.15, {"comfort": "C01", "helped": True}),
        (PositionChange, 0.15, {}),
        (Drawing, 0.15, {"pain": (pick(PLACES),), "numbness": (pick(PLACES),)}),
        (Steps, 0.15, {"steps": n(9000), "source": "phone"}),
    ):
        if dice.random() < share:
            yield say(kind, dice.randrange(8, 20), **fields)


def told(kind: type[Entry], day: date, **fields: Any) -> Entry:
    at = datetime.combine(day, time(5), UTC)
    return kind(id=f"{kind.__name__[:8]:X<8}{day:%Y%m%d}0000000000", day=day, at=at, tz="UTC", **fields)


@cache
def life(seed: int) -> Life:
    """Live through two or three episodes; the last one may be closed, and walks logged after it."""
    dice = Random(seed)
    said: list[Entry] = [told(Profile, START, onset=START, goals=("Tie my shoes",), walk_tolerance=15)]
    day, first = START, START
    count = dice.choice((2, 3))
    for n in range(count):
        first = day
        if n and count == 2 and dice.random() < 0.5 and (day - START).days > 31:
            said.append(told(Profile, day, onset=day, goals=("Tie my shoes",), walk_tolerance=15))
        elif n:
            said.append(told(EpisodeMark, day, start=day))
        for _day in range(dice.choice((3, 10, 30, 60))):
            said += anything(dice, day)
            day += ONE_DAY
        last = day - ONE_DAY
        day += dice.choice(GAPS) * ONE_DAY
    today = last
    if dice.random() < 0.3:
        said.append(replace(told(EpisodeMark, last, start=first, end=last), id="C" * 26))
        today = last + ONE_DAY * 20
        said += anything(dice, last + ONE_DAY * 4)
    return Life(tuple(said), first, last, today)


def perturbed(one: Life, seed: int) -> History:
    """Let everything outside the last episode be another, but for what stands across a border."""
    dice = Random(seed)
    inside = [e for e in one.entries if isinstance(e, STANDS) or one.first <= e.day <= one.last]
    others = [e.day for e in one.entries if not one.first <= e.day <= one.last]
    new = [e for day in sorted(set(others)) for e in anything(dice, day) if not isinstance(e, Gate)]
    return History.of([*inside, *new])


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_said_of_an_episode_is_the_same_whatever_was_said_outside_it(seed: int) -> None:
    one = life(seed)
    before, after = History.of(one.entries), perturbed(one, seed + 1000)
    assert before != after
    with speaking("en"):
        state, other = state_of(before, one.today), state_of(after, one.today)
        seen = in_its_days(state)
        # A plan counts days; whether anybody is glad yet hangs on it, and is not a matter of the course.
        seen_other = replace(in_its_days(other), plan=seen.plan, gate=seen.gate)
        assert_same(of_progress(state, seen), of_progress(other, seen_other))
        mine, others = of_report(before, one.today), of_report(after, one.today)
        assert_same(mine[0], others[0])
        assert_same(mine[1], others[1])


def test_with_the_whole_diary_in_its_place_nearly_every_life_is_told_otherwise() -> None:
    """Else the test above would hold of anything."""
    otherwise = 0
    with speaking("en"):
        for seed in SEEDS:
            one = life(seed)
            state = in_its_days(state_of(History.of(one.entries), one.today))
            whole = replace(state, history=state.diary)
            otherwise += [view.say(state, lens_on(state, "all")) for view in VIEWS] != [
                view.say(whole, lens_on(whole, "all")) for view in VIEWS
            ]
    assert otherwise > len(SEEDS) * 0.9
