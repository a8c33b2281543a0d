"""``exercises``: what can be done, as a list or one of them in full."""

from collections.abc import Iterator, Mapping, Sequence

from ryggkompis.cli.hints import advised
from ryggkompis.cli.options import kinds
from ryggkompis.cli.options.known import unknown_exercise
from ryggkompis.cli.output import paragraphs, print_json, told
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.plain import plain as plain_lines
from ryggkompis.cli.status import DONE
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.text import shown_name
from ryggkompis.domain.catalogue.catalogue import Catalogue, Comfort, Exercise, WalkGuide
from ryggkompis.domain.catalogue.ways import way_of
from ryggkompis.domain.today.availability import availability_of
from ryggkompis.domain.today.state import State
from ryggkompis.i18n.language import _, current, ngettext
from ryggkompis.words.lines import Line
from ryggkompis.words.today.day import held, what_holds
from ryggkompis.words.today.exercises import Movement, grouped, in_full, mark_in_words


def exercises_command(parser: Parser) -> Run:
    """Take the id of an exercise, or none for the list."""
    parser.shows("exercises", _("list them all"))
    parser.shows("exercises E01", _("show how one is done"))
    parser.takes_word("id", kinds.movement(), _("its id, such as E01, A1 or W1, or its name"))
    figures = _("write the figures into this folder, one SVG file for each")
    parser.takes_value("--svg", kinds.folder(), figures)
    parser.takes_json()
    return _exercises


def _exercises(here: Surroundings) -> int:
    # Reading how something is done never asks for the passphrase; then how it stands today is not said.
    state = None if here.store.seal.is_blind else here.companion.state()
    if state is not None and state.plan.is_held:
        return _say_why_none(here, state)
    catalogue = here.companion.catalogue if state is None else state.catalogue
    found = [*_all(catalogue)] if here.said.id is None else [_find(catalogue, here.said.id)]
    if here.said.svg is not None:
        return _write_figures(here.said.svg, found)
    told_today = {} if state is None else _today(here, state, found)
    if here.is_json:
        print_json({"exercises": [_as_json(one) | {"today": told_today.get(one.id)} for one in found]})
    elif here.said.id is None:
        paragraphs(plain_lines(_list(catalogue, state, told_today)))
    else:
        _show(found[0], catalogue, told_today.get(found[0].id), plain=here.is_plain)
    return DONE


def _say_why_none(here: Surroundings, state: State) -> int:
    """Say why nothing of the catalogue is shown while the plan is held (invariant I1)."""
    if here.is_json:
        print_json({"exercises": [], "held": True})
    else:
        paragraphs(plain_lines(what_holds(state)))
    return DONE


def _today(here: Surroundings, state: State, found: Sequence[Movement]) -> Mapping[str, str]:
    """Say how each stands today, and remember that today's doses were seen."""
    here.companion.remember_shown()
    marks = availability_of(state)
    return {one.id: mark_in_words(one, marks.get(one.id), state) for one in found}


def _write_figures(folder: str, found: Sequence[Movement]) -> int:
    from ryggkompis.cli.pictures import write_figures

    count = write_figures(folder, found)
    told(
        ngettext("Written: {n} figure in {folder}.", "Written: {n} figures in {folder}.", count).format(
            n=count, folder=shown_name(folder)
        )
    )
    return DONE


def _show(one: Movement, catalogue: Catalogue, today: str | None, *, plain: bool) -> None:
    if not plain and not isinstance(one, WalkGuide):
        from ryggkompis.cli.pictures import draw_figures

        draw_figures(one)
    paragraphs(plain_lines(_page(one, catalogue, today)))


def _all(catalogue: Catalogue) -> Iterator[Movement]:
    yield catalogue.walk
    yield from catalogue.comfort
    yield from catalogue.exercises


def _find(catalogue: Catalogue, id_: str) -> Movement:
    for one in _all(catalogue):
        if one.id == id_:
            return one
    raise unknown_exercise(id_)


def _list(catalogue: Catalogue, state: State | None, today: Mapping[str, str]) -> Iterator[Line]:
    if state is not None and state.plan.is_excluded:
        # All of it waits for the same, so that is said once.
        yield from held(state)
        yield Line("")
        today = {}
    for heading, found in grouped(catalogue):
        yield Line(heading, "heading")
        for one in found:
            stands = today.get(one.id)
            yield Line(f"  {one.id:<4} {one.name.in_(current())}" + (f" – {stands}" if stands else ""))
    yield Line("")
    yield from map(Line, advised(_("“ryggkompis exercises E01” shows one of them.")))


def _page(one: Movement, catalogue: Catalogue, today: str | None) -> Iterator[Line]:
    yield Line(f"{one.id} {one.name.in_(current())}")
    if today:
        yield Line(today)
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
