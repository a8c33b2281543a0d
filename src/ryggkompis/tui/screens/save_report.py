"""A report leaves: what goes along, where to, whether a file may be replaced; then it is written."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.domain.base.text import shown_name
from ryggkompis.domain.today.state import State
from ryggkompis.i18n.language import _, current
from ryggkompis.report.errors import NoPdf, NoSheet
from ryggkompis.report.saving import Make, save_report, usual_file
from ryggkompis.report.sheet import wall, wall_format
from ryggkompis.services.questions import report as asked
from ryggkompis.services.questions.kinds import Question
from ryggkompis.services.views.as_file import picture_file, picture_format
from ryggkompis.services.views.view import Lens, View
from ryggkompis.store.targets import check_target
from ryggkompis.tui.hints import fault_in_words
from ryggkompis.tui.screens.asking import Answers, Asking
from ryggkompis.tui.shell import Shell
from ryggkompis.words.entries import parts_named
from ryggkompis.words.problems import readable_by_all


class Destination(NamedTuple):
    """A file that may be written, and what was answered beside it."""

    file: str
    at_home: frozenset[str]
    """The parts with one's own words that stay at home."""
    also: Answers


def _for_the_therapist() -> str:
    return _("For your therapist")


async def ask_where(
    app: Shell,
    ending: str,
    private: Sequence[str],
    *,
    title: Callable[[], str] = _for_the_therapist,
    also: Sequence[Question] = (),
) -> Destination | None:
    """Ask about each part with one's own words, and where to; None when nothing is to be written."""

    def _all() -> tuple[Question, ...]:
        return (*also, *asked.along(parts_named(private)), *asked.where())

    known: Answers = {"file": usual_file(app.state.day, ending)}
    answers = await app.push_screen_wait(Asking(title, _all, known))
    if answers is None:
        return None
    file = _path(answers["file"])
    if not app.do(partial(check_target, file, app.places, may_replace=True)):
        return None
    if _is_there(file):
        again = await app.push_screen_wait(Asking(title, asked.replacing, {}))
        if again is None or not again["replace"]:
            return None
    return Destination(file, frozenset(part for part in private if not answers[part]), answers)


async def ask_for_the_wall(app: Shell) -> tuple[str, str, Make] | None:
    """Ask how large the plan shall be and where to; None when nothing is to be written."""
    state, language, numbers = app.whole, current(), app.settings.numbers
    if state.plan.is_empty and not state.plan.is_closed:
        app.notify(fault_in_words(NoSheet(day=state.day)), severity="warning", timeout=12, markup=False)
        return None
    wanted = await ask_where(app, "-plan.pdf", (), title=_for_the_wall, also=asked.letters())
    found: list[str] = []
    if wanted is None or not app.do(lambda: found.append(wall_format(wanted.file))):
        return None
    is_large = wanted.also["large"] is True

    def make(format_: str) -> bytes:
        return wall(format_, state, language, is_large=is_large, numbers=numbers)

    return wanted.file, found[0], make


async def save_picture(app: Shell, view: View, state: State, lens: Lens) -> None:
    """Ask where to, and write the picture of ``view``."""
    wanted = await ask_where(app, f"-{view.name}.svg", (), title=lambda: _("The picture as a file"))
    found: list[str] = []
    if wanted is None or not app.do(lambda: found.append(picture_format(wanted.file))):
        return
    await write_file(app, wanted.file, found[0], lambda kind: picture_file(kind, view, state, lens))


async def write_file(app: Shell, wanted: str, format_: str, make: Make) -> Path | None:
    """Write beside the keys, and say when it is on the disk; None when it could not be written."""
    app.notify(_("Writing …"), markup=False)
    try:
        file = await asyncio.to_thread(save_report, wanted, format_, make, app.places, may_replace=True)
    except ExpectedError as error:
        app.notify(fault_in_words(error), severity="error", timeout=12, markup=False)
        return None
    if file != wanted:
        app.notify(fault_in_words(NoPdf()), severity="warning", timeout=12, markup=False)
    app.notify(_("Written: {file}").format(file=shown_name(file)), markup=False)
    if app.companion.store.seal.is_on:
        app.notify(readable_by_all(), severity="warning", timeout=12, markup=False)
    return Path(file)


def _for_the_wall() -> str:
    return _("For the wall")


def _path(typed: object) -> str:
    return str(Path(str(typed)).expanduser())


def _is_there(file: str) -> bool:
    return Path(file).exists()
