"""What another program tells: its pain decides nothing, and nothing of it raises the day it came in."""

from datetime import date, datetime, time, timedelta
from random import Random

import pytest

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.entries import CheckIn, Entry, Evening, ExerciseDone, Walk
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.origin import Origin
from ryggkompis.domain.plan.as_shown import loads_of
from ryggkompis.domain.plan.plan import Step, plan_of, steps
from ryggkompis.domain.today.brought_in import as_this_morning, brought_in, not_raised
from tests.domain.lives import life
from tests.domain.patient import Patient, catalogue, red_flags
from tests.domain.person import OSLO, Life
from tests.examples import examples

SEEDS = range(examples(12))


def fold(day: date, history: History) -> Step:
    *_, last = steps(day, history, catalogue(), red_flags())
    return last


def imported(dice: Random, kind: type[Entry], day: date, on: date, **said: object) -> Entry:
    origin = Origin(source="table", import_id="I", on=on)
    at = datetime.combine(day, time(12), OSLO)
    return kind(id=f"I{dice.getrandbits(60)}", day=day, at=at, tz="Europe/Oslo", origin=origin, **said)  # type: ignore[arg-type]


def some_day(dice: Random, one: Life) -> date:
    return one.start + timedelta(days=dice.randrange(-30, one.days))


@pytest.mark.parametrize("seed", SEEDS)
def test_pain_from_another_program_changes_no_day_of_the_plan(seed: int) -> None:
    one, dice = life(seed), Random(seed)
    known = one.known(one.days)
    pain = [
        imported(
            dice,
            CheckIn,
            some_day(dice, one),
            one.last,
            leg=dice.randrange(11),
            flare=dice.choice((None, True)),
        )
        for _ in range(30)
    ]
    pain += [imported(dice, Evening, some_day(dice, one), one.last, leg_avg=dice.randrange(11), walked=False)]
    more = History.of((*known.entries, *pain), known.hidden)
    plans = [[plan_of(s) for s in steps(one.last, h, catalogue(), red_flags())] for h in (known, more)]
    assert plans[0] == plans[1]
    assert set(more.brought) == set(pain)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_import_raises_the_plan_of_its_day(seed: int) -> None:
    one, dice = life(seed), Random(seed)
    known = one.known(one.days)
    came: list[Entry] = [
        imported(dice, Walk, some_day(dice, one), one.last, minutes=dice.randrange(5, 90)) for _ in range(40)
    ]
    came += [imported(dice, ExerciseDone, some_day(dice, one), one.last, exercise="E01") for _ in range(10)]
    more = History.of((*known.entries, *came), known.hidden)
    without = fold(one.last, more.without(brought_in(more, one.last)))
    assert without == fold(one.last, known)
    held = not_raised(fold(one.last, more), without)
    if not held.standing.is_stopped:
        before, after = loads_of(without.standing), loads_of(held.standing)
        assert after.level <= before.level
        assert all(level <= before.exercises.get(id_, 0) for id_, level in after.exercises.items())


def test_walks_that_came_in_count_from_the_next_day() -> None:
    patient = Patient.at_level(2, days=20)
    history = patient.history()
    today = history.last
    assert today is not None
    walks = [imported(Random(n), Walk, today - timedelta(days=n), today, minutes=40) for n in range(1, 15)]
    more = History.of((*history.entries, *walks))
    assert brought_in(more, today) == tuple(sorted(walks, key=lambda walk: walk.day))
    assert brought_in(more, today + timedelta(days=1)) == ()
    assert replace(walks[0], origin=None) not in brought_in(more, today)


def test_what_an_import_or_a_removal_took_out_today_still_counts_today() -> None:
    patient = Patient.at_level(2, days=20)
    history = patient.history()
    today = history.last
    assert today is not None
    yesterday = today - timedelta(days=1)
    dice = Random(1)
    gone, over, new = (
        imported(dice, Walk, yesterday, on, minutes=40) for on in (yesterday, yesterday, today)
    )
    now = History.of((*history.entries, over, new))
    assert as_this_morning(history, today) is None, "nothing came or went"
    changed = replace(now, this_morning={gone.id: gone, over.id: None, new.id: new})
    assert as_this_morning(changed, today) == History.of((*history.entries, gone))
    assert as_this_morning(changed.and_also([new]), today) == History.of((*history.entries, gone))
