"""How far down the pain reaches: when it draws back towards the back, that is often a good sign."""

from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.scales import SITES
from ryggkompis.domain.course.progress import is_start_unread, is_week_unread
from ryggkompis.domain.course.reach import then_and_now
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.pictures.picture import Picture, Size
from ryggkompis.pictures.steps import steps_chart
from ryggkompis.services.views.view import Lens, View
from ryggkompis.words import course as words
from ryggkompis.words.entries import choice_name
from ryggkompis.words.problems import not_all_read, nothing_told
from ryggkompis.words.sober import is_praise_held


def _draw(state: State, lens: Lens, size: Size) -> Picture:
    said = (c for c in lens.shows(state).mornings if c.day <= state.day)
    reached = {c.day: SITES.index(c.site) for c in said if c.site is not None}
    return steps_chart(
        reached=reached,
        unread=lens.unread(state) - reached.keys(),
        names=[choice_name("site", site) for site in SITES],
        period=lens.period,
        size=size,
        label=formats.tick_label,
        nothing=nothing_told(_("How far the pain reaches has not been answered here."), lens.unread(state)),
        borders=list(lens.borders(state)),
        cursor=lens.cursor,
    )


def _say(state: State, _lens: Lens) -> list[str]:
    known = {c.day: 0.0 for c in state.history.mornings if c.site is not None and c.day <= state.day}
    if is_start_unread(known, state.unread) or is_week_unread(known, state.day, state.unread):
        return [not_all_read()]
    then, now = then_and_now(state.history.mornings, state.day)
    said = [words.reach_in_words(then, now)]
    if then and now and SITES.index(now) < SITES.index(then) and not is_praise_held(state.plan):
        said.append(words.draws_back())
    return said


REACH: Final = View(
    "reach",
    _say,
    _draw,
    begins=N_("Nothing here yet. Each check-in marks how far down the pain reaches."),
)
