"""The patient's own limits of the table: changed in a new profile, so that the journal keeps the old ones."""

from collections.abc import Mapping
from typing import Final

from ryggkompis.domain.base.thresholds import CONVENTIONS, Thresholds
from ryggkompis.domain.base.value import asdict
from ryggkompis.domain.journal.entries import Profile
from ryggkompis.domain.today.state import State
from ryggkompis.services.companion import Companion
from ryggkompis.services.diary import said_of
from ryggkompis.services.errors import NeedsProfile

USUAL: Final[Mapping[str, int]] = asdict(CONVENTIONS)
"""What each limit is while nobody has changed it."""


def limits_of(state: State) -> Mapping[str, int]:
    """Give every limit as it stands."""
    return asdict(Thresholds.of(state.profile.thresholds if state.profile else {}))


def change_limit(companion: Companion, name: str, value: int) -> Profile:
    """Let a limit be ``value`` from today on; the convention's own value takes the change back.

    Raises:
        NeedsProfile: before the first questions are answered.
        OutOfRange, NotOneOf: when there is no such limit, or it cannot be that.

    """
    profile = _profile(companion)
    chosen = {**profile.thresholds, name: value}
    # The convention is not kept as a choice: should it change one day, it changes for this patient too.
    return _keep(companion, profile, {n: v for n, v in chosen.items() if USUAL.get(n) != v})


def reset_limits(companion: Companion) -> Profile:
    """Let every limit be the convention again.

    Raises:
        NeedsProfile: before the first questions are answered.

    """
    return _keep(companion, _profile(companion), {})


def _profile(companion: Companion) -> Profile:
    today = companion.on(None)
    profile = today.read()[0].profile(today.today.day)
    if profile is None:
        raise NeedsProfile
    return profile


def _keep(companion: Companion, profile: Profile, chosen: Mapping[str, int]) -> Profile:
    return companion.on(None).diary.say(Profile, **{**said_of(profile), "thresholds": chosen})
