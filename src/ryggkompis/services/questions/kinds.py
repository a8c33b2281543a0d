"""Questions as values: what is asked, and what kind of answer is wanted."""

from collections.abc import Sequence
from typing import TypeAlias

from ryggkompis.domain.base.value import Value
from ryggkompis.i18n.language import _
from ryggkompis.services.asks import Number, Text, When
from ryggkompis.words.entries import choice_name


class Choice(Value):
    """One possible answer and its words."""

    value: object
    label: str


class OneOf(Value):
    """One of a few choices, or unknown."""

    choices: tuple[Choice, ...]
    can_skip: bool = True
    is_marked: bool = True
    """Whether Enter alone answers; never where the answer must be thought of."""


class Some(Value):
    """Any number of a few choices; the answer is a tuple."""

    choices: tuple[Choice, ...]


class Scale(Value):
    """A number from 0 to 10, or unknown."""

    low: str
    """What 0 means."""
    high: str
    """What 10 means."""


class Typed(Value):
    """Something that is typed; blank is unknown."""

    ask: Number | Text | When
    example: str = ""


class Told(Value):
    """No answer: something to read first."""


Kind: TypeAlias = OneOf | Some | Scale | Typed | Told


class Question(Value, kw_only=True):
    """One question of a dialog."""

    key: str
    """Names the answer."""
    words: str
    hint: str = ""
    answer: Kind


def named(field: str, values: Sequence[object]) -> tuple[Choice, ...]:
    """Give the choices of an entry's field in the patient's words."""
    return tuple(Choice(value, choice_name(field, value)) for value in values)


def yes_or_no(yes: str, no: str, *, no_first: bool = False) -> tuple[Choice, ...]:
    """Give the two choices, in the patient's words."""
    both = (Choice(value=True, label=yes), Choice(value=False, label=no))
    return both[::-1] if no_first else both


def pain_scale() -> Scale:
    """Give the scale of pain with its ends in words."""
    return Scale(_("no pain"), _("worst imaginable"))


def answer_in_words(question: Question, value: object) -> str:
    """Say an answer in a few words; unknown is a dash."""
    match question.answer, value:
        case _, None | ():
            return "–"
        case Some(choices), tuple():
            return ", ".join(choice.label for choice in choices if choice.value in value)
        case OneOf(choices), _:
            return next((choice.label for choice in choices if choice.value == value), "–")
        case _:
            return str(value)
