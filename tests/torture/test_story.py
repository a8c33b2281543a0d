"""Whatever happens to two machines of one patient, in whatever order, every promise holds."""

from pathlib import Path

import pytest

from tests.examples import examples
from tests.torture.story import kill_imports, live

pytestmark = pytest.mark.e2e
STEPS = 20
"""In a test run; ``make torture`` tells longer stories, and ``make torture SEED=...`` tells one again."""


@pytest.mark.parametrize("seed", range(examples(2)))
def test_every_promise_holds_in_any_story(tmp_path: Path, seed: int) -> None:
    live(tmp_path / "world", seed, STEPS)


def test_a_story_is_told_again_as_it_was(tmp_path: Path) -> None:
    """But for the windows, which go at the machine's own pace."""
    told = [live(tmp_path / name, 3, 6) for name in ("once", "again")]
    assert told[0] == told[1]


def test_an_import_that_is_killed_loses_nothing_and_done_again_doubles_nothing(tmp_path: Path) -> None:
    assert kill_imports(tmp_path, seed=1, every=5) > 5
