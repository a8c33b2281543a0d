"""A shell in this process: every test has a home of its own, a clock that stands still, and no terminal."""

import io
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from ryggkompis.cli.main import main
from ryggkompis.i18n import language

OSLO = timezone(timedelta(hours=1))
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=OSLO)
TODAY = "2026-03-02"


@dataclass(frozen=True)
class StandingClock:
    """It is always the same moment."""

    moment: datetime = NOW
    zone: str = "Europe/Oslo"

    def now(self) -> datetime:
        return self.moment


@dataclass
class Ran:
    """What a command said."""

    status: int
    out: str
    err: str

    @property
    def facts(self) -> Any:
        return json.loads(self.out)


@dataclass
class Shell:
    """Runs commands in one home."""

    home: Path
    capsys: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch
    language: str = "en"
    clock: StandingClock = field(default_factory=StandingClock)

    def __call__(self, *arguments: str, answers: str = "") -> Ran:
        return self.bare("--lang", self.language, *arguments, answers=answers)

    def bare(self, *arguments: str, answers: str = "") -> Ran:
        """Run with nothing before the arguments."""
        self.monkeypatch.setattr(sys, "stdin", io.StringIO(answers))
        status = main(arguments, self.clock)
        out, err = self.capsys.readouterr()
        return Ran(status, out, err)

    def on(self, day: int, *arguments: str) -> Ran:
        """Run on another day of March."""
        self.clock = StandingClock(NOW.replace(day=day))
        return self(*arguments)

    def entries(self) -> list[dict[str, Any]]:
        """Give what the log holds, the newest first."""
        found: list[dict[str, Any]] = self("log", "--json").facts["entries"]
        return found


@pytest.fixture(autouse=True)
def language_as_before() -> Iterator[None]:
    before = language.current()
    yield
    language.use(before)


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    home = tmp_path / "home"
    monkeypatch.setenv("RYGGKOMPIS_HOME", str(home))
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return Shell(home, capsys, monkeypatch)


@pytest.fixture(params=["nb", "en"])
def either(request: pytest.FixtureRequest, shell: Shell) -> Shell:
    """Give the shell in each language."""
    shell.language = request.param
    return shell


@pytest.fixture
def well(either: Shell) -> Shell:
    """Somebody who has been well for a month, in week 30."""
    from tests import well_again  # noqa: PLC0415 - it brings a window along
    from tests.tui.screen_text import FixedClock, a_companion  # noqa: PLC0415

    at(either, well_again.TODAY)
    companion = a_companion(either.home, FixedClock(either.clock.moment))
    companion.diary.add(*well_again.entries_of_one_who_is_well())
    return either


def at(shell: Shell, day: date) -> None:
    """Let it be the morning of ``day``."""
    shell.clock = StandingClock(datetime.combine(day, time(9, 0), OSLO))


def listed(shell: Shell) -> list[dict[str, Any]]:
    """Give the episodes as ``episode --json`` lists them."""
    found: list[dict[str, Any]] = shell("episode", "--json").facts["episodes"]
    return found
