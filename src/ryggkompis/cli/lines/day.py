"""The day as lines: the same questions as in the window, in the same order."""

from datetime import timedelta
from functools import partial
from typing import Any

from ryggkompis.cli.card import card, soft_cards
from ryggkompis.cli.lines.ask import Answers, ask_all
from ryggkompis.cli.lines.prompt import introduce
from ryggkompis.cli.lines.safety import Said, ask_safety
from ryggkompis.cli.output import told
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.domain.journal.entries import CheckIn, Entry, Evening, Gate, Weekly
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.services.questions import day, week
from ryggkompis.services.questions.kinds import kept


def ask_morning(here: Surroundings) -> list[Entry]:
    """Ask for a whole morning; nothing is kept before the last answer."""
    companion = here.companion
    before = companion.state()
    told(formats.day_heading(here.today.day))
    introduce()
    for line in card(before.plan.lock, before.flags) if before.plan.lock else ():
        told(line)
    due = before.gate.is_full_list_due(worse=False)
    safety = (
        None
        if before.has_just_answered
        else ask_safety(before.flags, whole=due, strength=before.is_strength_due)
    )
    yesterday = before.history[before.day - timedelta(days=1)].check_in
    asked = day.every_morning(yesterday, numbers=here.settings.numbers)
    said = kept(CheckIn, ask_all(lambda: asked, {}))
    drafts: list[Entry] = [companion.diary.draft(CheckIn, **said)] if said else []
    if safety is None or safety[0] == "daily":
        # A worse morning or a flare asks for the whole list, whatever the one line said.
        then = companion.imagine(*drafts)
        due = then.gate.is_full_list_due(worse=then.seems_worse)
        if drafts and due and not before.gate.is_full_list_due(worse=False):
            told(_("The day is worse than usual, so the whole safety list is asked."))
            safety = ask_safety(before.flags, whole=True) or safety
    return [*_gate(here, safety), *drafts]


def _gate(here: Surroundings, safety: Said | None) -> list[Entry]:
    if safety is None:
        return []
    scope, answers = safety
    if scope == "full":
        answers = here.companion.full_answers(answers)
    gate = here.companion.diary.draft(Gate, scope=scope, answers=answers)
    soft = here.companion.imagine(gate).gate.soft
    for line in soft_cards(soft, here.companion.flags):
        told(line)
    return [gate]


def ask_evening(here: Surroundings) -> dict[str, Any]:
    """Ask how the whole day was."""
    told(formats.day_heading(here.today.day))
    introduce()
    history, on = here.companion.state().history, here.today.day
    asked = day.evening(history[on - timedelta(days=1)].evening, numbers=here.settings.numbers)
    return kept(Evening, ask_all(lambda: asked, {}))


def ask_weekly(here: Surroundings) -> dict[str, Any]:
    """Ask how the week was, each activity that matters by its name."""
    profile = here.companion.state().profile
    goals = profile.goals if profile else ()
    told(formats.day_heading(here.today.day))
    introduce()
    answers: Answers = ask_all(partial(week.weekly, goals, numbers=here.settings.numbers), {})
    return kept(Weekly, {**answers, "goals": week.goals_in(answers, len(goals))})
