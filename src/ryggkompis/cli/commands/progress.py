"""``progress``: how it has gone, in sentences and a picture."""

from collections.abc import Iterator
from typing import Final

from ryggkompis.cli.hints import advised
from ryggkompis.cli.options import kinds
from ryggkompis.cli.output import columns, paragraphs, print_json, told
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.pictures import draw
from ryggkompis.cli.problems import tell_problems
from ryggkompis.cli.saved import tell_readable
from ryggkompis.cli.which_episode import ALL, number_of, takes_episode
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.text import shown_name
from ryggkompis.domain.course.earlier import days_of, earlier
from ryggkompis.domain.course.progress import SPANS, Period, Values, Window, first_week, last_week
from ryggkompis.domain.today.state import State
from ryggkompis.i18n.language import _
from ryggkompis.pictures.picture import Size
from ryggkompis.services.course import first_span, measured_in_words, mornings, walked, week_in_words
from ryggkompis.services.earlier import about_in_words, earlier_in_words, in_its_days
from ryggkompis.services.views.as_file import picture_file
from ryggkompis.services.views.every import VIEWS
from ryggkompis.services.views.view import Lens, View, lens_on
from ryggkompis.store.targets import check_target, with_ending, write
from ryggkompis.words.progress import Measure
from ryggkompis.words.views import view_heading

WIDE: Final = 76
"""Columns of the picture where no terminal says how wide it is."""
ROWS: Final = 16
_NAMES: Final = tuple(view.name for view in VIEWS)


def progress_command(parser: Parser) -> Run:
    """Take what is looked at, how far back, and whether studies are laid behind."""
    parser.shows("progress", _("how it has gone, in words and a picture"))
    parser.shows("progress --view walking --span 6w", _("one picture of the last six weeks"))
    parser.shows("progress --svg pain.svg", _("the picture as a file"))
    parser.takes_value("--span", kinds.words(SPANS, "--span"), _("how far back the picture goes"))
    parser.takes_value(
        "--view", kinds.words(_NAMES, "--view"), _("one picture with its words; otherwise all words")
    )
    takes_episode(
        parser, _("an earlier episode, 1 for the first, as it stood on its last day; or all of them")
    )
    parser.takes_switch("--studies", _("lay the averages from studies behind leg and back"))
    for ending in ("svg", "png"):
        parser.takes_value(f"--{ending}", kinds.file(), _("write the picture as a file"))
    parser.takes_force()
    parser.takes_date()
    parser.takes_json()
    return _progress


def _progress(here: Surroundings) -> int:
    today = here.companion.state().whole
    state = in_its_days(today, number_of(here.said.episode, len(today.episodes)))
    lens = lens_on(
        state,
        ALL if here.said.episode == ALL else here.said.span or first_span(state),
        band=here.said.studies,
        numbers=here.settings.numbers,
    )
    view = next((view for view in VIEWS if view.name == here.said.view), None)
    about = list(about_in_words(today, state, lens, view))
    if here.is_json:
        print_json(_as_json(state, lens, about))
        return tell_problems(state.problems)
    wanted = [
        (ending, with_ending(file, f".{ending}"))
        for ending in ("svg", "png")
        if (file := getattr(here.said, ending))
    ]
    if wanted:
        _write(here, wanted, view or VIEWS[0], state, lens)
        return tell_problems(state.problems)
    if not here.is_plain:
        _draw(view or VIEWS[0], state, lens)
    said = [*about, *(view.sentences(state, lens) if view else _everything(state, lens))]
    paragraphs([*said, *_before(state, numbers=lens.numbers)])
    return tell_problems(state.problems)


def _write(here: Surroundings, wanted: list[tuple[str, str]], view: View, state: State, lens: Lens) -> None:
    """Write the picture as the files that are asked for: all may be written, or none is."""
    for _ending, file in wanted:
        check_target(file, here.places, may_replace=here.said.force)
    made = [(file, picture_file(ending, view, state, lens)) for ending, file in wanted]
    for file, data in made:
        write(file, data, here.places)
        told(_("Written: {file}").format(file=shown_name(file)))
    tell_readable(here)


def _before(state: State, *, numbers: bool) -> Iterator[str]:
    """Say each earlier episode in a line, and how to look at one."""
    said = earlier_in_words(state, numbers=numbers)
    if said:
        yield ""
        yield from said
        yield from advised(
            _("“ryggkompis progress --episode 1” shows the first of them as it stood on its last day.")
        )


def _draw(view: View, state: State, lens: Lens) -> None:
    cols = (columns() or WIDE + 1) - 1
    if view.draw:
        draw(view.draw(state, lens, Size(min(cols, WIDE), ROWS)))


def _everything(state: State, lens: Lens) -> Iterator[str]:
    """Say every view, each under its heading."""
    for place, view in enumerate(VIEWS):
        yield from ("",) if place else ()
        yield view_heading(view.name)
        yield from (f"  {said}" for said in view.sentences(state, lens))


def _as_json(state: State, lens: Lens, about: list[str]) -> dict[str, object]:
    week = walked(state.history, state.day)
    return {
        "date": str(state.day),
        **{str(name): _measure(state, name, values) for name, values in mornings(state).items()},
        "walking": {"minutes": week, "words": week_in_words(state)},
        "views": {view.name: list(view.sentences(state, lens)) for view in VIEWS},
        "about": about,
        "episode": {**_days(days_of(state.episode, state.day)), "number": len(state.episodes)},
        "earlier": [
            {
                **_days(one.period),
                "weeks": one.weeks,
                "first_week": _window(one.first_week),
                "last_week": _window(one.last_week),
            }
            for one in earlier(state.diary, state.episodes)
        ],
        "earlier_in_words": earlier_in_words(state, numbers=lens.numbers),
    }


def _days(period: Period) -> dict[str, object]:
    return {"first": str(period.first), "last": str(period.last)}


def _measure(state: State, name: Measure, values: Values) -> dict[str, object]:
    return {
        "words": measured_in_words(state, name, values),
        "values": {str(day): value for day, value in sorted(values.items())},
        "first_week": _window(first_week(values)),
        "last_week": _window(last_week(values, state.day)),
    }


def _window(window: Window | None) -> dict[str, object] | None:
    return {"mean": round(window.mean, 2), "days": window.n} if window else None
