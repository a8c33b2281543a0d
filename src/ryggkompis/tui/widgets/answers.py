"""Which widget answers which kind of question."""

from textual.widget import Widget

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
