"""A red flag: no plan, the card in its place, and the only way back."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from ryggkompis.domain.journal.entries import Gate

from .screen_text import FixedClock, a_companion, an_app, known, reads, screen_text, until


def known_since_yesterday(folder: Path) -> FixedClock:
    """The first questions were answered yesterday, so today asks the one line."""
    clock = FixedClock()
    known(a_companion(folder, clock))
    clock.move(days=1)
    return clock


async def mark_second_question(pilot: Pilot[None]) -> None:
    await reads(pilot, "Safety first: does any of this fit you?")
    await pilot.press("down", "space", "end", "enter")
    await reads(pilot, "This is what you answered", "Yes: Does it feel different when you wipe")


async def come_to_the_list(pilot: Pilot[None], answer: str = "u") -> None:
    await reads(pilot, "Walk 1")
    await pilot.press("i")
    await reads(pilot, "the whole list is asked")
    await pilot.press(answer)


async def test_a_red_flag_empties_the_plan_and_a_doctors_look_opens_it_at_level_0(tmp_path: Path) -> None:
    clock = known_since_yesterday(tmp_path)
    app = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        assert app.state.plan.level > 0
        await come_to_the_list(pilot)
        await mark_second_question(pilot)
        await pilot.press("1")
        await reads(pilot, "This must be checked", "Call 116 117 now", "Say:", "Do not drive yourself")
        assert app.state.plan.walks == ()
        assert "Walk 1" not in screen_text(app)
        await pilot.press("u")
        await reads(pilot, "is not taken back")

        clock.move(days=1)
        app.look_again()
        await reads(pilot, "Fri 6 Mar", "This must be checked")
        await pilot.press("c")
        await reads(pilot, "Who has looked at it?")
        await pilot.press("enter")
        await reads(pilot, "There is nothing written")
        await pilot.press(*"Dr Ås", "enter")
        await reads(pilot, "Which day was that?", "06/03/2026")
        await pilot.press("enter")
        await reads(pilot, "A doctor has looked at this")
        await pilot.press("1")
        await reads(pilot, "Walk 1")
        assert app.state.gate.lock is None
        assert app.state.plan.level == 0
        assert app.state.history.clearances[0].by == "Dr Ås"


async def test_a_yes_is_read_back_before_it_counts(tmp_path: Path) -> None:
    app = an_app(tmp_path, clock=known_since_yesterday(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await come_to_the_list(pilot)
        await mark_second_question(pilot)
        await pilot.press("0")
        await reads(pilot, "None of the others fits")
        await pilot.press("home", "down")
        await reads(pilot, "[yes] Does it feel different")
        await pilot.press("space", "space", "0")
        await reads(pilot, "compared with yesterday")
        assert app.state.gate.lock is None


async def test_something_new_and_the_list_left_holds_the_plan_back_until_it_is_answered(
    tmp_path: Path,
) -> None:
    app = an_app(tmp_path, clock=known_since_yesterday(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await come_to_the_list(pilot, "y")
        await reads(pilot, "does any of this fit you?")
        await pilot.press("escape")
        await reads(pilot, "This must be checked", "Press i and answer the whole list")
        await pilot.press("i")
        await reads(pilot, "does any of this fit you?")
        await pilot.press("0")
        await until(pilot, lambda: app.state.gate.lock is None)
        await reads(pilot, "compared with yesterday")


async def test_a_soft_flag_shows_its_card_and_keeps_the_plan(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    companion.diary.say(Gate, scope="full", answers=companion.full_answers({"PSY1": "unsure"}))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "116 123", "22 40 00 40", "Walk 1")


async def test_urgent_help_is_one_key_away_in_an_empty_journal_and_in_every_dialog(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Språk / Language")
        await pilot.press("!")
        await reads(pilot, "When do I need help now?", "113", "116 117")
        words = app.screen.query_one("#text").render().plain  # type: ignore[union-attr]
        assert all(flag.question.en in words for flag in app.state.flags.flags)
        assert "116 123" in words
        await pilot.press("escape")
        await reads(pilot, "Språk / Language")


async def test_urgent_help_opens_while_one_types(tmp_path: Path) -> None:
    app = an_app(tmp_path, clock=known_since_yesterday(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("n")
        await reads(pilot, "Anything you want")
        await pilot.press("a", "f2")
        await reads(pilot, "When do I need help now?")
        await pilot.press("escape", "enter")
        await until(pilot, lambda: app.state.today.entries[-1].kind == "note")


@pytest.mark.parametrize(
    ("flag", "presses"), [("CES1", 1), ("CES5", 2), ("MOT3", 1), ("VAS1", 2), ("MED1", 1)]
)
async def test_one_red_flag_alone_yes_or_unsure_leaves_no_plan(
    tmp_path: Path, flag: str, presses: int
) -> None:
    app = an_app(tmp_path, clock=known_since_yesterday(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await come_to_the_list(pilot)
        await reads(pilot, "does any of this fit you?")
        place = [one.id for one in app.companion.flags.flags].index(flag)
        await pilot.press(*["down"] * place, *["space"] * presses, "end", "enter")
        await reads(pilot, "This is what you answered", "Yes:" if presses == 1 else "Unsure:")
        await pilot.press("1")
        await reads(pilot, "This must be checked")
        plan = app.state.plan
        assert app.state.gate.lock is not None
        assert app.state.gate.lock.flags == (flag,)
        assert (plan.walks, plan.exercises, plan.comfort) == ((), (), ())
        assert "Walk 1" not in screen_text(app)
