"""A file that is sealed with another's key: the diary is open as ever, and the file is named and kept."""

from pathlib import Path

import pytest

from tests.cli.conftest import Shell
from tests.cli.test_lock import given
from tests.store.locked import PASSPHRASE
from tests.store.strangers import HARMLESS, HIDING, SECRET, recovery_key

READING = ("plan", "plan --json", "log", "progress", "report r.md", "doctor", "exercises", "where", "")
NOTING = ("walk 5", "note x", "moved", "undo", "checkin --leg 2 --flags none")
UNLOCK = {"en": "“ryggkompis unlock” asks for the key", "nb": "«ryggkompis unlock» spør om nøkkelen"}


@pytest.fixture
def stranger(either: Shell, lay: str) -> Path:
    """Live for a day in a diary, into whose folders a file then comes that is another's; it is tomorrow."""
    either.on(1, "checkin", "--leg", "2", "--flags", "none")
    either("walk", "7")
    either.on(2, "plan")
    path = {**HIDING, **HARMLESS}[lay](either.home)
    if lay == "a_month_in_a_locked_diary":
        given(either, PASSPHRASE)
    return path


@pytest.mark.parametrize("lay", HIDING)
def test_nobody_is_asked_for_the_key_of_a_stranger_and_it_is_named(either: Shell, stranger: Path) -> None:
    before = stranger.read_bytes()
    for command in (*READING, *NOTING):
        said = either(*command.split())
        assert said.status in {0, 1, 3}, (command, said.err)
        assert "RYGGKOMPIS_PASSPHRASE_FILE" not in said.err, command
    said = either("doctor")
    assert said.status == 3
    assert stranger.name in said.out
    assert UNLOCK[either.language] in " ".join(said.out.split())
    assert any(entry["kind"] == "walk" for entry in either.entries())
    assert stranger.read_bytes() == before


@pytest.mark.parametrize("lay", HIDING)
def test_what_a_stranger_says_is_unknown_until_it_is_opened_with_its_own_key(
    either: Shell, stranger: Path, lay: str
) -> None:
    assert either("plan", "--json").facts["held"]
    given(either, recovery_key(either.home))
    assert either("unlock").status == (3 if lay == "a_month_in_a_locked_diary" else 0)
    given(either, PASSPHRASE)
    assert SECRET in {entry.get("text") for entry in either.entries()}
    assert not either("plan", "--json").facts["held"]


@pytest.mark.parametrize("lay", HARMLESS)
def test_a_stranger_that_hides_nothing_holds_nothing_back(either: Shell, stranger: Path) -> None:
    plan = either("plan", "--json")
    assert (plan.status, plan.facts["held"]) == (0, False)
    assert either("walk", "5").status == 0
    assert sum(entry["kind"] == "walk" for entry in either.entries()) == 2


@pytest.mark.parametrize("lay", ["a_month", "a_month_left_by_unlocking"])
def test_an_open_diary_with_a_stranger_in_it_is_not_called_locked(either: Shell, stranger: Path) -> None:
    assert either("where", "--json").facts["locked"] is False
    said = either("note", "x")
    assert not said.err.count("\n") > 1, said.err
