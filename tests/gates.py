"""Safety answers as the program keeps them when the list is finished, or the one line is answered."""

from ryggkompis.domain.base.scales import DAILY_LINE, Answer
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.services.companion import Companion


def answer_gate(companion: Companion, answers: dict[str, Answer]) -> None:
    """Answer the whole list; what is left out was answered no."""
    companion.diary.say(Gate, scope="full", answers=companion.full_answers(answers))


def answer_daily(companion: Companion, answer: Answer) -> None:
    """Answer the one line of an ordinary day."""
    companion.diary.say(Gate, scope="daily", answers={DAILY_LINE: answer})
