"""The page's pictures: leg and back morning by morning, and where it hurts, drawn as everywhere else."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from string import ascii_uppercase
from typing import Final

from ryggkompis.domain.course.progress import Values
from ryggkompis.domain.journal.drawing import SORTS
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.pictures.body.drawn import body_picture, side_by_side, with_legend
from ryggkompis.pictures.chart import ChartWords, MeasureRole, Series, line_chart
from ryggkompis.pictures.frame import EventMark
from ryggkompis.pictures.picture import Picture, Role, Size
from ryggkompis.pictures.picture_svg import picture_svg
from ryggkompis.report.drawn import Drawn
from ryggkompis.report.page import Block, Drawing, Items, ListItem, Room
from ryggkompis.report.summary import Summary
from ryggkompis.words.drawing.captions import captions
from ryggkompis.words.drawing.names import DRAWING, drawing_in_words, sort_name, sorts_at
from ryggkompis.words.imports.names import brought_in_name
from ryggkompis.words.problems import unread_name
from ryggkompis.words.progress import Measure, change_in_words, episode_name, measure_name

_MOST_MARKED: Final = 9
_SIZE: Final = Size(100, 15)
"""Cells across the sheet; they are as large as its letters."""
_PHONE: Final = Size(48, 15)
_BODY: Final = Size(24, 14)
"""Cells of a body, so that the letters under two of them are as large as the sheet's."""
_ROLES: Final[Mapping[Measure, MeasureRole]] = {"leg": Role.LEG, "back": Role.BACK}


def pain_drawing(summary: Summary) -> Iterator[Drawing]:
    """Draw leg and back with their 7-day means; nothing where no morning has a number."""
    courses: Mapping[Measure, Values] = {"leg": summary.leg.values, "back": summary.back.values}
    brought: Mapping[Measure, Values] = {"leg": summary.brought.leg, "back": summary.brought.back}
    known = {name: values for name, values in courses.items() if values or brought[name]}
    if not known:
        return
    told = " ".join(change_in_words(name, getattr(summary, name).change) for name in known if courses[name])
    title = _("Pain from 0 to 10, morning by morning")
    series = [
        Series(_ROLES[name], measure_name(name), values, brought[name]) for name, values in known.items()
    ]
    svgs = (
        picture_svg(_chart(summary, series, size), name, title, told, is_plain=True)
        for size, name in ((_SIZE, "pain"), (_PHONE, "pain-phone"))
    )
    wide, narrow = svgs
    yield Drawing(wide, title, told, on_phone=narrow)


def _chart(summary: Summary, series: Sequence[Series], size: Size) -> Picture:
    return line_chart(
        series=series,
        period=summary.period,
        size=size,
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


def body_drawing(summary: Summary, room: Room) -> Iterator[Block]:
    """Draw the first body of the episode and the latest side by side, and say in words what is marked."""
    told = [one for one in summary.drawings if one.day in summary.about] or summary.drawings
    shown = (told[0], told[-1])[-len(told) :] if told else ()
    if not shown:
        return
    said = [(f"{formats.brief_day(one.day)}:", drawing_in_words(one)) for one in shown]
    if room.has_bodies:
        yield _bodies(shown, " ".join(f"{day} {words}" for day, words in said))
    # Never cut: what is weak or numb stands last.
    yield Items(tuple(ListItem(words, day) for day, words in said))


def _bodies(shown: Sequence[Drawn], told: str) -> Drawing:
    bodies = [(formats.brief_day(one.day), body_picture(sorts_at(one), _BODY, captions())) for one in shown]
    picture = side_by_side(bodies, Size(2 * _BODY.cols, _BODY.rows + 1))
    known = {sort for one in shown for sort, _place in one.marks}
    picture = with_legend(picture, {sort: sort_name(sort) for sort in SORTS if sort in known})
    title = _(DRAWING)
    svg = picture_svg(picture, "body", title, told, is_plain=True)
    return Drawing(svg, title, told, is_narrow=True, is_told=True)
