"""How the day stands, in one line of a few words: a status bar is seen by whoever passes."""

from collections.abc import Iterator

from ryggkompis.domain.today.day_status import DayStatus
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, ngettext


def in_a_line(stands: DayStatus) -> str:
    """Say how the day stands, and nothing of what is unknown; of a locked diary, that it is."""
    if not stands.is_readable:
        return _("The diary is locked")
    return ", ".join((*_safety(stands), *_rest(stands)))


def _safety(stands: DayStatus) -> Iterator[str]:
    """Say what comes before the plan."""
    if stands.is_in_doubt:
        yield _("! Not all can be read, so a safety answer may be missing")
    elif stands.is_held:
        yield _("! The plan is held back")
    elif not stands.is_safety_answered:
        yield _("? The safety question is not answered")
    elif stands.is_excluded:
        yield _("no plan from here")


def _rest(stands: DayStatus) -> Iterator[str]:
    """Say what is done and what is left of the day."""
    yield _("checked in") if stands.is_checked_in else _("not checked in")
    left = stands.walks_left
    if left is not None:
        walks = ngettext("{n} walk left", "{n} walks left", left)
        yield walks.format(n=left) if left else _("no walks left")
    if stands.minutes_sat is not None:
        yield _("sat {minutes}").format(minutes=formats.minutes_short(stands.minutes_sat))
    if stands.next_visit is not None:
        yield _("visit {day}").format(day=formats.short_day(stands.next_visit))
