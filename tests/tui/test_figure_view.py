"""A figure moves while it plays and is in view, and else shows its poses side by side."""

from collections.abc import Callable
from typing import Literal

import pytest
from textual.app import App, ComposeResult
from textual.screen import Screen

from ryggkompis.domain.catalogue.figures import Figure
from ryggkompis.pictures.figure import figure_picture, poses_side_by_side
from ryggkompis.pictures.picture import Size
from ryggkompis.tui.widgets.figure import FigureView
from tests.figures import BRIDGE, STAND
from tests.tui.screen_text import until

ROOM = Size(40, 12)


class Shown(App[None]):
    """A window with one figure."""

    CSS = "FigureView { width: 40; height: 12; }"

    def compose(self) -> ComposeResult:
        yield FigureView()

    @property
    def view(self) -> FigureView:
        return self.screen_stack[0].query_one(FigureView)


class Over(Screen[None]):
    """Another screen, with a figure of its own."""

    def compose(self) -> ComposeResult:
        yield FigureView()


def playing(app: Shown, figure: Figure | None = BRIDGE) -> FigureView:
    view = app.view
    view.figure, view.playing = figure, True
    return view


def moved_from(view: FigureView, phase: float) -> Callable[[], bool]:
    return lambda: view.phase != phase


async def test_it_moves_while_it_plays() -> None:
    app = Shown()
    async with app.run_test() as pilot:
        view = playing(app)
        await until(pilot, moved_from(view, 0.0))
        assert view.picture != poses_side_by_side(BRIDGE, ROOM)
        view.playing = False
        await pilot.pause()
        assert view.picture == poses_side_by_side(BRIDGE, ROOM)


async def test_it_can_be_led_to_any_moment() -> None:
    app = Shown()
    async with app.run_test() as pilot:
        view = playing(app)
        await pilot.pause()
        view.phase = 0.5
        assert view.picture == figure_picture(BRIDGE, ROOM, 0.5)


@pytest.mark.parametrize("level", ["none", "full"])
async def test_with_reduced_motion_the_poses_stand_side_by_side(level: Literal["none", "full"]) -> None:
    app = Shown()
    async with app.run_test() as pilot:
        app.animation_level = level
        view = playing(app)
        await pilot.pause()
        assert view.moves is (level == "full")
        assert (view.picture == poses_side_by_side(BRIDGE, ROOM)) is (level == "none")


async def test_on_the_console_of_linux_it_is_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "linux")
    app = Shown()
    async with app.run_test() as pilot:
        app.view.figure = STAND
        await pilot.pause()
        shown = "".join(app.view.render_line(y).text for y in range(ROOM.rows))
        assert set(shown) <= set(" ▀▄█▌▐─")
        assert "█" in shown


async def test_it_stops_after_its_rounds() -> None:
    app = Shown()
    async with app.run_test() as pilot:
        app.view.rounds = 0
        view = playing(app)
        await until(pilot, lambda: not view.playing)
        assert view.picture == poses_side_by_side(BRIDGE, ROOM)


async def test_it_rests_behind_another_screen_and_goes_on_after() -> None:
    app = Shown()
    async with app.run_test() as pilot:
        view = playing(app)
        await until(pilot, moved_from(view, 0.0))
        await app.push_screen(Over())
        at, over = view.phase, app.screen.query_one(FigureView)
        over.figure, over.playing = BRIDGE, True
        await until(pilot, lambda: over.phase > 0.1)
        assert view.phase == at
        app.pop_screen()
        await until(pilot, moved_from(view, at))


@pytest.mark.parametrize("figure", [None, STAND])
async def test_what_has_one_pose_or_none_is_still(figure: Figure | None) -> None:
    app = Shown()
    async with app.run_test() as pilot:
        view = playing(app, figure)
        await pilot.pause()
        assert not view.moves
        assert len(view.picture.rows) == ROOM.rows
