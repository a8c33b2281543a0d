"""A home with a real person's diary in it, and the program to open it with."""

import os
import subprocess
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from ryggkompis.cli.wiring import SystemClock
from tests.e2e.terminal import Terminal
from tests.program import PROGRAM
from tests.tui.screen_text import FixedClock, a_companion, known

DATA = Path(__file__).resolve().parents[1] / "data"
Open = Callable[..., Terminal]


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in {"NO_COLOR", "LC_ALL", "TZ", "COLUMNS", "LINES"}
    }
    return {
        **kept,
        "RYGGKOMPIS_HOME": str(tmp_path / "home"),
        "LANG": "en_GB.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }


@pytest.fixture
def run(environ: dict[str, str]) -> Callable[..., str]:
    """Run a command without a terminal and give what it printed."""

    def run_(*arguments: str) -> str:
        ran = subprocess.run(
            [*PROGRAM, *arguments],
            env=environ,
            capture_output=True,
            text=True,
            check=True,
            stdin=subprocess.DEVNULL,
        )
        return ran.stdout

    return run_


@pytest.fixture
def diary(run: Callable[..., str]) -> None:
    """Bring a real diary in, and answer the first questions."""
    file = str(DATA / "participant4_pain.csv")
    run("import", file, "--map", "Knee Pain=leg", "--map", "Elbow Pain=back")


@pytest.fixture
def opened(environ: dict[str, str]) -> Open:
    """Open the program in a terminal."""

    def open_(*arguments: str, columns: int = 80, rows: int = 24, **more: str) -> Terminal:
        return Terminal([*PROGRAM, *arguments], {**environ, **more}, columns=columns, rows=rows)

    return open_


@pytest.fixture
def known_since_yesterday(tmp_path: Path) -> None:
    """The first questions and the whole list were answered two days ago, so that today asks the one line."""
    known(a_companion(tmp_path / "home", FixedClock(SystemClock().now() - timedelta(days=2))))
