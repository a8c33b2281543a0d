"""The pain drawing in the window: keys and mouse, both sizes, and what it leads to at once."""

import sys
from functools import partial
from io import BytesIO, TextIOWrapper
from itertools import product
from pathlib import Path

import pytest

from ryggkompis.domain.catalogue.catalogue import LANGUAGES, Language
from ryggkompis.domain.journal.drawing import PLACES, SORTS, Drawing, Place
from ryggkompis.domain.journal.entries import CheckIn
from ryggkompis.pictures.body.drawn import place_at
from ryggkompis.pictures.body.going import moved
from ryggkompis.services.drawing.keep import drawn, talk_about
from ryggkompis.tui.app import Ryggkompis
from ryggkompis.tui.screens.drawing.page import FIRST, DrawingPage
from ryggkompis.tui.widgets.body import BodyView
from ryggkompis.words.drawing.names import place_name, sort_name
from tests.tui.screen_text import FixedClock, a_companion, an_app, known, reads, screen_text, until

SIZES = [(80, 24), (40, 15)]
OPEN = "Where it hurts · ←↑↓→"


def drawings(folder: Path) -> tuple[Drawing, ...]:
    return a_companion(folder).state().history.drawings


def screen_of_bodies(app: Ryggkompis) -> str:
    """What is drawn of the bodies, without any colour."""
    lines = (body.render_line(y) for body in app.screen.query(BodyView) for y in range(body.size.height))
    return "\n".join("".join(segment.text for segment in line) for line in lines)


def drew(folder: Path, **marks: tuple[Place, ...]) -> None:
    companion = a_companion(folder)
    drawing = drawn(companion, marks)  # type: ignore[arg-type]  # sorts by their names
    talk_about(companion, drawing).begin_with(drawing)


def test_every_place_is_reached_with_arrows_and_lies_on_the_body_in_both_sizes() -> None:
    reached, edge = {FIRST}, {FIRST}
    while edge:
        steps = ((1, 0), (-1, 0), (0, 1), (0, -1))
        edge = {moved(place, *step) for place in edge for step in steps} - reached
        reached |= edge
    assert reached == set(PLACES)


@pytest.mark.parametrize("size", SIZES)
async def test_a_drawing_is_made_with_a_few_keys(tmp_path: Path, size: tuple[int, int]) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.press("B")
        await reads(pilot, OPEN, "low back, left: –")
        await pilot.press("down", "1")
        await reads(pilot, "buttock, left: pain")
        await pilot.press("down", "down")
        await reads(pilot, "back of the calf, left: –")
        await pilot.press("1", "3", "3", "2", "2", "enter")
        await until(pilot, lambda: drawings(tmp_path))
    (drawing,) = drawings(tmp_path)
    assert drawing.pain == ("buttock_left", "calf_back_left")
    assert drawing.numbness == drawing.tingling == ()


@pytest.mark.parametrize("size", SIZES)
async def test_every_place_can_be_clicked(tmp_path: Path, size: tuple[int, int]) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.press("B")
        await reads(pilot, OPEN)
        body = app.screen.query_one("#now", BodyView)
        room = body.room
        cells: dict[Place, tuple[int, int]] = {}
        for row, col in product(range(room.rows), range(room.cols)):
            place = place_at(room, col, row)
            # A second click in a cell means the other place that it holds.
            while place is not None and place not in cells:
                cells[place] = (col, row)
                place = place_at(room, col, row, place)
        assert set(cells) == set(PLACES)
        page = app.screen
        assert isinstance(page, DrawingPage)
        chosen: tuple[Place, ...] = ("big_toe_left", "thigh_inner_right", "back_left")
        for place in chosen:
            await pilot.click(BodyView, offset=cells[place])
            await until(pilot, partial(_is_at, page, place))


def _is_at(page: DrawingPage, place: Place) -> bool:
    return page.place == place


async def test_the_names_of_the_sorts_can_be_clicked(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("B")
        await reads(pilot, OPEN)
        legend = app.screen.query_one("#legend")
        words = screen_text(app).splitlines()[legend.region.y]
        await pilot.click("#legend", offset=(words.index("tingling") - legend.region.x, 0))
        await reads(pilot, "low back, left: tingling")


async def test_what_is_new_is_asked_at_once_and_left_it_is_asked_again(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("B")
        await reads(pilot, OPEN)
        await pilot.press("down", "2", "enter")
        await reads(pilot, "Are you numb between your legs", "what is new in the drawing")
        assert drawings(tmp_path), "it is on the disk before anything is asked"
        assert a_companion(tmp_path).state().gate.lock is not None
        await pilot.press("escape")
        await until(pilot, lambda: app.state.gate.lock is not None)
    again = an_app(tmp_path)
    async with again.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "116\N{NO-BREAK SPACE}117")
        await pilot.press("i")
        await reads(pilot, "[…]", "Are you numb between your legs")


async def test_no_lets_the_day_go_on_and_yes_shows_the_card(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("B")
        await reads(pilot, OPEN)
        await pilot.press("4", "enter")
        await reads(pilot, "Are you unable to lift the front of your foot")
        await pilot.press("0")
        await reads(pilot, "Is your leg getting weaker day by day")
        await pilot.press("0")
        await reads(pilot, "Walk 1")
        assert app.state.gate.lock is None
        await pilot.press("B")
        await reads(pilot, OPEN, "Last drawing, ", "low back, left: –")
        await pilot.press("down", "right", "3", "enter")
        await reads(pilot, "Are you numb between your legs")
        await pilot.press("y")
        await reads(pilot, "This is what you answered.")
        await pilot.press("1")
        await reads(pilot, "116\N{NO-BREAK SPACE}117", "herniation")
    lock = a_companion(tmp_path).state().gate.lock
    assert lock is not None
    assert lock.flags == ("CES1",)


async def test_nothing_is_marked_in_advance_and_nothing_marked_is_asked_about(tmp_path: Path) -> None:
    clock = FixedClock()
    known(a_companion(tmp_path, clock))
    drew(tmp_path, pain=("buttock_left",))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("B")
        await reads(pilot, OPEN, "Last drawing, ", "buttock")
        assert app.screen.query_one("#last", BodyView).display
        await pilot.press("enter")
        await reads(pilot, "Nothing is marked.")
        await pilot.press("0")
        await reads(pilot, "Walk 1")
        assert len(drawings(tmp_path)) == 1
        await pilot.press("B")
        await reads(pilot, OPEN)
        await pilot.press("enter")
        await reads(pilot, "Nothing is marked.")
        await pilot.press("1")
        await until(pilot, lambda: len(drawings(tmp_path)) > 1)
    assert [len(one.marks) for one in drawings(tmp_path)] == [1, 0]


async def test_leaving_loses_no_mark_and_keeps_no_drawing(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("B")
        await reads(pilot, OPEN)
        await pilot.press("1", "escape")
        await reads(pilot, "Walk 1")
        assert not drawings(tmp_path)
        await pilot.press("B")
        await reads(pilot, "low back, left: pain")
        await pilot.press("0")
        await reads(pilot, "low back, left: –")


async def test_how_far_down_it_goes_is_asked(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    companion.diary.say(CheckIn, leg=3, site="buttock")
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("B")
        await reads(pilot, OPEN)
        await pilot.press("down", "down", "1", "enter")
        await reads(pilot, "down to the thigh")
        await pilot.press("1")
        await until(pilot, lambda: app.state.today.check_in and app.state.today.check_in.site == "thigh")


@pytest.mark.parametrize("size", [*SIZES, (120, 40)])
@pytest.mark.parametrize("terminal", [("linux", "utf-8", "█=:▌"), ("xterm", "ascii", "#=\\|")])
async def test_a_terminal_without_dots_shows_the_body_and_its_legend_in_its_own_signs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], terminal: tuple[str, str, str]
) -> None:
    term, encoding, samples = terminal
    monkeypatch.setenv("TERM", term)
    monkeypatch.setattr(sys, "__stderr__", TextIOWrapper(BytesIO(), encoding=encoding))
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.press("B")
        await reads(pilot, OPEN, f"1 {samples[0]}pain", f"2 {samples[1]}numb", f"4 {samples[3]}weak")
        body = app.screen.query_one("#now", BodyView)
        bare = screen_of_bodies(app)
        assert bare.strip()
        await pilot.press("1")
        await reads(pilot, "low back, left: pain")
        assert screen_text(app).count("low back, left") == 1
        assert body.region.height == body.room.rows > 0
        assert screen_of_bodies(app).count(samples[0]) > bare.count(samples[0])


async def test_without_a_colour_each_sort_and_the_place_pointed_at_look_another_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("B")
        await reads(pilot, OPEN, "low back, left: –")
        seen = {screen_of_bodies(app)}
        for key, sort in (("1", "pain"), ("2", "numb"), ("3", "tingling"), ("4", "weak")):
            await pilot.press(key)
            await reads(pilot, f"low back, left: {sort}")
            seen.add(screen_of_bodies(app))
            await pilot.press(key)
            await reads(pilot, "low back, left: –")
        await pilot.press("down")
        await reads(pilot, "buttock, left: –")
        seen.add(screen_of_bodies(app))
    assert len(seen) == 6


ALL = ("1", "2", "3", "4")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_word_of_a_drawing_is_cut_in_the_smallest_window(tmp_path: Path, language: Language) -> None:
    known(a_companion(tmp_path))
    drew(tmp_path, pain=("thigh_back_left", "calf_outer_left"), weakness=("back_right", "foot_outer_right"))
    app = an_app(tmp_path)
    app.speak(language)
    async with app.run_test(size=(40, 15)) as pilot:
        await pilot.press("B")
        await reads(pilot, "←↑↓→")
        for _place in PLACES:
            await pilot.press(*ALL, "tab")
        page = app.screen
        assert isinstance(page, DrawingPage)
        for place in PLACES:
            page.place = place
            await pilot.pause()
            seen = screen_text(app)
            body = page.query_one("#bodies").region
            below = " ".join(seen.splitlines()[body.bottom :]).split()
            words = [*place_name(place).split(), *(sort_name(sort).lower() for sort in SORTS)]
            joined = " ".join(below)
            assert f"{' '.join(words[:-4])}: {', '.join(words[-4:])}" in joined
            assert "…" not in seen
            assert body.height >= 9
            assert "Enter" in seen


async def test_a_first_drawing_of_a_whole_leg_is_a_dozen_keys(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    keys = ("B", "1", "down", "1", "down", "1", "down", "1", "3", "enter")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        await until(pilot, lambda: drawings(tmp_path))
    assert drawings(tmp_path)[0].pain == ("back_left", "buttock_left", "thigh_back_left", "calf_back_left")
