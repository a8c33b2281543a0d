"""``report``: the log or the page for the therapist, as a file or on standard output."""

from datetime import date
from typing import TYPE_CHECKING, Final

from ryggkompis.cli.errors import NeedsFormat
from ryggkompis.cli.output import raw, told
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.targets import check_target, write
from ryggkompis.cli.trouble import tell
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.entries import Event
from ryggkompis.domain.history import History
from ryggkompis.domain.text import shown
from ryggkompis.i18n import _, current, formats
from ryggkompis.report import FORMATS, PARTS, Options, facts_of, format_of, parts, render

if TYPE_CHECKING:
    from ryggkompis.store import Line

STANDARD_OUTPUT: Final = "-"


def report_command(parser: Parser) -> Run:
    """Take a file, a period, and what to leave out."""
    endings = ", ".join(FORMATS.values())
    parser.add_argument(
        "file",
        metavar=_("FILE"),
        help=_("where to write it; it ends in one of {endings}; - is standard output").format(
            endings=endings
        ),
    )
    parser.add_argument(
        "--format", metavar="|".join(FORMATS), help=_("in which format, where the name does not say")
    )
    parser.takes_period()
    parser.add_argument("--since-visit", action="store_true", help=_("from the last visit that you noted"))
    parser.add_argument(
        "--without",
        metavar=_("PART,PART"),
        help=_("what to leave out: {parts}").format(parts=", ".join(PARTS)),
    )
    parser.add_argument(
        "--with-crisis", action="store_true", help=_("also the answer about not wanting to live")
    )
    parser.add_argument("--bom", action="store_true", help=_("mark a CSV file for old spreadsheets"))
    parser.add_argument("--force", action="store_true", help=_("replace a file that is there already"))
    parser.takes_date()
    return _report


def _report(here: Surroundings) -> int:
    said = here.said
    is_printed = said.file == STANDARD_OUTPUT
    if is_printed and not said.format:
        raise NeedsFormat(known=", ".join(FORMATS))
    format_ = format_of(said.format or said.file)
    if not is_printed:
        check_target(said.file, may_replace=said.force)
    options = Options(
        without=parts(said.without.split(",") if said.without else ()),
        with_crisis=said.with_crisis,
        bom=said.bom,
    )
    companion = here.companion
    history, problems = companion.read()
    first, last = _period(here, history)
    lines: tuple[Line, ...] = here.store.read().lines
    found = facts_of(
        history, lines, companion.flags, companion.catalogue, first=first, last=last, options=options
    )
    data = render(format_, found, current(), options)
    if is_printed:
        raw(data)
    else:
        write(said.file, data)
        told(
            _("Written: {file}, from {first} to {last}.").format(
                file=shown(said.file), first=formats.day_month_year(first), last=formats.day_month_year(last)
            )
        )
    return tell(problems)


def _period(here: Surroundings, history: History) -> tuple[date, date]:
    last = here.day("until") or here.today.day
    first = here.day("first")
    if here.said.since_visit:
        visits = (
            e.day for e in history.entries if isinstance(e, Event) and e.event == "visit" and e.day <= last
        )
        first = max(visits, default=first)
    return first or min(history.first or last, last), last
