"""The patient's own keys: changed, switched off, and whatever can be wrong with the file that says so."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from ryggkompis.i18n.errors import word
from ryggkompis.i18n.language import use
from ryggkompis.services.keys import OwnKeys
from ryggkompis.tui.app import Ryggkompis
from ryggkompis.tui.keymap import declared, is_letter, keys_of_patient
from ryggkompis.tui.screens.asking import Asking
from ryggkompis.tui.widgets.key_line import KeyLine
from ryggkompis.tui.widgets.plan_list import PlanList
from tests.tui.screen_text import LANGUAGES, a_companion, an_app, places, reads, screen_text, underway, until

NO_LETTERS = "letters = false\n"


def with_keys(folder: Path, said: str | bytes) -> OwnKeys:
    """Write the file, and give what comes of it."""
    folder.mkdir(exist_ok=True)
    (folder / "keys.toml").write_bytes(said if isinstance(said, bytes) else said.encode())
    use("en")
    return keys_of_patient(places(folder))


def told(keys: OwnKeys) -> str:
    return " ".join(map(word, keys.faults))


async def ready(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: all(line.keys for line in pilot.app.screen.query(KeyLine)))


def test_without_a_file_the_keys_are_the_programs(tmp_path: Path) -> None:
    assert keys_of_patient(places(tmp_path)) == OwnKeys()
    assert with_keys(tmp_path, "") == OwnKeys()


@pytest.mark.parametrize(
    "said",
    [
        '"today.note" = "f5"',
        'today.note = "F5"',
        '[today]\nnote = "f5"',
        "\ufeff[today]\r\nnote = ['f5']\r\n",
    ],
)
def test_a_key_is_changed_in_whatever_way_the_file_is_written(tmp_path: Path, said: str) -> None:
    assert with_keys(tmp_path, said) == OwnKeys({"today.note": "f5"})


def test_two_actions_change_keys_with_each_other(tmp_path: Path) -> None:
    keys = with_keys(tmp_path, '[today]\nnote = "m"\nmedicine = "n"')
    assert keys == OwnKeys({"today.note": "m", "today.medicine": "n"})


def test_pages_that_are_not_seen_together_may_have_the_same_key(tmp_path: Path) -> None:
    assert not with_keys(tmp_path, 'today.note = "f"\ntoday.first = "f5"').faults
    assert not with_keys(tmp_path, 'log.new = "g"').faults


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ('today.nte = "f5"', "is “today.note” meant?"),
        ('wxyz = "f5"', "nothing is called “wxyz”"),
        ('today.note = "m"', "the key of today.medicine, too"),
        ('today.note = "o"', "the key of app.moved, too"),
        ('app.moved = "n"', "the key of"),
        ('today.note = "f5"\ntoday.medicine = "f5"', "the key of today.note, too"),
        ('today.note = "k"', "the key of list.up, too"),
        ('today.note = "!"', "! and F2 say everywhere whom to call"),
        ('today.note = ["x", "F2"]', "! and F2 say everywhere whom to call"),
        ("app.urgent = false", "! and F2 say everywhere whom to call"),
        ('dialog.urgent = "f9"', "! and F2 say everywhere whom to call"),
        ('safety.yes = "n"', "answers a question"),
        ('today.note = "enter"', "moves about or answers"),
        ('today.note = "blorp"', "“blorp” is no key"),
        ("today.note = true", "is no key"),
        ("today.note = [1]", "“1” is no key"),
        ('today.note = ""\ntoday.why = "[/b]\\u001b]0;x\\u0007"', "is no key"),
        ("letters = 0", "“letters” is true or false"),
        (f'"{"x" * 5000}" = "f5"', "nothing is called “xxx"),
    ],
)
def test_what_cannot_be_done_is_said_and_the_action_keeps_its_own_key(
    tmp_path: Path, said: str, words: str
) -> None:
    keys = with_keys(tmp_path, f'log.new = "f8"\n{said}')
    assert words in told(keys)
    assert "\x1b" not in told(keys)
    assert all(len(word(fault)) < 200 for fault in keys.faults)
    assert keys.keymap["log.new"] == "f8"
    assert not {"app.urgent", "dialog.urgent", "safety.yes"} & keys.keymap.keys()


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ('[today]\nnote = "f5', "at line 2"),
        ("today.note = 'f5'\ntoday.note = 'f6'", "at line"),
        (b"[today]\nnote = '\xff'", "at line 2"),
        ("[[" * 5000, "at line 1"),
        ("x = " + "[" * 5000, "at line 1"),
        ("#" * 70_000, "cannot be read"),
    ],
)
def test_of_a_broken_file_nothing_counts(tmp_path: Path, said: str | bytes, words: str) -> None:
    keys = with_keys(tmp_path, said)
    assert words in told(keys)
    assert not keys.keymap


def test_a_folder_in_its_place_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "keys.toml").mkdir()
    assert "cannot be read" in told(keys_of_patient(places(tmp_path)))


def test_without_letters_only_answers_and_urgent_are_single_characters(tmp_path: Path) -> None:
    keymap = with_keys(tmp_path, NO_LETTERS).keymap
    for action in declared():
        left = keymap.get(action.id, ",".join(action.keys)).split(",")
        assert action.is_answer or action.is_urgent or not any(map(is_letter, left)), action


@pytest.mark.parametrize("language", LANGUAGES)
async def test_another_key_is_the_key_everywhere(tmp_path: Path, language: str) -> None:
    underway(a_companion(tmp_path))
    with_keys(tmp_path, 'today.check_in = "f6"\ntoday.why = "f7"\ntoday.bad_day = "f8"\napp.learn = "f9"')
    app = an_app(tmp_path, language="nb" if language == "nb" else "en")
    async with app.run_test(size=(132, 43)) as pilot:
        await ready(pilot)
        await reads(pilot, "F6", "F7", "F8")
        await pilot.press("i", "w")
        await pilot.pause()
        assert len(app.screen_stack) == 1
        await pilot.press("question_mark")
        await until(pilot, lambda: len(app.screen_stack) == 2)
        await reads(pilot, "F6", "F8", "F9")
        await pilot.press("escape", "f6")
        await until(pilot, lambda: len(app.screen_stack) == 2 and app.turns.is_open)


async def test_without_letters_a_word_that_is_dictated_does_nothing(tmp_path: Path) -> None:
    underway(a_companion(tmp_path))
    with_keys(tmp_path, NO_LETTERS)
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        page, entries = app.screen, len(app.state.diary.entries)
        await pilot.press(*"quickmindbotchs12345?")
        await pilot.pause()
        assert app.screen is page
        assert len(app.state.diary.entries) == entries
        assert " Check in " in screen_text(app).splitlines()[-1]
        await pilot.press("exclamation_mark")
        await reads(pilot, "113")
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is page)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: app.screen is not page)
        await pilot.press(*"write down a walk", "enter")
        await until(pilot, lambda: isinstance(app.screen, Asking))


async def test_the_window_says_what_is_wrong_with_the_file_and_opens(tmp_path: Path) -> None:
    underway(a_companion(tmp_path))
    with_keys(tmp_path, 'today.nte = "f5"\ntoday.why = "!"\nlog.new = 5')
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await reads(pilot, "is “today.note” meant?", "lists 2 more.")
        await pilot.press("f1")
        await until(pilot, lambda: len(app.screen_stack) == 2)
        app.clear_notifications()
        app.screen.query_one("#reading").scroll_end(animate=False)
        await reads(pilot, "stay on: today.why", "“5” is no key")


async def test_j_and_k_home_and_end_move_in_the_plan(tmp_path: Path) -> None:
    underway(a_companion(tmp_path))
    app: Ryggkompis = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        plan = app.screen.query_one(PlanList)
        first = plan.item
        await pilot.press("j")
        await until(pilot, lambda: plan.item != first)
        await pilot.press("k")
        await until(pilot, lambda: plan.item == first)
        await pilot.press("end")
        await until(pilot, lambda: plan.item == plan.items[-1])
        await pilot.press("home")
        await until(pilot, lambda: plan.item == first)
