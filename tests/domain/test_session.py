"""A session by the clock, without a terminal: it counts right, waits where it must, and never runs ahead."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.session.session import Part, Session, StepKind, begin
from ryggkompis.domain.session.session_steps import LONGEST_GAP, Act, Elapsed, Say, act

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
HOLDS = Part(id="E05", level=1, sets=2, reps=None, seconds=10, per_side=True)
TILTS = Part(id="E01", level=1, sets=1, reps=6)
PLANK = Part(id="E13", level=1, sets=1, reps=2, seconds=8)
CARRY = Part(id="E20", level=1, sets=2, is_own_pace=True)


class Watch:
    """A session and the moment it is; time goes in steps of a quarter of a second."""

    def __init__(self, *parts: Part, wait: int = 0) -> None:
        self.session, self.now = begin(parts, wait), START
        self.do(Elapsed(self.now)) if wait else self.ready()

    def ready(self) -> Session:
        """Lie ready: press the key that the start position waits for."""
        return self.do("next", Elapsed(self.now))

    def wait(self, seconds: float, every: float = 0.25) -> Session:
        end = self.now + timedelta(seconds=seconds)
        while self.now < end:
            self.now = min(self.now + timedelta(seconds=every), end)
            self.session = act(self.session, Elapsed(self.now))
        return self.session

    def do(self, *acts: Act) -> Session:
        for one in acts:
            self.session = act(self.session, one)
        return self.session


def kinds(session: Session) -> list[StepKind]:
    return [step.kind for step in session.script]


def test_a_hold_on_each_side_is_counted_in_held_switched_rested_and_asked_about() -> None:
    assert kinds(begin((HOLDS,))) == [
        "start", "ready", "hold", "switch", "hold", "rest", "hold", "switch", "hold", "ask",
    ]  # fmt: skip


def test_the_count_goes_down_to_one_and_the_set_is_done() -> None:
    watch = Watch(HOLDS)
    assert watch.session.left == 5
    assert watch.wait(4.5).left == 1
    assert watch.session.is_change_near
    session = watch.wait(0.75)
    assert (session.step.kind, session.left, session.is_change_near) == ("hold", 10, False)
    assert watch.wait(10 + 5 + 9.5).results[0].sets == 0
    assert watch.wait(0.5).results[0].sets == 1
    assert watch.session.step.kind == "rest"


def test_repetitions_are_counted_by_tempo() -> None:
    watch = Watch(TILTS)
    assert watch.wait(5).rep == 1
    assert watch.wait(4).rep == 2
    assert watch.wait(19.75).rep == 6
    assert watch.wait(0.25).step.kind == "ask"
    assert watch.session.results[0].sets == 1


def test_the_hold_of_each_repetition_is_counted_down_and_then_comes_back() -> None:
    watch = Watch(PLANK)
    assert watch.wait(5).left == 8
    assert watch.wait(8).left == 0
    session = watch.wait(3)
    assert (session.rep, session.left) == (2, 8)


def test_the_question_waits_for_its_answer() -> None:
    watch = Watch(TILTS, PLANK)
    watch.wait(29)
    assert watch.wait(3600).step.kind == "ask"
    assert watch.do("next", "skip").step.kind == "ask"
    session = watch.do(Say("same"))
    assert (session.part.id, session.results[0].response) == ("E13", "same")


def test_unknown_stays_unknown() -> None:
    watch = Watch(TILTS)
    watch.wait(29)
    session = watch.do(Say(None))
    assert session.is_over
    assert session.results[0].response is None


def test_pain_that_goes_down_ends_the_exercise_at_any_time_and_waits_to_be_read() -> None:
    watch = Watch(HOLDS, TILTS)
    watch.wait(8)
    session = watch.do(Say("down"))
    assert session.is_stopped
    assert session.part.id == "E05"
    assert session.results[0].response == "down"
    assert watch.wait(60).is_stopped
    session = watch.do("next")
    assert (session.part.id, session.step.kind, session.is_stopped) == ("E01", "start", False)


def test_a_stop_in_the_last_exercise_is_read_before_the_session_is_over() -> None:
    watch = Watch(TILTS)
    assert not watch.do(Say("down")).is_over
    assert watch.do("next").is_over


def test_a_pause_keeps_the_count() -> None:
    watch = Watch(HOLDS)
    watch.wait(8)
    before = watch.do("pause")
    assert watch.wait(600).gone == before.gone
    watch.do("pause")
    watch.wait(0.25)
    assert watch.wait(1).left == (before.left or 0) - 1


def test_a_machine_that_slept_does_not_run_ahead() -> None:
    watch = Watch(HOLDS)
    watch.wait(8)
    left = watch.session.left
    watch.now += timedelta(hours=1)
    session = watch.do(Elapsed(watch.now))
    assert (session.is_paused, session.has_slept, session.left) == (True, True, left)
    assert watch.do("next").left == left


def test_a_clock_set_back_gives_no_time_and_takes_none() -> None:
    watch = Watch(HOLDS)
    watch.wait(8)
    left = watch.session.left
    watch.now -= timedelta(minutes=20)
    session = watch.do(Elapsed(watch.now))
    assert (session.is_paused, session.left) == (True, left)
    watch.do("pause")
    watch.wait(0.25)
    assert watch.wait(2).left == (left or 0) - 2


def test_thinking_about_the_question_is_no_gap() -> None:
    watch = Watch(CARRY, TILTS)
    watch.wait(5)
    watch.do("next", "skip")
    watch.now += timedelta(minutes=2)
    watch.do(Say("same"))
    watch.ready()
    session = watch.wait(2)
    assert (session.part.id, session.is_paused, session.left) == ("E01", False, 3)


def test_what_is_done_at_ones_own_pace_is_timed_until_the_key_and_not_for_hours() -> None:
    for gone, counted in ((timedelta(minutes=2), 120), (timedelta(hours=5), 600)):
        watch = Watch(CARRY)
        watch.wait(5)
        watch.now += gone
        watch.do(Elapsed(watch.now), "next")
        assert round(watch.session.results[0].seconds) == 5 + counted


def test_a_rest_can_be_made_longer_but_work_cannot() -> None:
    watch = Watch(HOLDS)
    assert watch.do("more_rest").left == 20
    watch.wait(20)
    assert watch.do("more_rest").left == 10


def test_back_begins_the_step_anew_and_then_goes_to_the_one_before() -> None:
    watch = Watch(HOLDS)
    watch.wait(9)
    assert watch.do("back").left == 10
    assert watch.do("back").step.kind == "ready"
    assert watch.do("back").step.kind == "start"
    assert watch.do("back").step.kind == "start"


def test_going_back_over_a_set_does_not_count_it_twice() -> None:
    watch = Watch(CARRY)
    watch.wait(5)
    watch.do("next", "back", "next")
    assert watch.session.results[0].sets == 1


def test_skipping_asks_about_what_was_done_and_not_about_what_was_not() -> None:
    watch = Watch(CARRY, TILTS)
    watch.wait(5)
    assert watch.do("next", "skip").step.kind == "ask"
    other = Watch(CARRY, TILTS)
    assert other.do("skip").part.id == "E01"


def test_resumed_sets_are_numbered_on() -> None:
    session = begin((Part(id="E01", level=2, sets=1, before=1, reps=10),))
    assert session.step.set == 2


def test_ten_minutes_do_not_drift() -> None:
    watch = Watch(Part(id="E03", level=1, sets=9, seconds=600))
    watch.wait(605, every=0.13)
    assert watch.session.step.kind == "rest"
    assert watch.session.gone < 0.2


def test_the_start_position_waits_as_long_as_it_takes_and_is_no_exercise() -> None:
    session = act(begin((TILTS,)), Elapsed(START))
    later = act(session, Elapsed(START + timedelta(minutes=20)))
    assert (later.step.kind, later.left, later.is_paused) == ("start", None, False)
    begun = act(later, "next")
    assert (begun.step.kind, begun.left, begun.results[0].seconds) == ("ready", 5, 0)


def test_it_begins_by_itself_where_that_is_wanted() -> None:
    watch = Watch(TILTS, wait=10)
    assert watch.wait(9.75).left == 1
    assert watch.wait(0.25).step.kind == "repeat"


def test_that_the_pain_goes_down_is_asked_once_and_nothing_counts_on_meanwhile() -> None:
    watch = Watch(HOLDS)
    watch.wait(8)
    before = watch.session
    assert watch.do("down").is_doubted
    assert watch.wait(60).gone == before.gone
    assert watch.do("pause") == replace(before, looked=None)
    for answer in ("down", "next"):
        other = Watch(HOLDS)
        other.wait(8)
        session = other.do("down", answer)
        assert (session.is_stopped, session.results[0].response) == (True, "down")


@pytest.mark.parametrize(("part", "just_not", "just"), [(HOLDS, 1.75, 2), (TILTS, 3.75, 4)])
def test_a_part_of_a_set_is_kept_as_such_and_never_as_a_set(part: Part, just_not: float, just: float) -> None:
    for leaving in ("pause", "skip", Say("down")):
        watch = Watch(part)
        watch.wait(5 + just_not)
        assert not watch.do(leaving).results[0].is_anything
        other = Watch(part)
        other.wait(5 + just)
        result = other.do(leaving).results[0]
        assert (result.sets, result.is_cut_short) == (0, True)


def test_one_side_of_two_is_a_part_of_a_set() -> None:
    watch = Watch(HOLDS)
    watch.wait(5 + 10)
    assert watch.session.step.kind == "switch"
    assert watch.session.results[0].is_cut_short


def test_what_was_begun_is_asked_about() -> None:
    watch = Watch(HOLDS)
    watch.wait(8)
    assert watch.do("skip").is_asked


def test_a_set_that_is_finished_after_all_is_not_cut_short() -> None:
    watch = Watch(HOLDS)
    watch.wait(8)
    assert watch.session.results[0].is_cut_short
    result = watch.wait(5 + 10 + 5 + 10 - 8).results[0]
    assert (result.sets, result.is_cut_short) == (1, False)


def test_a_set_gone_back_to_stays_done() -> None:
    watch = Watch(HOLDS)
    watch.wait(5 + 10 + 5 + 10 + 1)
    watch.do("back", Elapsed(watch.now))
    assert (watch.session.step.kind, watch.session.step.set) == ("hold", 1)
    watch.wait(5)
    result = watch.session.results[0]
    assert (result.sets, result.is_cut_short) == (1, False)


def test_a_key_that_comes_too_early_for_a_set_ends_none() -> None:
    watch = Watch(HOLDS)
    watch.wait(5 + 1.75)
    assert watch.do("next").step.kind == "hold"
    watch.wait(0.25)
    assert watch.do("next").step.kind == "switch"


PARTS = st.lists(
    st.builds(
        Part,
        id=st.sampled_from(["E01", "E05"]),
        level=st.integers(1, 4),
        sets=st.integers(1, 3),
        reps=st.none() | st.integers(1, 12),
        seconds=st.none() | st.integers(1, 120),
        per_side=st.booleans(),
        is_own_pace=st.booleans(),
    ),
    min_size=1,
    max_size=3,
)
ACTS = st.lists(
    st.sampled_from(["pause", "next", "skip", "back", "more_rest", "down", Say(None), Say("up"), Say("down")])
    | st.floats(-30, 30),
    max_size=60,
)


def played(session: Session, acts: Iterable[object]) -> Iterable[tuple[Session, object, Session]]:
    now = START
    for one in acts:
        if isinstance(one, float):
            now += timedelta(seconds=one)
        after = act(session, Elapsed(now) if isinstance(one, float) else one)  # type: ignore[arg-type]
        yield session, one, after
        session = after


@given(PARTS, ACTS)
def test_whatever_is_pressed_the_session_stays_sound(parts: list[Part], acts: list[object]) -> None:
    for before, what, after in played(begin(parts), acts):
        assert after.left is None or after.left >= 0
        assert 1 <= after.rep <= max(after.step.reps, 1)
        assert after.gone >= 0
        for part, old, new in zip(parts, before.results, after.results, strict=True):
            assert old.sets <= new.sets <= part.sets
        if before.step.kind == "ask" and not isinstance(what, Say) and not before.is_stopped:
            assert after.at <= before.at


@given(PARTS, st.floats(LONGEST_GAP + 0.01, 1e7))
def test_no_gap_finishes_anything(parts: list[Part], gap: float) -> None:
    session = act(begin(parts, wait=10), Elapsed(START))
    after = act(session, Elapsed(START + timedelta(seconds=gap)))
    assert (after.at, after.gone, after.is_paused) == (0, 0.0, True)
