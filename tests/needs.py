"""Programs that are not ours: without one, its tests are left out, or fail where all should be there."""

import os
import shutil
from pathlib import Path
from typing import Final

import pytest

DEMANDS: Final = os.environ.get("RYGGKOMPIS_DEMAND_REAL") == "1"


PACKAGES: Final = Path(__file__).with_name("node") / "node_modules"
"""Where ``npm ci --prefix tests/node`` puts what is read by node."""


def needs(*programs: str) -> pytest.MarkDecorator:
    """Mark a test that needs a program, or a package of node, that is not ours; one of them will do."""
    return pytest.mark.needs(*programs)


def refuse_without(item: pytest.Item) -> None:
    """Leave ``item`` out where a program it needs is missing; with RYGGKOMPIS_DEMAND_REAL=1 let it fail."""
    for mark in item.iter_markers("needs"):
        if not any(shutil.which(name) or (PACKAGES / name).is_dir() for name in mark.args):
            missing = f"{' or '.join(mark.args)} is not installed on this machine"
            if DEMANDS:
                pytest.fail(missing, pytrace=False)
            pytest.skip(missing)
