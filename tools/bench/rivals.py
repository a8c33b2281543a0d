"""The programs beside us: the smallest of its kind, and peers from PyPI in environments of their own."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tools.bench.measuring import PYTHON, ROOT

FOLDER = ROOT / ".rivals"
HELLO = """
from textual.app import App, ComposeResult
from textual.widgets import Static

class Hello(App[None]):
    BINDINGS = [("x", "count")]
    counted = 0

    def compose(self) -> ComposeResult:
        yield Static("hello ready")

    def action_count(self) -> None:
        self.counted += 1
        self.query_one(Static).update(f"hello {self.counted}")

Hello().run()
"""


class Rival(NamedTuple):
    """A program that is measured beside ours."""

    name: str
    requires: tuple[str, ...]
    """What pip is asked for; nothing for what needs no environment of its own."""
    command: tuple[str, ...]
    ready: str = ""
    """Words that its first usable screen shows; none for a command."""

    @property
    def home(self) -> Path:
        """Its environment."""
        return FOLDER / self.name

    @property
    def program(self) -> list[str]:
        """What is run; the first word is found in its environment."""
        if not self.requires:
            return list(self.command)
        return [str(self.home / "bin" / self.command[0]), *self.command[1:]]


WINDOWS = (
    Rival("toolong", ("toolong==1.5.0",), ("tl", str(FOLDER / "a.log")), "line 1999"),
    Rival("dooit", ("dooit==3.3.4",), ("dooit",), "Welcome to Dooit!"),
    # Newer parsers crash it.
    Rival("posting", ("posting==2.11.1", "tree-sitter<0.26"), ("posting",), "Enter a URL"),
    Rival("harlequin", ("harlequin==2.17.0",), ("harlequin", "--locale", "C.UTF-8"), "Query Editor"),
)
JRNL = Rival("jrnl", ("jrnl==4.6",), ("jrnl",))


def hello() -> Rival:
    """Write the smallest Textual program, run with our own environment."""
    FOLDER.mkdir(exist_ok=True)
    file = FOLDER / "hello.py"
    file.write_text(HELLO, encoding="utf-8")
    return Rival("hello", (), (PYTHON, str(file)), "hello ready")


def installed(rivals: Sequence[Rival]) -> list[Rival]:
    """Install what is not here yet, and give those that are; one that cannot be installed is left out."""
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "a.log").write_text("".join(f"line {n} of it\n" for n in range(2000)), encoding="utf-8")
    return [rival for rival in rivals if _is_here(rival)]


def _is_here(rival: Rival) -> bool:
    if Path(rival.program[0]).exists():
        return True
    print(f"Installing {rival.name} …", file=sys.stderr)
    made = subprocess.run([sys.executable, "-m", "venv", str(rival.home)], check=False)
    pip = [str(rival.home / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check"]
    done = made.returncode == 0 and subprocess.run([*pip, *rival.requires], check=False).returncode == 0
    if not done:
        print(f"{rival.name} could not be installed and is left out.", file=sys.stderr)
    return done
