"""The real program, killed: what it said was saved is there, and the next run works."""

from pathlib import Path

import pytest

from tests.e2e.programs import kill_programs

pytestmark = pytest.mark.e2e


def test_what_the_program_said_was_saved_survives_its_death(tmp_path: Path) -> None:
    tally = kill_programs(tmp_path / "home", kills=20, seed=3)

    assert tally.lost == set()
    assert tally.doubled == 0
    assert tally.tracebacks == 0
    assert tally.acknowledged
