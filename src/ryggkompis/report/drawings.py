"""The page's pictures: leg and back morning by morning, and the patient's own activities week by week."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from string import ascii_uppercase
from typing import Final

from ryggkompis.domain.course.progress import WEEK, Values, rolling_mean
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.pictures.line_svg import LineDrawing, Trace, line_svg
from ryggkompis.pictures.picture import Size
from ryggkompis.report.page import Drawing, one_line
from ryggkompis.report.summary import Summary
from ryggkompis.words.problems import unread_name
from ryggkompis.words.progress import Measure, change_in_words, episode_name, measure_name

_MOST_MARKED: Final = 9
_LARGE, _SMALL = Size(660, 190), Size(320, 100)
"""Width and height of a drawing across the sheet, and of one in a column."""


def pain_drawing(summary: Summary) -> Iterator[Drawing]:
    """Draw leg and back with their 7-day means; nothing where no morning has a number."""
    courses: Mapping[Measure, Values] = {"leg": summary.leg.values, "back": summary.back.values}
    known = {name: values for name, values in courses.items() if values}
    if not known:
        return
    days = summary.period.days()
    traces = [
        Trace(
            _("{name}, 7-day mean").format(name=measure_name(name)),
            values,
            _mean(values, days, summary.begins, summary.unread_days),
        )
        for name, values in known.items()
    ]
    unread = summary.unread_days
    flares = {flare.first + timedelta(days=n) for flare in summary.flares for n in range(flare.days)}
    marked: dict[date, str] = {}
    for place, letter in event_letters(summary).items():
        day = summary.events[place].day
        marked[day] = marked.get(day, "") + letter
    for number, day in enumerate(reversed(summary.begins)):
        name = episode_name(len(summary.earlier) + 1 - number)
        marked[day] = f"{name} {marked.get(day, '')}".rstrip()
    course = LineDrawing(
        period=summary.period,
        traces=traces,
        label=formats.tick_label,
        marked=marked,
        flares=flares,
        flare=_("flare-up"),
        unread=unread,
        unread_name=unread_name(),
        size=_LARGE,
    )
    told = [change_in_words(name, getattr(summary, name).change) for name in known]
    title = _("Pain from 0 to 10, morning by morning")
    yield _drawn(course, "pain", title, " ".join(told))


def goals_drawing(summary: Summary) -> Iterator[Drawing]:
    """Draw the activities of which there are at least two ratings; the newest three."""
    rated = [goal for goal in summary.goals_told if len(goal.ratings) > 1][-3:]
    if not rated:
        return
    traces = []
    for goal in rated:
        values: dict[date, float] = {rating.day: rating.value for rating in goal.ratings}
        traces.append(Trace(one_line(goal.name), values, dict(sorted(values.items()))))
    title = _("What you can do, 0 cannot, 10 as before")
    told = "; ".join(
        _("{name}: from {first} to {last}").format(
            name=one_line(goal.name), first=goal.ratings[0].value, last=goal.ratings[-1].value
        )
        for goal in rated
    )
    course = LineDrawing(
        period=summary.period, traces=traces, label=formats.tick_label, marked={}, size=_SMALL
    )
    yield _drawn(course, "goals", title, told)


def _drawn(course: LineDrawing, name: str, title: str, told: str) -> Drawing:
    return Drawing(line_svg(course, name, title, told), title, told, course.size.rows)


def event_letters(summary: Summary) -> dict[int, str]:
    """Give the letters of the newest events, by their place among ``facts.events``."""
    first = max(len(summary.events) - _MOST_MARKED, 0)
    return {first + n: letter for n, letter in enumerate(ascii_uppercase[: len(summary.events) - first])}


def _mean(
    values: Values, days: list[date], begins: Sequence[date], unread: Sequence[date]
) -> dict[date, float | None]:
    return dict(zip(days, rolling_mean(values, days, WEEK, borders=begins, unread=unread), strict=True))
