"""What a form asks for each field of an entry, read from the field's own type."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

from msgspec import Meta

from ryggkompis.domain.base.scales import NOTE_LIMIT, QUESTIONS
from ryggkompis.domain.base.text import shown
from ryggkompis.domain.base.value import Value, defaults, names
from ryggkompis.domain.catalogue.catalogue import Catalogue
from ryggkompis.domain.journal.entries import Entry, Gate, Programme, Weekly
from ryggkompis.domain.journal.stamp import Stamp
from ryggkompis.i18n.language import _
from ryggkompis.words.entries import choice_name, exercise_name, field_name, has_choices

Choices: TypeAlias = tuple[tuple[object, str], ...]
"""Values and their names."""

GOALS: Final = 3
"""Most activities of a profile."""
_STAMP: Final = frozenset({*names(Stamp), "kind"})
NAME_LIMIT: Final = 120
"""Characters of a name, and of a question for a visit."""


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
    hints = get_type_hints(kind, include_extras=True)
    found: list[Ask] = []
    for field in names(kind):
        plain, _limits = _opened(hints[field])
        if field in _STAMP or get_origin(plain) is Mapping:
            continue
        if field == "goals":
            found += _goals(kind, goals, least_goals)
        elif field == "questions":
            found += _lines("questions", [_("Question {n}").format(n=n + 1) for n in range(QUESTIONS)])
        else:
            found.append(_ask(field, hints[field], catalogue, needed=field not in defaults(kind)))
    return tuple(found)


def _goals(kind: type[Entry], names: tuple[str, ...], least: int) -> list[Ask]:
    """Ask for the names of the activities in a profile, and how each of them goes in a week."""
    labels = [_("Activity {n}").format(n=n + 1) for n in range(GOALS)]
    if not issubclass(kind, Weekly):
        return _lines("goals", labels)
    named = [shown(name) for name in names]
    asked = [*named, *labels[len(named) : least]]
    return [Number(field="goals", label=label, part=n, low=0, high=10) for n, label in enumerate(asked)]


def _lines(field: str, labels: Sequence[str]) -> list[Ask]:
    """Ask for a few short texts, a line each."""
    return [Text(field=field, label=label, part=n, limit=NAME_LIMIT) for n, label in enumerate(labels)]


def _ask(field: str, hint: object, catalogue: Catalogue, *, needed: bool) -> Ask:
    plain, limits = _opened(hint)
    label = field_name(field)
    if get_origin(plain) is tuple:
        return Ticks(field=field, label=label, choices=_named(field, get_args(get_args(plain)[0])))
    low, high = _range(limits)
    choices = _choices(field, plain, range(low, high + 1), catalogue)
    if choices:
        return Pick(field=field, label=label, is_needed=needed, choices=choices)
    if plain is int:
        return Number(field=field, label=label, is_needed=needed, low=low, high=high)
    if plain is date:
        return When(field=field, label=label, is_needed=needed)
    limit = next((lim.max_length for lim in limits if isinstance(lim, Meta)), None)
    return Text(field=field, label=label, is_needed=needed, limit=limit or NOTE_LIMIT)


def _choices(field: str, plain: object, span: range, catalogue: Catalogue) -> Choices:
    """Give the values that a field can have by name; none where any number or text will do."""
    if field == "exercise":
        return tuple((one.id, exercise_name(one.id, catalogue)) for one in catalogue.exercises)
    if field == "comfort":
        return tuple((one.id, exercise_name(one.id, catalogue)) for one in catalogue.comfort)
    if get_origin(plain) is Literal:
        return _named(field, get_args(plain))
    if plain is bool:
        return _named(field, (True, False))
    return _named(field, span) if plain is int and has_choices(field) else ()


def _opened(hint: Any) -> tuple[Any, tuple[Any, ...]]:  # noqa: ANN401 - a type of any field
    """Take ``| None`` and the limits off a type."""
    if get_origin(hint) in {Union, UnionType}:
        return _opened(next(part for part in get_args(hint) if part is not NoneType))
    if get_origin(hint) is Annotated:
        plain, *limits = get_args(hint)
        return plain, tuple(limits)
    return hint, ()


def _range(limits: Sequence[object]) -> tuple[int, int]:
    known = [limit for limit in limits if isinstance(limit, Meta)]
    low = next((int(limit.ge) for limit in known if limit.ge is not None), 0)
    return low, next((int(limit.le) for limit in known if limit.le is not None), 0)


def _named(field: str, values: Sequence[object]) -> Choices:
    return tuple((value, choice_name(field, value)) for value in values)
