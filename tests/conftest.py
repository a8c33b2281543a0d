"""What holds for every test."""

import pytest

from tests.needs import refuse_without


def pytest_runtest_setup(item: pytest.Item) -> None:
    refuse_without(item)
