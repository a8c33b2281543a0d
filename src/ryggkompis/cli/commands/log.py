"""``log``: what was noted."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby, pairwise
from typing import Final

from ryggkompis.cli.options import kinds
from ryggkompis.cli.output import facts, paragraphs, print_json
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.plain import plain
from ryggkompis.cli.problems import tell_problems
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.errors import BackwardsPeriod
from ryggkompis.domain.base.text import shown_name
from ryggkompis.domain.course.medicine_use import uses
from ryggkompis.domain.journal.entries import Entry
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.medicines import counted, folded, is_of
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.services.imports.sources import came_from
from ryggkompis.services.medicine.errors import NoneCounted, NoSuchMedicine
from ryggkompis.words.entries import entry_line
from ryggkompis.words.entry_names import clock_under_day
from ryggkompis.words.saved import nothing_noted
from ryggkompis.words.today.medicine import use_in_words

LEAST_ID: Final = 10
"""Characters of an id that the log shows at least."""


def log_command(parser: Parser) -> Run:
    """Take a period, or one day."""
    parser.shows("log", _("what you noted, the newest first"))
    parser.shows(_("log --date yesterday"), _("one day of it"))
    parser.shows(_("log --medicine morning-tablet"), _("how often a medicine is noted"))
    parser.takes_date()
    parser.takes_period()
    parser.takes_value(
        "--medicine", kinds.text(_("NAME")), _("only this medicine, and how often it is noted")
    )
    parser.takes_value("--source", kinds.named(_("NAME")), _("only what came from this program's files"))
    parser.takes_json()
    return _log


def _log(here: Surroundings) -> int:
    chosen = here.day("date")
    first, until = here.day("first") or chosen, here.day("until") or chosen
    if first and until and until < first:
        raise BackwardsPeriod(first=first, last=until)
    if here.is_json:
        return _as_json(here, first, until)
    return _in_words(here, first, until)


def _as_json(here: Surroundings, first: date | None, until: date | None) -> int:
    lines = here.store.read(first, until).lines[::-1]
    history, problems = here.companion.read()
    if here.said.medicine is not None or here.said.source is not None:
        chosen = {entry.id for entry in _chosen(here, history)}
        lines = tuple(line for line in lines if line["id"] in chosen)
    print_json({"entries": lines})
    return tell_problems(problems)


def _in_words(here: Surroundings, first: date | None, until: date | None) -> int:
    companion = here.companion
    history, problems = companion.read()
    short = short_ids([entry.id for entry in history.entries])
    entries = [e for e in reversed(_chosen(here, history)) if (first or e.day) <= e.day <= (until or e.day)]
    for day, said in groupby(entries, key=lambda entry: entry.day):
        facts(formats.day_heading(day))
        for entry in said:
            line = entry_line(entry, companion.catalogue, companion.flags)
            paragraphs([f"  {short[entry.id]}  {clock_under_day(entry)}  {line}"])
    if not entries:
        for line in plain((nothing_noted(),)):
            facts(line)
    elif here.said.medicine is not None:
        since, last = first or entries[-1].day, until or here.today.day
        for use in uses(history, since, last):
            if folded(use.name) == folded(here.said.medicine):
                paragraphs(use_in_words(use))
    return tell_problems(problems)


def _chosen(here: Surroundings, history: History) -> tuple[Entry, ...]:
    """Give every entry, or those that are asked for."""
    entries = _of_medicine(here, history)
    return entries if here.said.source is None else came_from(entries, here.said.source)


def _of_medicine(here: Surroundings, history: History) -> tuple[Entry, ...]:
    """Give every entry, or those of the medicine that is asked for.

    Raises:
        NoSuchMedicine: where none of that name is counted.

    """
    name = here.said.medicine
    if name is None:
        return history.entries
    known = counted(history.entries)
    if not any(one.has(name) for one in known):
        names = ", ".join(shown_name(one.name) for one in known)
        raise NoSuchMedicine(name=name, known=names) if known else NoneCounted
    return tuple(entry for entry in history.entries if is_of(entry, name))


def short_ids(ids: Sequence[str]) -> dict[str, str]:
    """Shorten every id to what tells it from every other, all to the same length."""
    length = LEAST_ID
    while any(one[:length] == other[:length] for one, other in pairwise(sorted(set(ids)))):
        length += 1
    return {id_: id_[:length] for id_ in ids}
