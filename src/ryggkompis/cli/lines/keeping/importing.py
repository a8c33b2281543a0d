"""Another program's file, asked about as lines: which, what is what in it, and whether it shall come in."""

from collections.abc import Sequence
from datetime import UTC
from pathlib import Path

from ryggkompis.cli.errors import NotConfirmed
from ryggkompis.cli.lines.ask import ask_all, choose, confirm
from ryggkompis.cli.output import telling_how_far, told
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.domain.base.days import logical_day
from ryggkompis.domain.base.text import shown
from ryggkompis.i18n.language import _
from ryggkompis.importers.errors import AboutATable, MapDay
from ryggkompis.importers.found import Here
from ryggkompis.importers.mapping import ASKED_ABOUT, OFFERED, as_map, parse_mapping, target_word
from ryggkompis.importers.notices import TakenOut
from ryggkompis.importers.reading import read_file
from ryggkompis.importers.taking.preview import preview_in_words
from ryggkompis.importers.taking.taking import Taking, taking
from ryggkompis.importers.taking.wording import would_do
from ryggkompis.importers.wording import notice_in_words
from ryggkompis.services.questions import report as asked
from ryggkompis.words.imports.names import how_far_read, what_is, which_is_the_day


def look_first(here: Surroundings) -> Sequence[str]:
    """Ask for the file and what is what in it, tell what it holds, and ask whether it shall come in."""
    typed = ask_all(asked.reading, {})["file"]
    if not typed:
        return ()
    file = Path(str(typed)).expanduser()
    maps: list[str] = []
    new, flags = _looked_at(here, file, maps), ["--yes"]
    if any(isinstance(one, TakenOut) for one in new.notices) and confirm(
        _("Shall what you have taken out come in again?")
    ):
        new = _looked_at(here, file, maps, again=True)
        flags.append("--again")
    for line in (*preview_in_words(new.lines), *map(notice_in_words, new.notices)):
        told(shown(line))
    told(" ".join(would_do(new)))
    if new.is_empty or not confirm(_("Shall it come in?")):
        return ()
    return (str(file), *(part for one in maps for part in ("--map", one)), *flags)


def _looked_at(here: Surroundings, file: Path, maps: list[str], *, again: bool = False) -> Taking:
    """Read the file, and ask what is what in it until that is known."""
    now = here.clock.now()
    where = Here(logical_day(now, here.settings.starts), here.clock.zone, now.tzinfo or UTC)
    while True:
        try:
            names = parse_mapping(maps, lambda: here.companion.catalogue.ids)
            with telling_how_far(how_far_read, plain=True) as how_far:
                found = read_file(file, where, names, how_far=how_far)
            return taking(found, here.store.lines(), where.today, again=again)
        except AboutATable as error:
            # Its own sentence shows a command, and there is no shell to type it into.
            for line in error.carried("begun"):
                told(shown(line))
            said = _which_day(error) if isinstance(error, MapDay) else _what_is_what(error)
            if not said:
                raise NotConfirmed from None
            maps += said


def _which_day(error: AboutATable) -> list[str]:
    there = error.carried("there")
    day = choose(which_is_the_day(), [(name, shown(name)) for name in there])
    return [] if day is None else [as_map(day, "day")]


def _what_is_what(error: AboutATable) -> list[str]:
    """Ask of each name what it is; blank leaves it out."""
    targets = [(target, target_word(target)) for target in OFFERED]
    said: list[str] = []
    for name in error.carried("there")[:ASKED_ABOUT]:
        target = choose(what_is(name), targets)
        said += [as_map(name, target)] if target is not None else []
    return said
