"""The course beside the plan: the leg of the last weeks."""

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.today.state import State
from ryggkompis.pictures.picture import Picture, Size
from ryggkompis.services.course import USUAL_SPAN, first_span
from ryggkompis.services.views.pain import draw_pain
from ryggkompis.services.views.view import lens_on


def leg_lately(state: State, size: Size, *, numbers: bool, band: bool = False) -> Picture:
    """Draw the leg of the last weeks, at most six."""
    span = first_span(state)
    lens = lens_on(state, span if span == "2w" else USUAL_SPAN, band=band, numbers=numbers)
    return draw_pain(state, replace(lens, is_leg_alone=True), size)
