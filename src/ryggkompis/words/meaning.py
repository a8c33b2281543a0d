"""What the days mean as far as they carry it, in sentences: with the days it rests on, and never a cause."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.scales import MEDICINE_TURNS, SITTINGS
from ryggkompis.domain.base.text import shown
from ryggkompis.domain.course.comparing import EVENT_DAYS, Around, BeforeFlares, Factor
from ryggkompis.domain.course.happened import Happened
from ryggkompis.domain.course.milestones import Milestone, MilestoneKind
from ryggkompis.domain.course.trend import Trend
from ryggkompis.domain.journal.operation import Operation
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.words.entries import choice_name
from ryggkompis.words.progress import Measure, measure_name


def trend_in_words(measure: Measure, found: Trend | None) -> str:
    """Say which way four weeks point, with the range that the days allow; empty where too little is known."""
    if found is None:
        return ""
    name = measure_name(measure)
    if not found.is_clear:
        return _("{name}: no certain direction over the last four weeks ({n} days).").format(
            name=name, n=found.n
        )
    low, high = sorted((abs(found.low), abs(found.high)))
    told = (
        _("{name}: the last four weeks point down, about {slope} a week ({low} to {high}; {n} days).")
        if found.slope < 0
        else _("{name}: the last four weeks point up, about {slope} a week ({low} to {high}; {n} days).")
    )
    slope, least, most = (formats.number(abs(one)) for one in (found.slope, low, high))
    return told.format(name=name, slope=slope, low=least, high=most, n=found.n)


def extremes_in_words(best: date, low: int, worst: date, high: int) -> str:
    """Say which mornings were best and worst for the leg, the latest of each."""
    return _("Best morning for the leg: {low}, last on {best}; worst: {high}, last on {worst}.").format(
        low=low, best=formats.day_month(best), high=high, worst=formats.day_month(worst)
    )


_BEFORE: Final[Mapping[Factor, str]] = {
    "walking": N_("On the two days before flare-ups you walked {before} a day on average, else {other}."),
    "sitting": N_("The longest sitting on the two days before flare-ups: mostly {before}; else {other}."),
    "sleep": N_("On the two mornings before flare-ups pain had woken you {before} times, else {other}."),
}


def before_flares_in_words(found: BeforeFlares) -> str:
    """Say what was different before flares, with the days it rests on; never that it was the cause."""
    told = _(_BEFORE[found.factor]).format(
        before=_amount(found.factor, found.before), other=_amount(found.factor, found.other)
    )
    resting = _("({n} days before {flares} flare-ups, {other} other days.)").format(
        n=found.n_before, flares=found.flares, other=found.n_other
    )
    return f"{told} {resting} " + _("That is a pattern in your days, not a cause.")


def _amount(factor: Factor, value: float) -> str:
    if factor == "walking":
        return formats.minutes(round(value))
    if factor == "sitting":
        return choice_name("sit_longest", SITTINGS[min(round(value), len(SITTINGS) - 1)])
    return formats.number(value)


def around_in_words(name: str, found: Around) -> str:
    """Say how the leg was on both sides of an event, with how much is known and what else lies there."""
    told = _(
        "“{name}” on {day}: leg {before} in the {days} days before ({n_before} known), "
        "{after} in the {days} from then on ({n_after} known)."
    )
    said = [
        told.format(
            name=shown(name),
            day=formats.day_month(found.day),
            days=EVENT_DAYS,
            before=formats.number(found.before),
            after=formats.number(found.after),
            n_before=found.n_before,
            n_after=found.n_after,
        )
    ]
    if not found.is_clear:
        said.append(_("That is no clear change."))
    if found.overlaps:
        other = ngettext(
            "{n} other event lies in the same weeks.",
            "{n} other events lie in the same weeks.",
            found.overlaps,
        )
        said.append(other.format(n=found.overlaps))
    return " ".join(said)


_REACHED: Final[Mapping[MilestoneKind, str]] = {
    "longest_walk": N_("{day}: your longest walk, {minutes}."),
    "whole_night": N_("{day}: the first night that pain did not wake you."),
    "goal": N_("{day}: “{name}” is as good as before."),
    "after_flare": N_("{day}: thirty days since the last flare-up."),
}


def milestone_in_words(found: Milestone) -> str:
    """Say what was reached, and when."""
    return _(_REACHED[found.kind]).format(
        day=formats.short_day(found.day), minutes=formats.minutes(found.amount), name=shown(found.name)
    )


def event_name(one: Happened) -> str:
    """Name an event as it was written, in one line; of a medicine what became of it, too."""
    words = " ".join(shown(one.text).split())
    if one.kind in MEDICINE_TURNS:
        return f"{words}: {choice_name('turn', one.kind)}"
    return words or choice_name("event", one.kind)


def operation_in_words(operation: Operation) -> Iterator[str]:
    """Say when it was, and from when and by whom exercise is allowed, each in a few words."""
    yield _("operated on the back on {day}").format(day=formats.day_month_year(operation.day))
    if operation.cleared is None:
        yield _("nobody has allowed exercise yet")
        return
    allowed = _("exercise allowed from {day}").format(day=formats.day_month_year(operation.cleared))
    yield f"{allowed} ({shown(operation.by)})" if operation.by else allowed
