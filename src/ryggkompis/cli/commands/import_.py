"""``import``: a journal, a report, or another program's diary; twice gives the same as once."""

import sys
from datetime import UTC
from pathlib import Path
from typing import Final

from ryggkompis.cli.output import facts, paragraphs, print_json, told
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.problems import tell_problems
from ryggkompis.cli.values import a_name
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.days import logical_day
from ryggkompis.i18n.language import _
from ryggkompis.importers.found import Found, Here
from ryggkompis.importers.mapping import TARGETS, parse_mapping, target_word
from ryggkompis.importers.preview import preview_in_words
from ryggkompis.importers.reading import read_file
from ryggkompis.importers.source import LIMIT
from ryggkompis.importers.wording import notice_in_words
from ryggkompis.words.saved import entries_added, nothing_to_add, would_be_added

STANDARD_INPUT: Final = "-"


def import_command(parser: Parser) -> Run:
    """Take a file, and which of its numbers are which."""
    parser.add_argument(
        "file", type=a_name, metavar=_("FILE"), help=_("the file to read; - is standard input")
    )
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        metavar=_("NAME=") + "|".join(map(target_word, TARGETS)),
        help=_("what is what in another program's file, also the id of an exercise; may be repeated"),
    )
    parser.takes_dry_run()
    parser.takes_json()
    return _import


def _import(here: Surroundings) -> int:
    now = here.clock.now()
    where = Here(logical_day(now, here.settings.starts), here.clock.zone, now.tzinfo or UTC)
    names = parse_mapping(here.said.map, lambda: here.companion.catalogue.ids)
    reading = here.store.read()
    found = read_file(_given(here.said.file), where, names).new_to(reading.lines, where.today)
    if not here.said.dry_run:
        found.put_into(here.store)
    _tell(here, found)
    return tell_problems(here.store.read().problems if found.unread else reading.problems)


def _given(file: str) -> Path | bytes:
    if file != STANDARD_INPUT:
        return Path(file)
    # One byte more than may be: so much is enough to know that it is too much.
    return sys.stdin.buffer.read(LIMIT + 1) if sys.stdin is not None else b""


def _tell(here: Surroundings, found: Found) -> None:
    said = [*map(notice_in_words, found.notices), *preview_in_words(found)]
    n = len(found.lines)
    if here.is_json:
        print_json({"added": 0 if here.said.dry_run else n, "found": n, "notices": said})
        return
    paragraphs(said, plain=here.is_plain)
    if here.said.dry_run:
        facts(" ".join((would_be_added(n), _("Nothing was kept."))))
    elif n:
        facts(entries_added(n))
    else:
        facts(nothing_to_add())
    if n:
        told(_("“ryggkompis progress” shows the course."))
