"""What a therapist's programme held back, on the day on which it ends or a wider one takes its place."""

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.journal.entries import Programme


class LetGo(Value):
    """What is held back no longer."""

    exercises: frozenset[str]
    """Ids of those that were left out."""
    ceiling: int | None
    """The walking level that was the highest; None where it is so still, or there was none."""


def let_go(before: Programme | None, now: Programme | None) -> LetGo | None:
    """Tell what ``now`` holds back no longer; None where it is all that was held back before."""
    if before is None:
        return None
    exercises = frozenset(before.barred) - frozenset(now.barred if now else ())
    above = now.walk_ceiling if now else None
    is_lifted = before.walk_ceiling is not None and (above is None or above > before.walk_ceiling)
    has_more_days = bool(before.days) and not (now and now.days and set(now.days) <= set(before.days))
    if not (exercises or is_lifted or has_more_days):
        return None
    return LetGo(exercises, before.walk_ceiling if is_lifted else None)
