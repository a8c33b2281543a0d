"""Programs that are not ours: without one, its tests are left out, or fail where all should be there."""

import os
import shutil
from typing import Final

import pytest

DEMANDS: Final = os.environ.get("RYGGKOMPIS_DEMAND_REAL") == "1"


def needs(*programs: str) -> pytest.MarkDecorator:
    """Mark a test that starts a program which is not ours; one of ``programs`` will do."""
    return pytest.mark.needs(*programs)


def refuse_without(item: pytest.Item) -> None:
    """Leave ``item`` out where a program it needs is missing; with RYGGKOMPIS_DEMAND_REAL=1 let it fail."""
    for mark in item.iter_markers("needs"):
        if not any(map(shutil.which, mark.args)):
            missing = f"{' or '.join(mark.args)} is not installed on this machine"
            if DEMANDS:
                pytest.fail(missing, pytrace=False)
            pytest.skip(missing)
