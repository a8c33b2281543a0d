"""How it has gone, in this episode and in those before; never a forecast and never a verdict."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final, Literal, TypeAlias, assert_never

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.course.earlier import Earlier, Overlap
from ryggkompis.domain.course.progress import (
    LEAST_FOR_CHANGE,
    WEEK,
    Change,
    ClearlyBetter,
    ClearlyWorse,
    NoClearChange,
    NotAllRead,
    Span,
    TooEarly,
    Window,
)
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, ngettext

Measure: TypeAlias = Literal["leg", "back"]

_MEASURES: Final[Mapping[Measure, str]] = {"leg": N_("Leg"), "back": N_("Back")}
_SPANS: Final[Mapping[Span, str]] = {
    "2w": N_("2 weeks"),
    "6w": N_("6 weeks"),
    "3m": N_("3 months"),
    "6m": N_("6 months"),
    "episode": N_("this episode"),
    "all": N_("all"),
}


def measure_name(measure: Measure) -> str:
    """Name what is measured: “Bein”, “Leg”."""
    return _(_MEASURES[measure])


def span_name(span: Span) -> str:
    """Name a range of the chart: “6 uker”, “6 weeks”."""
    return _(_SPANS[span])


def change_in_words(measure: Measure, change: Change) -> str:
    """Say whether the pain has changed clearly since the first week, with both means (0-10)."""
    name = measure_name(measure)
    match change:
        case TooEarly():
            return _too_early(name, change)
        case NotAllRead():
            return _(
                "{name}: not all of the first week and the last can be read, so no change is told."
            ).format(name=name)
        case ClearlyBetter(first, last):
            told = _("{name}: clearly better, from {first} in the first week to {last} in the last.")
        case ClearlyWorse(first, last):
            told = _("{name}: clearly worse, from {first} in the first week to {last} in the last.")
        case NoClearChange(first, last):
            told = _("{name}: no clear change, {first} in the first week and {last} in the last.")
        case _ as never:
            assert_never(never)
    return told.format(name=name, first=formats.number(first), last=formats.number(last))


def sober_change_in_words(measure: Measure, change: Change) -> str:
    """Say the same while strength is asked about first (R6), without calling it better."""
    match change:
        case ClearlyBetter(first, last):
            return _("{name}: {first} in the first week, {last} in the last.").format(
                name=measure_name(measure), first=formats.number(first), last=formats.number(last)
            )
        case _:
            return change_in_words(measure, change)


def _too_early(name: str, change: TooEarly) -> str:
    if not change.n_first:
        return _("{name}: no numbers yet.").format(name=name)
    if not change.n_last:
        return _("{name}: no numbers in the last seven days.").format(name=name)
    if min(change.n_first, change.n_last) >= LEAST_FOR_CHANGE:
        return _("{name}: too early to say. The first and the last week still overlap.").format(name=name)
    return _(
        "{name}: too early to say. It takes {least} logged days in the first week and in the last; "
        "there are {first} and {last}."
    ).format(name=name, least=LEAST_FOR_CHANGE, first=change.n_first, last=change.n_last)


def leg_this_week(now: Window | None, before: Window | None) -> str:
    """Say how the leg was in the last seven days, and in the seven before where they are known."""
    if now is None:
        return _("No number for the leg in the last seven days.")
    told = _("Leg: {now} on average in the last seven days.").format(now=formats.number(now.mean))
    if before is None:
        return told
    return told + " " + _("The {n} days before: {mean}.").format(n=WEEK, mean=formats.number(before.mean))


def walking_in_words(
    week: Sequence[int | None], before: Sequence[int | None] = (), *, is_first: bool = False
) -> str:
    """Say how much was walked in the last seven days, and in the seven before where walks were logged.

    Args:
        week: minutes of each day, oldest first; None where no walk was logged.
        before: the same for the seven days before.
        is_first: it began within these seven days, and what is walked before it began is told elsewhere.

    """
    if all(minutes is None for minutes in week):
        return (
            _("No walks are logged since it began.")
            if is_first
            else _("No walks are logged in the last seven days.")
        )
    told = _walked(week, is_first=is_first) if any(week) else _not_walked(week)
    if not any(before):
        return told
    then = _("The {n} days before: {minutes}.").format(n=WEEK, minutes=formats.minutes(_sum(before)))
    return f"{told} {then}"


def _walked(week: Sequence[int | None], *, is_first: bool) -> str:
    # A day on which the patient says that there was no walk is known, and no day of walking.
    days = sum(bool(minutes) for minutes in week)
    if is_first:
        told = ngettext(
            "Walking: {minutes} since it began, on {n} day.",
            "Walking: {minutes} since it began, on {n} days.",
            days,
        )
    else:
        told = ngettext(
            "Walking: {minutes} in the last seven days, on {n} day.",
            "Walking: {minutes} in the last seven days, on {n} days.",
            days,
        )
    return told.format(n=days, minutes=formats.minutes(_sum(week)))


def _not_walked(week: Sequence[int | None]) -> str:
    days = sum(minutes is not None for minutes in week)
    return _("On {n} of the last seven days you noted that there was no walk.").format(n=days)


def _sum(days: Sequence[int | None]) -> int:
    return sum(minutes for minutes in days if minutes is not None)


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
        yield _("leg not known")
    else:
        yield _("leg {first} → {last}").format(first=_mean(first), last=_mean(last))


def _mean(window: Window | None) -> str:
    return _("not known") if window is None else formats.number(window.mean)


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
        "change, where the pain reaches, numbness, the activities, and what was planned are about this "
        "episode; everything else is about the whole period."
    ).format(first=formats.day_month_year(first), last=formats.day_month_year(last))
