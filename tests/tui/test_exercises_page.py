"""The Exercises page: all that can be done, why something is left out, and nothing while a lock holds."""

from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.catalogue.ways import way_of
from ryggkompis.domain.journal.entries import CheckIn, ComfortDone, ExerciseDone, Walk
from ryggkompis.domain.today.availability import (
    Later,
    LeftOut,
    LegTooSore,
    NotToday,
    Planned,
    Resting,
    availability_of,
)
from ryggkompis.i18n.language import speaking
from ryggkompis.pictures.figure import poses_side_by_side
from ryggkompis.pictures.ink import plain as plain_text
from ryggkompis.services.companion import Companion
from ryggkompis.tui.screens.asking import Asking
from ryggkompis.tui.screens.exercises import ExercisesPage, OneMovement, everything
from ryggkompis.tui.widgets.catalogue_lines import CatalogueLines
from ryggkompis.tui.widgets.figure import FigureView
from ryggkompis.tui.widgets.key_line import KeyLine
from ryggkompis.tui.widgets.line_list import LineList
from ryggkompis.words.today.exercises import Movement, mark_in_words, when_not
from tests.figures import BRIDGE
from tests.gates import answer_gate
from tests.tui.screen_text import (
    LANGUAGES,
    SIZES,
    a_companion,
    an_app,
    known,
    reads,
    screen_text,
    until,
)


def a_calm_start(folder: Path, **profile: tuple[str, ...]) -> Companion:
    """A patient whose plan of the day has exercises in it."""
    companion = known(a_companion(folder), 28, **profile)
    companion.diary.say(CheckIn, leg=4, back=2, site="calf", numb="same", morning="same", flare=False)
    assert companion.state().plan.exercises
    return companion


async def the_exercises(pilot: Pilot[None]) -> ExercisesPage:
    await pilot.press("3")
    await until(pilot, lambda: isinstance(pilot.app.screen, ExercisesPage))
    page = pilot.app.screen
    assert isinstance(page, ExercisesPage)
    await pilot.pause()
    return page


async def chosen(pilot: Pilot[None], page: ExercisesPage, id_: str) -> None:
    """Walk down the list to a movement."""
    for _press in range(60):
        if page.movement is not None and page.movement.id == id_:
            return
        await pilot.press("down")
    message = f"{id_} is not on the list"
    raise AssertionError(message)


def test_everything_of_the_catalogue_is_listed_once(tmp_path: Path) -> None:
    state = a_calm_start(tmp_path).state()
    listed = CatalogueLines(state, availability_of(state))
    ids = [line.id for at in range(len(listed)) if not isinstance(line := listed[at], str)]
    catalogue = state.catalogue
    assert sorted(ids) == sorted(
        [catalogue.walk.id, *(c.id for c in catalogue.comfort), *(e.id for e in catalogue.exercises)]
    )
    assert len(ids) == 28


def test_a_mark_says_how_each_exercise_stands(tmp_path: Path) -> None:
    companion = a_calm_start(tmp_path, sensitivities=("flex",))
    state = companion.state()
    found = availability_of(state)
    planned = state.plan.exercises[0]
    assert found[planned.id] == Planned(planned)
    assert found["E05"] == LeftOut(("flex",))
    assert found["E20"] == Later("maintain")
    assert found["A1"] == LeftOut(("flex",))
    assert found["A2"] == Planned()
    companion.diary.say(ExerciseDone, exercise="E10", response="down")
    assert availability_of(companion.state())["E10"] == Resting(state.day + timedelta(days=3))


@pytest.mark.parametrize(
    ("done", "rests", "days"), [("E19", "E19", 3), ("E05", "E05", 7), ("E05", "E06", 7), ("E05", "E10", 0)]
)
def test_rest_ends_after_three_days_and_that_of_a_direction_after_a_week(
    tmp_path: Path, done: str, rests: str, days: int
) -> None:
    companion = a_calm_start(tmp_path)
    day = companion.today.day
    for ago in (days, days + 1):
        said = companion.diary.on(day - timedelta(days=ago)).say(ExerciseDone, exercise=done, response="down")
        mark = availability_of(companion.state())[rests]
        assert isinstance(mark, Resting) is (0 < ago <= days), ago
        companion.diary.delete(said.id)


@pytest.mark.parametrize(("leg", "waits"), [(5, False), (6, True), (None, True)])
def test_a_nerve_glide_waits_for_a_calmer_leg(tmp_path: Path, leg: int | None, waits: bool) -> None:
    """An unknown leg never lets it in."""
    companion = known(a_companion(tmp_path))
    for ago in range(1, 6):
        companion.diary.on(companion.today.day - timedelta(days=ago)).say(CheckIn, leg=leg, back=1)
    mark = availability_of(companion.state())["E07"]
    assert isinstance(mark, LegTooSore if waits else Later | NotToday)


def test_the_detail_says_everything_that_is_known(tmp_path: Path) -> None:
    state = a_calm_start(tmp_path).state()
    found = availability_of(state)
    for language in LANGUAGES:
        with speaking(language):
            for exercise in state.catalogue.exercises:
                text = everything(exercise, found[exercise.id], state).plain
                mark = found[exercise.id]
                planned = mark.exercise.level if isinstance(mark, Planned) and mark.exercise else 1
                way = way_of(exercise, planned)
                parts = [exercise.purpose, way.start, way.cue, exercise.caution]
                parts += [state.catalogue.stop_rule, *(level.how for level in exercise.levels)]
                assert all(part.in_(language) in text for part in parts)
                assert mark_in_words(exercise, found[exercise.id], state) in text
                assert all(reason in text for reason in when_not(exercise))


async def test_an_exercise_of_the_plan_is_written_down_with_how_the_leg_took_it(tmp_path: Path) -> None:
    planned = a_calm_start(tmp_path).state().plan.exercises[0]
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        page = await the_exercises(pilot)
        await chosen(pilot, page, planned.id)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, OneMovement))
        await pilot.press("d")
        await until(pilot, lambda: isinstance(app.screen, Asking))
        while isinstance(app.screen, Asking):
            await pilot.press("enter" if "towards the back" not in screen_text(app) else "1")
            await pilot.pause()
        await until(pilot, lambda: app.state.today.exercises)
        await reads(pilot, "✓")
    (done,) = a_companion(tmp_path).state().today.exercises
    assert (done.exercise, done.level, done.response) == (planned.id, planned.level, "up")


async def test_what_is_left_out_can_be_read_but_not_started(tmp_path: Path) -> None:
    a_calm_start(tmp_path, sensitivities=("flex",))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        page = await the_exercises(pilot)
        await chosen(pilot, page, "E05")
        await reads(pilot, "left out: bending forward makes it worse")
        await pilot.press("d")
        await pilot.pause()
        assert app.screen is page
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, OneMovement))
        await reads(pilot, "bending forward makes it worse")
        await pilot.press("d")
        await pilot.pause()
        assert isinstance(app.screen, OneMovement)


@pytest.mark.parametrize(("id_", "kind"), [("A2", ComfortDone), ("W1", Walk)])
async def test_relief_and_walks_are_written_down_too(
    tmp_path: Path, id_: str, kind: type[ComfortDone | Walk]
) -> None:
    a_calm_start(tmp_path)
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        page = await the_exercises(pilot)
        await chosen(pilot, page, id_)
        await pilot.press("d")
        await until(pilot, lambda: isinstance(app.screen, Asking))
        while isinstance(app.screen, Asking):
            await pilot.press("enter")
            await pilot.pause()
        await until(pilot, lambda: app.state.today.all(kind))


@pytest.mark.parametrize("size", SIZES)
async def test_while_a_lock_holds_no_exercise_can_be_reached(tmp_path: Path, size: tuple[int, int]) -> None:
    """Invariant I1: there is only the card's sentence."""
    companion = a_calm_start(tmp_path)
    answer_gate(companion, {companion.flags.flags[0].id: "yes"})
    assert availability_of(companion.state()) == {}
    app = an_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        page = await the_exercises(pilot)
        await reads(pilot, "This needs checking before we go on")
        assert not len(page.query_one(LineList).lines)
        for key in ("enter", "d", "down", "enter", "d"):
            await pilot.press(key)
            await pilot.pause()
            assert app.screen is page
        text = screen_text(app)
        names = {e.name.en for e in app.state.catalogue.exercises}
        assert not any(name in text for name in names)


async def test_who_needs_a_plan_of_their_own_reads_but_does_not_start(tmp_path: Path) -> None:
    known(a_companion(tmp_path), exclusions=("pregnant",))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        page = await the_exercises(pilot)
        await reads(pilot, "You need a plan from somebody who knows you")
        await pilot.press("d")
        await pilot.pause()
        assert app.screen is page
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, OneMovement))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_the_page_fits(tmp_path: Path, size: tuple[int, int], language: Language) -> None:
    a_calm_start(tmp_path)
    app = an_app(tmp_path, language=language)
    async with app.run_test(size=size) as pilot:
        page = await the_exercises(pilot)
        line = page.query_one(KeyLine)
        await until(pilot, lambda: line.keys)
        assert len(line.keys) <= 6
        if size[0] >= 80:
            assert line.fitting(size[0]) == line.keys
        await pilot.press("end")
        movement: Movement | None = app.state.catalogue.exercises[-1]
        await until(pilot, lambda: page.movement == movement)
        await reads(pilot, app.state.catalogue.exercises[-1].name.in_(language))


async def test_a_figure_stands_beside_the_list_and_above_the_text(tmp_path: Path) -> None:
    """Where a movement has none, nothing is left empty."""
    companion = a_calm_start(tmp_path)
    app = an_app(tmp_path)
    plain = companion.state().catalogue
    figures = {"E10": BRIDGE, "E01": None}
    drawn = tuple(replace(e, figure=figures.get(e.id, e.figure)) for e in plain.exercises)
    async with app.run_test(size=(132, 43)) as pilot:
        page = await the_exercises(pilot)
        app.state = replace(app.state, catalogue=replace(plain, exercises=drawn))
        await chosen(pilot, page, "E10")
        await pilot.pause()
        view = page.query_one(FigureView)
        assert view.display
        assert view.picture == poses_side_by_side(BRIDGE, view.room)
        assert plain_text(view.picture).splitlines()[-1] in screen_text(app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, OneMovement))
        assert app.screen.query_one(FigureView).figure is BRIDGE
        await pilot.press("escape")
        await pilot.press("home")
        await chosen(pilot, page, "E01")
        await pilot.pause()
        assert not view.display
