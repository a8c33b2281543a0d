"""``doctor``: every fault is named with its place, and nothing is changed."""

from pathlib import Path

from tests.cli.conftest import Shell


def month(shell: Shell) -> Path:
    (file,) = (shell.home / "journal").glob("*.json")
    return file


def test_a_journal_that_is_whole_is_said_to_be(either: Shell) -> None:
    assert either("doctor").status == 0
    either("walk", "5")
    said = either("doctor", "--json")
    assert said.status == 0
    assert said.facts["problems"] == []
    assert said.facts["entries"] == 1


def test_a_damaged_line_is_named_with_its_file_and_stays_as_it_is(either: Shell) -> None:
    for minutes in ("5", "6", "7"):
        either("walk", minutes)
    file = month(either)
    lines = file.read_bytes().splitlines(keepends=True)
    at_fault = next(n for n, line in enumerate(lines) if b'"minutes":6' in line.replace(b" ", b""))
    lines[at_fault] = lines[at_fault][: len(lines[at_fault]) // 2] + b"\n"
    file.write_bytes(b"".join(lines))
    before = file.read_bytes()

    said = either("doctor")
    assert said.status == 3
    assert file.name in said.out
    assert str(at_fault + 1) in said.out
    assert str(either("where", "--json").facts["backups"]) in said.out.replace("\n", "")
    (problem,) = either("doctor", "--json").facts["problems"]
    assert (problem["file"], problem["what"], problem["line"]) == (file.name, "damaged", at_fault + 1)
    assert file.read_bytes() == before


def test_what_hides_nothing_is_told_and_is_no_failure(either: Shell) -> None:
    either("walk", "5")
    (either.home / "journal" / "holiday.json").write_text("{}")
    said = either("doctor")
    assert said.status == 0
    assert "holiday.json" in said.out
