"""The day as lines: the same questions as in the window, in the same order."""

from datetime import timedelta
from functools import partial
from typing import Any

from ryggkompis.cli.held import tell_held
from ryggkompis.cli.lines.ask import Answers, ask_all
from ryggkompis.cli.lines.episode import ask_anew
from ryggkompis.cli.lines.prompt import introduce, told_once
from ryggkompis.cli.lines.safety import ask_safety
from ryggkompis.cli.output import told
from ryggkompis.cli.plain import plain
from ryggkompis.cli.saved import tell_saved
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.domain.journal.entries import Adjustment, CheckIn, Entry, Evening, Weekly
from ryggkompis.domain.today.episode import asks_anew
from ryggkompis.domain.today.walking_less import is_why_asked
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.services.questions import day, week
from ryggkompis.services.questions.answers import kept
from ryggkompis.services.questions.safety import FirstStep
from ryggkompis.services.safety import before_doing, first_step
from ryggkompis.services.tapering import enough
from ryggkompis.services.walking_less import refuse_unexplained, why_less
from ryggkompis.words.adjusting import answer_to, enough_kept
from ryggkompis.words.urgent import cards


def ask_morning(here: Surroundings) -> list[Entry]:
    """Ask for a whole morning and keep it, the safety answers at once; give what is kept."""
    companion = here.companion
    before = companion.state()
    told_once(formats.day_heading(here.today.day))
    introduce()
    for line in plain(cards(before.gate, before.flags)) if before.gate.lock else ():
        told(line)
    step = first_step(before)
    drafts: list[Entry] = _talk(here, step) if step else []
    if step and companion.state().gate.lock:
        # The card comes before any other question.
        return drafts
    yesterday = before.lately[before.day - timedelta(days=1)].check_in
    answers: Answers = {}
    asked = partial(
        day.morning, answers, yesterday, numbers=here.settings.numbers, is_past=here.today.is_past()
    )
    said = kept(CheckIn, ask_all(asked, answers))
    if said:
        drafts.append(companion.diary.say(CheckIn, **said))
        drafts += _list_if_worse(here)
        if (now := companion.state()).gate.lock is None and asks_anew(now):
            drafts += ask_anew(here)
    if is_why_asked(companion.state()):
        drafts += _why_less(here)
    return drafts


def ask_safety_beside(here: Surroundings) -> None:
    """Ask what is due of the safety questions, when a score was told in one word and is kept already."""
    step = first_step(here.companion.state())
    if step is not None:
        _talk(here, step)
    _list_if_worse(here)


def _list_if_worse(here: Surroundings) -> list[Entry]:
    """Ask the whole list where the day alone calls for it."""
    now = here.companion.state()
    is_due = now.gate.is_full_list_due(worse=now.seems_worse)
    if not is_due or now.gate.lock or now.gate.is_full_list_due(worse=False):
        return []
    told(_("The day is worse than usual, so the whole safety list is asked."))
    return _talk(here, "page")


def ask_why_less(here: Surroundings) -> None:
    """Ask what came in the way of walking, keep it, and say something kind to it."""
    refuse_unexplained(here.companion.state())
    for said in _why_less(here):
        tell_saved(here, said)
        if said.because is not None:
            told(answer_to(said.because))


def ask_enough(here: Surroundings) -> None:
    """Ask whether this much walking is enough, and keep it."""
    said: Any = ask_all(day.enough, {})["enough"]
    if said is not None:
        here.diary.add(*enough(here.diary, here.companion.state(), is_enough=said))
        told(enough_kept(is_enough=said))


def _why_less(here: Surroundings) -> list[Adjustment]:
    because: Any = ask_all(day.why_less, {})["because"]
    entries = why_less(here.diary, here.companion.state(), because) if because else []
    here.diary.add(*entries)
    return entries


def _talk(here: Surroundings, step: FirstStep) -> list[Entry]:
    """Hold the safety conversation, and say what is worth a talk with a doctor; give what is kept."""
    said = ask_safety(here, step).said.values()
    gate = here.companion.state().gate
    for line in () if gate.lock else plain(cards(gate, here.companion.flags)):
        told(line)
    return [*said]


def ask_safety_again(here: Surroundings) -> bool:
    """Ask the one line although it was answered today, or what comes before it; tell whether to go on."""
    state = here.companion.state()
    step = first_step(state)
    if step is None and state.gate.lock is not None:
        return not tell_held(state)
    return _is_safe(here, step or "daily")


def ask_safety_before_doing(here: Surroundings) -> bool:
    """Ask what was not answered today, before something of the plan is begun; tell whether to go on."""
    step = before_doing(here.companion.state())
    return not tell_held(here.companion.state()) if step is None else _is_safe(here, step)


def _is_safe(here: Surroundings, step: FirstStep) -> bool:
    keeper = ask_safety(here, step)
    gate = here.companion.state().gate
    for line in plain(cards(gate, here.companion.flags)):
        told(line)
    if keeper.talk.step != "over" or gate.lock:
        return False
    return not tell_held(here.companion.state())


def ask_evening(here: Surroundings) -> dict[str, Any]:
    """Ask how the whole day was."""
    told_once(formats.day_heading(here.today.day))
    introduce()
    history, on = here.companion.state().lately, here.today.day
    asked = day.evening(
        history[on - timedelta(days=1)].evening,
        numbers=here.settings.numbers,
        is_walk_noted=bool(history[on].walks),
        is_past=here.today.is_past(),
    )
    return kept(Evening, ask_all(lambda: asked, {}))


def ask_weekly(here: Surroundings) -> dict[str, Any]:
    """Ask how the week was, each activity that matters by its name."""
    profile = here.companion.state().profile
    goals = profile.goals if profile else ()
    told_once(formats.day_heading(here.today.day))
    introduce()
    answers: Answers = ask_all(partial(week.weekly, goals, numbers=here.settings.numbers), {})
    return kept(Weekly, {**answers, "goals": week.goals_in(answers, len(goals))})
