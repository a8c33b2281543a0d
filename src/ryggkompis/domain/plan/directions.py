"""Which way the back likes to bend (clinical 5.1): one direction that sends pain down the leg rests a week.

It says nothing about how it will go: people recover with either answer (Albert 2012).
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from ryggkompis.domain.catalogue.catalogue import Catalogue, Tag
from ryggkompis.domain.plan.facts.facts import Facts
from ryggkompis.domain.plan.repertoire import fits
from ryggkompis.domain.plan.standing import Standing

DIRECTIONS: Final[frozenset[Tag]] = frozenset({"FLEX", "EXT"})
RESTS: Final = 7
"""Days before a direction that went down the leg is tried again; a convention."""
CHECKED: Final = ("E03", "E05")
"""The two exercises that are tried; where one is not for this patient, neither is offered."""
CHECK_DAYS: Final = (1, 3)
"""From which day after the first to which one the check is offered."""


def resting_directions(day: date, down_on: Mapping[str, date], catalogue: Catalogue) -> frozenset[Tag]:
    """Name the directions of exercises that sent pain further down the leg in the week before ``day``."""
    return _directions((id_ for id_, last in down_on.items() if (day - last).days <= RESTS), catalogue)


def _directions(ids: Iterable[str], catalogue: Catalogue) -> frozenset[Tag]:
    exercises = (catalogue.exercise(id_) for id_ in ids)
    return DIRECTIONS & {tag for exercise in exercises if exercise for tag in exercise.tags}


def is_check_offered(standing: Standing, facts: Facts) -> bool:
    """Tell whether the patient may try both directions today: early on, and on a good morning."""
    if facts.profile is None or standing.placed_on is None or standing.mode != "plan" or not facts.is_free:
        return False
    first, last = CHECK_DAYS
    is_early = first <= (facts.day - standing.placed_on).days <= last
    if not is_early or standing.is_eased(facts.day) or standing.is_held(facts.day):
        return False
    both = [facts.catalogue.exercise(id_) for id_ in CHECKED]
    if not all(exercise and fits(exercise, facts) for exercise in both):
        return False
    return _directions(facts.done_on, facts.catalogue) != DIRECTIONS
