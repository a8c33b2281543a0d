"""What a form asks for each field of an entry, read from the field's own type."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, TypeAlias

from ryggkompis.domain.base.fields import Field, fields_of
from ryggkompis.domain.base.scales import NOTE_LIMIT
from ryggkompis.domain.base.text import shown
from ryggkompis.domain.base.value import Value, names
from ryggkompis.domain.catalogue.catalogue import Catalogue
from ryggkompis.domain.journal.entries import Entry, Gate, Profile, Programme, Weekly
from ryggkompis.domain.journal.stamp import Stamp
from ryggkompis.i18n.language import _
from ryggkompis.words.entries import choice_name, exercise_name, field_name, has_choices

Choices: TypeAlias = tuple[tuple[object, str], ...]
"""Values and their names."""

_STAMP: Final = frozenset({*names(Stamp), "kind"})


class _Ask(Value, kw_only=True):
    """One question of a form."""

    field: str
    label: str
    """In the user's language."""
    is_needed: bool = False
    part: int | None = None
    """The place in the field's list of values; None where the field has one value."""

    @property
    def key(self) -> str:
        """Tell this question from every other one of the form."""
        return self.field if self.part is None else f"{self.field}-{self.part}"


class Number(_Ask, kw_only=True):
    """A whole number within a range."""

    low: int
    high: int


class Text(_Ask, kw_only=True):
    """Free text of at most ``limit`` characters."""

    limit: int = NOTE_LIMIT


class When(_Ask, kw_only=True):
    """A day."""


class Pick(_Ask, kw_only=True):
    """One of a few values, each with its name."""

    choices: Choices


class Ticks(_Ask, kw_only=True):
    """Any number of a few values, each with its name."""

    choices: Choices


Ask: TypeAlias = Number | Text | When | Pick | Ticks


def the_day() -> When:
    """Ask which day an entry is about."""
    return When(field="day", label=field_name("day"), is_needed=True)


def most(kind: type[Entry], field: str) -> int:
    """Give how many values the list ``field`` of ``kind`` can hold, or characters its text."""
    longest = fields_of(kind)[field].longest
    return NOTE_LIMIT if longest is None else longest


def number(kind: type[Entry], field: str, *, is_needed: bool = False) -> Number:
    """Ask for the number that ``field`` of ``kind`` can hold."""
    found = fields_of(kind)[field].span
    return Number(field=field, label=field_name(field), is_needed=is_needed, low=found[0], high=found[-1])


def text(kind: type[Entry], field: str, *, is_needed: bool = False, limit: int | None = None) -> Text:
    """Ask for the text that ``field`` of ``kind``, or each value of its list, can hold."""
    found = fields_of(kind)[field]
    longest = (found.each or found).longest or NOTE_LIMIT
    return Text(
        field=field, label=field_name(field), is_needed=is_needed, limit=min(limit or longest, longest)
    )


def asks_of(
    kind: type[Entry], catalogue: Catalogue, goals: tuple[str, ...] = (), least_goals: int = 0
) -> tuple[Ask, ...]:
    """Ask for every field that a patient may write in an entry of ``kind``; none for a safety answer.

    Args:
        kind: what is written.
        catalogue: names the exercises to choose from.
        goals: names of the patient's activities.
        least_goals: how many activities a week holds already, though they have no name any more.

    """
    if issubclass(kind, Gate | Programme):
        return ()
    found: list[Ask] = []
    for name, field in fields_of(kind).items():
        if name in _STAMP or field.kind is Mapping:
            continue
        if name == "goals":
            found += _goals(kind, goals, least_goals)
        elif name == "questions":
            count = most(kind, name)
            found += _lines(kind, name, [_("Question {n}").format(n=n + 1) for n in range(count)])
        else:
            found.append(_ask(kind, field, catalogue))
    return tuple(found)


def _goals(kind: type[Entry], names: tuple[str, ...], least: int) -> list[Ask]:
    """Ask for the names of the activities in a profile, and how each of them goes in a week."""
    labels = [_("Activity {n}").format(n=n + 1) for n in range(most(Profile, "goals"))]
    if not issubclass(kind, Weekly):
        return _lines(kind, "goals", labels)
    named = [shown(name) for name in names]
    asked = [*named, *labels[len(named) : least]]
    each = fields_of(kind)["goals"].each
    span = each.span if each else range(1)
    return [
        Number(field="goals", label=label, part=n, low=span[0], high=span[-1])
        for n, label in enumerate(asked)
    ]


def _lines(kind: type[Entry], name: str, labels: Sequence[str]) -> list[Ask]:
    """Ask for a few short texts, a line each."""
    limit = text(kind, name).limit
    return [Text(field=name, label=label, part=n, limit=limit) for n, label in enumerate(labels)]


def _ask(kind: type[Entry], field: Field, catalogue: Catalogue) -> Ask:
    name, label, is_needed = field.name, field_name(field.name), field.is_needed
    if field.each is not None:
        return Ticks(field=name, label=label, choices=_named(name, field.each.choices))
    choices = _choices(field, catalogue)
    if choices:
        return Pick(field=name, label=label, is_needed=is_needed, choices=choices)
    if field.kind is int:
        return number(kind, name, is_needed=is_needed)
    if field.kind is date:
        return When(field=name, label=label, is_needed=is_needed)
    return text(kind, name, is_needed=is_needed)


def _choices(field: Field, catalogue: Catalogue) -> Choices:
    """Give the values that a field can have by name; none where any number or text will do."""
    if field.name == "exercise":
        return tuple((one.id, exercise_name(one.id, catalogue)) for one in catalogue.exercises)
    if field.name == "comfort":
        return tuple((one.id, exercise_name(one.id, catalogue)) for one in catalogue.comfort)
    if field.choices:
        return _named(field.name, field.choices)
    if field.kind is bool:
        return _named(field.name, (True, False))
    return _named(field.name, field.span) if has_choices(field.name) else ()


def _named(field: str, values: Sequence[object]) -> Choices:
    return tuple((value, choice_name(field, value)) for value in values)
