"""u and U: what goes is named, comes back with all it held, and is asked about where it may not be meant."""

from datetime import timedelta
from pathlib import Path

import pytest

from ryggkompis.domain.journal.entries import CheckIn, Note, Walk
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.store.acts import ACT, current_act, here
from ryggkompis.store.codec import encode
from ryggkompis.store.store import utc_now
from ryggkompis.tui.screens.asking import Asking
from tests.tui.screen_text import MORNING, a_companion, an_app, known, reads, say_together, until


def notices(app: object) -> str:
    return " | ".join(notice.message for notice in app._notifications)  # type: ignore[attr-defined]  # no public way


def come_from_elsewhere(folder: Path, text: str) -> None:
    """Let another window write a note just now."""
    companion = a_companion(folder)
    theirs = current_act()[:-6] + ("AAAAAA" if here() != "AAAAAA" else "BBBBBB")
    note = companion.diary.draft(Note, text=text, saved=utc_now().replace(microsecond=0))
    companion.store.bring_back([{**encode(note), ACT: theirs}])


async def test_space_takes_a_walk_away_and_u_in_capitals_brings_its_details_back(tmp_path: Path) -> None:
    known(a_companion(tmp_path)).diary.say(Walk, minutes=3, peak_leg=4, settled=15, further_down=False)
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await reads(pilot, "● Walk 1")
        await pilot.press("space")
        await reads(pilot, "○ Walk 1")
        assert "Taken back: Walk: 3\u00a0min · leg 4" in notices(app)
        assert "U brings it back" in notices(app)
        await pilot.press("U")
        await reads(pilot, "● Walk 1", "Brought back: Walk")
        (walk,) = app.state.today.walks
        assert (walk.peak_leg, walk.settled, walk.further_down) == (4, 15, False)
        await pilot.press("U")
        await reads(pilot, "There is nothing to bring back")
        assert app.state.today.walks == (walk,)


async def test_a_check_in_goes_with_its_safety_answers_and_a_yes_stays(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    answers = companion.full_answers({"CES1": "unsure"})
    say_together(companion, (Gate, {"scope": "full", "answers": answers}), (CheckIn, {"leg": 8}))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("u")
        await until(pilot, lambda: app.state.today.check_in is None)
        assert "What concerns your safety stays" in notices(app)
        assert app.state.gate.lock is not None


async def test_what_the_check_in_of_the_window_asks_is_one_act(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    companion.on(MORNING.date() - timedelta(days=8))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        await reads(pilot, "compared with yesterday")
        await pilot.press("2", "2", "0", "0", "0", "4", "3")
        await reads(pilot, "Is this right")
        await pilot.press("1")
        await until(pilot, lambda: app.state.today.check_in)
        acts = {line[ACT] for line in app.companion.store.lines() if line["kind"] in {"check_in", "walk"}}
        assert len(acts) == 1
        before = len(app.state.history.entries)
        await pilot.press("u")
        await until(pilot, lambda: app.state.today.check_in is None)
        assert len(app.state.history.entries) == before - 1


@pytest.mark.parametrize("answer", ["0", "escape"])
async def test_thirty_presses_never_eat_what_another_window_wrote(tmp_path: Path, answer: str) -> None:
    companion = known(a_companion(tmp_path))
    come_from_elsewhere(tmp_path, "theirs")
    for n in range(4):
        companion.diary.say(Note, text=f"mine {n}")
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*["u"] * 30)
        await reads(pilot, "Note: theirs", "written in another window", "Take it back?")
        assert isinstance(app.screen, Asking)
        assert [note.text for note in app.state.today.all(Note)] == ["theirs"]
        await pilot.press(answer)
        await until(pilot, lambda: not isinstance(app.screen, Asking))
        assert [note.text for note in app.state.today.all(Note)] == ["theirs"]
        await pilot.press("u")
        await reads(pilot, "Take it back?")
        await pilot.press("1")
        await until(pilot, lambda: not app.state.today.all(Note))


async def test_what_another_window_writes_while_it_is_asked_stays(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    come_from_elsewhere(tmp_path, "asked about")
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("u")
        await reads(pilot, "Note: asked about")
        a_companion(tmp_path).diary.say(Walk, minutes=9)
        await pilot.press("1")
        await until(pilot, lambda: not app.state.today.all(Note))
        assert [walk.minutes for walk in app.state.today.walks] == [9]


async def test_undo_twice_and_redo_twice_is_where_it_was(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    companion.diary.say(Walk, minutes=9)
    companion.diary.say(Note, text="slept")
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        before = [entry.id for entry in app.state.history.entries]
        await pilot.press("u", "u")
        await until(pilot, lambda: len(app.state.history.entries) == len(before) - 2)
        await pilot.press("U", "U")
        await until(pilot, lambda: [entry.id for entry in app.state.history.entries] == before)
