"""The examples of docs/automation.md do what the page says, with the tools they are written for."""

import configparser
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from ryggkompis.services.demo import live_through
from tests.program import PROGRAM
from tests.tui.screen_text import a_companion

PAGE: Final = (Path(__file__).parents[2] / "docs" / "automation.md").read_text(encoding="utf-8")
BLOCKS: Final = dict(re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))
STANDS: Final = "not checked in"
"""What the line says of a diary that nobody has written in today."""

pytestmark = pytest.mark.e2e


@pytest.fixture
def environ(tmp_path: Path) -> Mapping[str, str]:
    """A home whose diary ends long ago, and the program as a command."""
    live_through(a_companion(tmp_path / "diary"))
    command = tmp_path / "bin" / "ryggkompis"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {shlex.join(PROGRAM)} --lang en "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    path = f"{command.parent}:{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "HOME": str(tmp_path), "RYGGKOMPIS_HOME": str(tmp_path / "diary")}


def run(environ: Mapping[str, str], *command: str) -> str:
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout


def needs(tool: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(tool) is None, reason=f"needs {tool}")


@needs("tmux")
def test_the_status_bar_of_tmux(environ: Mapping[str, str], tmp_path: Path) -> None:
    file = tmp_path / "tmux.conf"
    file.write_text(BLOCKS["tmux"], encoding="utf-8")
    tmux = ("tmux", "-S", str(tmp_path / "socket"))
    try:
        run(environ, *tmux, "-f", str(file), "new-session", "-d", "sleep 60")
        right = run(environ, *tmux, "show", "-gv", "status-right")
    finally:
        subprocess.run((*tmux, "kill-server"), env=environ, check=False)
    (command,) = re.findall(r"#\((.*)\)", right)
    assert STANDS in run(environ, "sh", "-c", command)


@needs("bash")
def test_the_prompt_of_bash(environ: Mapping[str, str]) -> None:
    shown = run(environ, "bash", "--norc", "-c", BLOCKS["bash"] + 'echo "${PS1@P}"')
    assert STANDS in shown.splitlines()[0]


@needs("zsh")
def test_the_prompt_of_zsh(environ: Mapping[str, str]) -> None:
    assert STANDS in run(environ, "zsh", "-f", "-c", BLOCKS["zsh"] + 'print -P "$PROMPT"').splitlines()[0]


def test_what_takes_a_part_of_the_facts(environ: Mapping[str, str]) -> None:
    assert run(environ, "sh", "-c", BLOCKS["sh"]) == "!\n"


def test_the_lines_for_cron(environ: Mapping[str, str], tmp_path: Path) -> None:
    for line in BLOCKS["cron"].splitlines():
        *times, command = line.split(maxsplit=5)
        assert all(re.fullmatch(r"\*|\d+", time) for time in times)
        assert "%" not in command, "cron would end the line there"
        run(environ, "sh", "-c", command)
    assert (tmp_path / "ryggkompis.zip").stat().st_size
    assert "Suggested for the day" in (tmp_path / "plan.txt").read_text(encoding="utf-8")


def unit(text: str) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # systemd tells large letters from small
    parser.read_string(text)
    return parser


def test_the_service_of_systemd_says_it_only_when_it_is_due(
    environ: Mapping[str, str], tmp_path: Path
) -> None:
    told = tmp_path / "told"
    notify = tmp_path / "bin" / "notify-send"
    notify.write_text(f'#!/bin/sh\necho "$1" > {told}\n', encoding="utf-8")
    notify.chmod(0o755)
    words = shlex.split(unit(BLOCKS["service"])["Service"]["ExecStart"])
    run(environ, *words)
    assert not told.exists()
    sitting = '{"minutes": 31, "next": 0, "due": true, "quiet": false, "interval": 30}'
    (tmp_path / "bin" / "ryggkompis").write_text(f"#!/bin/sh\necho '{sitting}'\n", encoding="utf-8")
    run(environ, *words)
    assert told.read_text(encoding="utf-8") == "Ryggkompis\n"


@needs("systemd-analyze")
def test_systemd_understands_both_files(tmp_path: Path) -> None:
    for ending in ("service", "timer"):
        (tmp_path / f"ryggkompis.{ending}").write_text(BLOCKS[ending], encoding="utf-8")
    timer = str(tmp_path / "ryggkompis.timer")
    done = subprocess.run(("systemd-analyze", "verify", "--man=no", timer), capture_output=True, check=False)
    assert b"ryggkompis" not in done.stderr, done.stderr
    run(os.environ, "systemd-analyze", "calendar", unit(BLOCKS["timer"])["Timer"]["OnCalendar"])


def test_the_page_is_in_the_readme() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert "docs/automation.md" in readme
