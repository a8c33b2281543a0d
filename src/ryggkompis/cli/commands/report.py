"""``report``: the log or the page for the therapist, as a file or on standard output."""

import sys
from datetime import date
from functools import partial
from typing import Final

from ryggkompis.cli.errors import NeedsFormat
from ryggkompis.cli.lines.ask import ask_all
from ryggkompis.cli.output import STANDARD_OUTPUT, is_terminal, raw, told
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.problems import tell_problems
from ryggkompis.cli.saved import tell_readable
from ryggkompis.cli.values import a_name
from ryggkompis.cli.which_episode import number_of, takes_episode
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.text import shown_name
from ryggkompis.domain.base.value import replace
from ryggkompis.domain.course.progress import Period
from ryggkompis.domain.journal.episodes import episodes
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.visits import last_visit
from ryggkompis.i18n import formats
from ryggkompis.i18n.errors import word
from ryggkompis.i18n.language import _, current
from ryggkompis.report.choices import parts_named
from ryggkompis.report.errors import NoPdf
from ryggkompis.report.gather import summary_of
from ryggkompis.report.omit import PARTS, Options, parts
from ryggkompis.report.periods import days_in, logged_days, since, usual_period
from ryggkompis.report.rendering import FORMATS, format_of, render
from ryggkompis.report.saving import save_report
from ryggkompis.report.summary import Summary
from ryggkompis.services.questions.report import along
from ryggkompis.store.targets import check_target

LONG: Final = 366
"""Days from which on the user is told that it takes a moment."""


def report_command(parser: Parser) -> Run:
    """Take a file, a period, and what to leave out."""
    endings = ", ".join(FORMATS.values())
    parser.add_argument(
        "file",
        type=a_name,
        metavar=_("FILE"),
        help=_("where to write it; it ends in one of {endings}; - is standard output").format(
            endings=endings
        ),
    )
    parser.add_argument(
        "--format", metavar="|".join(FORMATS), help=_("in which format, where the name does not say")
    )
    parser.takes_period()
    takes_episode(parser, _("an earlier episode, 1 for the first; or all of them, which is everything"))
    parser.add_argument("--since-visit", action="store_true", help=_("from the last visit that you noted"))
    parser.add_argument(
        "--without",
        metavar=_("PART,PART"),
        help=_("what to leave out: {parts}").format(parts=", ".join(PARTS)),
    )
    parser.add_argument(
        "--with",
        dest="along",
        metavar=_("PART,PART"),
        help=_("what may be in it without being asked about: notes, medicine"),
    )
    parser.add_argument(
        "--with-crisis", action="store_true", help=_("also the answer about not wanting to live")
    )
    parser.add_argument("--bom", action="store_true", help=_("mark a CSV file for old spreadsheets"))
    parser.takes_force()
    parser.takes_date()
    return _report


def _report(here: Surroundings) -> int:
    said = here.said
    is_printed = said.file == STANDARD_OUTPUT
    if is_printed and not said.format:
        raise NeedsFormat(known=", ".join(FORMATS))
    format_ = format_of(said.format or said.file)
    kept = parts(said.along.split(",") if said.along else ())
    if not is_printed:
        check_target(said.file, here.places, may_replace=said.force)
    history, problems = here.companion.read()
    found, options = _gathered(here, history, kept)
    if is_printed:
        raw(render(format_, found, current(), options))
    else:
        _write(here, format_, found, options)
    return tell_problems(problems)


def _gathered(here: Surroundings, history: History, kept: frozenset[str]) -> tuple[Summary, Options]:
    """Gather the facts, without what was to be left out or is now said to stay at home."""
    said, companion = here.said, here.companion
    first, last = _period(here, history)
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
        bom=said.bom,
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


def _period(here: Surroundings, history: History) -> tuple[date, date]:
    until, first = here.day("until"), here.day("first")
    last = until or here.today.day
    if here.said.since_visit:
        first = last_visit(history, last) or first
    if first is not None:
        return since(first, history, last).first, last
    found = _of_episode(here.said.episode, history, last)
    return found.first, until or found.last


def _of_episode(said: str | None, history: History, last: date) -> Period:
    """Give the days that are meant: those of the episode where nobody says otherwise."""
    known = episodes(history, last)
    number = number_of(said, len(known))
    if number is not None:
        return logged_days(known[number - 1], history, last)
    return days_in("all" if said else usual_period(history, last), history, last)
