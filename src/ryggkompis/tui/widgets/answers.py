"""Which widget answers which kind of question, and how far one has come."""

from textual.widget import Widget

from ryggkompis.i18n.language import _
from ryggkompis.services.questions.kinds import Kind, OneOf, Scale, Some, Told, Typed
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
    """Draw how far one has come in a row of questions; nothing where there is but one."""
    if count == 1:
        return ""
    done = round(10 * place / (count - 1))
    told = _("{n} of {all}").format(n=place + 1, all=count)
    return f"   {'━' * done}{'─' * (10 - done)}   {told}"
