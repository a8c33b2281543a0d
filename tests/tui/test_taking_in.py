"""Another program's file: told first what it holds, and only then taken in."""

import shutil
from pathlib import Path

import pytest
from textual.widgets import Input

from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.i18n.language import _
from ryggkompis.importers.source import dropped
from ryggkompis.tui.screens.asking import Asking
from ryggkompis.tui.screens.import_ import TakingIn
from tests.tui.screen_text import LANGUAGES, SIZES, a_companion, an_app, known, reads, screen_text, until

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture(autouse=True)
def _there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Be where the files are: each letter of a long path is a key to press."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_what_a_file_holds_is_told_and_enter_takes_it_in(
    tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    file = tmp_path / "steps.csv"
    file.write_text("date,steps\n2026-03-01,8400\n2026-02-28,0\n")
    known(a_companion(tmp_path))
    app = an_app(tmp_path, language=language)
    async with app.run_test(size=size) as pilot:
        await pilot.press("4", "i")
        await until(pilot, lambda: isinstance(app.screen, TakingIn))
        await reads(pilot, _("Bring in a file"))
        await pilot.press(*file.name, "enter")
        await reads(pilot, _("Press Enter to take it in, Esc to leave it."))
        await reads(
            pilot, _("Days with 0 steps, kept as unknown, since nothing was worn: {days}.").format(days=1)
        )
        assert not app.state.history.steps
        await pilot.press("enter")
        await until(pilot, lambda: list(app.state.history.steps.values()) == [8400])
        assert not isinstance(app.screen, TakingIn)


async def test_a_diary_asks_what_is_what(tmp_path: Path) -> None:
    shutil.copy(DATA / "participant4_pain.csv", "pain.csv")
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "i")
        await pilot.press(*"pain.csv", "enter")
        await reads(pilot, "Knee Pain")
        while "What is “Knee Pain”?" not in screen_text(app):
            await until(pilot, lambda: app.turns.is_open)
            await pilot.press("enter")
        await pilot.press("1")
        while isinstance(app.screen, Asking):
            await until(pilot, lambda: app.turns.is_open)
            await pilot.press("enter")
        await reads(pilot, "Press Enter to take it in")
        await pilot.press("enter")
        await until(pilot, lambda: len(app.state.diary.brought) > 30)


async def test_who_leaves_the_choices_can_type_what_is_what(tmp_path: Path) -> None:
    shutil.copy(DATA / "participant4_pain.csv", "pain.csv")
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(40, 15)) as pilot:
        await pilot.press("4", "i", *"pain.csv", "enter")
        await reads(pilot, "Enter alone")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, TakingIn))
        await pilot.press(*"Knee Pain=leg", "enter")
        await reads(pilot, "Press Enter")
        assert app.screen.query_one("#what", Input).value == "Knee Pain=leg"


async def test_the_day_of_a_table_is_picked_among_its_columns(tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text("Pain was,When\n3,2026-03-01\n4,2026-02-28\n", encoding="utf-8")
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "i", *"p.csv", "enter")
        await reads(pilot, "Which of them is the day?", "3,2026-03-01")
        await pilot.press("2")
        await reads(pilot, "What is “Pain was”?")
        await pilot.press("2")
        await reads(pilot, "Press Enter to take it in")


@pytest.mark.parametrize("given", ["nowhere.csv", "/", "journal"])
async def test_what_cannot_be_read_is_said_and_esc_leaves(tmp_path: Path, given: str) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        before = app.companion.store.read()
        await pilot.press("4", "i", *given, "enter")
        await reads(pilot, given)
        await until(pilot, lambda: "One moment" not in str(app.screen.query_one("#found").render()))
        await pilot.press("enter", "escape")
        await until(pilot, lambda: not isinstance(app.screen, TakingIn))
        assert app.companion.store.read() == before


async def test_a_file_changed_in_the_line_is_looked_at_before_it_is_taken(tmp_path: Path) -> None:
    for n in (1, 2):
        (tmp_path / f"{n}.csv").write_text(f"date,steps\n2026-03-0{n},{n}00\n")
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "i", *"1.csv", "enter")
        await reads(pilot, "Press Enter to take it in")
        await pilot.press(*["left"] * 4, "backspace", "2", "enter")
        await reads(pilot, "Press Enter to take it in")
        assert not app.state.history.steps
        await pilot.press("enter")
        await until(pilot, lambda: list(app.state.history.steps.values()) == [200])


def test_a_name_is_read_as_terminals_write_it(tmp_path: Path) -> None:
    file = tmp_path / "my file.csv"
    file.write_text("")
    for said in (str(file), f"'{file}'", f'"{file}"', str(file).replace(" ", "\\ "), file.as_uri()):
        assert dropped(said) == file


@pytest.mark.parametrize(("key", "came"), [("1", [5000, 120000]), ("0", [5000]), ("escape", [5000])])
async def test_days_of_very_many_steps_are_asked_about(tmp_path: Path, key: str, came: list[int]) -> None:
    (tmp_path / "s.csv").write_text("date,steps\n2026-02-27,5000\n2026-02-28,120000\n")
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(40, 15)) as pilot:
        await pilot.press("4", "i", *"s.csv", "enter")
        await reads(pilot, "Are they steps")
        await until(pilot, lambda: app.turns.is_open)
        await pilot.press(key)
        await reads(pilot, "Press Enter")
        await pilot.press("enter")
        await until(pilot, lambda: list(app.state.history.steps.values()) == came)


@pytest.mark.parametrize(("keys", "felt"), [(("1", "enter"), 1), (("enter", "enter"), 0), (("escape",), 0)])
async def test_the_other_columns_of_a_table_of_steps_can_be_said_too(
    tmp_path: Path, keys: tuple[str, ...], felt: int
) -> None:
    (tmp_path / "s.csv").write_text("date,Sore leg,steps,Mood\n2026-02-27,3,5000,ok\n")
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "i", *"s.csv", "enter")
        await reads(pilot, "What is “Sore leg”?", "2026-02-27,3,5000,ok")
        for key in keys:
            await until(pilot, lambda: app.turns.is_open)
            await pilot.press(key)
        await reads(pilot, "Press Enter to take it in")
        await pilot.press("enter")
        await until(pilot, lambda: list(app.state.history.steps.values()) == [5000])
        assert len(app.state.diary.brought) == felt
