"""``exercises``: what can be done, as a list or one of them in full."""

from collections.abc import Iterator, Sequence

from ryggkompis.cli.output import paragraphs, print_json, told
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.plain import plain as plain_lines
from ryggkompis.cli.status import DONE
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.text import shown
from ryggkompis.domain.catalogue.catalogue import Catalogue, Comfort, Exercise, WalkGuide
from ryggkompis.domain.catalogue.ways import way_of
from ryggkompis.i18n.language import _, current, ngettext
from ryggkompis.services.errors import NoSuchExercise
from ryggkompis.words.lines import Line
from ryggkompis.words.today.exercises import Movement, grouped, in_full


def exercises_command(parser: Parser) -> Run:
    """Take the id of an exercise, or none for the list."""
    parser.add_argument("id", nargs="?", metavar="ID", help=_("its id, such as E01, A1 or W1"))
    parser.add_argument(
        "--svg", metavar=_("DIR"), help=_("write the figures into this folder, one SVG file for each")
    )
    parser.takes_json()
    return _exercises


def _exercises(here: Surroundings) -> int:
    catalogue = here.companion.catalogue
    found = [*_all(catalogue)] if here.said.id is None else [_find(catalogue, here.said.id)]
    if here.said.svg is not None:
        return _write_figures(here.said.svg, found)
    if here.is_json:
        print_json({"exercises": [_as_json(one) for one in found]})
    elif here.said.id is None:
        paragraphs(plain_lines(_list(catalogue)), plain=here.is_plain)
    else:
        _show(found[0], catalogue, plain=here.is_plain)
    return DONE


def _write_figures(folder: str, found: Sequence[Movement]) -> int:
    from ryggkompis.cli.pictures import write_figures

    count = write_figures(folder, found)
    told(
        ngettext("Written: {n} figure in {folder}.", "Written: {n} figures in {folder}.", count).format(
            n=count, folder=shown(folder)
        )
    )
    return DONE


def _show(one: Movement, catalogue: Catalogue, *, plain: bool) -> None:
    if not plain and not isinstance(one, WalkGuide):
        from ryggkompis.cli.pictures import draw_figures

        draw_figures(one)
    paragraphs(plain_lines(_page(one, catalogue)), plain=plain)


def _all(catalogue: Catalogue) -> Iterator[Movement]:
    yield catalogue.walk
    yield from catalogue.comfort
    yield from catalogue.exercises


def _find(catalogue: Catalogue, id_: str) -> Movement:
    for one in _all(catalogue):
        if one.id.casefold() == id_.casefold():
            return one
    raise NoSuchExercise(id=id_)


def _list(catalogue: Catalogue) -> Iterator[Line]:
    for heading, found in grouped(catalogue):
        yield Line(heading, "heading")
        yield from (Line(f"  {one.id:<4} {one.name.in_(current())}") for one in found)
    yield Line("")
    yield Line(_("“ryggkompis exercises E01” shows one of them."))


def _page(one: Movement, catalogue: Catalogue) -> Iterator[Line]:
    yield Line(f"{one.id} {one.name.in_(current())}")
    yield from in_full(one, catalogue)


def _as_json(one: Movement) -> dict[str, object]:
    language = current()
    said: dict[str, object] = {
        "id": one.id,
        "name": one.name.in_(language),
        "cue": one.cue.in_(language),
        "caution": one.caution.in_(language),
    }
    if isinstance(one, Comfort):
        return said | {"minutes": list(one.minutes), "tags": list(one.tags)}
    if isinstance(one, Exercise):
        levels = [
            {
                "sets": level.sets, "reps": level.reps, "seconds": level.seconds, "metres": level.metres,
                "per_side": level.per_side, "per_day": level.per_day, "how": level.how.in_(language),
                "start": way_of(one, n).start.in_(language), "cue": way_of(one, n).cue.in_(language),
            }
            for n, level in enumerate(one.levels, 1)
        ]  # fmt: skip
        return said | {"phases": list(one.phases), "tags": list(one.tags), "levels": levels}
    return said
