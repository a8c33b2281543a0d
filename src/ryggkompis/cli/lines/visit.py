"""The visit as lines: when it is and what to ask there; afterwards what was agreed."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ryggkompis.cli.lines.ask import Answers, ask_all, ask_question
from ryggkompis.cli.lines.programme import tell_programme
from ryggkompis.cli.output import told
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.domain.base.scales import QUESTIONS
from ryggkompis.domain.journal.visits import coming_visit, untold_visit
from ryggkompis.services.programme import keeping, visits
from ryggkompis.services.questions import visit as asked
from ryggkompis.words.saved import saved

if TYPE_CHECKING:
    from ryggkompis.content.programme import ReadProgramme


def tell_visit(here: Surroundings) -> None:
    """Ask what was agreed at a visit that has been; else when the next is, and what to ask there."""
    state = here.companion.state()
    been = untold_visit(state.lately, state.day)
    if been is None and coming_visit(state.lately, state.day) == state.day:
        been = state.day if ask_all(asked.been, {})["been"] else None
    if been is None:
        _before(here)
    else:
        _after(here, been)


def _before(here: Surroundings) -> None:
    profile = here.companion.state().profile
    known: Answers = {"next_visit": profile.next_visit if profile else None}
    known |= {f"question {n}": text for n, text in enumerate(profile.questions if profile else ())}
    answers = ask_all(asked.before, known, here.today.real)
    questions = [str(text) for n in range(QUESTIONS) if (text := answers.get(f"question {n}"))]
    visits.prepare_visit(here.companion, _day(answers), questions)
    told(saved())


def _after(here: Surroundings, been: date) -> None:
    answers = Answers()
    ask_all(partial(asked.after, answers), answers, here.today.real)
    # A programme that cannot be read is said before anything is kept.
    file = asked.file_in(answers)
    read = visits.read_programme(here.companion, Path(file).expanduser()) if file else None
    if read is not None and not _is_meant(here, read):
        read = None
    visits.agree(here.companion, str(answers["agreed"]), been, _day(answers))
    if read is not None:
        visits.use_programme(here.companion, read)
    told(saved())
    if answers.get("programme") == asked.TELL:
        tell_programme(here)


def _is_meant(here: Surroundings, read: "ReadProgramme") -> bool:
    """Ask before another therapist's programme no longer holds."""
    now = keeping.replaced_by(here.companion, read)
    return now is None or ask_question(asked.replacing(now, read.name, here.companion.catalogue)) is True


def _day(answers: Answers) -> date | None:
    day = answers.get("next_visit")
    return day if isinstance(day, date) else None
