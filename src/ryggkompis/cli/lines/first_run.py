"""The first questions as lines: what this is, what to be careful with, safety, where one starts."""

from ryggkompis.cli.about import about_the_program
from ryggkompis.cli.card import card
from ryggkompis.cli.lines.ask import Answers, ask_all
from ryggkompis.cli.lines.prompt import introduce
from ryggkompis.cli.lines.safety import ask_safety
from ryggkompis.cli.output import told
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.journal.entries import Gate, Profile
from ryggkompis.i18n.language import _, current, use
from ryggkompis.services.diary import said_of
from ryggkompis.services.questions.profile import about, answers_of, language, profile_of, you
from ryggkompis.store.settings import change_settings


def ask_first_questions(here: Surroundings) -> None:
    """Ask everything once; safety comes before the questions about oneself, and a red card ends them."""
    ask_language(here)
    introduce()
    companion = here.companion
    state = companion.state()
    known = state.profile
    answers: Answers = answers_of(known) if known else {}
    welcome = about(about_the_program())
    ask_all(lambda: welcome, answers)
    if state.gate.lock is None and state.gate.is_full_list_due(worse=False):
        said = ask_safety(companion.flags, whole=True)
        if said is not None:
            scope, flags = said
            companion.diary.say(Gate, scope=scope, answers=companion.full_answers(flags))
            told(_("Your safety answers are kept."))
    gate = companion.state().gate
    for line in card(gate.lock, companion.flags) if gate.lock else ():
        told(line)
    if gate.lock is None:
        ask_all(lambda: you(answers), answers)
    elif not answers.get("exclusions"):
        return
    fields = {**(said_of(known) if known else {}), **profile_of(answers, state.day)}
    companion.diary.say(Profile, **fields)
    told(_("Saved. You can change it later from the list."))


def ask_language(here: Surroundings) -> None:
    """Ask somebody new for the language, in both."""
    if here.companion.state().history.profiles:
        return
    said = ask_all(language, {"language": current()})["language"]
    if said != current():
        chosen: Language = "nb" if said == "nb" else "en"
        use(chosen)
        change_settings(here.places, language=chosen)
