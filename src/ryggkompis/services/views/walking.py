"""Minutes walked day by day, with the plan as a line and the sum of each week."""

from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.pictures.amounts import AmountWords, amounts_chart
from ryggkompis.pictures.picture import Picture, Size
from ryggkompis.services.course import week_in_words
from ryggkompis.services.views.view import Lens, View, has_walks
from ryggkompis.words.problems import nothing_told, unread_name

_LEAST_TOP: Final = 10
"""Minutes that the scale shows at least, so that a short walk does not look like a long one."""


def _draw(state: State, lens: Lens, size: Size) -> Picture:
    known = {day.day: day.known_minutes for day in lens.shows(state).days.values() if day.day <= state.day}
    done = {day: minutes for day, minutes in known.items() if minutes is not None}
    return amounts_chart(
        done=done,
        unread=lens.unread(state) - done.keys(),
        planned=state.planned_minutes,
        period=lens.period,
        size=size,
        label=formats.tick_label,
        words=AmountWords(
            done=_("minutes walked"),
            planned=_("in the plan"),
            sums=_("each week"),
            nothing=nothing_told(_("No walks are logged here."), lens.unread(state)),
            unread=unread_name(),
        ),
        top=_LEAST_TOP,
        borders=list(lens.borders(state)),
        cursor=lens.cursor,
    )


def _say(state: State, _lens: Lens) -> list[str]:
    return [week_in_words(state)]


WALKING: Final = View(
    "walking",
    _say,
    _draw,
    begins=N_("Nothing here yet. Each walk you log becomes a bar, beside what the plan suggested."),
    is_begun=has_walks,
)
