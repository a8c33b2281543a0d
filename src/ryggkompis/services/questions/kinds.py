"""Questions as values: what is asked, and what kind of answer is wanted."""

from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from ryggkompis.domain.base.value import Value, names
from ryggkompis.i18n.language import _
from ryggkompis.services.answers import written
from ryggkompis.services.asks import Number, Text, When
from ryggkompis.words.entries import choice_name, field_name

SAVE: Final = "save"
"""The key of the question whether all is right."""
YES, NO, NONE = "1", "0", "0"
"""The keys of yes, of no and of “none” – the same in every question."""


LETTERS: Final[Mapping[str, tuple[object, ...]]] = {
    "y": (True, "yes"),
    "j": (True, "yes"),
    "n": (False, "no"),
    "u": ("unsure",),
}
"""Letters that say the same whatever the language of the screen is."""


class Choice(Value):
    """One possible answer and its words."""

    value: object
    label: str
    key: str = ""
    """The one key that chooses it; without one, its place in the list."""


def keys_of(choices: Sequence[Choice]) -> tuple[str, ...]:
    """Give the key of each choice: its own, or the next number that is free."""
    numbers = (str(n) for n in range(1, len(choices) + 1))
    return tuple(choice.key or next(numbers) for choice in choices)


def chosen_by(choices: Sequence[Choice], key: str) -> int | None:
    """Tell which choice ``key`` chooses: its number, or the letter of yes, no or unsure in any language."""
    keys = keys_of(choices)
    if key in keys:
        return keys.index(key)
    said = LETTERS.get(key.casefold(), ())
    return next((place for place, choice in enumerate(choices) if choice.value in said), None)


class OneOf(Value):
    """One of a few choices, or unknown."""

    choices: tuple[Choice, ...]
    can_skip: bool = True


class Some(Value):
    """Any number of a few choices; the answer is a tuple."""

    choices: tuple[Choice, ...]
    can_skip: bool = True
    """Whether one may go on without an answer; else it must be said that none fits."""


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
    before: object = None
    """What was answered yesterday; it stands beside the question, never in it."""
    is_aside: bool = False
    """No answer of its own: it settles others, and is not kept."""
    is_settled: bool = False
    """Answered as yesterday together with the others; it is read back, not asked."""


def kept(kind: type[Value], answers: Mapping[str, object]) -> dict[str, object]:
    """Give what ``answers`` say about the fields of an entry; nothing where nothing is known."""
    fields = names(kind)
    said = {field: answers[field] for field in answers if field in fields}
    return said if any(value not in {None, ()} for value in said.values()) else {}


def named(field: str, values: Sequence[object]) -> tuple[Choice, ...]:
    """Give the choices of an entry's field in the patient's words."""
    are_counts = not isinstance(values[0], bool) and tuple(values) == tuple(range(len(values)))
    keys = [str(value) if are_counts else _key(value) for value in values]
    return tuple(
        Choice(value, choice_name(field, value), key) for value, key in zip(values, keys, strict=True)
    )


def _key(value: object) -> str:
    if isinstance(value, bool):
        return YES if value else NO
    return NONE if value == "none" else ""


def yes_or_no(yes: str, no: str, *, no_first: bool = False) -> tuple[Choice, ...]:
    """Give the two choices, in the patient's words."""
    both = (Choice(value=True, label=yes, key=YES), Choice(value=False, label=no, key=NO))
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
    """Say what was answered yesterday; nothing where that is unknown, or stands in the question already."""
    if question.before is None or question.is_aside:
        return ""
    said = answer_in_words(question, question.before)
    return _("Yesterday: {answer}. = says the same.").format(answer=said)
