"""Every sentence of the course is worked out once more from the raw entries, also on two real diaries."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from statistics import mean, median

import pytest

from ryggkompis.domain.journal.entries import CheckIn, Event, ExerciseDone, PositionChange, Walk, Weekly
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import speaking
from ryggkompis.importers.mapping import parse_mapping
from ryggkompis.importers.reading import read_file
from ryggkompis.pictures.ink import plain
from ryggkompis.pictures.picture import Size
from ryggkompis.services import course
from ryggkompis.services.companion import Companion
from ryggkompis.services.demo import live_through
from ryggkompis.services.views.every import VIEWS
from ryggkompis.services.views.view import Lens
from tests.importers.files import HERE
from tests.tui.screen_text import LANGUAGES, MORNING, FixedClock, a_companion, known

DATA = Path(__file__).parents[1] / "data"
DIARIES = {
    "participant2_pain.csv": (["Knee Pain=leg"], date(2020, 5, 3)),
    "participant4_pain.csv": (["Knee Pain=leg", "Elbow Pain=back"], date(2019, 6, 2)),
}
TODAY = MORNING.date()
SIZES = [Size(40, 15), Size(76, 16), Size(120, 40), Size(200, 60)]
VIEW = {view.name: view for view in VIEWS}


def ago(n: int) -> date:
    return TODAY - timedelta(days=n)


def say(state: State, name: str) -> str:
    with speaking("en"):
        return " ".join(VIEW[name].say(state, Lens(course.period(state, "all"))))


def number(value: float) -> str:
    return f"{round(value, 1):.1f}".removesuffix(".0")


@pytest.fixture(scope="module", params=["demo", *DIARIES])
def state(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> State:
    """The course of the demo's patient, and of two real people."""
    tmp_path = tmp_path_factory.mktemp("course")
    if request.param == "demo":
        companion = a_companion(tmp_path)
        with speaking("en"):
            live_through(companion)
        return companion.state()
    maps, last = DIARIES[request.param]
    companion = a_companion(tmp_path)
    companion.store.put(read_file(DATA / request.param, HERE, parse_mapping(maps)).lines)
    return companion.on(last).state()


def raw(state: State, measure: str) -> dict[date, int]:
    """The morning numbers as they stand in the entries; the worst of a day counts."""
    worst: dict[date, int] = {}
    for e in state.history.entries:
        value = getattr(e, measure) if isinstance(e, CheckIn) and e.day <= state.day else None
        if value is not None:
            worst[e.day] = max(value, worst.get(e.day, 0))
    return worst


def test_the_change_is_the_means_of_two_weeks(state: State) -> None:
    said = say(state, "pain")
    for name in ("leg", "back"):
        values = raw(state, name)
        first = [values[day] for day in sorted(values)[:7]]
        last = [v for day, v in values.items() if day > state.day - timedelta(days=7)]
        if min(len(first), len(last)) >= 4 and len(values) > 14:
            told = f"{number(mean(first))} in the first week"
            assert told in said
            assert f"{number(mean(last))} in the last" in said
            gap = abs(mean(last) - mean(first))
            is_clear = gap >= 2 and gap >= 0.3 * mean(first)
            assert (f"{name.capitalize()}: clearly" in said) is is_clear
        else:
            assert f"{name.capitalize()}: clearly" not in said


def test_the_direction_is_the_median_slope_and_said_only_of_enough_days(state: State) -> None:
    said = say(state, "pain")
    for name in ("leg", "back"):
        values = {d: v for d, v in raw(state, name).items() if state.day - timedelta(days=28) < d}
        days = sorted(values)
        enough = len(days) >= 14 and (days[-1] - days[0]).days >= 20
        told = ("the last four weeks point", "no certain direction")
        assert any(f"{name.capitalize()}: {words}" in said for words in told) is enough
        if f"{name.capitalize()}: the last four weeks point" in said:
            slopes = [7 * (values[b] - values[a]) / (b - a).days for a in days for b in days if b > a]
            assert f"about {number(abs(median(slopes)))} a week" in said
            assert f"{len(days)} days" in said


def test_best_and_worst_are_the_latest_of_each(state: State) -> None:
    values = raw(state, "leg")
    low, high = min(values.values()), max(values.values())
    best = max(day for day, value in values.items() if value == low)
    worst = max(day for day, value in values.items() if value == high)
    assert (
        f"{low}, last on {formats.day_month(best)}; worst: {high}, last on {formats.day_month(worst)}."
        in say(state, "pain")
    )


def test_the_days_known_are_counted_and_so_are_the_gaps(state: State) -> None:
    days = set(raw(state, "leg")) | set(raw(state, "back"))
    assert f"{len(days)} of {(state.day - min(days)).days + 1} days" in say(state, "pain")


def test_walks_nights_positions_and_exercises_are_counted(state: State) -> None:
    week = {state.day - timedelta(days=n) for n in range(7)}
    entries = [e for e in state.history.entries if e.day in week]
    walks = [e for e in entries if isinstance(e, Walk)]
    nights = [w for day in week if (c := state.history[day].check_in) and (w := c.sleep_wakes) is not None]
    moves = [e.day for e in entries if isinstance(e, PositionChange)]
    trained = {e.day for e in entries if isinstance(e, ExerciseDone)}
    if walks:
        assert f"{sum(w.minutes for w in walks)} minutes in the last seven days" in say(state, "walking")
    else:
        assert "No walks are logged" in say(state, "walking")
    broken = f"in {sum(n > 0 for n in nights)} of {len(nights)} known nights"
    assert (broken in say(state, "sleep")) is bool(nights)
    assert (f"{len(moves)} times on {len(set(moves))} days" in say(state, "positions")) is bool(moves)
    assert (f"Exercises on {len(trained)} of the last" in say(state, "exercises")) is bool(trained)


def test_goals_and_events_are_told_with_what_they_rest_on(state: State) -> None:
    reviews = [e for e in state.history.entries if isinstance(e, Weekly) and e.day <= state.day]
    profile = state.profile
    said = say(state, "goals")
    for place, name in enumerate(profile.goals if profile else ()):
        ratings = [w.goals[place] for w in reviews if len(w.goals) > place and w.goals[place] is not None]
        assert f"{name}: from {ratings[0]} to {ratings[-1]} of 10 ({len(ratings)} reviews)." in said
    assert ("have not been rated" in said) is not bool(reviews)
    leg = raw(state, "leg")
    for event in (e for e in state.history.entries if isinstance(e, Event)):
        sides = [
            [leg[d] for n in days if (d := event.day + timedelta(days=n)) in leg]
            for days in (range(-14, 0), range(14))
        ]
        told = f"“{event.text}” on {formats.day_month(event.day)}"
        if min(map(len, sides)) < 7:
            assert told not in say(state, "meaning")
            continue
        before, after = sides
        assert (
            f"{told}: leg {number(mean(before))} in the 14 days before ({len(before)} known), "
            f"{number(mean(after))} in the 14 from then on ({len(after)} known)."
        ) in say(state, "meaning")


ODD: Mapping[str, Mapping[int, int | None]] = {
    "no days": {},
    "one day": {0: 5},
    "ten years": {n: n % 11 for n in range(0, 3650, 3)},
    "one value": dict.fromkeys(range(90), 4),
    "all zero": dict.fromkeys(range(90), 0),
    "everything unknown": dict.fromkeys(range(90)),
}
"""Days ago, and the leg that morning."""


@pytest.mark.parametrize(("name", "legs"), ODD.items(), ids=ODD)
def test_every_view_of_an_odd_diary_has_a_sentence_and_a_picture_that_fits(
    tmp_path: Path, name: str, legs: Mapping[int, int | None]
) -> None:
    companion = known(a_companion(tmp_path))
    write(companion, legs)
    state = companion.state()
    for language in LANGUAGES:
        with speaking(language):
            for view in VIEWS:
                for numbers in (True, False):
                    lens = Lens(course.period(state, "all"), TODAY, band=True, numbers=numbers)
                    said = view.say(state, lens)
                    assert said, (name, view.name)
                    assert all(sentence.strip() and "None" not in sentence for sentence in said)
                    for size in SIZES if view.draw else ():
                        assert view.draw
                        drawn = plain(view.draw(state, lens, size)).splitlines()
                        assert max(map(len, drawn), default=0) <= size.cols, (name, view.name)


def write(companion: Companion, legs: Mapping[int, int | None]) -> None:
    companion.diary.add(*(companion.diary.on(ago(n)).draft(CheckIn, leg=leg) for n, leg in legs.items()))


def test_of_two_check_ins_a_day_the_worse_counts(tmp_path: Path) -> None:
    clock = FixedClock()
    companion = a_companion(tmp_path, clock)
    for leg in (9, 3):
        companion.diary.say(CheckIn, leg=leg)
        clock.move(hours=1)
    state = companion.state()
    lens = Lens(course.period(state, "2w"))
    assert VIEW["pain"].draw
    assert plain(VIEW["pain"].draw(state, lens, Size(40, 12))).count("●") == 2, "the legend's and one"
    assert raw(state, "leg") == {TODAY: 9}
    assert course.mornings(state)["leg"] == {TODAY: 9}


def test_an_onset_that_has_not_come_gives_no_weeks_and_no_fault(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path), days_ago=-30)
    write(companion, dict.fromkeys(range(20), 5))
    state = companion.state()
    lens = Lens(course.period(state, "6w"), band=True)
    assert VIEW["pain"].draw
    with speaking("en"):
        assert "week" not in plain(VIEW["pain"].draw(state, lens, Size(76, 16)))
    assert course.onset(state) is None


def test_six_events_on_one_day_are_drawn_and_at_most_three_compared(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    write(companion, dict.fromkeys(range(40), 5))
    for n in range(6):
        companion.diary.on(ago(18)).say(Event, text=f"thing {n}", event="other")
    state = companion.state()
    said = say(state, "meaning")
    assert said.count("in the 14 days before") == 3
    assert said.count("5 other events lie in the same weeks.") == 3
    assert VIEW["pain"].draw
    drawn = plain(VIEW["pain"].draw(state, Lens(course.period(state, "6w")), Size(76, 16)))
    assert "thing" in drawn
