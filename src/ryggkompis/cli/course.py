"""``progress``: how it has gone, in sentences and a picture."""

from typing import Final

from ryggkompis.cli.output import columns, document, paragraphs
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.pictures import draw
from ryggkompis.cli.trouble import tell
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.progress import SPANS, Values, Window, first_week, last_week
from ryggkompis.i18n import _
from ryggkompis.i18n.progress_words import Measure
from ryggkompis.pictures.picture import Size
from ryggkompis.services.course import (
    changes_in_words,
    course_chart,
    first_span,
    measured_in_words,
    mornings,
    walked,
    week_in_words,
)
from ryggkompis.services.errors import NotOneOf
from ryggkompis.services.state import State

WIDE: Final = 76
"""Columns of the picture where no terminal says how wide it is."""
ROWS: Final = 16


def progress_command(parser: Parser) -> Run:
    """Take the range that is drawn."""
    parser.add_argument(
        "--span", type=_a_span, metavar="|".join(SPANS), help=_("how far back the picture goes")
    )
    parser.takes_date()
    parser.takes_json()
    return _progress


def _a_span(text: str) -> str:
    if text.casefold() not in SPANS:
        raise NotOneOf(value=text, field="--span", choices=", ".join(SPANS))
    return text.casefold()


def _progress(here: Surroundings) -> int:
    state = here.companion.state()
    if here.is_json:
        document(_as_json(state))
        return tell(state.problems)
    if not here.is_plain:
        _draw(here, state)
    paragraphs([*changes_in_words(state).split("\n"), week_in_words(state)], plain=here.is_plain)
    return tell(state.problems)


def _draw(here: Surroundings, state: State) -> None:
    cols = (columns() or WIDE + 1) - 1
    chart = course_chart(state, here.said.span or first_span(state), Size(min(cols, WIDE), ROWS))
    draw(chart)


def _as_json(state: State) -> dict[str, object]:
    week = walked(state.history, state.day)
    return {
        "date": str(state.day),
        **{str(name): _measure(state, name, values) for name, values in mornings(state).items()},
        "walking": {"minutes": week, "words": week_in_words(state)},
    }


def _measure(state: State, name: Measure, values: Values) -> dict[str, object]:
    return {
        "words": measured_in_words(state, name, values),
        "values": {str(day): value for day, value in sorted(values.items())},
        "first_week": _window(first_week(values)),
        "last_week": _window(last_week(values, state.day)),
    }


def _window(window: Window | None) -> dict[str, object] | None:
    return {"mean": round(window.mean, 2), "days": window.n} if window else None
