"""The first questions: language, what this is, what to be careful with, safety, where one starts."""

from functools import partial
from typing import cast

from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.today.episode import is_round_asked
from ryggkompis.i18n.language import _, current
from ryggkompis.services.diary import said_of
from ryggkompis.services.episodes import is_safe_to_begin, keep_exclusions, keep_profile
from ryggkompis.services.operation import tell_operation
from ryggkompis.services.questions import operation as asked
from ryggkompis.services.questions import profile as first_questions
from ryggkompis.services.questions.episode import IS_NEW, round_or_correction
from ryggkompis.services.questions.kinds import Question
from ryggkompis.tui.ink import ink
from ryggkompis.tui.labels import key_of
from ryggkompis.tui.screens.asking import Answers, Asking
from ryggkompis.tui.shell import Shell
from ryggkompis.words.about import about_the_program
from ryggkompis.words.saved import first_questions_saved, saved

DRAFT = "first_run"


async def first_run(app: Shell) -> None:
    """Ask everything once; safety cannot be left out, all else can, and Esc keeps what was answered."""
    known = app.state.profile
    answers = app.drafts.setdefault(DRAFT, first_questions.answers_of(known) if known else {})
    if known is None:
        await _language(app)
    await _about_and_safety(app, answers)
    is_locked, is_answered = app.state.gate.lock is not None, False
    if not is_locked:
        you = Asking(lambda: _("About you"), partial(first_questions.you, answers), answers)
        is_answered = await app.push_screen_wait(you) is not None
    elif not answers.get("exclusions"):
        # The red card comes first; the rest is asked when it has been looked at.
        return
    if "exclusions" not in answers:
        # What was not answered is unknown, and unknown is not “none of these”.
        app.notify(
            _("The first questions are not finished. {key} goes on with them.").format(
                key=key_of("today.first", "f")
            ),
            markup=False,
        )
        return
    said = {**(said_of(known) if known else {}), **first_questions.profile_of(answers, app.state.day)}
    is_new = await _is_new(app) if is_round_asked(app.state, said["onset"]) else None
    keep = partial(keep_profile, app.companion, said, is_new=is_new)
    if app.do(keep, ink(first_questions_saved()).plain):
        app.drafts.pop(DRAFT, None)
        if not is_locked and asked.is_asked(known, app.state.profile, app.state.operation):
            await tell_of_operation(app)
        if is_answered and known is None:
            from ryggkompis.tui.screens.drawing.flow import offer_drawing

            await offer_drawing(app)


async def _is_new(app: Shell) -> bool | None:
    """Ask what an onset means that is later by far; a new episode needs the whole safety list first."""
    from ryggkompis.tui.screens.safety import ask_full_list

    about = Asking(lambda: _("When it began"), round_or_correction, {})
    is_new = cast("bool | None", (await app.push_screen_wait(about) or {}).get(IS_NEW))
    if is_new and not is_safe_to_begin(app.state) and not await ask_full_list(app):
        return None
    return is_new


async def tell_of_operation(app: Shell) -> None:
    """Ask when the back was operated on, and whether exercise is allowed; Esc keeps what was answered."""
    answers = app.drafts.setdefault("operation", asked.answers_of(app.state.operation))
    questions = partial(asked.operation, answers)
    if await app.push_screen_wait(Asking(lambda: _("After an operation"), questions, answers)) is None:
        return
    operated, cleared, by = asked.told_in(answers)
    if operated is None or app.do(partial(tell_operation, app.companion, operated, cleared, by), saved()):
        app.drafts.pop("operation", None)


def _welcome() -> tuple[Question, ...]:
    return first_questions.about("\n\n".join(ink(line).plain for line in about_the_program()))


async def _language(app: Shell) -> None:
    chosen = await app.push_screen_wait(
        Asking(lambda: "Ryggkompis", first_questions.language, {"language": current()})
    )
    language: Language = "nb" if chosen and chosen["language"] == "nb" else "en"
    if chosen:
        app.speak(language)


async def _about_and_safety(app: Shell, answers: Answers) -> None:
    """Tell what this is, ask what the plan must know, then for safety: Esc goes back, never past it."""
    from ryggkompis.tui.screens.safety import ask_full_list

    came_back = False
    while True:
        await app.push_screen_wait(Asking(lambda: _("Welcome"), _welcome, answers, at_end=came_back))
        app.do(partial(keep_exclusions, app.companion, answers))
        gate = app.state.gate
        is_due = gate.lock is None and gate.is_full_list_due(worse=False)
        if not is_due or await ask_full_list(app) or app.state.gate.lock is not None:
            return
        came_back = True
