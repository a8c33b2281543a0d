"""What comes of a torment."""

from typing import NamedTuple


class Result(NamedTuple):
    """What one torment came to."""

    what: str
    count: str
    lost: int
    """Entries that were said to be saved and are not there."""
    overwritten: int
    """Files that could not be read whole, and were replaced."""
    crashed: int
    """Tracebacks, and faults that are no sentence."""
