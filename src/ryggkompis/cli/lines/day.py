"""What is asked line by line: safety and function first, numbers last; every answer may be left blank."""

from typing import Any

from ryggkompis.cli.cards import cards
from ryggkompis.cli.lines.prompt import ask, ask_choice, ask_number, ask_one, ask_yes_or_no, introduce
from ryggkompis.cli.lines.safety import ask_safety
from ryggkompis.cli.output import told
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.domain.base.scales import CHANGES
from ryggkompis.domain.base.text import shown
from ryggkompis.domain.journal.entries import CheckIn, Entry, Evening, Weekly
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.services.questions.safety import FirstStep
from ryggkompis.services.safety import first_step
from ryggkompis.words.course import ABILITIES, FEARS, ability, fear
from ryggkompis.words.entries import choice_name


def ask_morning(here: Surroundings) -> list[Entry]:
    """Ask for a whole morning and keep it, the safety answers at once; give what is kept."""
    companion = here.companion
    before = companion.state()
    told(formats.day_heading(here.today.day))
    introduce()
    for line in cards(before.gate, before.flags) if before.gate.lock else ():
        told(line)
    step = first_step(before)
    kept: list[Entry] = _talk(here, step) if step else []
    if step and companion.state().gate.lock:
        # The card comes before any other question.
        return kept
    said = _morning(numbers=here.settings.numbers)
    if said:
        kept.append(companion.diary.say(CheckIn, **said))
        after = companion.state()
        is_due = after.gate.is_full_list_due(worse=after.seems_worse)
        if is_due and not after.gate.is_full_list_due(worse=False):
            told(_("The day is worse than usual, so the whole safety list is asked."))
            kept += _talk(here, "page")
    return kept


def _talk(here: Surroundings, step: FirstStep) -> list[Entry]:
    """Hold the safety conversation, and say what is worth a talk with a doctor; give what is kept."""
    said = ask_safety(here, step).said.values()
    gate = here.companion.state().gate
    for line in () if gate.lock else cards(gate, here.companion.flags):
        told(line)
    return [*said]


def _morning(*, numbers: bool) -> dict[str, Any]:
    said: dict[str, Any] = {
        "morning": ask_choice(CheckIn, "morning", _("How is this morning?")),
        "flare": ask_yes_or_no(_("Would you call it a flare-up?")),
        "numb": ask_choice(CheckIn, "numb", _("How numb is the leg?")),
        "site": ask_choice(CheckIn, "site", _("How far down does the pain reach?")),
        "sleep_wakes": ask_number(
            CheckIn, "sleep_wakes", _("How many times did pain wake you last night? 3 means 3 or more.")
        ),
    }
    if numbers:
        said["leg"] = ask_number(
            CheckIn,
            "leg",
            _("How much does the leg hurt now? 0 is not at all, 10 the worst you can imagine."),
        )
        said["back"] = ask_number(CheckIn, "back", _("How much does the back hurt now?"))
    return {field: value for field, value in said.items() if value is not None}


def ask_evening(here: Surroundings) -> dict[str, Any]:
    """Ask how the whole day was."""
    told(formats.day_heading(here.today.day))
    introduce()
    said: dict[str, Any] = {
        "flare": ask_yes_or_no(_("Would you call today a flare-up?")),
        "sit_longest": ask_choice(Evening, "sit_longest", _("What was the longest time you sat?")),
    }
    if here.settings.numbers:
        said["leg_avg"] = ask_number(
            Evening, "leg_avg", _("The leg on average today? 0 is not at all, 10 the worst you can imagine.")
        )
        said["back_avg"] = ask_number(Evening, "back_avg", _("The back on average today?"))
        said["leg_worst"] = ask_number(Evening, "leg_worst", _("The leg at its worst today?"))
    return said


def ask_weekly(here: Surroundings) -> dict[str, Any]:
    """Ask how the week was, each activity that matters by its name."""
    profile = here.companion.state().profile
    told(formats.day_heading(here.today.day))
    introduce()
    numbers = here.settings.numbers
    goals = tuple(_ask_goal(goal, numbers=numbers) for goal in (profile.goals if profile else ()))
    return {
        "goals": goals if any(goal is not None for goal in goals) else (),
        "global_change": ask_one(
            _("How are you, compared with when it began?"),
            [(n, choice_name("global_change", n)) for n in CHANGES],
        ),
        "work": ask_choice(Weekly, "work", _("How much do you work?")),
        "worry": _ask_worry(numbers=numbers),
        "eased_by": ask(_("What helped this week? Write it in a few words."), str),
        "wish": ask(_("What is your one wish for the next week?"), str),
    }


def _ask_goal(goal: str, *, numbers: bool) -> int | None:
    if numbers:
        words = _("{goal}: how does it go? 0 not at all, 10 as before.")
        return ask_number(Weekly, "goals", words.format(goal=shown(goal)))
    return ask_one(
        _("{goal}: how does it go?").format(goal=shown(goal)), [(n, ability(n)) for n in ABILITIES]
    )


def _ask_worry(*, numbers: bool) -> int | None:
    if numbers:
        return ask_number(Weekly, "worry", _("How afraid are you to move? 0 is not at all, 10 very much."))
    return ask_one(_("How afraid are you to move?"), [(n, fear(n)) for n in FEARS])
