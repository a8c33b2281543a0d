"""undo and redo in the shell: what goes is named, and asked about where it may not be meant."""

import json
from pathlib import Path

import pytest

from ryggkompis.store.acts import ACT, here
from tests.cli.conftest import Shell


def written_elsewhere(shell: Shell, *, saved: str | None = None) -> None:
    """Let all there is have come from another machine, and at another time."""
    for path in Path(shell.home / "journal").glob("*.json"):
        head, *lines, _sum = path.read_text(encoding="utf-8").splitlines()
        entries = [json.loads(line.rstrip(",")) for line in lines]
        for entry in entries:
            entry[ACT] = entry[ACT][:-6] + here()[::-1][:5] + "Z"
            entry["saved"] = saved or entry["saved"]
        body = ",\n".join(json.dumps(entry) for entry in entries)
        path.write_text(f"{head}\n{body}\n]}}\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Taken back: Check-in: leg 8, with its safety answers"),
        ("nb", "Angret: Innsjekk: bein 8, med svarene om trygghet"),
    ],
)
def test_a_check_in_goes_with_its_safety_answers_and_comes_back(
    shell: Shell, language: str, expected: str
) -> None:
    shell.language = language
    shell("checkin", "--leg", "8", "--flags", "none")

    said = shell("undo")
    assert (said.status, said.err.strip()) == (0, expected)
    assert shell.entries() == []

    assert shell("redo").status == 0
    assert sorted(entry["kind"] for entry in shell.entries()) == ["check_in", "gate"]
    assert shell("redo").status == 2


def test_the_mistyped_pain_goes_and_the_safety_answer_stays_and_it_says_so(shell: Shell) -> None:
    shell("checkin", "--leg", "8", "--flags", "CES1")

    said = shell("undo", "--json")

    assert said.status == 0
    assert "Taken back: Check-in: leg 8. What concerns your safety stays." in said.err
    assert len(said.facts["entries"]) == len(said.facts["stays"]) == 1
    assert [entry["kind"] for entry in shell.entries()] == ["gate"]
    assert shell("plan").status == 1, "the lock holds"


@pytest.mark.parametrize(
    ("saved", "why"),
    [(None, "in another window, on another machine"), ("2026-03-01T10:00:00Z", "It was not done today.")],
)
def test_what_may_not_be_meant_is_named_and_asked_about(shell: Shell, saved: str | None, why: str) -> None:
    shell("walk", "9")
    written_elsewhere(shell, saved=saved)

    asked = shell("undo", answers="n\n")
    assert asked.status == 2
    assert all(words in asked.err for words in ("Walk: 9", why, "Take it back?"))
    assert len(shell.entries()) == 1

    assert shell("undo").status == 2, "nobody answers"
    assert len(shell.entries()) == 1

    assert shell("undo", answers="y\n").status == 0
    assert shell.entries() == []


@pytest.mark.parametrize("by_id", [True, False])
def test_who_says_yes_or_names_the_entry_is_not_asked(shell: Shell, by_id: bool) -> None:
    shell("walk", "9")
    written_elsewhere(shell)
    (walk,) = shell.entries()

    assert shell("undo", walk["id"] if by_id else "--yes").status == 0
    assert shell.entries() == []


def test_an_import_goes_whole_when_it_is_meant(shell: Shell, tmp_path: Path) -> None:
    days = "\n".join(f"2026-02-{n:02},{n % 9}" for n in range(1, 29))
    (tmp_path / "pain.csv").write_text(f"date,leg\n{days}\n", encoding="utf-8")
    shell("note", "mine")
    shell("import", "pain.csv", "--map", "leg=leg")
    assert len(shell.entries()) == 29

    asked = shell("undo", answers="y\n")
    assert "the import from a table (28 entries, 1 February 2026 – 28 February 2026)" in asked.err
    assert "It is many entries at once." in asked.err
    assert [entry["kind"] for entry in shell.entries()] == ["note"]

    assert shell("redo", answers="y\n").status == 0
    assert len(shell.entries()) == 29


def test_a_visit_is_one_act(shell: Shell) -> None:
    shell("visit", "--agreed", "More walking", "--next", "2026-03-20")

    shell("undo")
    assert shell.entries() == []
    shell("redo")
    assert sorted(entry["kind"] for entry in shell.entries()) == ["event", "profile"]
