"""What holds for every test."""

import gc

import pytest
from hypothesis import settings

from tests.needs import refuse_without
from tests.systems import leave_out_elsewhere

# How long an example takes says how busy the machine is.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_runtest_setup(item: pytest.Item) -> None:
    leave_out_elsewhere(item)
    refuse_without(item)


def pytest_collection_finish(session: pytest.Session) -> None:
    """What is loaded by now stays; to look through it for garbage took a sixth of the time."""
    gc.collect()
    gc.freeze()
