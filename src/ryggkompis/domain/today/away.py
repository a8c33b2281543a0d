"""The first day, and coming back after days without a word: nothing is caught up on, one thing is asked."""

from datetime import timedelta
from typing import Final

from ryggkompis.domain.today.state import State

AWAY: Final = 4
"""Days in a row without an entry after which somebody has been away, longer than a weekend; a convention."""


def is_back(state: State) -> bool:
    """Tell whether the patient has come back after days away and said nothing yet."""
    if state.today.entries or state.episode.is_closed(state.day):
        return False
    last = max((day for day in state.diary.days if day < state.day), default=None)
    if last is None or (state.day - last).days <= AWAY:
        return False
    # Days that could not be read were perhaps full of words.
    return not state.diary.unread(last + timedelta(days=1), state.day)


def is_first_day(state: State) -> bool:
    """Tell whether this is the first day of all, and there is a plan of which nothing is done."""
    said = state.diary
    is_new = said.entries and not said.hidden and min(said.days) == state.day
    return bool(is_new) and not (state.plan.is_empty or state.today.walks or state.exercises_done)
