"""What is said when something was kept, or was not."""

from datetime import date

from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.words.lines import Line


def saved() -> str:
    """Say that it is on the disk."""
    return _("Saved.")


def nothing_answered() -> str:
    """Say that there was nothing to keep."""
    return _("Nothing was answered, so nothing was saved.")


def interrupted() -> str:
    """Say what becomes of what was broken off."""
    return _("Interrupted. What was saved before stays saved; the rest was not kept.")


def plan_follows() -> str:
    """Say that the plan takes what was changed into account."""
    return _("Saved. The plan follows it from today.")


def first_questions_saved() -> Line:
    """Say that the first questions are answered, and not for ever."""
    return Line(_("Saved. You can change it later."), act="change_later")


def episode_closed() -> str:
    """Say that the episode is closed, and not for ever."""
    return _("Closed. It can go on again at any time.")


def entries_added(n: int) -> str:
    """Count what was taken in."""
    return ngettext("{n} entry was added.", "{n} entries were added.", n).format(n=n)


def seen_on(day: date) -> str:
    """Say on which day somebody looked at it."""
    return _("Seen on {day}").format(day=formats.day_month_year(day))


def would_be_added(n: int) -> str:
    """Count what a file brings that the journal has not."""
    return ngettext("{n} entry would be added.", "{n} entries would be added.", n).format(n=n)


def nothing_noted() -> Line:
    """Say that there is no entry."""
    return Line(_("Nothing is noted here yet."), act="new")


def first_questions_missing() -> Line:
    """Say that nobody has told who the plan is for."""
    return Line(_("The first questions are not answered yet."), act="profile")
