"""Questions as values: what is asked, and what kind of answer is wanted."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, TypeAlias

from ryggkompis.domain.base.fields import fields_of
from ryggkompis.domain.base.text import TEXT_LIMIT
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.catalogue.catalogue import Exercise
from ryggkompis.domain.journal.entries import Entry
from ryggkompis.i18n.language import _, current
from ryggkompis.words.entries import choice_name, field_name

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
    movement: Exercise | None = None
    """What it stands for: where it can be drawn its figure is shown beside it, and lines say it in words."""


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
    most: int | None = None
    """At most so many of them."""


class Scale(Value):
    """A number from 0 to 10, or unknown."""

    low: str
    """What 0 means."""
    high: str
    """What 10 means."""


class Typed(Value, kw_only=True):
    """Something that is typed; blank is unknown."""

    is_needed: bool = False
    example: str = ""


class Number(Typed, kw_only=True):
    """A whole number within a range."""

    label: str
    """What it is called where it is refused."""
    low: int
    high: int


class Text(Typed, kw_only=True):
    """Free text of at most ``limit`` characters."""

    limit: int = TEXT_LIMIT


class Day(Typed, kw_only=True):
    """A day."""

    label: str
    """What it is called where it is refused."""
    is_ahead: bool = False
    """Whether “Friday” is the next one; else it is the last there was."""
    has_been: bool = False
    """Whether it must have come: what is told happened on it."""
    is_to_come: bool = False
    """Whether it may not have passed: something lasts until then."""
    after: date | None = None
    """The day of an answer that a look is to be about: it is not before that."""


class Told(Value):
    """No answer: something to read first."""


Kind: TypeAlias = OneOf | Some | Scale | Number | Text | Day | Told


class Question(Value, kw_only=True):
    """One question of a dialog."""

    key: str
    """Names the answer."""
    words: str
    hint: str = ""
    answer: Kind
    before: object = None
    """What was answered the day before; it stands beside the question, never in it."""
    is_aside: bool = False
    """No answer of its own: it settles others, and is not kept."""
    is_settled: bool = False
    """Answered as the day before together with the others; it is read back, not asked."""


def among(exercises: Sequence[Exercise], *, is_held: bool) -> tuple[Choice, ...]:
    """Give the choice of an exercise by its name; while everything is held none is shown (invariant I1)."""
    return tuple(
        Choice(one.id, one.name.in_(current()), movement=None if is_held else one) for one in exercises
    )


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


def number(kind: type[Entry], field: str, *, is_needed: bool = False) -> Number:
    """Want the number that ``field`` of ``kind`` can hold."""
    found = fields_of(kind)[field].span
    return Number(label=field_name(field), is_needed=is_needed, low=found[0], high=found[-1])


def text(
    kind: type[Entry], field: str, *, is_needed: bool = False, limit: int | None = None, example: str = ""
) -> Text:
    """Want the text that ``field`` of ``kind``, or each value of its list, can hold."""
    found = fields_of(kind)[field]
    longest = (found.each or found).longest or TEXT_LIMIT
    return Text(is_needed=is_needed, limit=min(limit or longest, longest), example=example)


def a_day(
    field: str = "day",
    *,
    is_needed: bool = False,
    is_ahead: bool = False,
    has_been: bool = False,
    example: str = "",
) -> Day:
    """Want the day that stands in ``field``."""
    label = field_name(field)
    return Day(label=label, is_needed=is_needed, is_ahead=is_ahead, has_been=has_been, example=example)


def most(kind: type[Entry], field: str) -> int:
    """Give how many values the list ``field`` of ``kind`` can hold, or characters its text."""
    longest = fields_of(kind)[field].longest
    return TEXT_LIMIT if longest is None else longest
