"""The first questions as lines: what this is, what to be careful with, safety, where one starts."""

from typing import Any

from ryggkompis.cli.lines.ask import Answers, ask_all
from ryggkompis.cli.lines.drawing import offer_drawing
from ryggkompis.cli.lines.episode import ask_list_first
from ryggkompis.cli.lines.operation import tell_of_operation
from ryggkompis.cli.lines.prompt import introduce
from ryggkompis.cli.lines.safety import ask_safety
from ryggkompis.cli.output import told
from ryggkompis.cli.plain import plain
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.today.episode import is_round_asked
from ryggkompis.i18n.language import _, current, use
from ryggkompis.services.diary import said_of
from ryggkompis.services.episodes import is_safe_to_begin, keep_exclusions, keep_profile
from ryggkompis.services.questions.episode import IS_NEW, round_or_correction
from ryggkompis.services.questions.operation import is_asked
from ryggkompis.services.questions.profile import about, answers_of, language, profile_of, you
from ryggkompis.store.acts import one_act
from ryggkompis.store.settings import change_settings
from ryggkompis.words.about import about_the_program
from ryggkompis.words.saved import first_questions_saved
from ryggkompis.words.urgent import cards


@one_act()
def ask_first_questions(here: Surroundings) -> None:
    """Ask everything once; safety comes before the questions about oneself, and a red card ends them."""
    ask_language(here)
    introduce()
    companion = here.companion
    state = companion.state()
    known = state.profile
    answers: Answers = answers_of(known) if known else {}
    welcome = about("\n\n".join(plain(about_the_program())))
    ask_all(lambda: welcome, answers)
    keep_exclusions(companion, answers)
    is_due = state.gate.lock is None and state.gate.is_full_list_due(worse=False)
    if is_due and ask_safety(here, "page").said:
        told(_("Your safety answers are kept."))
    gate = companion.state().gate
    for line in plain(cards(gate, companion.flags)):
        told(line)
    if gate.lock is None:
        ask_all(lambda: you(answers), answers, here.today.real)
    elif not answers.get("exclusions"):
        return
    fields = {**(said_of(known) if known else {}), **profile_of(answers, state.day)}
    is_new = _is_new(here) if is_round_asked(state, fields["onset"]) else None
    keep_profile(companion, fields, is_new=is_new)
    for line in plain((first_questions_saved(),)):
        told(line)
    after = companion.state()
    if gate.lock is None and is_asked(known, after.profile, after.operation):
        tell_of_operation(here)
    if gate.lock is None and known is None:
        offer_drawing(here)


def _is_new(here: Surroundings) -> bool | None:
    """Ask what an onset means that is later by far; a new episode needs the whole safety list first."""
    is_new: Any = ask_all(round_or_correction, {})[IS_NEW]
    if not is_new:
        return is_new  # type: ignore[no-any-return]  # asked as yes, no or neither
    ask_list_first(here)
    companion = here.companion
    gate = companion.state().gate
    for line in plain(cards(gate, companion.flags)) if gate.lock else ():
        told(line)
    return True if is_safe_to_begin(companion.state()) else None


def ask_language(here: Surroundings) -> None:
    """Ask somebody new for the language, in both."""
    if here.companion.state().history.profiles:
        return
    said = ask_all(language, {"language": current()})["language"]
    if said != current():
        chosen: Language = "nb" if said == "nb" else "en"
        use(chosen)
        change_settings(here.places, language=chosen)
