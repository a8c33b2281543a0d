"""The finder finds whatever there is by its name in either language, and by other words."""

from pathlib import Path

import pytest
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widgets import Input

from ryggkompis.domain.base.value import defaults
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.journal.entries import KINDS, Note, Walk
from ryggkompis.i18n.language import _
from ryggkompis.services.preferences import STARK
from ryggkompis.tui.widgets.diary_list import DiaryList
from ryggkompis.tui.widgets.key_line import KeyLine
from ryggkompis.words.search_terms import KINDS_MADE, OTHER_WORDS
from tests.cli.test_same_in_both import keys
from tests.gates import answer_gate
from tests.tui.screen_text import LANGUAGES, a_companion, an_app, known, reads, screen_text, underway, until

FOUND = {"angre": "Undo", "undo": "Undo", "piller": "Medicine", "legevakt": "Urgent", "kurve": "Progress"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("words", "label"), FOUND.items())
async def test_it_is_found_however_it_is_called(
    tmp_path: Path, language: Language, words: str, label: str
) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path, language=language)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p", *words)
        await reads(pilot, _(label))


@pytest.mark.parametrize("page", ["1", "4"])
@pytest.mark.parametrize("words", ["drawing", "tegning", "tegne", "draw"])
async def test_what_makes_an_entry_is_found_by_what_the_log_calls_it(
    tmp_path: Path, page: str, words: str
) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(page, "ctrl+p", *words)
        await reads(pilot, "Where it hurts")


async def test_what_is_found_is_done(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path, language="nb")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p", *"stand up")
        await reads(pilot, "Byttet stilling")
        await pilot.press("enter")
        await until(pilot, lambda: app.state.today.position_changes == 1)


async def test_words_that_fit_nothing_offer_nothing(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p", *"qqxzzy")
        await until(pilot, lambda: "Medicine" not in screen_text(app))


def test_other_words_are_of_keys_that_there_are() -> None:
    assert OTHER_WORDS.keys() | KINDS_MADE.keys() <= keys()
    assert {*KINDS_MADE.values()} <= {str(defaults(kind)["kind"]) for kind in KINDS}


TO_FIND = {
    "bridge": "Bridge",
    "seteløft": "Bridge",
    "what is a herniation": "What is a herniation?",
    "frykt": "Afraid to move",
    "piller": "Coming off painkillers",
    "kirurg": "When is an operation talked about?",
    "relapse": "The second time",
    "nights broken": "Nights broken by pain",
    "large letters": "Large letters",
    "store bokstaver": "Large letters",
    "paper light": "Colours: paper, light",
    "bergen": "Drove to Bergen",
    "notat onsdag": "Drove to Bergen",
    "4. mars": "Wednesday 4 March 2026 in the log",
    "today": "Wednesday 4 March 2026 in the log",
    "i går": "Tuesday 3 March 2026",
    "sist fredag": "Friday 27 February 2026",
    "february": "February 2026 in the log",
    "write walk": "Write down a walk",
}
"""What is typed to what is offered."""


@pytest.mark.parametrize(("words", "offered"), TO_FIND.items())
async def test_everything_there_is_can_be_found(tmp_path: Path, words: str, offered: str) -> None:
    known(a_companion(tmp_path)).diary.say(Note, text="Drove to Bergen")
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await finding(pilot, words)
        await reads(pilot, offered)


@pytest.mark.parametrize("page", [2, 3, 4, 5, 6])
async def test_what_is_done_on_today_is_found_and_done_from_every_page(tmp_path: Path, page: int) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path, language="nb")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(str(page))
        await until(pilot, lambda: app.current_mode != "today")
        await chosen(pilot, "piller", "Medisin", "ctrl+p")
        await reads(pilot, "Med dine egne ord.")
        await pilot.press(*"Ibux", "enter", "0")
        await until(pilot, lambda: [entry.kind for entry in app.state.today.entries][-1] == "medicine")
        assert app.current_mode == "today"


async def test_who_comes_from_another_page_has_chosen_no_exercise(tmp_path: Path) -> None:
    underway(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press(*["down"] * 4, "2")
        await until(pilot, lambda: app.current_mode == "progress")
        await chosen(pilot, "skip", "Skip")
        await reads(pilot, "Go to one of today's exercises")
        assert app.state.today.adjustments == ()
        await pilot.press("down", "down", "down", "down", "down", "s")
        await until(pilot, lambda: app.state.today.adjustments)


async def test_what_cannot_be_done_on_today_is_offered_on_no_page(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    answer_gate(companion, {companion.flags.flags[0].id: "yes"})
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        await until(pilot, lambda: app.current_mode == "progress")
        await finding(pilot, "workout")
        await reads(pilot, "Nothing is called that.")
        await pilot.press("escape")
        await chosen(pilot, "unlock", "Seen by a doctor")
        await reads(pilot, "Who has looked at it?")


async def finding(pilot: Pilot[None], words: str, key: str = "slash") -> None:
    """Open the finder, and type."""
    await until(pilot, lambda: all(line.keys for line in pilot.app.screen.query(KeyLine)))
    await pilot.press(key)
    await until(pilot, lambda: isinstance(pilot.app.screen, CommandPalette))
    line = pilot.app.screen.query_one(Input)
    line.insert_text_at_cursor(words)


async def chosen(pilot: Pilot[None], words: str, offered: str, key: str = "slash") -> None:
    await finding(pilot, words, key)
    await reads(pilot, offered)
    await pilot.press("enter")


async def test_enter_right_after_the_letters_takes_what_they_find(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await finding(pilot, "")
        await reads(pilot, "Check in i")
        app.screen.query_one(Input).insert_text_at_cursor("nights broken")
        await pilot.press("enter")
        await reads(pilot, "Nights broken by pain, until")


async def test_an_action_is_offered_with_its_key(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await finding(pilot, "check in")
        await reads(pilot, "Check in i")


async def test_an_entry_that_is_found_is_chosen_in_the_log(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    note = companion.diary.say(Note, text="Drove to Bergen")
    companion.diary.say(Walk, minutes=9)
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await chosen(pilot, "bergen", "Drove to Bergen")
        await until(pilot, lambda: app.current_mode == "log")
        shown = app.screen.query_one(DiaryList)
        await until(pilot, lambda: shown.entry and shown.entry.id == note.id)


async def test_a_month_that_is_found_is_what_the_log_shows(tmp_path: Path) -> None:
    known(a_companion(tmp_path)).diary.say(Note, text="Drove to Bergen")
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await chosen(pilot, "february", "February 2026 in the log")
        await until(pilot, lambda: app.current_mode == "log")
        await reads(pilot, "0 of 3 entries")
        await pilot.press("escape")
        await reads(pilot, "Drove to Bergen")


async def test_a_day_that_is_found_is_shown_on_today(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await chosen(pilot, "i går", "Tuesday 3 March 2026")
        await until(pilot, lambda: app.is_past)
        assert app.current_mode == "today"


@pytest.mark.parametrize(
    ("words", "offered", "then"),
    [
        ("bridge", "Bridge", "What it is good for"),
        ("what is a herniation", "What is a herniation?", "What it rests on"),
        ("nights broken", "Nights broken by pain", "Nights broken by pain, until"),
        ("look back on the week on", "Look back on the week on", "← and → change"),
    ],
)
async def test_what_is_found_is_gone_to(tmp_path: Path, words: str, offered: str, then: str) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await chosen(pilot, words, offered)
        await until(pilot, lambda: not isinstance(app.screen, CommandPalette))
        await reads(pilot, then)


async def test_other_colours_are_found_taken_and_kept(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await chosen(pilot, "tema contrast", "Colours: high contrast")
        await until(pilot, lambda: app.theme == STARK)
        assert app.settings.theme == STARK


@pytest.mark.parametrize(
    "words", ["x" * 1000, "qz " * 333, "🙂👩‍🦽", "[b](.*)+?\\", "\u202e[/b]", "''\"; --"]
)
async def test_whatever_is_typed_does_no_harm(tmp_path: Path, words: str) -> None:
    known(a_companion(tmp_path)).diary.say(Note, text="here")
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await finding(pilot, words)
        await reads(pilot, "Nothing is called that.")
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(app.screen, CommandPalette))
        assert app.current_mode == "today"


async def test_while_a_safety_answer_holds_the_plan_no_exercise_is_found(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    answer_gate(companion, {companion.flags.flags[0].id: "yes"})
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await finding(pilot, "pelvic tilt")
        await reads(pilot, "Nothing is called that.")
