"""Which relief helped before: the patient's own votes, and nothing else."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from ryggkompis.domain.journal.day import Day

LOOKED_BACK: Final = 28
"""Days whose votes count; a convention."""


def favourites_first(ids: Sequence[str], days: Iterable[Day]) -> tuple[str, ...]:
    """Put what helped most often first, and what did not help last; unknown is no vote, ties keep still."""
    votes: Counter[str] = Counter()
    for day in days:
        for one in day.comforts:
            if one.helped is not None:
                votes[one.comfort.casefold()] += 1 if one.helped else -1
    return tuple(sorted(ids, key=lambda id_: -votes[id_.casefold()]))
