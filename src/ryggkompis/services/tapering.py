"""How an episode ends well: how much walking is enough by the patient's word, and how often a check-in."""

from ryggkompis.domain.base.weekdays import WEEKDAYS, Weekday
from ryggkompis.domain.journal.entries import Profile
from ryggkompis.domain.plan.next_step import LOWEST_ENOUGH
from ryggkompis.domain.plan.tapering import MONTH
from ryggkompis.services.diary import Diary, said_of
from ryggkompis.services.errors import NotEnoughYet
from ryggkompis.services.state import State


def is_enough_open(state: State) -> bool:
    """Tell whether it can be said that the walking of today is enough, or taken back that it was."""
    if state.profile is None:
        return False
    is_there = not state.plan.is_empty and state.plan.level >= LOWEST_ENOUGH
    return is_there or state.profile.walk_enough is not None


def enough(diary: Diary, state: State, *, is_enough: bool) -> list[Profile]:
    """Make the entry that says so, or that takes it back; none where that is said already.

    Raises:
        NotEnoughYet: where the plan has not come so far that it can be said.

    """
    profile, level = state.profile, state.plan.level
    if profile is None or (is_enough and (state.plan.is_empty or level < LOWEST_ENOUGH)):
        raise NotEnoughYet
    said = level if is_enough else None
    if profile.walk_enough == said:
        return []
    return [diary.draft(Profile, **{**said_of(profile), "walk_enough": said})]


def is_check_in_enough(state: State, review_day: Weekday) -> bool:
    """Tell whether nobody asks for a check-in today: it is steady, and there was one not long ago."""
    plan = state.plan
    if not (
        plan.is_monthly_enough or (plan.is_weekly_enough and WEEKDAYS[state.day.weekday()] != review_day)
    ):
        return False
    lately = state.history.back_from(state.day, (MONTH if plan.is_monthly_enough else len(WEEKDAYS)) - 1)
    return any(day.check_in is not None for day in lately)
