"""``doctor --system`` helps a helper, and holds no word of the diary, no path and no name."""

import json
import re
from importlib.metadata import requires

import pytest

from tests.cli.conftest import Shell

MARK = "zyxxy"
"""A word that stands in the diary, in the path of it, and wherever else somebody's own words can stand."""


@pytest.mark.parametrize("facts", [(), ("--json",)], ids=["words", "facts"])
def test_nothing_of_the_diary_is_in_it(
    either: Shell, monkeypatch: pytest.MonkeyPatch, facts: tuple[str, ...]
) -> None:
    home = either.home.with_name(MARK)
    for name in ("HOME", "RYGGKOMPIS_HOME", "XDG_DATA_HOME", "USER", "LOGNAME", "TMUX", "VIRTUAL_ENV"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setenv("TERM_PROGRAM", f"of {MARK}")
    monkeypatch.setenv("LANG", f"/home/{MARK}")
    either("note", MARK)
    either("profile", "--goal", MARK, "--exclusions", "none")
    either("medicine", MARK)
    either("event", MARK)
    (home / "settings.json").write_text(json.dumps({"theme": MARK, "language": MARK}))
    said = either("doctor", "--system", *facts)
    assert said.status == 0
    assert MARK not in (said.out + said.err).casefold()
    assert str(home.parent) not in said.out + said.err


def test_what_matters_is_in_it(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("LANG", "nb_NO.UTF-8")
    facts = shell("doctor", "--system", "--json").facts
    assert (
        facts["environment"].items()
        >= {"TERM": "xterm-256color", "NO_COLOR": "1", "LANG": "nb_NO.UTF-8"}.items()
    )
    assert facts["packages"]["textual"]
    assert facts["extras"].keys() == {"pdf", "crypto"}
    assert facts["colours"] is False
    asked_for = {re.split(r"[<>=;\[ ]", one)[0] for one in requires("ryggkompis") or ()}
    assert facts["packages"].keys() | {"typst", "pyrage"} == asked_for - {"ryggkompis"}
    words = shell("doctor", "--system").out
    for name in facts:
        assert f"{name}: " in words


def test_in_norwegian_it_is_said_in_norwegian(shell: Shell) -> None:
    shell.language = "nb"
    words = shell("doctor", "--system").out
    for begins in ("pakker: annotated", "terminal: stdin nei", "språk: nb"):
        assert f"\n{begins}" in words


def test_it_asks_for_nothing_and_reads_nothing(shell: Shell) -> None:
    """It must work where the diary does not, which is when it is asked for."""
    (shell.home / "journal").mkdir(parents=True)
    (shell.home / "journal" / "2026-03.json").write_bytes(b"\x00 nonsense")
    said = shell("doctor", "--system")
    assert (said.status, said.err) == (0, "")
