"""The page's picture: leg and back morning by morning, drawn as everywhere else."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from string import ascii_uppercase
from typing import Final

from ryggkompis.domain.course.progress import Values
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.pictures.chart import ChartWords, MeasureRole, Series, line_chart
from ryggkompis.pictures.frame import EventMark
from ryggkompis.pictures.picture import Role, Size
from ryggkompis.pictures.picture_svg import picture_svg
from ryggkompis.report.page import Drawing
from ryggkompis.report.summary import Summary
from ryggkompis.words.imports.names import brought_in_name
from ryggkompis.words.problems import unread_name
from ryggkompis.words.progress import Measure, change_in_words, episode_name, measure_name

_MOST_MARKED: Final = 9
_SIZE: Final = Size(100, 15)
"""Cells across the sheet; they are as large as its letters."""
_ROLES: Final[Mapping[Measure, MeasureRole]] = {"leg": Role.LEG, "back": Role.BACK}


def pain_drawing(summary: Summary) -> Iterator[Drawing]:
    """Draw leg and back with their 7-day means; nothing where no morning has a number."""
    courses: Mapping[Measure, Values] = {"leg": summary.leg.values, "back": summary.back.values}
    brought: Mapping[Measure, Values] = {"leg": summary.brought.leg, "back": summary.brought.back}
    known = {name: values for name, values in courses.items() if values or brought[name]}
    if not known:
        return
    picture = line_chart(
        series=[
            Series(_ROLES[name], measure_name(name), values, brought[name]) for name, values in known.items()
        ],
        period=summary.period,
        size=_SIZE,
        label=formats.tick_label,
        words=ChartWords(
            both=_("both"),
            mean=_("7-day mean"),
            flare=_("flare-up"),
            nothing="",
            unread=unread_name(),
            brought=brought_in_name(),
        ),
        events=[*_borders(summary), *_events(summary)],
        flares=[flare.first + timedelta(days=n) for flare in summary.flares for n in range(flare.days)],
        unread=summary.unread_days,
    )
    told = " ".join(change_in_words(name, getattr(summary, name).change) for name in known if courses[name])
    title = _("Pain from 0 to 10, morning by morning")
    yield Drawing(picture_svg(picture, "pain", title, told, is_plain=True), title, told)


def _borders(summary: Summary) -> Iterator[EventMark]:
    for number, day in enumerate(reversed(summary.begins)):
        yield EventMark(day, episode_name(len(summary.earlier) + 1 - number), is_border=True)


def _events(summary: Summary) -> Iterator[EventMark]:
    """Mark the newest events with their letters; those of one day share a line."""
    marked: dict[date, str] = {}
    for place, letter in event_letters(summary).items():
        day = summary.events[place].day
        marked[day] = marked.get(day, "") + letter
    return (EventMark(day, letters) for day, letters in marked.items())


def event_letters(summary: Summary) -> dict[int, str]:
    """Give the letters of the newest events, by their place among ``facts.events``."""
    first = max(len(summary.events) - _MOST_MARKED, 0)
    return {first + n: letter for n, letter in enumerate(ascii_uppercase[: len(summary.events) - first])}
