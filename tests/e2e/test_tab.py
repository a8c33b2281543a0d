"""Tab in real shells: what is offered is what the program understands, with what it means."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal
from tests.needs import needs
from tests.program import PROGRAM, PYTHON

pytestmark = pytest.mark.e2e

BECOMES = {
    "pla": "plan",
    "che": "checkin",
    "gåt": "gåtur",
    "sje": "sjekk",
    "angr": "angre",
    "versi": "version",
    "help wal": "help walk",
    "--lang en pl": "--lang en plan",
    "--plain pla": "--plain plan",
    "--vers": "--version",
    "plan --wh": "plan --why",
    "plan --date yesterday --js": "plan --date yesterday --json",
    "checkin --le": "checkin --leg",
    "checkin --flare --ba": "checkin --flare --back",
    "checkin --no-f": "checkin --no-flare",
    "checkin --site thi": "checkin --site thigh",
    "checkin --morning be": "checkin --morning better",
    "checkin --flags non": "checkin --flags none",
    "checkin --flags CES1,PSY": "checkin --flags CES1,PSY1",
    "weekly --worse sitting,dri": "weekly --worse sitting,driving",
    "walk 10 --pea": "walk 10 --peak",
    "gåtur 10 --pea": "gåtur 10 --peak",
    "did E01 --resp": "did E01 --response",
    "did E01 --response u": "did E01 --response up",
    "less --skip E0 --easier E03 --bad": "less --skip E0 --easier E03 --bad-day",
    "exercises --svg fold": "exercises --svg folder/",
    "exercises W": "exercises W1",
    "learn walk": "learn walking",
    "progress --span epi": "progress --span episode",
    "report --format htm": "report --format html",
    "report dia": "report diary.csv",
    "report report.pdf --without dra": "report report.pdf --without drawing",
    "import dia": "import diary.csv",
    "programme templ": "programme template",
    "programme use dia": "programme use diary.csv",
    "episode rhythm tw": "episode rhythm twice",
    "completion zs": "completion zsh",
}
"""What is typed, and what one Tab makes of it."""
LISTS = {
    "did E0": ("Bekkenvipp", "E05", "E09"),
    "checkin --site ": ("thigh", "ned i låret", "foot"),
    "learn w": ("what", "walking"),
    "report ": ("diary.csv", "folder"),
    "plan --": ("--why", "--date", "--json"),
    "--lang ": ("nb", "en", "norsk"),
}
"""What is typed, and what is listed for it."""
SHELLS = {
    "bash": ("bash", "--norc", "--noprofile", "-i"),
    "zsh": ("zsh", "-f", "-i"),
    "fish": ("fish", "--no-config", "-i"),
}
FISH_PROMPT = "function fish_prompt; echo -n '$> '; end; function fish_right_prompt; end"
PROMPT = {"bash": "PS1='$> '", "zsh": "PS1='$> '", "fish": FISH_PROMPT}


@pytest.fixture(params=[pytest.param(name, marks=needs(name)) for name in SHELLS])
def prompt(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, Terminal]]:
    """A shell that has read what the program printed for it, in a folder with a file and a folder."""
    name: str = request.param
    (tmp_path / "diary.csv").write_text("")
    (tmp_path / "folder").mkdir()
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "ryggkompis"
    program.write_text(f'#!/bin/sh\nexec "{PYTHON}" -m ryggkompis "$@"\n')
    program.chmod(0o755)
    environ = {
        "HOME": str(tmp_path),
        "RYGGKOMPIS_HOME": str(tmp_path / "home"),
        "PATH": f"{tmp_path / 'bin'}:/usr/bin:/bin",
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm-256color",
    }
    script = tmp_path / f"completion.{name}"
    printed = subprocess.run([*PROGRAM, "completion", name], env=environ, capture_output=True, check=True)
    script.write_bytes(printed.stdout)
    with Terminal([*SHELLS[name]], environ, cwd=tmp_path, columns=100, rows=30) as terminal:
        terminal.still()
        terminal.press(f"{PROMPT[name]}; source ./{script.name}; echo re''ady", "enter")
        terminal.until("ready")
        yield name, terminal


def typed(terminal: Terminal, line: str, keys: str, *words: str) -> str:
    """Type ``line`` at an empty prompt and press ``keys``; tell what is missing on the screen."""
    for leave in ("ctrl+c", "\x15"):
        terminal.press(leave)
        terminal.still()
    terminal.forget()
    terminal.press("\x0c")
    terminal.until("$>")
    terminal.press(f"ryggkompis {line}{keys}")
    try:
        terminal.until(*words)
    except AssertionError:
        return f"{line!r} gives\n{terminal.text.strip()}"
    return ""


def test_tab_completes_what_can_stand_next(prompt: tuple[str, Terminal]) -> None:
    _name, terminal = prompt
    wrong = [typed(terminal, line, "\t", f"ryggkompis {whole}") for line, whole in BECOMES.items()]
    assert not any(wrong), "\n".join(filter(None, wrong))


def test_tab_lists_what_can_stand_next_and_what_it_means(prompt: tuple[str, Terminal]) -> None:
    name, terminal = prompt
    # The others list at once.
    keys = "\t\t" if name == "bash" else "\t"
    wrong = [typed(terminal, line, keys, *words) for line, words in LISTS.items()]
    assert not any(wrong), "\n".join(filter(None, wrong))
