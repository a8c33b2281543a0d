"""The language is the program's own; every test gives it back as it was."""

import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ryggkompis import i18n

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def language_as_before() -> Iterator[None]:
    before = i18n.current()
    yield
    i18n.use(before)


@pytest.fixture(scope="session")
def tool() -> dict[str, Any]:
    """Give what tools/messages.py defines."""
    return runpy.run_path(str(ROOT / "tools" / "messages.py"))
