"""``progress``: how it has gone, in sentences and a picture."""

from collections.abc import Iterator
from typing import Final

from ryggkompis.cli.output import columns, paragraphs, print_json
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.pictures import draw
from ryggkompis.cli.problems import tell_problems
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.course.progress import SPANS, Values, Window, first_week, last_week
from ryggkompis.domain.today.state import State
from ryggkompis.i18n.language import _
from ryggkompis.pictures.picture import Size
from ryggkompis.services.course import (
    first_span,
    measured_in_words,
    mornings,
    period,
    walked,
    week_in_words,
)
from ryggkompis.services.errors import NotOneOf
from ryggkompis.services.views import VIEWS
from ryggkompis.services.views.view import Lens, View
from ryggkompis.words.progress import Measure
from ryggkompis.words.views import view_heading

WIDE: Final = 76
"""Columns of the picture where no terminal says how wide it is."""
ROWS: Final = 16
_NAMES: Final = tuple(view.name for view in VIEWS)


def progress_command(parser: Parser) -> Run:
    """Take what is looked at, how far back, and whether studies are laid behind."""
    parser.add_argument(
        "--span", type=_a_span, metavar="|".join(SPANS), help=_("how far back the picture goes")
    )
    parser.add_argument(
        "--view",
        type=_a_view,
        metavar="|".join(_NAMES),
        help=_("one picture with its words; otherwise all words"),
    )
    parser.add_argument(
        "--studies", action="store_true", help=_("lay the averages from studies behind leg and back")
    )
    parser.takes_date()
    parser.takes_json()
    return _progress


def _a_span(text: str) -> str:
    if text.casefold() not in SPANS:
        raise NotOneOf(value=text, field="--span", choices=", ".join(SPANS))
    return text.casefold()


def _a_view(text: str) -> str:
    if text.casefold() not in _NAMES:
        raise NotOneOf(value=text, field="--view", choices=", ".join(_NAMES))
    return text.casefold()


def _progress(here: Surroundings) -> int:
    state = here.companion.state()
    lens = Lens(
        period(state, here.said.span or first_span(state)),
        band=here.said.studies,
        numbers=here.settings.numbers,
    )
    if here.is_json:
        print_json(_as_json(state, lens))
        return tell_problems(state.problems)
    chosen = next((view for view in VIEWS if view.name == here.said.view), None)
    if not here.is_plain:
        _draw(chosen or VIEWS[0], state, lens)
    paragraphs(chosen.say(state, lens) if chosen else _everything(state, lens), plain=here.is_plain)
    return tell_problems(state.problems)


def _draw(view: View, state: State, lens: Lens) -> None:
    cols = (columns() or WIDE + 1) - 1
    if view.draw:
        draw(view.draw(state, lens, Size(min(cols, WIDE), ROWS)))


def _everything(state: State, lens: Lens) -> Iterator[str]:
    """Say every view, each under its heading."""
    for place, view in enumerate(VIEWS):
        yield from ("",) if place else ()
        yield view_heading(view.name)
        yield from (f"  {said}" for said in view.say(state, lens))


def _as_json(state: State, lens: Lens) -> dict[str, object]:
    week = walked(state.history, state.day)
    return {
        "date": str(state.day),
        **{str(name): _measure(state, name, values) for name, values in mornings(state).items()},
        "walking": {"minutes": week, "words": week_in_words(state)},
        "views": {view.name: list(view.say(state, lens)) for view in VIEWS},
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
