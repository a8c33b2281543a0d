"""The visit: beforehand when it is and what to ask, afterwards what was agreed."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ryggkompis.domain.base.scales import QUESTIONS
from ryggkompis.domain.journal.visits import coming_visit, untold_visit
from ryggkompis.i18n.language import _
from ryggkompis.services.programme import keeping, visits
from ryggkompis.services.questions import visit as asked
from ryggkompis.tui.screens.asking import Answers, Asking
from ryggkompis.tui.screens.doing import clear
from ryggkompis.tui.screens.telling.programme import programme
from ryggkompis.tui.shell import Shell
from ryggkompis.words.saved import saved

if TYPE_CHECKING:
    from ryggkompis.content.programme import ReadProgramme
    from ryggkompis.domain.journal.entries import Programme


async def visit(app: Shell) -> None:
    """Ask what was agreed at a visit that has been; else when the next is, and what to ask there."""
    state = app.state
    been = untold_visit(state.lately, state.day)
    if been is None and coming_visit(state.lately, state.day) == state.day:
        answers = await app.push_screen_wait(Asking(_title, asked.been, {}))
        if answers is None:
            return
        been = state.day if answers["been"] else None
    if been is None:
        await _before(app)
    else:
        await _after(app, been)


def _title() -> str:
    return _("The visit")


async def _before(app: Shell) -> None:
    profile = app.state.profile
    known: Answers = {"next_visit": profile.next_visit if profile else None}
    known |= {f"question {n}": text for n, text in enumerate(profile.questions if profile else ())}
    draft = app.drafts.setdefault("visit", known)
    answers = await app.push_screen_wait(Asking(_title, asked.before, draft))
    if answers is None:
        return
    questions = [str(text) for n in range(QUESTIONS) if (text := answers.get(f"question {n}"))]
    if app.do(partial(visits.prepare_visit, app.companion, _day(answers), questions), saved()):
        app.drafts.pop("visit", None)


async def _after(app: Shell, been: date) -> None:
    """Keep what was agreed; a doctor's word that opens a lock is asked for by itself."""
    name = f"visit {been}"
    draft = app.drafts.setdefault(name, {})
    answers = await app.push_screen_wait(Asking(_title, partial(asked.after, draft), draft))
    if answers is None:
        return
    used = await _followed(app, asked.file_in(answers))
    if used is None:
        return

    def keep() -> None:
        visits.agree(app.companion, str(answers["agreed"]), been, _day(answers))
        for one in used:
            visits.use_programme(app.companion, one)

    if app.do(keep, saved()):
        app.drafts.pop(name, None)
        if app.state.gate.lock is not None:
            await clear(app)
        if answers.get("programme") == asked.TELL:
            await programme(app)


async def _followed(app: Shell, file: str) -> "tuple[ReadProgramme, ...] | None":
    """Read the programme that is followed from now on, if any; None where nothing is to be kept yet."""
    read, replaced = list["ReadProgramme"](), list["Programme | None"]()

    def look() -> None:
        read.append(_programme(app, file))
        replaced.append(keeping.replaced_by(app.companion, read[0]))

    # A programme that cannot be read is said before anything is kept.
    if file and not app.do(look):
        return None
    now = replaced[0] if replaced else None
    if now is None:
        return tuple(read)
    asks = (asked.replacing(now, read[0].name, app.companion.catalogue),)
    answers = await app.push_screen_wait(Asking(_title, lambda: asks, {}))
    if answers is None:
        return None
    return tuple(read) if answers["only"] is True else ()


def _programme(app: Shell, file: str) -> "ReadProgramme":
    return visits.read_programme(app.companion, Path(file).expanduser())


def _day(answers: dict[str, Any]) -> date | None:
    day: date | None = answers.get("next_visit")
    return day
