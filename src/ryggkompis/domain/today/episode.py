"""What is asked today of the episode as a whole: is it another, how often to check in, how to go on."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from ryggkompis.domain.journal.entries import CheckIn
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.journal.episodes import ANOTHER_ROUND, is_asked_anew
from ryggkompis.domain.today.state import State

OFFERED_AGAIN: Final = 28
"""Days for which nobody asks again how to go on, once it was answered; a convention."""


def is_another_round(state: State, onset: date | None) -> bool:
    """Tell whether it must be asked if ``onset`` is that of a new episode, or corrects that of this one."""
    known = state.profile.onset if state.profile else None
    if onset is None or onset == known or state.profile is None or not state.diary:
        return False
    return (onset - (state.episode.onset or state.episode.start)).days > ANOTHER_ROUND


def is_round_asked(state: State, onset: date | None) -> bool:
    """Tell whether that is to be asked today; a day that has not come is refused, and nothing asked of it."""
    return onset is not None and onset <= state.day and is_another_round(state, onset)


def is_end_offered(state: State) -> bool:
    """Tell whether it is offered to go on less often, or to close: after a steady month, once a month."""
    plan = state.plan
    if not plan.is_weekly_enough or plan.is_empty or plan.flare or state.gate.is_crisis:
        return False
    answered = _answered_on(state)
    return answered is None or (state.day - answered).days >= OFFERED_AGAIN


def is_check_in_wanted(state: State) -> bool:
    """Tell whether a check-in is due in the rhythm that the patient chose; in a flare it is every day."""
    due = next_check_in(state)
    return state.plan.flare or due is None or due <= state.day


def next_check_in(state: State) -> date | None:
    """Give the day of the next check-in in the chosen rhythm; None where there was none yet."""
    days = [morning.day for morning in state.history.mornings if morning.day <= state.day]
    return days[-1] + timedelta(days=state.episode.rests) if days else None


def asks_anew(state: State) -> bool:
    """Tell whether the last check-in asks if another episode began: pain after an end, or long silence."""
    said = state.today.all(CheckIn)
    if not said or (said[-1].leg is None and said[-1].site is None):
        return False
    # After silence it is asked once, at the first check-in of the day.
    is_first = len(said) == 1 or state.episode.is_closed(state.day)
    return is_first and is_asked_anew(state.diary, state.day)


def _answered_on(state: State) -> date | None:
    """Give the last day on which the patient said how to go on with this episode."""
    name = state.episode.name
    marks = [one for one in state.diary.episode_marks if one.start == name and one.day <= state.day]
    # An older mark repeats what those before it said; one that tells of an operation answers nothing else.
    answers = (one for old, one in pairwise((None, *marks)) if one and one.rhythm and not _tells(old, one))
    return max((one.day for one in answers), default=None)


def _tells(before: EpisodeMark | None, mark: EpisodeMark) -> bool:
    """Tell whether a mark tells of an operation what the one before did not say."""
    return mark.operated is not None and _operation(before) != _operation(mark)


def _operation(mark: EpisodeMark | None) -> tuple[object, ...]:
    return (mark.operated, mark.cleared, mark.cleared_by) if mark else (None,) * 3
