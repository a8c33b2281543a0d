"""The map of the house names rooms that are there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MAP = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PACKAGE = ROOT / "src" / "ryggkompis"
NAMED = sorted({name for name in re.findall(r"`([a-z0-9_/.A-Z]+)`", MAP) if "/" in name})
FLOORS = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", MAP.partition("## The life of an entry")[0], re.MULTILINE)


def is_there(name: str) -> bool:
    """A module is named without its ending, so that it may become a folder."""
    places = (PACKAGE / name, PACKAGE / f"{name}.py", ROOT / name)
    return any(place.exists() for place in places)


@pytest.mark.parametrize("name", NAMED)
def test_every_path_that_the_map_names_exists(name: str) -> None:
    assert is_there(name), f"{name} has moved: mend docs/architecture.md"


def test_the_map_names_every_floor_and_no_other() -> None:
    named = {floor for floors in FLOORS for floor in re.findall(r"`(\w+)`", floors)}
    there = {place.name for place in PACKAGE.iterdir() if place.is_dir() and (place / "__init__.py").exists()}
    assert named == there


@pytest.mark.parametrize("guide", ["AGENTS.md", "CONTRIBUTING.md"])
def test_whoever_changes_this_code_is_shown_the_map(guide: str) -> None:
    assert "docs/architecture.md" in (ROOT / guide).read_text(encoding="utf-8")


def test_a_room_that_is_gone_would_be_noticed() -> None:
    assert len(NAMED) > 40
    assert not is_there("domain/plan/no_such_room")
