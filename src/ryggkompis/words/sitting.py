"""The sitting clock in a few words."""

from ryggkompis.domain.session.sitting import SittingNow
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _

SIGN = "\u21bb"


def sitting_in_words(stands: SittingNow) -> str:
    """Say in one short line how long it has been, and when the next change comes."""
    if stands.minutes is None:
        return _("{sign} no change of position logged today").format(sign=SIGN)
    since = formats.minutes_short(stands.minutes)
    if stands.is_quiet:
        return _("{sign} {since} · silent until the morning").format(sign=SIGN, since=since)
    if stands.is_due:
        return _("{sign} {since} · time to change position").format(sign=SIGN, since=since)
    left = formats.minutes_short(stands.left or 0)
    return _("{sign} {since} · next in {left}").format(sign=SIGN, since=since, left=left)


def in_the_corner(stands: SittingNow) -> str:
    """Say the same where there is hardly any room."""
    if stands.minutes is None or stands.is_quiet:
        return ""
    mark = "!" if stands.is_due else ""
    return f"{SIGN} {formats.minutes_short(stands.minutes)}{mark}"
