"""How it has gone, in one sentence for each picture; never a forecast and never a verdict."""

from collections.abc import Mapping, Sequence
from typing import Final, Literal, TypeAlias, assert_never

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.course.progress import (
    LEAST_FOR_CHANGE,
    WEEK,
    Change,
    ClearlyBetter,
    ClearlyWorse,
    NoClearChange,
    Span,
    TooEarly,
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
        case ClearlyBetter(first, last):
            told = _("{name}: clearly better, from {first} in the first week to {last} in the last.")
        case ClearlyWorse(first, last):
            told = _("{name}: clearly worse, from {first} in the first week to {last} in the last.")
        case NoClearChange(first, last):
            told = _("{name}: no clear change, {first} in the first week and {last} in the last.")
        case _ as never:
            assert_never(never)
    return told.format(name=name, first=formats.number(first), last=formats.number(last))


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


def walking_in_words(week: Sequence[int | None], before: Sequence[int | None] = ()) -> str:
    """Say how much was walked in the last seven days, and in the seven before where walks were logged.

    Args:
        week: minutes of each day, oldest first; None where no walk was logged.
        before: the same for the seven days before.

    """
    days = sum(minutes is not None for minutes in week)
    if not days:
        return _("No walks are logged in the last seven days.")
    told = ngettext(
        "Walking: {minutes} in the last seven days, on {n} day.",
        "Walking: {minutes} in the last seven days, on {n} days.",
        days,
    ).format(n=days, minutes=formats.minutes(_sum(week)))
    if not any(before):
        return told
    then = _("The {n} days before: {minutes}.").format(n=WEEK, minutes=formats.minutes(_sum(before)))
    return f"{told} {then}"


def _sum(days: Sequence[int | None]) -> int:
    return sum(minutes for minutes in days if minutes is not None)
