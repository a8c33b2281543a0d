"""How the day stands, in one line of a few words: a status bar is seen by whoever passes."""

from collections.abc import Iterator
from datetime import date

from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, ngettext


def locked_in_short() -> str:
    """Say that nothing can be told before the passphrase is given."""
    return _("The diary is locked")


def safety_in_short(*, is_held: bool, is_in_doubt: bool, is_answered: bool) -> str:
    """Say what comes before the plan; empty where nothing does."""
    if is_in_doubt:
        return _("! Not all can be read, so a safety answer may be missing")
    if is_held:
        return _("! The plan is held back")
    return "" if is_answered else _("? The safety question is not answered")


def rest_in_short(
    *, is_checked_in: bool, walks_left: int | None, minutes_sat: int | None, visit: date | None
) -> Iterator[str]:
    """Say what is done and what is left of the day; nothing of what is unknown."""
    yield _("checked in") if is_checked_in else _("not checked in")
    if walks_left is not None:
        left = ngettext("{n} walk left", "{n} walks left", walks_left)
        yield left.format(n=walks_left) if walks_left else _("no walks left")
    if minutes_sat is not None:
        yield _("sat {minutes}").format(minutes=formats.minutes_short(minutes_sat))
    if visit is not None:
        yield _("visit {day}").format(day=formats.short_day(visit))
