"""The pain drawing: what it leads to is asked, whatever happens in between, and never filed silently."""

from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ryggkompis.domain.base.scales import DAILY_LINE, Answer
from ryggkompis.domain.journal.drawing import PLACES, SORTS, Drawing, Mark, Place, Sort, questions_of
from ryggkompis.domain.journal.entries import CheckIn
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.i18n.language import speaking
from ryggkompis.pictures.picture import Size
from ryggkompis.services.companion import Companion
from ryggkompis.services.drawing.keep import drawn, keep_site, lower_site, talk_about
from ryggkompis.services.safety import SafetyKeeper, first_step
from ryggkompis.services.views.every import VIEWS
from ryggkompis.services.views.view import lens_on
from ryggkompis.store.acts import one_act
from tests.tui.screen_text import FixedClock, a_companion, known


def marked(*marks: Mark) -> dict[Sort, list[Place]]:
    return {sort: [place for one, place in marks if one == sort] for sort in SORTS}


def draw(companion: Companion, *marks: Mark) -> SafetyKeeper:
    """Keep a drawing, as a front end does before it asks anything."""
    drawing = drawn(companion, marked(*marks))
    keeper = talk_about(companion, drawing)
    keeper.begin_with(drawing)
    return keeper


def answer(keeper: SafetyKeeper, *said: object) -> None:
    for one in said:
        keeper.take(keeper.talk.answer(one))


def a_drawing(*marks: Mark) -> Drawing:
    at = FixedClock().now()
    said: dict[str, Any] = {sort: tuple(places) for sort, places in marked(*marks).items()}
    return Drawing(id="A", day=at.date(), at=at, tz="UTC", **said)


@pytest.mark.parametrize(
    ("marks", "asked"),
    [
        ([("pain", "buttock_left"), ("pain", "calf_outer_left"), ("pain", "between_legs")], ()),
        ([("numbness", "calf_outer_left"), ("tingling", "big_toe_left")], ()),
        ([("numbness", "between_legs")], ("CES1",)),
        ([("tingling", "buttock_right")], ("CES1",)),
        ([("numbness", "thigh_inner_left")], ("CES1",)),
        ([("pain", "thigh_back_left"), ("pain", "calf_back_right")], ("CES7",)),
        ([("pain", "thigh_back_left"), ("tingling", "small_toes_right")], ("CES7",)),
        ([("pain", "back_left"), ("pain", "back_right"), ("pain", "buttock_left")], ()),
        ([("weakness", "foot_top_left")], ("MOT1", "MOT2")),
        (
            [("numbness", "thigh_inner_left"), ("weakness", "calf_front_right")],
            ("CES1", "CES7", "MOT1", "MOT2"),
        ),
    ],
)
def test_a_first_drawing_is_all_new(marks: list[Mark], asked: tuple[str, ...]) -> None:
    assert questions_of(a_drawing(*marks), None) == asked
    assert questions_of(a_drawing(*marks), a_drawing()) == asked
    assert questions_of(a_drawing(*marks), a_drawing(*marks)) == (), "what has not changed is not asked again"
    assert questions_of(a_drawing(), a_drawing(*marks)) == (), "what is gone is not asked about"


@pytest.mark.parametrize(
    ("before", "now", "asked"),
    [
        ([("tingling", "buttock_left")], [("numbness", "buttock_left")], ("CES1",)),
        ([("pain", "buttock_left")], [("pain", "buttock_left"), ("numbness", "buttock_left")], ("CES1",)),
        ([("numbness", "buttock_left")], [("numbness", "buttock_right")], ("CES1",)),
        (
            [("pain", "thigh_back_left"), ("pain", "thigh_back_right")],
            [("numbness", "calf_outer_left"), ("numbness", "calf_outer_right")],
            ("CES7",),
        ),
        ([("weakness", "foot_top_left")], [("weakness", "calf_front_left")], ("MOT1", "MOT2")),
    ],
)
def test_what_is_new_since_the_last_drawing_is_asked(
    before: list[Mark], now: list[Mark], asked: tuple[str, ...]
) -> None:
    assert questions_of(a_drawing(*now), a_drawing(*before)) == asked


MARKS = st.sets(st.sampled_from(list(product(SORTS, PLACES))), max_size=5)
SAID = st.lists(st.sampled_from(["no", "yes", "unsure", "right", "wrong", "leave"]), max_size=7)


@settings(derandomize=True, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(MARKS, SAID), min_size=1, max_size=3))
def test_no_drawing_is_kept_whose_question_is_not_asked_answered_or_open(
    drawings: list[tuple[set[Mark], list[str]]],
) -> None:
    """After every single key the program could die: the next one has the answer, or asks again."""
    with TemporaryDirectory() as folder:
        clock = FixedClock()
        companion = known(a_companion(Path(folder), clock))
        before: Drawing | None = None
        for marks, keys in drawings:
            clock.move(days=1)
            asked = questions_of(a_drawing(*marks), before)
            before = a_drawing(*marks)
            keeper = draw(companion, *marks)
            assert_none_is_silent(Path(folder), clock, asked)
            for key in keys:
                if key == "leave" or not keeper.talk.is_one_question or keeper.talk.step == "none":
                    break
                said: object = {"right": True, "wrong": False}.get(key, key)
                if (keeper.talk.step == "lead") != isinstance(said, bool):
                    keeper.take(keeper.talk.answer(said))
                assert_none_is_silent(Path(folder), clock, asked)


def assert_none_is_silent(folder: Path, clock: FixedClock, asked: tuple[str, ...]) -> None:
    companion = a_companion(folder, clock)
    state = companion.state()
    lock = state.gate.lock
    held = set(lock.said) if lock else set()
    told = state.history.drawings[-1].saved
    gates = [gate for gate in state.diary.gates if told and gate.saved and gate.saved >= told]
    no = {id_ for gate in gates for id_, said in gate.answers.items() if said == "no"}
    assert set(asked) <= held | no
    if lock and lock.is_unfinished:
        assert first_step(state) == "page", "what is open is asked again"
        assert not state.plan.exercises


def test_all_no_is_kept_and_holds_nothing_but_is_not_the_day_s_own_answer(tmp_path: Path) -> None:
    clock = FixedClock()
    companion = known(a_companion(tmp_path, clock))
    clock.move(days=1)
    keeper = draw(companion, ("numbness", "buttock_left"), ("weakness", "foot_top_left"))
    assert keeper.talk.leads == ("CES1", "MOT1", "MOT2")
    answer(keeper, "no", "no", "no")
    state = companion.state()
    assert state.gate.lock is None
    assert not state.gate.answered, "bladder and bowels were not asked about"
    assert [dict(gate.answers) for gate in state.today.gates] == [
        dict.fromkeys(("CES1", "MOT1", "MOT2"), "no")
    ]
    assert first_step(state) == "daily"


@pytest.mark.parametrize("said", ["yes", "unsure"])
def test_a_yes_is_read_back_and_locks(tmp_path: Path, said: Answer) -> None:
    companion = known(a_companion(tmp_path))
    keeper = draw(companion, ("tingling", "between_legs"))
    answer(keeper, said)
    steps = [keeper.talk.step]
    answer(keeper, False)
    assert [*steps, keeper.talk.step] == ["read_back", "lead"], "a slip is asked again"
    answer(keeper, said, True)
    lock = companion.state().gate.lock
    assert lock is not None
    assert lock.flags == ("CES1",)
    assert keeper.talk.step == "over"


def test_what_holds_the_plan_already_is_not_asked_again(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    companion.diary.say(Gate, scope="daily", answers={"CES1": "yes"})
    assert draw(companion, ("numbness", "between_legs")).talk.step == "over"
    assert draw(companion, ("weakness", "between_legs")).talk.leads == ("MOT1", "MOT2")


def test_a_list_that_was_begun_before_is_finished_after_the_drawing(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    begun = SafetyKeeper(companion, "page")
    begun.take(begun.talk.mark("INF1", "yes"))
    keeper = draw(companion, ("numbness", "buttock_left"))
    answer(keeper, "no")
    assert (keeper.talk.step, keeper.talk.marked) == ("page", {"INF1": "yes"})
    assert companion.state().gate.lock is not None


def test_undo_takes_a_drawing_with_its_no_and_leaves_what_is_open(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    with one_act():
        answer(draw(companion, ("numbness", "buttock_left")), "no")
    companion.diary.undo()
    assert not companion.state().history.drawings
    with one_act():
        draw(companion, ("numbness", "buttock_left"))
    companion.diary.undo()
    state = companion.state()
    assert not state.history.drawings
    assert state.gate.lock is not None
    assert state.gate.lock.marked == ("CES1",)
    assert DAILY_LINE in state.gate.lock.flags


def test_how_far_down_it_goes_is_asked_only_where_today_says_less(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    draw(companion, ("pain", "calf_outer_left"), ("tingling", "big_toe_left"))
    assert lower_site(companion.state()) is None, "before the check-in nothing is said of today"
    companion.diary.say(CheckIn, leg=4, site="thigh")
    assert lower_site(companion.state()) == "calf"
    keep_site(companion, "calf")
    check_in = companion.state().today.check_in
    assert check_in is not None
    assert (check_in.leg, check_in.site) == (4, "calf")
    assert lower_site(companion.state()) is None
    draw(companion, ("pain", "buttock_left"))
    assert lower_site(companion.state()) is None, "a worse answer of the day stands"


def test_an_empty_drawing_is_a_drawing(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    draw(companion)
    assert [one.marks for one in companion.state().history.drawings] == [frozenset()]


def test_progress_shows_the_first_and_the_latest_and_how_it_draws_back(tmp_path: Path) -> None:
    clock = FixedClock()
    companion = known(a_companion(tmp_path, clock))
    lens = lens_on(companion.state(), "all")
    view = next(one for one in VIEWS if one.name == "drawing")
    with speaking("en"):
        assert view.say(companion.state(), lens) == ["Nothing has been drawn here yet."]
    draw(companion, ("pain", "foot_top_left"), ("numbness", "big_toe_left"))
    clock.move(days=7)
    draw(companion, ("pain", "calf_back_left"))
    clock.move(days=7)
    draw(companion, ("pain", "buttock_left"))
    state = companion.state()
    with speaking("en"):
        said = view.say(state, lens)
        assert len(said) == 4
        assert "top of the foot" in said[0]
        assert "buttock" in said[1]
        assert "down to the foot › down to the calf › down to the buttock" in said[2]
        assert "draws back" in said[3]
        clock.move(days=1)
        keeper = draw(companion, ("pain", "buttock_left"), ("weakness", "foot_top_left"))
        answer(keeper, "no", "no")
        assert not any("draws back" in line for line in view.say(companion.state(), lens)), "new weakness"
        assert view.draw is not None
        for cols, rows in ((30, 6), (76, 16), (120, 30)):
            picture = view.draw(state, lens, Size(cols, rows))
            assert len(picture.rows) == rows
            assert {sum(len(run.text) for run in row) for row in picture.rows} == {cols}
