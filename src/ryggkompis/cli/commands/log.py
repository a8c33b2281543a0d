"""``log``: what was noted."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby, pairwise
from typing import Final

from ryggkompis.cli.output import facts, paragraphs, print_json
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.plain import plain
from ryggkompis.cli.problems import tell_problems
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.errors import BackwardsPeriod
from ryggkompis.i18n import formats
from ryggkompis.words.entries import entry_line
from ryggkompis.words.saved import nothing_noted

LEAST_ID: Final = 10
"""Characters of an id that the log shows at least."""


def log_command(parser: Parser) -> Run:
    """Take a period, or one day."""
    parser.takes_date()
    parser.takes_period()
    parser.takes_json()
    return _log


def _log(here: Surroundings) -> int:
    chosen = here.day("date")
    first, until = here.day("first") or chosen, here.day("until") or chosen
    if first and until and until < first:
        raise BackwardsPeriod(first=first, last=until)
    if here.is_json:
        print_json({"entries": here.store.read(first, until).lines[::-1]})
        return tell_problems(here.companion.read()[1])
    return _in_words(here, first, until)


def _in_words(here: Surroundings, first: date | None, until: date | None) -> int:
    companion = here.companion
    history, problems = companion.read()
    short = short_ids([entry.id for entry in history.entries])
    entries = [e for e in reversed(history.entries) if (first or e.day) <= e.day <= (until or e.day)]
    for day, said in groupby(entries, key=lambda entry: entry.day):
        facts(formats.day_heading(day))
        for entry in said:
            line = entry_line(entry, companion.catalogue, companion.flags)
            paragraphs([f"  {short[entry.id]}  {formats.clock(entry.at)}  {line}"], plain=here.is_plain)
    if not entries:
        for line in plain((nothing_noted(),)):
            facts(line)
    return tell_problems(problems)


def short_ids(ids: Sequence[str]) -> dict[str, str]:
    """Shorten every id to what tells it from every other, all to the same length."""
    length = LEAST_ID
    while any(one[:length] == other[:length] for one, other in pairwise(sorted(set(ids)))):
        length += 1
    return {id_: id_[:length] for id_ in ids}
