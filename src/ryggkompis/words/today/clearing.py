"""What is asked of whoever opens a lock: a look counts only after what was answered."""

from ryggkompis.domain.plan.safety import Lock
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _


def who_has_looked(lock: Lock | None) -> str:
    """Say what an answer to “who” may be; where something cannot be read perhaps nobody had to look."""
    if lock is None:
        return _("For example: Dr Hansen. Where nothing was left open, write that.")
    return _("For example: Dr Hansen, the emergency clinic.")


def seen_since(lock: Lock | None) -> str:
    """Ask whether somebody has looked since the last answer that holds, and whether to go on."""
    if lock is None:
        return _(
            "Has a doctor seen you after what cannot be read, or was nothing left open in it, "
            "and may you go on?"
        )
    return _(
        "The latest of this is from {day}. Has a doctor or the emergency clinic seen you for it after that, "
        "and may you go on?"
    ).format(day=formats.day_month_year(lock.latest))
