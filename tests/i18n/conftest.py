"""The language is the program's own; every test gives it back as it was."""

import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ryggkompis.i18n import language

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def language_as_before() -> Iterator[None]:
    before = language.current()
    yield
    language.use(before)


@pytest.fixture(scope="session")
def tool() -> dict[str, Any]:
    """Give what tools/messages.py defines."""
    return runpy.run_path(str(ROOT / "tools" / "messages.py"))
