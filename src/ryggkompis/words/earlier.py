"""What is said of episodes as a whole: those before, where two overlap, and which days are spoken of."""

from collections.abc import Iterable
from datetime import date

from ryggkompis.domain.course.earlier import Earlier, Overlap
from ryggkompis.domain.course.progress import Window
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, ngettext


def earlier_in_words(one: Earlier, *, numbers: bool = True) -> str:
    """Say when an earlier episode was, how the leg began and ended, and how long it lasted."""
    parts = [_months(one), *_leg(one.first_week, one.last_week, numbers=numbers)]
    parts.append(ngettext("{n} week", "{n} weeks", one.weeks).format(n=one.weeks))
    return _("Earlier: {what}.").format(what=", ".join(parts))


def _months(one: Earlier) -> str:
    """Write the months from the first to the last: “Jan–May 2025”, “Nov 2024–Feb 2025”."""
    first, last = one.period.first, one.period.last
    end = f"{formats.month_short(last)} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return end
    year = "" if first.year == last.year else f" {first.year}"
    return f"{formats.month_short(first)}{year}–{end}"


def _leg(first: Window | None, last: Window | None, *, numbers: bool) -> Iterable[str]:
    if not numbers:
        return
    if first is None and last is None:
        yield _("leg unknown")
    else:
        yield _("leg {first} → {last}").format(first=_mean(first), last=_mean(last))


def _mean(window: Window | None) -> str:
    return _("unknown") if window is None else formats.number(window.mean)


def overlap_in_words(one: Overlap) -> str:
    """Say that two episodes overlap, and to which of them the days count."""
    return _(
        "The episode that began on {earlier} was closed on {closed}, after the one of {later} had begun. "
        "From {later} on the days count to the later one."
    ).format(
        earlier=formats.day_month_year(one.earlier),
        closed=formats.day_month_year(one.closed),
        later=formats.day_month_year(one.later),
    )


def episode_name(number: int) -> str:
    """Name an episode by its place, the oldest first: “episode 2”."""
    return _("episode {n}").format(n=number)


def as_on(day: date) -> str:
    """Say that an episode is told as it stood on its last day."""
    return _("As it stood on {day}, the last day of this episode.").format(day=formats.day_month_year(day))


def all_time(first: date) -> str:
    """Say that a picture shows every day, and its words this episode."""
    return _("The picture shows all time; the words are about this episode, from {day} on.").format(
        day=formats.day_month_year(first)
    )


def of_episode(first: date) -> str:
    """Say that what follows is about this episode only."""
    return _("This is about this episode, from {day} on.").format(day=formats.day_month_year(first))


def reaching_over(first: date, last: date) -> str:
    """Say what in a report over several episodes is about the latest one only."""
    return _(
        "The period reaches beyond the episode of {first} to {last}. The first week, the last 7 days and the "
        "change, where the pain reaches, numbness and the activities are about this episode; everything else "
        "is about the whole period."
    ).format(first=formats.day_month_year(first), last=formats.day_month_year(last))
