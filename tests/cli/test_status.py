"""``status``: one line for a bar, which says nothing of the plan while a safety answer is missing."""

import json
import re
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from ryggkompis.content.files import data_file
from tests.cli.conftest import Shell
from tests.cli.test_statuses import NOW, lives

__all__ = ["lives"]
UNKNOWN = {
    "held", "excluded", "in_doubt", "safety_answered", "checked_in", "walks_left", "minutes_sat",
    "next_visit",
}  # fmt: skip
ABOUT = ("profile", "--exclusions", "none", "--tolerance", "9")
MORNING = ("checkin", "--leg", "7", "--back", "8", "--site", "foot", "--morning", "worse", "--flags", "none")
RISES = re.compile(r"\d+ (?:walk|tur)|min\b.*plan|rise|øk", re.IGNORECASE)


@pytest.fixture(params=["free", "held", "doubt"])
def life(request: pytest.FixtureRequest, either: Shell, lives: dict[str, Path]) -> str:
    shutil.copytree(lives[request.param], either.home)
    either.clock = NOW
    return str(request.param)


def test_it_is_as_its_schema_says(either: Shell, life: str) -> None:
    for name in ("status", "plan"):
        schema = json.loads(data_file(f"schema/{name}.schema.json").read_text(encoding="utf-8"))
        check = Draft202012Validator(schema, format_checker=FormatChecker())
        faults = [error.message for error in check.iter_errors(either(name, "--json").facts)]
        assert faults == [], life
        assert [*check.iter_errors({})]


def test_while_a_safety_answer_is_missing_nothing_of_the_plan_is_said(either: Shell, life: str) -> None:
    said = either("status")
    begins = {"free": "? ", "held": "! ", "doubt": "! "}
    assert said.out.startswith(begins[life])
    assert not RISES.search(said.out)
    facts = either("status", "--json").facts
    assert facts["walks_left"] is None
    assert (facts["held"], facts["in_doubt"]) == (life != "free", life == "doubt")
    assert said.status == (0 if life == "free" else 1)


def test_a_day_in_a_line(either: Shell) -> None:
    either(*ABOUT)
    either(*MORNING)
    planned = len(either("plan", "--json").facts["walks"])
    either("visit", "--next", "2026-03-09")
    either("walk", "9", "--settled", "0")
    facts = either("status", "--json").facts
    assert facts == {
        "date": "2026-03-02", "readable": True, "held": False, "excluded": False, "in_doubt": False,
        "safety_answered": True, "checked_in": True, "walks_left": planned - 1, "minutes_sat": 0,
        "next_visit": "2026-03-09",
    }  # fmt: skip
    said = either("status")
    begins = {"nb": "sjekket inn, ", "en": "checked in, "}
    assert said.out.startswith(begins[either.language])
    assert len(said.out.splitlines()) == 1
    assert said.err == ""


def test_a_line_shows_nothing_of_how_it_is(either: Shell) -> None:
    either(*ABOUT)
    either(*MORNING)
    either("note", "smerte og pain")
    line = either("status").out.casefold()
    for private in (
        "7",
        "8",
        "foot",
        "fot",
        "leg",
        "bein",
        "rygg",
        "back",
        "pain",
        "smerte",
        "worse",
        "verre",
    ):
        assert private not in line


def test_it_is_no_look_at_the_plan(shell: Shell) -> None:
    """What nobody need have seen must not count as shown."""
    shell(*ABOUT)
    shell(*MORNING)
    before = kept(shell)
    shell("status")
    shell("status", "--json")
    assert kept(shell) == before


def kept(shell: Shell) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in shell.home.rglob("*") if path.is_file()}


def test_who_has_no_plan_from_here_is_told_so_when_the_safety_list_is_answered(either: Shell) -> None:
    either("profile", "--exclusions", "pregnant")
    words = {"nb": "ingen plan herfra", "en": "no plan from here"}[either.language]
    assert words not in either("status").out
    either("checkin", "3", "--flags", "none")
    said = either("status")
    assert said.out.startswith(words)
    assert either("status", "--json").facts["excluded"] is True


def test_what_cannot_be_read_is_one_line_however_much_it_is(either: Shell) -> None:
    either(*ABOUT)
    journal = either.home / "journal"
    for month in ("2025-11", "2025-12", "2026-01"):
        (journal / f"{month}.json").write_text("{damaged", encoding="utf-8")
    said = either("status")
    assert len(said.out.splitlines()) == len(said.err.splitlines()) == 1
    assert "ryggkompis doctor" in said.err


def test_a_locked_diary_is_never_opened_for_a_bar(
    either: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pytest.importorskip("pyrage")
    either(*ABOUT)
    word = tmp_path / "word"
    word.write_text("correct horse battery staple\n")
    monkeypatch.setenv("RYGGKOMPIS_PASSPHRASE_FILE", str(word))
    either(*MORNING)
    either("lock", "--recovery", str(tmp_path / "key"))
    assert either("status", "--json").facts["checked_in"] is True, "the file with the passphrase is named"
    monkeypatch.delenv("RYGGKOMPIS_PASSPHRASE_FILE")
    said = either("status", "--json")
    assert said.status == 3
    assert {name for name, value in said.facts.items() if value is None} == UNKNOWN
    assert said.facts["readable"] is False
    assert len(either("status").out.splitlines()) == 1
    assert "shown" not in said.err
