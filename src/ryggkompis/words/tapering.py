"""What is said where it has been steady for long: how often to check in, and whether it is enough."""

from ryggkompis.domain.plan.plan import Plan
from ryggkompis.i18n.language import _


def often_enough(plan: Plan, weekday: str = "") -> str:
    """Say how often a check-in is enough; ``weekday`` is that of the weekly one, where it is known."""
    if plan.is_monthly_enough:
        return _("You have kept steady for long: a check-in every four weeks is enough.")
    if not weekday:
        return _("You keep steady: a check-in once a week is enough.")
    return _("You keep steady: a check-in once a week is enough, next on {day}.").format(day=weekday)


def enough_asked() -> str:
    """Ask whether so much walking is enough."""
    return _("Is this much walking enough for you?")


def enough_kept(*, is_enough: bool) -> str:
    """Say what follows."""
    return _("Saved. The plan stays here.") if is_enough else _("Saved. Walking may rise when it goes well.")
