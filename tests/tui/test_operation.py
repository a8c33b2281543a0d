"""After an operation, by keys: its day is asked for, the plan waits, and the wound is asked about."""

from datetime import timedelta
from pathlib import Path

from ryggkompis.domain.journal.entries import Profile
from ryggkompis.services.operation import tell_operation
from tests.gates import answer_gate
from tests.tui.screen_text import (
    TODAY,
    a_companion,
    an_app,
    known,
    later,
    none_of_it,
    reads,
    screen_text,
    until,
)

FORTNIGHT = timedelta(days=14)


async def test_an_operation_that_was_only_ticked_is_asked_for_its_day(tmp_path: Path) -> None:
    known(a_companion(tmp_path), exclusions=("operated",))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "You told us that your back was operated on.", "O  When was the operation")
        assert app.state.operation is None
        await pilot.press("O")
        await reads(pilot, "When were you operated on the back?")
        await pilot.press(*str(TODAY - FORTNIGHT), "enter")
        await reads(pilot, "Has whoever operated")
        await pilot.press("0")
        await reads(pilot, "You were operated on 18 February 2026.", "Have they said that you may exercise?")
        await pilot.press("O")
        await reads(pilot, "When were you operated on the back?")
        await pilot.press("enter")
        await reads(pilot, "Has whoever operated")
        await pilot.press("1")
        await reads(pilot, "From which day?")
        await pilot.press(*str(TODAY), "enter")
        await reads(pilot, "Who said it?")
        await pilot.press(*"Dr Lie", "enter")
        await reads(pilot, "Walk 1")
    state = a_companion(tmp_path).state()
    assert state.operation is not None
    assert (state.operation.cleared, state.operation.by) == (TODAY, "Dr Lie")
    assert state.profile is not None
    assert state.profile.exclusions == ()
    assert state.plan.level <= 2


async def test_a_day_to_come_is_said_and_the_plan_waits_for_it(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    tell_operation(companion, TODAY - FORTNIGHT, TODAY + timedelta(days=2), "Dr Lie")
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "You may exercise from 6 March 2026.", "Has that day changed?")
        assert app.state.plan.is_excluded
        assert "Walk 1" not in screen_text(app)


async def test_a_word_from_before_the_operation_is_refused_and_what_was_typed_stays(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("O")
        await reads(pilot, "When were you operated on the back?")
        await pilot.press(*str(TODAY), "enter", "1", *str(TODAY - FORTNIGHT), "enter", "enter")
        await reads(pilot, "is before the operation on")
        await pilot.press("O")
        await reads(pilot, "4 Mar 2026")
    assert a_companion(tmp_path).state().operation is None


async def test_the_wound_is_on_a_page_of_the_list(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    tell_operation(companion, TODAY - FORTNIGHT, None, None)
    clock = later(days=7)
    app = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(120, 60)) as pilot:
        await reads(pilot, "You were operated on 18 February 2026.")
        await pilot.press("i")
        await none_of_it(pilot)
        await until(pilot, lambda: app.state.gate.last_full == app.state.day)
        assert app.state.history[app.state.day].gates[-1].answers["OP1"] == "no"


async def test_the_first_questions_go_on_with_the_operation(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    companion.diary.say(Profile, walk_tolerance=12, exclusions=("operated",))
    answer_gate(companion, {})
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "You told us that your back was operated on.")
        await pilot.press("f")
        await reads(pilot, "What Ryggkompis is")
        await pilot.press("enter")
        await reads(pilot, "Does any of this fit you?")
        await pilot.press("enter")
        await reads(pilot, "careful with")
        await pilot.press("0")
        await reads(pilot, "When did it begin?")
        await pilot.press("4")
        await reads(pilot, "Which leg")
        await pilot.press("1")
        for question in ("the leg says stop", "ordinary day now", "(1 of 3)", "(2 of 3)", "(3 of 3)"):
            await reads(pilot, question)
            await pilot.press("enter")
        await reads(pilot, "ever had cancer")
        await pilot.press("0")
        await reads(pilot, "When were you operated on the back?")
