"""The limits of the table: within their bounds, in a new profile, and back again."""

import json
import re
from pathlib import Path

import pytest

from ryggkompis.domain.base.thresholds import BOUNDS, CONVENTIONS, Thresholds
from ryggkompis.domain.journal.entries import Profile
from ryggkompis.services.companion import Companion
from ryggkompis.services.errors import NeedsProfile, NotOneOf, OutOfRange
from ryggkompis.services.limits import USUAL, change_limit, limits_of, reset_limits
from tests.tui.screen_text import a_companion, known

EDGES = [(name, value) for name, bounds in BOUNDS.items() for value in bounds]
BEYOND = [(name, value) for name, (low, high) in BOUNDS.items() for value in (low - 1, high + 1)]


@pytest.fixture
def companion(tmp_path: Path) -> Companion:
    return known(a_companion(tmp_path))


@pytest.mark.parametrize(("name", "value"), EDGES)
def test_a_limit_may_be_anything_within_its_bounds(companion: Companion, name: str, value: int) -> None:
    change_limit(companion, name, value)

    assert limits_of(companion.state()) == {**USUAL, name: value}


@pytest.mark.parametrize(("name", "value"), BEYOND)
def test_a_limit_beyond_its_bounds_is_refused_wherever_it_comes_from(
    companion: Companion, name: str, value: int
) -> None:
    with pytest.raises(OutOfRange):
        change_limit(companion, name, value)
    with pytest.raises(OutOfRange):
        companion.diary.say(Profile, thresholds={name: value})
    (profile,) = companion.state().history.profiles
    with pytest.raises(OutOfRange):
        companion.diary.edit(profile.id, thresholds={name: value})
    assert Thresholds.of({name: value}) == CONVENTIONS


def test_a_limit_that_nobody_knows_is_refused(companion: Companion) -> None:
    with pytest.raises(NotOneOf):
        change_limit(companion, "worst_leg", 1)


def test_changing_keeps_the_old_profile_and_everything_else_in_it(companion: Companion) -> None:
    change_limit(companion, "days_at_level", 9)
    change_limit(companion, "settles_within", 30)
    first, *_, last = companion.state().history.profiles

    assert first.thresholds == {}
    assert last.thresholds == {"days_at_level": 9, "settles_within": 30}
    assert (last.onset, last.walk_tolerance) == (first.onset, first.walk_tolerance)


def test_the_convention_itself_is_no_change_and_all_can_be_taken_back(companion: Companion) -> None:
    change_limit(companion, "days_at_level", 9)
    assert change_limit(companion, "days_at_level", USUAL["days_at_level"]).thresholds == {}
    change_limit(companion, "too_much", 120)
    assert reset_limits(companion).thresholds == {}
    assert limits_of(companion.state()) == USUAL


def test_without_a_profile_there_is_nothing_to_change(tmp_path: Path) -> None:
    with pytest.raises(NeedsProfile):
        change_limit(a_companion(tmp_path), "days_at_level", 9)


@pytest.mark.parametrize("name", [name for name in USUAL if not name.startswith("position_minutes")])
def test_a_choice_only_makes_the_plan_more_careful(name: str) -> None:
    """Where a rise depends on a number, it can be changed one way alone: the convention is its bound."""
    assert USUAL[name] in BOUNDS[name]


@pytest.mark.parametrize("old", [{"too_much": 150}, {"green_days": 6}, {"settles_within": 120}])
def test_a_limit_of_another_version_decides_nothing_and_stops_nothing(
    tmp_path: Path, old: dict[str, int]
) -> None:
    companion = known(a_companion(tmp_path), thresholds={"days_at_level": 9})
    (month,) = (at for at in tmp_path.rglob("*.json") if '"days_at_level"' in at.read_text("utf-8"))
    text = re.sub(r'"days_at_level": ?9', json.dumps(old)[1:-1], month.read_text("utf-8"))
    month.write_text(text, "utf-8")

    assert limits_of(companion.state()) == USUAL
    assert change_limit(companion, "days_between_rises", 4).thresholds == {"days_between_rises": 4}
