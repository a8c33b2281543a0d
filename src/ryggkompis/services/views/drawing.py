"""The pain drawing: the first and the latest side by side, and how far down it went week by week."""

from collections.abc import Iterator, Sequence
from typing import Final

from ryggkompis.domain.base.scales import SITES, Site
from ryggkompis.domain.course.progress import WEEK, is_start_unread, is_week_unread
from ryggkompis.domain.journal.drawing import Drawing, lowest_site
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.pictures.body.drawn import body_picture, side_by_side, words_alone
from ryggkompis.pictures.picture import Picture, Size
from ryggkompis.services.views.view import Lens, View
from ryggkompis.words.course import draws_back
from ryggkompis.words.drawing.captions import captions
from ryggkompis.words.drawing.names import drawing_in_words, sorts_at
from ryggkompis.words.entries import choice_name
from ryggkompis.words.problems import not_all_read, nothing_told
from ryggkompis.words.sober import is_praise_held

_NARROW: Final = 60
"""Cells from which two bodies stand beside each other; in fewer the latest alone is seen."""


def _until(history: History, state: State) -> tuple[Drawing, ...]:
    return tuple(one for one in history.drawings if one.day <= state.day)


def _draw(state: State, lens: Lens, size: Size) -> Picture:
    found = _until(lens.shows(state), state)
    if not found:
        return words_alone(size, nothing_told(_nothing(), lens.unread(state)))
    within = tuple(one for one in found if one.day in lens.period) or found[-1:]
    shown = within[-1:] if size.cols < _NARROW else (within[0], within[-1])[-len(within) :]
    room = Size(size.cols // len(shown), size.rows - 1)
    bodies = [(formats.weekday_day(one.day), body_picture(sorts_at(one), room, captions())) for one in shown]
    return side_by_side(bodies, size)


def _nothing() -> str:
    return _("Nothing has been drawn here yet.")


def _say(state: State, _lens: Lens) -> list[str]:
    found = _until(state.history, state)
    known = {one.day: 0.0 for one in found}
    if is_start_unread(known, state.unread) or is_week_unread(known, state.day, state.unread):
        return [not_all_read()]
    if not found:
        return [_nothing()]
    first, last = found[0], found[-1]
    shown = (first, last) if last is not first else (last,)
    said = [f"{formats.weekday_day(one.day)}: {drawing_in_words(one)}" for one in shown]
    sites = [choice_name("site", site) for site in _by_week(found)]
    if len(sites) > 1:
        line = _("How far down the pain was drawn, week by week: {sites}.")
        said.append(line.format(sites=" › ".join(sites)))
    if _draws_back(first, last) and not is_praise_held(state.plan):
        said.append(draws_back())
    return said


def _by_week(found: Sequence[Drawing]) -> Iterator[Site]:
    """Give how far down the last drawing of each week went, counted from the first."""
    weeks = {(one.day - found[0].day).days // WEEK: lowest_site(one) or "none" for one in found}
    yield from weeks.values()


def _draws_back(first: Drawing, last: Drawing) -> bool:
    """Tell whether pain reaches less far down, and nothing is numb, tingling or weak that was not."""
    before, now = (SITES.index(lowest_site(one) or "none") for one in (first, last))
    new = {mark for mark in last.marks - first.marks if mark[0] != "pain"}
    return now < before and not new


DRAWING_VIEW: Final = View("drawing", _say, _draw, has_days=False)
