"""``visit``: the next appointment, what to ask there, and afterwards what was agreed."""

from collections.abc import Iterator

from ryggkompis.cli.options import kinds
from ryggkompis.cli.output import paragraphs, print_json, told
from ryggkompis.cli.parser import PROGRAM, Parser
from ryggkompis.cli.saved import as_stored, keep, tell_saved
from ryggkompis.cli.status import DONE
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.domain.base.scales import QUESTIONS
from ryggkompis.domain.base.text import shown
from ryggkompis.domain.journal.entries import Entry, Event, Profile
from ryggkompis.domain.journal.visits import last_visit, untold_visit
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.services.programme import visits


class TooManyQuestions(ExpectedError):
    """More questions for a visit than there is time for."""

    says = N_("There is room for at most {most} questions. Which ones matter most?")


class NothingAgreed(ExpectedError):
    """No words where what was agreed is told."""

    says = N_("--agreed needs a few words on what was agreed.")


def visit_command(parser: Parser) -> Run:
    """Take the day, the questions, or what was agreed; without them it says what is known."""
    parser.shows(_("visit --next 12.12. -q 'May I cycle?'"), _("the next visit, and what to ask there"))
    parser.shows(_("visit --agreed 'three walks a day'"), _("what was agreed"))
    parser.takes_day("--next", _("when the next visit is"), "next_visit", is_ahead=True)
    parser.takes_value(
        "--question",
        kinds.text(),
        _("something to ask there, at most three times; “” takes the questions away"),
        "questions",
        most=None,
    )
    parser.takes_value("--agreed", kinds.text(), _("after the visit: what was agreed"))
    parser.takes_date()
    parser.takes_json()
    return _visit


def _visit(here: Surroundings) -> int:
    said = here.said
    if said.questions and len(said.questions) > QUESTIONS:
        raise TooManyQuestions(most=QUESTIONS)
    if said.agreed is not None:
        if not said.agreed.strip():
            raise NothingAgreed
        if here.is_closed and said.next_visit is None:
            status = keep(here, here.diary.draft(Event, event="visit", text=said.agreed))
            told(_("The diary is locked: questions that you noted for the visit stay noted."))
            return status
        return _keep(here, *visits.agree(here.companion, said.agreed, here.today.day, said.next_visit))
    if said.next_visit is None and said.questions is None:
        return _show(here)
    known = here.companion.state().profile or None
    day = said.next_visit or (known.next_visit if known else None)
    questions = said.questions if said.questions is not None else (known.questions if known else ())
    return _keep(here, visits.prepare_visit(here.companion, day, questions))


def _keep(here: Surroundings, *entries: Entry) -> int:
    tell_saved(here, *entries)
    if here.is_json:
        print_json({"saved": as_stored(here, *entries)})
    return DONE


def _show(here: Surroundings) -> int:
    history, _problems = here.companion.read()
    day = here.today.day
    profile, last = history.profile(day), last_visit(history, day)
    if here.is_json:
        print_json(
            {
                "next_visit": str(profile.next_visit) if profile and profile.next_visit else None,
                "questions": list(profile.questions) if profile else [],
                "last_visit": str(last) if last else None,
            }
        )
        return DONE
    paragraphs(_in_words(profile))
    if untold_visit(history, day):
        told(
            _("What was agreed? “{program} visit --agreed TEXT” keeps it.").format(program=PROGRAM)
            + " "
            + _("A new programme is read by “{program} programme use FILE”.").format(program=PROGRAM)
        )
    return DONE


def _in_words(profile: Profile | None) -> Iterator[str]:
    if profile is None or profile.next_visit is None:
        yield _("No visit is noted. “{program} visit --next YYYY-MM-DD” notes one.").format(program=PROGRAM)
    else:
        yield _("Next visit: {day}.").format(day=formats.day_month_year(profile.next_visit))
    for question in profile.questions if profile else ():
        yield f"- {shown(question)}"
