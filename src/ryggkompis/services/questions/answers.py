"""Answers: what was typed, understood; what was answered, in words, and read back before it is kept."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from ryggkompis.domain.base.text import clean, shown
from ryggkompis.domain.base.value import Value, names
from ryggkompis.i18n import formats
from ryggkompis.i18n.days import read_day
from ryggkompis.i18n.language import _
from ryggkompis.services.errors import EmptyText, FutureDay, OutOfRange, TooMuchText
from ryggkompis.services.questions.errors import (
    EndHasPassed,
    LookedBefore,
    NeedsAnswer,
    NotADay,
)
from ryggkompis.services.questions.kinds import (
    Day,
    Number,
    OneOf,
    Question,
    Some,
    Text,
    Typed,
    yes_or_no,
)
from ryggkompis.words.entries import field_name

SAVE: Final = "save"
"""The key of the question whether all is right."""
_CENTURY: Final = 2000
_LONGEST_NUMBER: Final = 6
_SHOWN: Final = 40


def written(value: object) -> str:
    """Write ``value`` as it stands in a form; unknown is blank."""
    if value is None:
        return ""
    return formats.brief_day(value) if isinstance(value, date) else shown(str(value))


def understood(kind: Number | Text | Day, text: str, today: date | None = None) -> object:
    """Understand what was typed; blank is unknown.

    Args:
        kind: what is asked.
        text: what was typed.
        today: what “yesterday” and a day without its year count from; None understands whole days only.

    Raises:
        OutOfRange, NotADay, FutureDay, EndHasPassed, LookedBefore: when it does not fit.
        EmptyText, TooMuchText, NeedsAnswer: the same, of a text or of nothing.

    """
    said = clean(text).strip()
    match kind:
        case _ if not said and not kind.is_needed:
            return None
        case Text() if not said:
            raise EmptyText
        case Number() | Day() if not said:
            raise NeedsAnswer(field=kind.label)
        case Number():
            return _number(kind, said)
        case Day():
            return _day(kind, said, today)
        case Text() if len(said) > kind.limit:
            raise TooMuchText(length=len(said), limit=kind.limit)
        case _:
            return said


def _day(kind: Day, said: str, today: date | None) -> date:
    day = read_day(said, today, is_ahead=kind.is_ahead)
    if day is None:
        raise NotADay(value=_short(said))
    if kind.has_been and today is not None and day > today:
        raise FutureDay(day=day)
    if kind.is_to_come and today is not None and day < today:
        raise EndHasPassed(day=day)
    if kind.after is not None and day < kind.after:
        raise LookedBefore(day=day, after=kind.after)
    return day


def _number(kind: Number, said: str) -> int:
    is_number = said.isascii() and said.isdigit() and len(said) <= _LONGEST_NUMBER
    if is_number and kind.low <= int(said) <= kind.high:
        return int(said)
    raise OutOfRange(value=_short(said), field=kind.label, low=kind.low, high=kind.high)


def _short(said: str) -> str:
    """Quote what was typed, but not all of a page."""
    return shown(said) if len(said) <= _SHOWN else shown(said[:_SHOWN]) + "…"


def kept(kind: type[Value], answers: Mapping[str, object]) -> dict[str, object]:
    """Give what ``answers`` say about the fields of an entry; nothing where nothing is known."""
    fields = names(kind)
    said = {field: answers[field] for field in answers if field in fields}
    return said if any(value not in {None, ()} for value in said.values()) else {}


def answer_in_words(question: Question, value: object) -> str:
    """Say an answer in a few words; unknown is a dash."""
    match question.answer, value:
        case _, None | ():
            return "–"
        case Some(choices), tuple():
            return ", ".join(choice.label for choice in choices if choice.value in value)
        case OneOf(choices), _:
            return next((choice.label for choice in choices if choice.value == value), "–")
        case Typed(), _:
            return written(value)
        case _:
            return str(value)


def read_back(questions: Sequence[Question], answers: Mapping[str, object]) -> Question:
    """Ask whether all that was answered is right, before it is saved."""
    lines = (
        f"{field_name(one.key)}: {answer_in_words(one, settled(one, answers))}"
        for one in questions
        if not one.is_aside
    )
    go_on = OneOf(yes_or_no(_("yes, save it"), _("no, from the beginning again")), can_skip=False)
    return Question(key=SAVE, words=_("Is this right?"), hint="\n".join(lines), answer=go_on)


def settled(question: Question, answers: Mapping[str, object]) -> object:
    """Give the answer to a question, which may have been settled together with others; None is unknown."""
    return question.before if question.is_settled else answers.get(question.key)


def before_in_words(question: Question) -> str:
    """Say what was answered the day before; nothing where it is unknown, or stands in the question."""
    if question.before is None or question.is_aside:
        return ""
    said = answer_in_words(question, question.before)
    return _("The day before: {answer}. = says the same.").format(answer=said)
