"""A whole day, from the first run to the evening: by keys, by lines and by options it is the same journal."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from ryggkompis.store.store import Store
from ryggkompis.tui.widgets.plan_list import PlanList
from tests.cli.conftest import Shell, StandingClock
from tests.cli.test_lines import lines, place
from tests.tui.screen_text import MORNING, an_app, none_of_it, places, reads, until

OF_ITS_WRITING = {"id", "rev", "at", "saved", "act"}
EXERCISE, RELIEF = "E03", "A1"


def journal(folder: Path) -> list[dict[str, Any]]:
    """What was said, without how and when it was written."""
    lines = Store(places(folder)).read().lines
    said = [{name: value for name, value in line.items() if name not in OF_ITS_WRITING} for line in lines]
    return sorted(said, key=lambda line: str(line["kind"]))


def by_options(shell: Shell) -> None:
    def run(*arguments: str) -> None:
        ran = shell(*arguments)
        assert ran.status == 0, ran.err

    first = ("--exclusions", "none", "--careful", "none", "--onset", "2026-02-11", "--side", "left")
    run("profile", *first, "--tolerance", "8", "--walks", "20", "--goal", "drive", "--no-had-cancer")
    run("checkin", "--flags", "none")
    morning = ("--morning", "same", "--site", "thigh", "--numb", "none", "--no-flare", "--wakes", "0")
    run("checkin", *morning, "--leg", "4", "--back", "3")
    run("walk", "9", "--peak", "5", "--settled", "15", "--no-further-down")
    run("did", EXERCISE, "--level", "1", "--sets", "3", "--response", "same")
    run("did", RELIEF, "--minutes", "10", "--helped")
    run("moved")
    run("note", "numb toes")
    run("medicine", "paracetamol")
    run("event", "back at work", "--kind", "work")
    run("evening", "--no-flare", "--sit", "20_40", "--leg", "3", "--back", "2", "--worst", "5")


def by_lines(shell: Shell) -> None:
    first = ["2", "", "0", "0", *[""] * 4, "0", "yes", "4", "left", "8", "20", "drive", "", "", "no", "no"]
    lines(shell, *first, place("Check in"), "2", "2", "0", "0", "0", "4", "3")
    lines(shell, place("Take a walk"), "2", "9", "5", "2", "0")
    lines(shell, place("An exercise you have done"), "1", "2")
    lines(shell, place("A position for rest, or heat"), "1", "10", "yes")
    lines(shell, place("I have changed position"))
    lines(shell, place("Write a note"), "numb toes")
    lines(shell, place("Write down a medicine"), "paracetamol", "no")
    lines(shell, place("Mark something that happened"), "2", "back at work")
    lines(shell, place("How the whole day was"), "0", "2", "3", "2", "5")


async def answered(pilot: Pilot[None], *asked: tuple[str, ...]) -> None:
    for words, *keys in asked:
        await reads(pilot, words)
        await pilot.press(*keys)


async def on_the_line(pilot: Pilot[None], name: str) -> None:
    """Put the cursor on a line of the plan."""
    plan = pilot.app.screen.query_one(PlanList)
    await pilot.press("home")
    for _line in plan.items:
        if plan.item and plan.item.ref == name:
            return
        await pilot.press("down")
    raise AssertionError(f"{name}: {plan.items}")


WELCOME = (
    ("Språk / Language", "2"),
    ("What Ryggkompis is", "enter"),
    ("Does any of this fit you?", "0"),
    ("careful with", "0"),
)
MORNING_AND_WALK = (
    ("When did it begin?", "4"),
    ("Which leg", "1"),
    ("the leg says stop", "8", "enter"),
    ("ordinary day now", "2", "0", "enter"),
    ("(1 of 3)", *"drive", "enter"),
    ("(2 of 3)", "enter"),
    ("(3 of 3)", "enter"),
    ("ever had cancer", "0"),
    ("mark where it hurts", "0"),
    ("How is it this morning?", "i"),
    ("compared with yesterday", "2"),
    ("How far down", "2"),
    ("numbness", "0"),
    ("flare-up?", "0"),
    ("in the night", "0"),
    ("leg hurt right now", "4"),
    ("back hurt right now", "3"),
    ("Is this right?", "1"),
    ("Walk 1", "home", "enter"),
    ("Turn back", "t"),
    ("How many minutes did you walk?", "backspace", "9", "enter"),
    ("at its worst on the way", "5"),
    ("back to how it was", "2"),
    ("further down the leg?", "0"),
    ("● Walk 1",),
)
AFTERWARDS = (
    ("How many minutes?", "1", "0", "enter"),
    ("Did it feel good?", "1"),
    ("● 90/90 rest", "o"),
    ("1 change logged", "n"),
    ("Note", *"numb", "space", *"toes", "enter"),
    ("Today", "m"),
    ("Medicine", *"paracetamol", "enter"),
    ("be counted", "0"),
    ("Today", "H"),
    ("What happened?", "2"),
    ("few words", *"back", "space", *"at", "space", *"work", "enter"),
    ("Today", "e"),
    ("today a flare-up", "0"),
    ("did you sit", "2"),
    ("leg hurt today", "3"),
    ("back hurt today", "2"),
    ("at its worst?", "5"),
)


async def by_keys(folder: Path) -> None:
    app = an_app(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await answered(pilot, *WELCOME)
        await none_of_it(pilot)
        await answered(pilot, *MORNING_AND_WALK)
        await on_the_line(pilot, EXERCISE)
        await pilot.press("enter")
        await answered(pilot, ("Where did the pain go?", "2"), ("● From lying",))
        await on_the_line(pilot, RELIEF)
        await pilot.press("enter", "t")
        await answered(pilot, *AFTERWARDS)
        await until(pilot, lambda: app.state.today.evening)


async def test_the_same_day_is_the_same_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = {}
    for way in (by_options, by_lines):
        home = tmp_path / way.__name__
        monkeypatch.setenv("RYGGKOMPIS_HOME", str(home))
        way(Shell(home, capsys, monkeypatch, clock=StandingClock(MORNING)))
        said[way] = journal(home)
    await by_keys(tmp_path / "window")
    assert len(said[by_options]) == 11
    assert said[by_lines] == said[by_options]
    assert journal(tmp_path / "window") == said[by_options]
