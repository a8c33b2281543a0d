"""The first questions as lines: what this is, what to be careful with, safety, where one starts."""

from ryggkompis.cli.about import about_the_program
from ryggkompis.cli.cards import cards
from ryggkompis.cli.lines.prompt import introduce
from ryggkompis.cli.lines.question import ask_question
from ryggkompis.cli.lines.safety import ask_safety
from ryggkompis.cli.output import told
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.domain.journal.entries import Profile
from ryggkompis.i18n.language import _
from ryggkompis.services.diary import said_of
from ryggkompis.services.questions.kinds import Question
from ryggkompis.services.questions.profile import about, answers_of, profile_of, you
from ryggkompis.store.acts import one_act


@one_act()
def ask_first_questions(here: Surroundings) -> None:
    """Ask everything once; safety comes before the questions about oneself, and a red card ends them."""
    introduce()
    companion = here.companion
    state = companion.state()
    known = state.profile
    answers: dict[str, object] = answers_of(known) if known else {}
    _ask(about(about_the_program()), answers)
    is_due = state.gate.lock is None and state.gate.is_full_list_due(worse=False)
    if is_due and ask_safety(here, "page").said:
        told(_("Your safety answers are kept."))
    gate = companion.state().gate
    for line in cards(gate, companion.flags):
        told(line)
    if gate.lock is None:
        asked: set[str] = set()
        while question := next((one for one in you(answers) if one.key not in asked), None):
            asked.add(question.key)
            answers[question.key] = ask_question(question, answers.get(question.key))
    elif not answers.get("exclusions"):
        return
    fields = {**(said_of(known) if known else {}), **profile_of(answers, state.day)}
    companion.diary.say(Profile, **fields)
    told(_("Saved. You can change it later from the list."))


def _ask(questions: tuple[Question, ...], answers: dict[str, object]) -> None:
    for question in questions:
        answers[question.key] = ask_question(question, answers.get(question.key))
