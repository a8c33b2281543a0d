"""What may be told of an episode as a whole, and what cannot be."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.domain.journal.entries import CheckIn, Note, Profile, Walk, Weekly
from ryggkompis.domain.today.episode import asks_anew, is_another_round, is_check_in_wanted, is_end_offered
from ryggkompis.services import episodes
from ryggkompis.services.companion import Companion
from ryggkompis.services.diary import said_of
from ryggkompis.services.episodes import (
    BeginsTooEarly,
    EpisodeClosed,
    EpisodeOpen,
    NothingToClose,
    WordsBefore,
)
from ryggkompis.services.errors import FutureDay, TooLongAgo
from ryggkompis.services.operation import tell_operation
from tests.gates import answer_gate
from tests.tui.screen_text import MORNING, FixedClock, a_companion, known
from tests.well_again import HALF_A_YEAR, ONSET, TODAY, marks, well_again

START = MORNING.date()


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime.combine(START, MORNING.time(), MORNING.tzinfo))


@pytest.fixture
def companion(tmp_path: Path, clock: FixedClock) -> Companion:
    found = known(a_companion(tmp_path, clock))
    found.diary.say(CheckIn, leg=4)
    return found


def test_a_new_episode_is_a_mark_and_a_profile_that_knows_nothing_of_walking(
    companion: Companion, clock: FixedClock
) -> None:
    clock.move(days=200)
    today = START + timedelta(days=200)
    episodes.begin(companion, today - timedelta(days=3), goals=("ski",))
    state = companion.state()
    assert state.episode.start == today - timedelta(days=3)
    assert (state.week, len(state.episodes)) == (1, 2)
    assert state.profile is not None
    assert state.profile.onset == today - timedelta(days=3)
    assert (state.profile.walk_tolerance, state.profile.walks_now) == (None, None)
    assert (state.profile.side, state.profile.goals) == ("left", ("ski",))
    companion.diary.undo()
    assert len(companion.state().episodes) == 1
    assert said_of(companion.state().profile or state.profile)["walk_tolerance"] == 12


@pytest.mark.parametrize(
    ("start", "fault"),
    [
        (START + timedelta(days=201), FutureDay),
        (date(1989, 12, 31), TooLongAgo),
        (START - timedelta(days=28), BeginsTooEarly),
        (START - timedelta(days=29), BeginsTooEarly),
    ],
)
def test_a_new_episode_begins_after_the_last_and_not_in_the_future(
    companion: Companion, clock: FixedClock, start: date, fault: type[ExpectedError]
) -> None:
    clock.move(days=200)
    with pytest.raises(fault):
        episodes.begin(companion, start)
    assert len(companion.state().episodes) == 1


def test_two_episodes_never_begin_on_one_day(companion: Companion, clock: FixedClock) -> None:
    clock.move(days=200)
    episodes.begin(companion, companion.today.day)
    with pytest.raises(BeginsTooEarly):
        episodes.begin(companion, companion.today.day)


def test_without_a_profile_none_is_made_up(tmp_path: Path, clock: FixedClock) -> None:
    companion = a_companion(tmp_path, clock)
    companion.diary.say(Walk, minutes=10)
    clock.move(days=200)
    episodes.begin(companion, companion.today.day)
    assert companion.state().profile is None
    assert len(companion.state().episodes) == 2


def test_an_end_is_taken_back_by_undo_and_by_reopening(companion: Companion, clock: FixedClock) -> None:
    before = companion.state().plan
    episodes.close(companion, "well")
    assert companion.state().plan.is_closed
    companion.diary.undo()
    assert companion.state().plan == before
    episodes.close(companion, None)
    with pytest.raises(EpisodeClosed):
        episodes.close(companion, "well")
    with pytest.raises(EpisodeClosed):
        episodes.set_rhythm(companion, "twice")
    clock.move(minutes=5)
    episodes.reopen(companion)
    assert companion.state().plan.walks == before.walks
    with pytest.raises(EpisodeOpen):
        episodes.reopen(companion)


def test_an_episode_does_not_end_before_a_word_was_said(companion: Companion, tmp_path: Path) -> None:
    with pytest.raises(NothingToClose):
        episodes.close(companion.on(START - timedelta(days=1)), "well")
    with pytest.raises(NothingToClose):
        episodes.close(a_companion(tmp_path / "other"), "well")
    with pytest.raises(NothingToClose):
        episodes.set_rhythm(a_companion(tmp_path / "other"), "twice")


def test_an_end_told_later_about_an_earlier_day_is_the_last_word(
    companion: Companion, clock: FixedClock
) -> None:
    clock.move(days=10)
    episodes.set_rhythm(companion, "twice")
    end = companion.today.day - timedelta(days=5)
    episodes.close(companion.on(end), "enough")
    state = companion.state()
    assert (state.episode.end, state.episode.ended, state.episode.rhythm) == (end, "enough", "twice")


def test_what_is_not_known_of_the_onset_is_not_known_of_a_closed_episode(
    tmp_path: Path, clock: FixedClock
) -> None:
    companion = a_companion(tmp_path, clock)
    companion.diary.say(Profile, walk_tolerance=10)
    companion.diary.say(CheckIn, leg=3)
    clock.move(days=40)
    episodes.set_rhythm(companion, "twice")
    assert (companion.state().week, companion.state().episode.onset) == (None, None)


@pytest.mark.parametrize(("days", "asked"), [(30, False), (31, True)])
def test_an_onset_a_month_later_asks_what_it_means(
    companion: Companion, clock: FixedClock, days: int, *, asked: bool
) -> None:
    clock.move(days=100)
    state = companion.state()
    onset = START - timedelta(days=28) + timedelta(days=days)
    assert is_another_round(state, onset) == asked
    assert not is_another_round(state, state.episode.onset)
    assert not is_another_round(state, None)


def the_profile(companion: Companion, onset: date) -> dict[str, object]:
    profile = companion.state().profile
    assert profile is not None
    return {**said_of(profile), "onset": onset}


def test_unanswered_the_onset_stays_and_all_else_is_kept(companion: Companion, clock: FixedClock) -> None:
    clock.move(days=100)
    said = the_profile(companion, companion.today.day)
    episodes.keep_profile(companion, {**said, "side": "right"})
    state = companion.state()
    assert (state.episode.onset, len(state.episodes)) == (START - timedelta(days=28), 1)
    assert state.profile is not None
    assert state.profile.side == "right"


def test_an_onset_is_that_of_a_new_episode_or_a_correction(companion: Companion, clock: FixedClock) -> None:
    clock.move(days=100)
    today = companion.today.day
    episodes.keep_profile(companion, the_profile(companion, today), is_new=True)
    assert [one.start for one in companion.state().episodes] == [START - timedelta(days=28), today]
    # The day of the new one was wrong: profile and mark move together, and back with one undo.
    right = today - timedelta(days=40)
    episodes.keep_profile(companion, the_profile(companion, right))
    assert (companion.state().episode.start, companion.state().episode.onset) == (right, right)
    assert len(companion.state().episodes) == 2
    companion.diary.undo()
    assert companion.state().episode.onset == today


def test_a_correction_leaves_no_word_a_month_behind(companion: Companion, clock: FixedClock) -> None:
    clock.move(days=100)
    episodes.begin(companion, companion.today.day)
    companion.diary.say(CheckIn, leg=5)
    clock.move(days=60)
    with pytest.raises(WordsBefore):
        episodes.keep_profile(companion, the_profile(companion, companion.today.day), is_new=False)
    late = START + timedelta(days=130)
    episodes.keep_profile(companion, the_profile(companion, late), is_new=False)
    assert (companion.state().episode.onset, len(companion.state().episodes)) == (late, 2)


def test_a_correction_goes_no_further_back_than_the_episode_before(
    companion: Companion, clock: FixedClock
) -> None:
    clock.move(days=100)
    episodes.begin(companion, companion.today.day)
    with pytest.raises(BeginsTooEarly):
        episodes.keep_profile(companion, the_profile(companion, START - timedelta(days=28)))


def test_an_onset_in_the_future_is_refused(companion: Companion) -> None:
    with pytest.raises(FutureDay):
        episodes.keep_profile(companion, the_profile(companion, START + timedelta(days=1)))


def test_an_onset_moved_forth_and_back_is_where_it_was(companion: Companion, clock: FixedClock) -> None:
    clock.move(days=100)
    first = START - timedelta(days=28)
    episodes.set_rhythm(companion, "daily")
    for onset in (first - timedelta(days=50), first, first - timedelta(days=20), first):
        episodes.keep_profile(companion, the_profile(companion, onset), is_new=False)
        assert (companion.state().episode.onset, len(companion.state().episodes)) == (onset, 1)


@pytest.mark.parametrize(
    ("said", "asked"), [({"leg": 3}, True), ({"site": "calf"}, True), ({"morning": "worse"}, False)]
)
def test_pain_after_an_end_asks_whether_it_is_new(
    companion: Companion, clock: FixedClock, said: dict[str, object], *, asked: bool
) -> None:
    episodes.close(companion, "well")
    clock.move(days=3)
    assert not asks_anew(companion.state())
    companion.diary.say(CheckIn, **said)
    assert asks_anew(companion.state()) == asked


@pytest.mark.parametrize(("silent", "asked"), [(90, False), (91, True)])
def test_pain_after_long_silence_asks_once_a_day(
    companion: Companion, clock: FixedClock, silent: int, *, asked: bool
) -> None:
    clock.move(days=silent)
    companion.diary.say(CheckIn, leg=3)
    assert asks_anew(companion.state()) == asked
    companion.diary.say(CheckIn, leg=4)
    assert not asks_anew(companion.state())


def test_after_long_silence_whoever_has_said_so_already_is_not_asked_again(
    companion: Companion, clock: FixedClock
) -> None:
    clock.move(days=182)
    episodes.begin(companion, companion.today.day - timedelta(days=3))
    companion.diary.say(CheckIn, leg=6)
    assert not asks_anew(companion.state()), "a new one was begun"
    episodes.close(companion, None)
    clock.move(days=182)
    episodes.reopen(companion)
    companion.diary.say(CheckIn, leg=6)
    assert not asks_anew(companion.state()), "the old one goes on"


def test_an_operation_that_is_told_of_does_not_say_whether_it_is_a_new_round(
    companion: Companion, clock: FixedClock
) -> None:
    clock.move(days=182)
    tell_operation(companion, companion.today.day - timedelta(days=400), companion.today.day, None)
    companion.diary.say(CheckIn, leg=6)
    assert asks_anew(companion.state())


def test_the_end_is_offered_after_a_steady_month_and_not_again_for_four_weeks(tmp_path: Path) -> None:
    clock = well_again(tmp_path)
    companion = a_companion(tmp_path, clock)
    assert is_end_offered(companion.state())
    episodes.set_rhythm(companion, "daily")
    assert not is_end_offered(companion.state())
    assert not is_end_offered(companion.on(TODAY + timedelta(days=27)).state())
    clock.move(days=28)
    companion.diary.say(CheckIn, leg=1, back=1, site="none", morning="same", flare=False)
    assert companion.state().plan.is_weekly_enough == is_end_offered(companion.state())


def test_nobody_who_is_not_steady_is_offered_an_end(companion: Companion) -> None:
    assert not is_end_offered(companion.state())


@pytest.mark.parametrize(("rhythm", "rest"), [("twice", 3), ("monthly", 28)])
def test_a_check_in_is_wanted_as_often_as_was_chosen(
    companion: Companion, clock: FixedClock, rhythm: str, rest: int
) -> None:
    episodes.set_rhythm(companion, rhythm)  # type: ignore[arg-type]  # one of the words
    clock.move(days=rest - 1)
    assert not is_check_in_wanted(companion.state())
    clock.move(days=1)
    assert is_check_in_wanted(companion.state())


def test_a_lock_is_not_opened_by_an_end_or_a_new_beginning(companion: Companion, clock: FixedClock) -> None:
    answer_gate(companion, {"CES1": "yes"})
    episodes.close(companion, "other")
    assert companion.state().plan.lock is not None
    clock.move(days=300)
    episodes.begin(companion, companion.today.day)
    lock = companion.state().plan.lock
    assert lock is not None
    assert lock.flags == ("CES1",)


def test_half_a_year_later_the_first_week_is_new(tmp_path: Path) -> None:
    clock = well_again(tmp_path)
    companion = a_companion(tmp_path, clock)
    episodes.close(companion, "well")
    clock.move(days=HALF_A_YEAR)
    companion.diary.say(Note, text="slipped")
    companion.diary.say(Weekly, eased_by="heat")
    episodes.begin(companion, companion.today.day, walk_tolerance=10, walks_now=15)
    state = companion.state()
    back = TODAY + timedelta(days=HALF_A_YEAR)
    assert [(one.start, one.end) for one in state.episodes] == [(ONSET, TODAY), (back, None)]
    assert (state.week, state.plan.is_closed) == (1, False)
    assert 0 < state.plan.walk_minutes <= 18
    assert marks(companion)[0] == (str(ONSET), str(TODAY), "well", None)
