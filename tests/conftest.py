"""What holds for every test."""

import gc

import pytest

from tests.needs import refuse_without


def pytest_runtest_setup(item: pytest.Item) -> None:
    refuse_without(item)


def pytest_collection_finish(session: pytest.Session) -> None:
    """What is loaded by now stays; to look through it for garbage took a sixth of the time."""
    gc.collect()
    gc.freeze()
