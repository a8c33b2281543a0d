"""The patient's word that the walking of today is enough, kept in the profile or taken back."""

from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.domain.journal.entries import Profile
from ryggkompis.domain.today.enough import may_be_enough
from ryggkompis.domain.today.state import State
from ryggkompis.services.diary import Diary, said_of


class NotEnoughYet(ExpectedError):
    """It is said too early that the walking is enough."""

    says = N_("That can be said from level 6 on. Until then you may always do less.")


def enough(diary: Diary, state: State, *, is_enough: bool) -> list[Profile]:
    """Make the entry that says so, or that takes it back; none where that is said already.

    Raises:
        NotEnoughYet: where the plan has not come so far that it can be said.

    """
    profile = state.profile
    if profile is None or (is_enough and not may_be_enough(state)):
        raise NotEnoughYet
    said = state.plan.level if is_enough else None
    if profile.walk_enough == said:
        return []
    return [diary.draft(Profile, **{**said_of(profile), "walk_enough": said})]
