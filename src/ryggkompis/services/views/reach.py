"""How far down the pain reaches: when it draws back towards the back, that is often a good sign."""

from typing import Final

from ryggkompis.domain.base.scales import SITES
from ryggkompis.domain.course.reach import then_and_now
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.pictures.picture import Picture, Size
from ryggkompis.pictures.steps import steps_chart
from ryggkompis.services.views.view import Lens, View
from ryggkompis.words import course as words
from ryggkompis.words.entries import choice_name
from ryggkompis.words.sober import is_praise_held


def _draw(state: State, lens: Lens, size: Size) -> Picture:
    said = (c for c in state.history.mornings if c.day <= state.day)
    return steps_chart(
        reached={c.day: SITES.index(c.site) for c in said if c.site is not None},
        names=[choice_name("site", site) for site in SITES],
        period=lens.period,
        size=size,
        label=formats.tick_label,
        nothing=_("How far the pain reaches has not been answered here."),
        cursor=lens.cursor,
    )


def _say(state: State, _lens: Lens) -> list[str]:
    then, now = then_and_now(state.history.mornings, state.day)
    said = [words.reach_in_words(then, now)]
    if then and now and SITES.index(now) < SITES.index(then) and not is_praise_held(state.plan):
        said.append(_("The pain draws back towards the back. That is often a good sign."))
    return said


REACH: Final = View("reach", _say, _draw)
