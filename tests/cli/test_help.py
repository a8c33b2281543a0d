"""Help in both languages, what it says about the program, and the registry behind it."""

import re

import pytest

from ryggkompis.cli.registry import COMMANDS, NORWEGIAN
from ryggkompis.words.about import about_the_program
from ryggkompis.words.lines import texts
from tests.cli.conftest import Shell

OF_THIS_ISSUE = {
    "plan", "checkin", "evening", "weekly", "walk", "did", "note", "medicine", "event", "moved", "clear",
    "undo", "log", "progress", "exercises", "urgent", "report", "import", "where", "demo",
}  # fmt: skip


def test_every_command_of_the_issue_is_there() -> None:
    assert COMMANDS.keys() >= OF_THIS_ISSUE


def test_the_help_lists_every_command_and_the_intended_use(either: Shell) -> None:
    said = either("--help")

    assert said.status == 0
    names = {name: name for name in (*COMMANDS, "help")}
    if either.language == "nb":
        names |= {name: f"{name}, {also[0]}" for name, also in {**NORWEGIAN, "help": ["hjelp"]}.items()}
    assert all(re.search(rf"^  {name}(  |$)", said.out, re.MULTILINE) for name in names.values())
    assert max(map(len, said.out.splitlines())) <= 80
    assert "116\N{NO-BREAK SPACE}117" in said.out
    assert "113" in said.out
    assert "MDR" in said.out


def test_the_window_says_the_same_of_what_the_program_is(either: Shell) -> None:
    said = " ".join(either("--help").out.split())
    paragraphs = texts(about_the_program())

    assert len(paragraphs) == 3
    assert all(" ".join(paragraph.split()) in said for paragraph in paragraphs)


def test_the_help_is_honest_about_what_the_program_is(shell: Shell) -> None:
    said = " ".join(shell("--help").out.split())

    for words in (
        "makes no diagnosis",
        "gives no treatment",
        "does not replace",
        "No clinician has reviewed",
    ):
        assert words in said


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help_and_says_whom_to_call(either: Shell, name: str) -> None:
    said = either(name, "--help")

    assert said.status == 0
    assert f"ryggkompis {name}" in said.out
    assert "113" in said.out
    for option in ("--data-dir", "--lang", "--plain"):
        assert option in said.out


@pytest.mark.parametrize(
    "name", sorted(COMMANDS.keys() - {"report", "reminders", "sheet", "backup", "completion"})
)
def test_every_command_that_tells_facts_takes_json(shell: Shell, name: str) -> None:
    assert "--json" in shell(name, "--help").out


def test_the_version_is_a_line(shell: Shell) -> None:
    assert re.fullmatch(r"Ryggkompis \d+\.\d+\.\d+\n", shell("--version").out)
