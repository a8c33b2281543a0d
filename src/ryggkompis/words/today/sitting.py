"""The sitting clock in a few words."""

from ryggkompis.domain.session.sitting import Prompt, SittingNow
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.words.lines import Line

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


def prompt_in_words(prompt: Prompt) -> Line:
    """Say that it is time to change, or ask whether that was done already."""
    if prompt == "move":
        return Line(_("The next position is the best one."), act="sit_no_longer")
    return Line(_("Were you up in the meantime?"), act="was_up")
