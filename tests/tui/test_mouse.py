"""Whatever looks pressable can be clicked: it does what its key does, once, and nothing else does a thing."""

from pathlib import Path
from typing import Any, ClassVar

import pytest
from textual.binding import ActiveBinding
from textual.dom import DOMNode
from textual.events import MouseDown, MouseEvent, MouseMove, MouseUp
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.screen import Screen

from ryggkompis.domain.journal.entries import Walk
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.tui import app as window
from ryggkompis.tui.app import Ryggkompis
from ryggkompis.tui.labels import PRESS
from ryggkompis.tui.page import PAGES, Dialog
from ryggkompis.tui.screens.asking import Asking
from ryggkompis.tui.screens.progress import ProgressPage
from ryggkompis.tui.widgets.chart import Chart
from ryggkompis.tui.widgets.key_line import KeyLine
from ryggkompis.tui.widgets.line_list import LineList
from ryggkompis.tui.widgets.plan_list import PlanList
from ryggkompis.tui.widgets.scale import PickNumber
from ryggkompis.tui.widgets.tabs import Tabs
from tests.tui.screen_text import (
    DEADLINE,
    FixedClock,
    a_companion,
    an_app,
    known,
    later,
    reads,
    screen_text,
    underway,
    until,
)

SIZES = [(80, 24), (40, 15), (120, 40)]
LEAVING = {
    "app.leave",
    "app.quit",
    "app.suspend",
    "settings.backup",
    "settings.erase",
    "settings.lock",
    "settings.look",
    "settings.reminders",
}


class Noting(Ryggkompis):
    """A window that notes what it is asked to do, and does it unless it is told to wait.

    A double click is one however busy the machine is.
    """

    CSS_PATH: ClassVar[str] = str(Path(window.__file__).parent / str(Ryggkompis.CSS_PATH))
    CLICK_CHAIN_TIME_THRESHOLD: ClassVar[float] = DEADLINE
    waits = False

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.noted: list[tuple[object, DOMNode | None]] = []

    async def run_action(
        self, action: Any, default_namespace: DOMNode | None = None, namespaces: Any = None
    ) -> bool:
        if self.waits:
            self.noted.append((action, default_namespace))
            return True
        return await super().run_action(action, default_namespace, namespaces)


def noting(folder: Path, clock: FixedClock | None = None) -> Noting:
    given = an_app(folder, clock=clock)
    return Noting(given.companion, given.settings, given.places)


async def mouse(pilot: Pilot[None], kind: type[MouseEvent], at: Offset) -> None:
    """Use the mouse as a terminal tells of it: Textual's own pilot goes past the window."""
    pilot.app.post_message(kind(None, *at, 0, 0, 1, False, False, False, *at))
    await pilot.pause()


async def click(pilot: Pilot[None], at: Offset, *, times: int = 1) -> None:
    for _time in range(times):
        await mouse(pilot, MouseDown, at)
        await mouse(pilot, MouseUp, at)


def pressable(screen: Screen[Any]) -> dict[str, Offset]:
    """Give the id of every key that can be clicked on the screen, and one of its cells."""
    width, height = screen.size
    cells = (Offset(x, y) for y in range(height) for x in range(width))
    found = ((screen.get_style_at(*cell).meta.get(PRESS), cell) for cell in cells)
    return {id_: cell for id_, cell in found if id_ is not None}


def of_keys(screen: Screen[Any]) -> dict[str, ActiveBinding]:
    return {str(one.binding.id): one for one in screen.active_bindings.values() if one.enabled}


async def settled(pilot: Pilot[None]) -> None:
    """Wait until what is on the screen can be answered and has its keys."""
    app = pilot.app
    assert isinstance(app, Ryggkompis)
    await until(pilot, lambda: app.turns.is_open and all(line.keys for line in app.screen.query(KeyLine)))
    await pilot.pause()


async def click_every_key(pilot: Pilot[None], app: Noting) -> set[str]:
    """Click everything on the screen that stands for a key; each is asked for once."""
    line, keys = app.screen.query_one(KeyLine), of_keys(app.screen)
    found = pressable(app.screen)
    written = {key.id for key in line.fitting(line.size.width) if key.enabled}
    assert written <= found.keys(), app.screen
    app.waits = True
    for id_, cell in found.items():
        app.noted.clear()
        await click(pilot, cell)
        if id_ in keys:
            await until(pilot, lambda: app.noted)
            assert app.noted == [(keys[id_].binding.action, keys[id_].node)]
    app.waits = False
    return set(found)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("mode", [mode for mode, _name in PAGES])
async def test_every_key_of_every_page_and_of_every_dialog_that_opens_there_can_be_clicked(
    tmp_path: Path, mode: str, size: tuple[int, int]
) -> None:
    underway(a_companion(tmp_path)).diary.say(Walk, minutes=5)
    app = noting(tmp_path)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await app.run_action(f"go('{mode}')")
        await until(pilot, lambda: app.current_mode == mode)
        await settled(pilot)
        page = app.screen
        clicked = await click_every_key(pilot, app)
        assert {f"app.{one}" for one, _name in PAGES if one != mode} <= clicked
        opened = 0
        for id_, key in of_keys(page).items():
            if id_ in LEAVING:
                continue
            await app.run_action(key.binding.action, key.node)
            await app.animator.wait_for_idle()
            await pilot.pause()
            if isinstance(app.screen, Dialog):
                opened += 1
                await settled(pilot)
                assert await click_every_key(pilot, app), id_
            while len(app.screen_stack) > 1:
                app.pop_screen()
                await pilot.pause()
            app.switch_mode(mode)
            app.screen.set_focus(key.node if key.node in app.screen.focus_chain else app.screen.focused)
        assert opened > 0


def cell_of(screen: Screen[Any], words: str) -> Offset:
    """Give the first cell of ``words`` on the screen."""
    for y, line in enumerate(screen_text(screen.app).splitlines()):
        if words in line:
            return Offset(line.index(words), y)
    raise AssertionError(screen_text(screen.app))


async def click_words(pilot: Pilot[None], words: str, *, times: int = 1) -> None:
    await reads(pilot, words)
    await click(pilot, cell_of(pilot.app.screen, words), times=times)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_click_on_its_name_opens_a_page(tmp_path: Path, size: tuple[int, int]) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        for mode, name in reversed(PAGES):
            await settled(pilot)
            await click_words(pilot, f"{name} ")
            await until(pilot, lambda: app.current_mode == mode)  # noqa: B023 - awaited here


async def test_one_click_chooses_a_line_on_its_mark_it_ticks_and_once_more_it_opens(tmp_path: Path) -> None:
    underway(a_companion(tmp_path))
    app = noting(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        plan = app.screen.query_one(PlanList)
        await click_words(pilot, "Bridge")
        await until(pilot, lambda: plan.item and plan.item.title == "Bridge")
        assert len(app.screen_stack) == 1
        await click(pilot, cell_of(app.screen, "Bridge") - Offset(2, 0), times=2)
        await reads(pilot, "● Bridge")
        await pilot.pause()
        assert len(app.state.today.exercises) == 1
        await click_words(pilot, "Walk 1")
        await until(pilot, lambda: plan.item and plan.item.title == "Walk 1")
        await click_words(pilot, "Walk 1")
        await until(pilot, lambda: len(app.screen_stack) == 2)


async def test_a_line_of_a_list_is_chosen_by_one_click_and_opened_by_another(tmp_path: Path) -> None:
    underway(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3")
        await until(pilot, lambda: app.current_mode == "exercises")
        await settled(pilot)
        rows = app.screen.query_one(LineList)
        before = rows.chosen
        await click_words(pilot, "Heat")
        await until(pilot, lambda: rows.chosen != before)
        assert len(app.screen_stack) == 1
        await click_words(pilot, "Heat")
        await until(pilot, lambda: len(app.screen_stack) == 2)


@pytest.mark.parametrize("size", SIZES)
async def test_questions_are_answered_by_clicks(tmp_path: Path, size: tuple[int, int]) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await app.run_action("open('evening')", app.screen)
        await settled(pilot)
        asking = app.screen
        assert isinstance(asking, Asking)
        await click_words(pilot, "1  a flare-up")
        await until(pilot, lambda: asking.answers.get("flare") is True)
        while not asking.query(PickNumber):
            await settled(pilot)
            await pilot.press("enter")
            await pilot.pause()
        await settled(pilot)
        await click(pilot, cell_of(asking, "4  "))
        await until(pilot, lambda: 4 in asking.answers.values())


@pytest.mark.parametrize("place", range(9))
async def test_a_click_on_a_picture_points_at_its_day(tmp_path: Path, place: int) -> None:
    underway(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        await until(pilot, lambda: app.current_mode == "progress")
        page = app.screen
        assert isinstance(page, ProgressPage)
        page.place = place
        await settled(pilot)
        chart = page.query_one(Chart)
        width, height = chart.size
        spots = ((x, y) for y in reversed(range(height)) for x in reversed(range(width)))
        spot = next((spot for spot in spots if chart.picture.day_at(*spot)), None)
        if not page.view.has_days:
            assert spot is None
            return
        assert spot is not None
        await click(pilot, chart.content_region.offset + Offset(*spot))
        await until(pilot, lambda: page.cursor == app.state.day)


async def test_another_picture_is_a_click_away_also_where_its_name_does_not_fit(tmp_path: Path) -> None:
    underway(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(40, 15)) as pilot:
        await pilot.press("2")
        await until(pilot, lambda: app.current_mode == "progress")
        await settled(pilot)
        page = app.screen
        assert isinstance(page, ProgressPage)
        tabs = page.query_one("#views", Tabs)
        for _again in range(2):
            before = page.place
            last = Offset(tabs.render().cell_length - 1, 0)
            await click(pilot, tabs.content_region.offset + last)
            await until(pilot, lambda: page.place > before)  # noqa: B023 - awaited here


async def test_the_red_card_says_what_can_be_pressed(tmp_path: Path) -> None:
    about = known(a_companion(tmp_path))
    about.diary.say(Gate, scope="full", answers=about.full_answers({"CES1": "yes"}))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 40)) as pilot:
        await settled(pilot)
        await click_words(pilot, "When a doctor has seen you")
        await until(pilot, lambda: isinstance(app.screen, Asking))


async def asked_daily(pilot: Pilot[None]) -> Offset:
    """Come to the question that is asked each day, and find its “no”."""
    app = pilot.app
    await settled(pilot)
    await app.run_action("open('check_in')", app.screen)
    await reads(pilot, "Is anything new?")
    await settled(pilot)
    return cell_of(app.screen, "0  No")


async def test_a_double_click_answers_one_question(tmp_path: Path) -> None:
    underway(a_companion(tmp_path))
    clock = later(days=1)
    app = noting(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        no = await asked_daily(pilot)
        await click(pilot, no)
        await until(pilot, lambda: "Is anything new?" not in screen_text(app))
        await settled(pilot)
        then = screen_text(app)
        # The next question can be answered, and lies under the finger that comes down once more.
        await click(pilot, no)
        await settled(pilot)
        assert screen_text(app) == then


async def test_a_press_that_began_on_another_question_is_no_answer(tmp_path: Path) -> None:
    underway(a_companion(tmp_path))
    clock = later(days=1)
    app = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        no = await asked_daily(pilot)
        await mouse(pilot, MouseDown, no)
        await pilot.press("0")
        await until(pilot, lambda: "Is anything new?" not in screen_text(app))
        await settled(pilot)
        then = screen_text(app)
        await mouse(pilot, MouseUp, no)
        await settled(pilot)
        assert screen_text(app) == then


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("mode", [mode for mode, _name in PAGES])
async def test_what_is_no_button_does_nothing(tmp_path: Path, mode: str, size: tuple[int, int]) -> None:
    underway(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await app.run_action(f"go('{mode}')")
        await settled(pilot)
        page, entries = app.screen, len(app.state.diary.entries)
        width, height = size
        for cell in ((width - 1, height // 2), (0, 1), (width // 2, 1)):
            await click(pilot, Offset(*cell), times=2)
        await mouse(pilot, MouseDown, Offset(width // 2, 1))
        for kind in (MouseMove, MouseUp):
            await mouse(pilot, kind, Offset(width - 1, height - 2))
        await settled(pilot)
        assert app.screen is page
        assert len(app.state.diary.entries) == entries
