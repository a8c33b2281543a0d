"""``report``: the log or the page for the therapist, as a file or on standard output."""

import sys
from datetime import date
from functools import partial
from typing import Final

from ryggkompis.cli.lines.ask import ask_all
from ryggkompis.cli.options import kinds
from ryggkompis.cli.output import STANDARD_OUTPUT, is_terminal, raw, told
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.problems import tell_problems
from ryggkompis.cli.saved import tell_readable
from ryggkompis.cli.which_episode import number_of, takes_episode
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.domain.base.text import shown_name
from ryggkompis.domain.base.value import replace
from ryggkompis.domain.course.progress import Period
from ryggkompis.domain.journal.episodes import episodes
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.visits import last_visit
from ryggkompis.i18n import formats
from ryggkompis.i18n.errors import word
from ryggkompis.i18n.language import _, current
from ryggkompis.report.errors import NoPdf
from ryggkompis.report.gather import summary_of
from ryggkompis.report.omit import LETTERS, PARTS, ROWS, Options, parts
from ryggkompis.report.periods import days_in, logged_days, since, since_seen
from ryggkompis.report.rendering import FORMATS, format_of, render
from ryggkompis.report.saving import save_report
from ryggkompis.report.summary import Summary
from ryggkompis.services.questions.report import along
from ryggkompis.store.targets import check_target
from ryggkompis.words.entries import parts_named

_ASKED: Final = ("notes", "medicine")
"""Parts that are in it only when the patient says so."""
LONG: Final = 366
"""Days from which on the user is told that it takes a moment."""

_ROOM: Final = (500, 1_000_000)
"""The fewest and the most that a text can be held to."""


class NeedsFormat(ExpectedError):
    """A report to standard output without a format."""

    says = N_("To print the report, say in which format: --format with one of {known}.")


class NamesAFormat(ExpectedError):
    """A format where the file is to be named."""

    says = N_("“{name}” is a format, and no name of a file. Write “ryggkompis report report{ending}”.")


def report_command(parser: Parser) -> Run:
    """Take a file, a period, and what to leave out."""
    endings = ", ".join(FORMATS.values())
    parser.shows("report report.pdf", _("one page for your therapist"))
    parser.shows("report report.pdf --since-visit", _("from the last visit that you noted"))
    parser.shows("report - --format txt", _("print it"))
    parser.takes_word(
        "file",
        kinds.file(),
        _("where to write it; it ends in one of {endings}; - is standard output").format(endings=endings),
        least=1,
    )
    parser.takes_value(
        "--format", kinds.words(tuple(FORMATS), "--format"), _("in which format, where the name does not say")
    )
    parser.takes_period()
    takes_episode(parser, _("an earlier episode, 1 for the first; or all of them, which is everything"))
    parser.takes_switch("--since-visit", _("from the last visit that you noted"))
    leave_out = _("what to leave out: {parts}").format(parts=", ".join(PARTS))
    parser.takes_value("--without", kinds.parts(PARTS), leave_out)
    parser.takes_value(
        "--with",
        kinds.parts(_ASKED),
        _("what may be in it without being asked about: notes, medicine"),
        "along",
    )
    parser.takes_switch("--with-crisis", _("also the answer about not wanting to live"))
    _takes_form(parser)
    parser.takes_force()
    parser.takes_date()
    return _report


def _takes_form(parser: Parser) -> None:
    parser.takes_value(
        "--letters",
        kinds.whole("--letters", *_ROOM),
        _("the most letters of a .txt, for a message form; {n} otherwise").format(n=LETTERS),
        default=LETTERS,
    )
    rows = kinds.words(ROWS, "--rows")
    parser.takes_value("--rows", rows, _("what a row of a .csv is about; days otherwise"), default="days")
    parser.takes_switch("--bom", _("mark a CSV file for old spreadsheets"))


def _report(here: Surroundings) -> int:
    said = here.said
    is_printed = said.file == STANDARD_OUTPUT
    if is_printed and not said.format:
        raise NeedsFormat(known=", ".join(FORMATS))
    if not said.format and (ending := FORMATS.get(said.file.casefold())):
        raise NamesAFormat(name=said.file, ending=ending)
    format_ = format_of(said.format or said.file)
    kept = parts(said.along.split(",") if said.along else ())
    if not is_printed:
        check_target(said.file, here.places, may_replace=said.force)
    history, problems = here.companion.read()
    found, options = _gathered(here, history, kept, format_)
    if is_printed:
        raw(render(format_, found, current(), options))
    else:
        _write(here, format_, found, options)
    return tell_problems(problems)


def _gathered(
    here: Surroundings, history: History, kept: frozenset[str], format_: str
) -> tuple[Summary, Options]:
    """Gather the facts, without what was to be left out or is now said to stay at home."""
    said, companion = here.said, here.companion
    first, last = _period(here, history, format_)
    if (last - first).days > LONG and is_terminal(sys.stderr):
        told(_("Reading {n} days …").format(n=(last - first).days + 1))
    gather = partial(
        summary_of,
        companion.as_of_now(history),
        here.store.read().lines,
        companion.flags,
        companion.catalogue,
        first=first,
        last=last,
        shown=companion.shown(),
    )
    options = Options(
        without=parts(said.without.split(",") if said.without else ()),
        with_crisis=said.with_crisis,
        letters=said.letters,
        bom=said.bom,
        rows=said.rows,
    )
    found = gather(options=options)
    # Gathered once to see what there is to ask about, and again without what stays at home.
    at_home = _stays_at_home([part for part in found.private if part not in kept])
    if not at_home:
        return found, options
    options = replace(options, without=options.without | at_home)
    return gather(options=options), options


def _stays_at_home(names: list[str]) -> frozenset[str]:
    """Ask about each of these parts; where nobody can be asked, say that they are in it."""
    if not names:
        return frozenset()
    if is_terminal(sys.stdin) and is_terminal(sys.stderr):
        answers = ask_all(lambda: along(parts_named(names)), {})
        return frozenset(name for name in names if not answers[name])
    told(
        _("It holds {parts}. “--without {names}” leaves them out.").format(
            parts=formats.list_of([*parts_named(names).values()]), names=",".join(names)
        )
    )
    return frozenset()


def _write(here: Surroundings, format_: str, found: Summary, options: Options) -> None:
    said = here.said
    file = save_report(
        said.file,
        format_,
        lambda kind: render(kind, found, current(), options),
        here.places,
        may_replace=said.force,
    )
    if file != said.file:
        told(word(NoPdf()))
    told(
        _("Written: {file}, from {first} to {last}.").format(
            file=shown_name(file),
            first=formats.day_month_year(found.period.first),
            last=formats.day_month_year(found.period.last),
        )
    )
    tell_readable(here)


def _period(here: Surroundings, history: History, format_: str) -> tuple[date, date]:
    until, first = here.day("until"), here.day("first")
    last = until or here.today.day
    if here.said.since_visit:
        first = last_visit(history, last) or first
    if first is not None:
        return since(first, history, last).first, last
    found = _meant(here.said.episode, history, last, format_)
    return found.first, until or found.last


def _meant(said: str | None, history: History, last: date, format_: str) -> Period:
    """Give the days that are meant where nobody says which: what is new to whoever treats.

    A table and a file to bring in again are not read but kept, so they hold the whole episode.
    """
    known = episodes(history, last)
    number = number_of(said, len(known))
    if number is not None:
        return logged_days(known[number - 1], history, last)
    if said:
        return days_in("all", history, last)
    is_kept = format_ in {"csv", "json"}
    return days_in("episode", history, last) if is_kept else since_seen(history, last)
