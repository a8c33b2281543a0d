"""Which widget answers which kind of question."""

from textual.widget import Widget

from ryggkompis.i18n.language import _
from ryggkompis.services.questions.kinds import (
    Kind,
    OneOf,
    Question,
    Scale,
    Some,
    Told,
    Typed,
    answer_in_words,
)
from ryggkompis.tui.widgets.choices import PickOne, PickSome, ReadOn
from ryggkompis.tui.widgets.scale import PickNumber
from ryggkompis.tui.widgets.typed import TypedAnswer


def answer_to(kind: Kind, value: object) -> Widget:
    """Give what answers a question of ``kind``."""
    match kind:
        case OneOf():
            return PickOne(kind, value)
        case Some():
            return PickSome(kind, value)
        case Scale():
            return PickNumber(kind, value)
        case Typed():
            return TypedAnswer(kind, value)
        case Told():
            return ReadOn()


def how_far(place: int, count: int) -> str:
    """Draw how far one is: at ``place``, from 0, of ``count`` questions; nothing where there is only one."""
    if count == 1:
        return ""
    done = round(10 * place / (count - 1))
    told = _("{n} of {all}").format(n=place + 1, all=count)
    return f"   {'━' * done}{'─' * (10 - done)}   {told}"


def before_in_words(question: Question) -> str:
    """Say what was answered yesterday, where that is worth a line."""
    if question.before is None or isinstance(question.before, bool):
        return ""
    said = answer_in_words(question, question.before)
    return _("Yesterday: {answer}. = says the same.").format(answer=said)
