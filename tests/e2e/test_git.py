"""A journal under git: two sides that are merged are both read, and a repair puts the month right."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.needs import needs

pytestmark = [pytest.mark.e2e, needs("git")]


def test_two_sides_that_git_merges_are_read_and_repaired(tmp_path: Path, run: Callable[..., str]) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / ".gitattributes").write_text("journal/*.json merge=union\n")
    (home / ".gitignore").write_text(".~*\nstate/\n")

    def git(*arguments: str) -> None:
        who = ("-c", "user.name=Kari", "-c", "user.email=kari@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *who, *arguments], cwd=home, check=True, capture_output=True)

    git("init", "-b", "laptop")
    run("walk", "5")
    git("add", "-A")
    git("commit", "-m", "both")
    git("branch", "desktop")
    run("walk", "6")
    git("commit", "-am", "laptop")
    git("checkout", "desktop")
    run("walk", "7")
    git("commit", "-am", "desktop")
    git("merge", "-m", "met", "laptop")

    assert _walks(run) == [5, 6, 7]
    for month in (home / "journal").glob("*.json"):
        os.utime(month, (earlier := month.stat().st_mtime - 60, earlier))  # who clears it does so later
    # Whether a line is missing nobody can tell from a file that two hands have written: somebody says so.
    assert "whether all of it could be saved is not certain" in _said(run, "doctor", "--repair")
    run("clear", "--by", "myself", "--yes")
    assert _walks(run) == [5, 6, 7]
    assert "longer walks" not in _said(run, "plan")


def _walks(run: Callable[..., str]) -> list[int]:
    entries = json.loads(_said(run, "log", "--json"))["entries"]
    return sorted(entry["minutes"] for entry in entries if entry["kind"] == "walk")


def _said(run: Callable[..., str], *arguments: str) -> str:
    try:
        return run(*arguments)
    except subprocess.CalledProcessError as told:  # 3: something is damaged, and what can be read is printed
        return str(told.stdout)
