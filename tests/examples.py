"""How many examples a property is tried on: some in a test run, many more in ``make prove``."""

import os
from typing import Final

TIMES: Final = int(os.environ.get("TIMES", "1"))


def examples(count: int) -> int:
    """Give ``count``, or with TIMES in the environment a multiple of it."""
    return count * TIMES
