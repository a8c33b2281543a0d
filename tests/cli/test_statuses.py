"""What every command ends with: 1 is for what shows a plan that is held, or may be, and for nothing else."""

import random
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from ryggkompis.cli.registry import COMMANDS
from ryggkompis.cli.status import DONE, HELD, UNUSABLE
from tests.cli.conftest import Shell, StandingClock
from tests.unreadable import AGES, TODAY, a_later_format, lived, spoil

NOW: Final = StandingClock(datetime(TODAY.year, TODAY.month, TODAY.day, 9, tzinfo=UTC), "UTC")
YES: Final = AGES["an earlier month"]
MENDABLE: Final = 2


class Ends(NamedTuple):
    """What a command is given, and what it ends with."""

    said: tuple[str, ...]
    free: int = DONE
    held: int = DONE
    doubt: int = DONE
    """A yes may stand in a month that cannot be read, and nothing was answered today."""
    first: tuple[tuple[str, ...], ...] = ()
    """What is done before it."""


def shows_the_plan(*said: str) -> Ends:
    return Ends(said, held=HELD, doubt=HELD)


def logs(*said: str) -> Ends:
    return Ends(said)


def reads(*said: str) -> Ends:
    return Ends(said, doubt=UNUSABLE)


def lacks_something(*said: str) -> Ends:
    return Ends(said, MENDABLE, MENDABLE, MENDABLE)


TABLE: Final = {
    "": shows_the_plan(),
    "plan": shows_the_plan("plan"),
    "status": shows_the_plan("status"),
    "checkin": shows_the_plan("checkin", "--leg", "1"),
    "less": shows_the_plan("less", "--bad-day"),
    "sheet": shows_the_plan("sheet", "s.html"),
    "evening": logs("evening", "--leg", "2"),
    "weekly": logs("weekly", "--worry", "3"),
    "walk": logs("walk", "5"),
    "did": logs("did", "E01"),
    "moved": logs("moved"),
    "drawing": Ends(("drawing", "--pain", "buttock_left"), held=HELD),
    "note": logs("note", "numb"),
    "medicine": logs("medicine", "paracetamol"),
    "event": logs("event", "moved house"),
    "profile": Ends(("profile", "--tolerance", "9", "--exclusions", "none")),
    "undo": Ends(("undo",), first=(("walk", "5"),)),
    "redo": Ends(("redo",), first=(("walk", "5"), ("undo",))),
    "clear": Ends(("clear", "--by", "GP", "--yes"), free=MENDABLE),
    "log": reads("log"),
    "progress": reads("progress"),
    "sit": reads("sit"),
    "report": reads("report", "r.md"),
    "reminders": reads("reminders", "r.ics"),
    "doctor": reads("doctor"),
    "restore": Ends(("restore", "b.zip"), doubt=UNUSABLE, first=(("backup", "b.zip"),)),
    "backup": Ends(("backup", "b.zip")),
    "episode": Ends(("episode",)),
    "exercises": Ends(("exercises",)),
    "learn": Ends(("learn",)),
    "urgent": Ends(("urgent",)),
    "unlock": Ends(("unlock",)),
    "where": Ends(("where",)),
    "completion": Ends(("completion", "bash")),
    "demo": Ends(("demo",)),
    "visit": lacks_something("visit", "--ask"),
    "programme": lacks_something("programme"),
    "import": lacks_something("import", "nothing.json"),
    "lock": lacks_something("lock"),
    "erase": lacks_something("erase", "nothing"),
}
LOGGING: Final = ("evening", "weekly", "walk", "did", "moved", "note", "medicine", "event")


@pytest.fixture(scope="module")
def lives(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same life three times: with nothing, with a yes, and with a yes that cannot be read."""
    places = {name: tmp_path_factory.mktemp("life") / name for name in ("free", "held", "doubt")}
    lived(places["free"], ("CES1", "yes"), "open", None)
    lived(places["held"], ("CES1", "yes"), "held", YES)
    lived(places["doubt"], ("CES1", "yes"), "open", YES)
    spoil(places["doubt"], YES, a_later_format, random.Random(1))
    return places


def test_the_table_has_every_command() -> None:
    assert TABLE.keys() == COMMANDS.keys() | {""}


@pytest.mark.parametrize("life", ["free", "held", "doubt"])
@pytest.mark.parametrize("name", TABLE)
def test_what_a_command_ends_with(shell: Shell, lives: dict[str, Path], name: str, life: str) -> None:
    shutil.copytree(lives[life], shell.home)
    shell.clock = NOW
    for before in TABLE[name].first:
        shell(*before)
    said = shell(*TABLE[name].said)
    assert said.status == getattr(TABLE[name], life), said.err


@pytest.mark.parametrize("name", LOGGING)
def test_what_only_logs_says_the_card_beside_it(shell: Shell, lives: dict[str, Path], name: str) -> None:
    shutil.copytree(lives["held"], shell.home)
    shell.clock = NOW
    assert "113" in shell(*TABLE[name].said).err
