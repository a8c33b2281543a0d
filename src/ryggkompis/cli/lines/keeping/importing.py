"""Another program's file, asked about as lines: which, what is what in it, and whether it shall come in."""

from collections.abc import Iterable, Sequence
from datetime import UTC
from pathlib import Path

from ryggkompis.cli.errors import NotConfirmed
from ryggkompis.cli.hints import in_the_list
from ryggkompis.cli.lines.ask import ask_all, choose, confirm
from ryggkompis.cli.lines.hints import PROGRESS
from ryggkompis.cli.lines.keeping.how_far import telling_how_far
from ryggkompis.cli.output import facts, told
from ryggkompis.cli.problems import tell_problems
from ryggkompis.cli.unfinished import tell_keyless
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.domain.base.days import logical_day
from ryggkompis.domain.base.text import shown
from ryggkompis.domain.base.value import replace
from ryggkompis.i18n.language import _
from ryggkompis.importers.errors import AboutATable, MapDay
from ryggkompis.importers.found import Here
from ryggkompis.importers.mapping import ASKED_ABOUT, OFFERED, as_map, parse_mapping, target_word
from ryggkompis.importers.notices import Notice, TakenOut
from ryggkompis.importers.reading import read_file
from ryggkompis.importers.source import dropped
from ryggkompis.importers.taking.preview import preview_in_words
from ryggkompis.importers.taking.taking import Taking, taking
from ryggkompis.importers.taking.weighing import Also
from ryggkompis.importers.taking.wording import done_in_words, would_do
from ryggkompis.importers.understood import ManySteps, OtherColumns
from ryggkompis.importers.wording import notice_in_words
from ryggkompis.services.questions import report as asked
from ryggkompis.words.imports.names import how_far_read, shall_many_steps_come_in, what_is, which_is_the_day


def bring_in(here: Surroundings) -> None:
    """Ask for the file and what is what in it, tell what it holds, and take it in where that is meant."""
    typed = ask_all(asked.reading, {})["file"]
    if not typed:
        return
    file = dropped(str(typed).strip())
    maps: list[str] = []
    new, also = _looked_at(here, file, maps, Also()), Also()
    if any(isinstance(one, TakenOut) for one in new.notices) and confirm(
        _("Shall what you have taken out come in again?")
    ):
        also = replace(also, taken_out=True)
        new = _looked_at(here, file, maps, also)
    if unlikely := [one for one in new.notices if isinstance(one, ManySteps)]:
        told(notice_in_words(unlikely[0]))
        if confirm(shall_many_steps_come_in()):
            new = _looked_at(here, file, maps, replace(also, many_steps=True))
    for line in (*preview_in_words(new.lines), *map(notice_in_words, new.notices)):
        told(shown(line))
    told(" ".join(would_do(new)))
    if not new.is_empty and confirm(_("Shall it come in?")):
        _take(here, new)
    elif new.is_empty and new.is_remembered:
        new.put_into(here.store)  # nothing of it can be seen, so nothing is asked


def _take(here: Surroundings, new: Taking) -> None:
    done = new.put_into(here.store)
    facts(" ".join(done_in_words(new, done)))
    if done.added:
        told(in_the_list(PROGRESS))
    tell_keyless(here.places)
    tell_problems(here.store.read().problems if new.found.unread else ())


def _looked_at(here: Surroundings, file: Path, maps: list[str], also: Also) -> Taking:
    """Read the file, and ask what is what in it until that is known."""
    now = here.clock.now()
    where = Here(logical_day(now, here.settings.starts), here.clock.zone, now.tzinfo or UTC)
    while True:
        try:
            names = parse_mapping(maps, lambda: here.companion.catalogue.ids)
            with telling_how_far(how_far_read, plain=True) as how_far:
                found = read_file(file, where, names, how_far=how_far)
            # Who says what the other columns are has said it of all of them, and is not asked again.
            if also != Also() or not (more := _other_columns(found.notices)):
                return taking(found, here.store.lines(), where.today, also)
            maps += more
        except AboutATable as error:
            # Its own sentence shows a command, and there is no shell to type it into.
            for line in error.carried("begun"):
                told(shown(line))
            said = _which_day(error) if isinstance(error, MapDay) else _which_columns(error)
            if not said:
                raise NotConfirmed from None
            maps += said


def _which_day(error: AboutATable) -> list[str]:
    there = error.carried("there")
    day = choose(which_is_the_day(), [(name, shown(name)) for name in there])
    return [] if day is None else [as_map(day, "day")]


def _which_columns(error: AboutATable) -> list[str]:
    return _what_is_what(error.carried("there"), error.carried("offered"))


def _other_columns(notices: Iterable[Notice]) -> list[str]:
    """Ask about the other columns of a table that was read by its column of steps alone."""
    others = next((one for one in notices if isinstance(one, OtherColumns)), None)
    if others is None:
        return []
    told(notice_in_words(others))
    for line in others.begun:
        told(shown(line))
    said = _what_is_what(others.names)
    return [as_map(others.steps, "steps"), *said] if said else []


def _what_is_what(names: Sequence[str], offered: Iterable[str] = OFFERED) -> list[str]:
    """Ask of each name what it is; blank leaves it out."""
    targets = [(target, target_word(target)) for target in offered]
    said: list[str] = []
    for name in names[:ASKED_ABOUT]:
        target = choose(what_is(name), targets)
        said += [as_map(name, target)] if target is not None else []
    return said
