"""The form of any entry, read from its own fields: what is asked, what stands in it, what was changed.

A list whose values are asked one by one is asked as in the first questions: “goal 0”, “goal 1” …
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from ryggkompis.domain.base.fields import Field, fields_of
from ryggkompis.domain.base.text import shown, shown_name
from ryggkompis.domain.base.value import names
from ryggkompis.domain.catalogue.catalogue import Catalogue
from ryggkompis.domain.journal.drawing import Drawing
from ryggkompis.domain.journal.entries import (
    CheckIn,
    ComfortDone,
    Entry,
    Evening,
    Event,
    ExerciseDone,
    Note,
    PositionChange,
    Profile,
    Programme,
    Walk,
    Weekly,
)
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.domain.journal.medicine import Medicine
from ryggkompis.domain.journal.stamp import Stamp
from ryggkompis.i18n.language import _
from ryggkompis.services.questions.kinds import (
    Choice,
    Kind,
    Number,
    OneOf,
    Question,
    Some,
    a_day,
    most,
    named,
    number,
    text,
    yes_or_no,
)
from ryggkompis.words.entries import exercise_name, field_name, has_choices, kind_name

Answers = Mapping[str, object]
WITHOUT_FORM: Final = (Gate, Programme, Drawing)
"""What is not changed field by field: a drawing leads to questions, and so is made anew."""
NEW: Final[Mapping[str, type[Entry]]] = {
    "check_in": CheckIn,
    "evening": Evening,
    "walk": Walk,
    "exercise": ExerciseDone,
    "comfort": ComfortDone,
    "position_change": PositionChange,
    "medicine": Medicine,
    "weekly": Weekly,
    "note": Note,
    "event": Event,
}
"""Kinds that can be written in a form; safety answers, clearances and the profile have their own places."""
_STAMP: Final = frozenset({*names(Stamp), "kind"})
_ONE_BY_ONE: Final[Mapping[str, str]] = {"goals": "goal", "questions": "question"}
"""Lists whose values are asked one by one, and what one of them is called."""


def the_day() -> Question:
    """Ask which day an entry is about."""
    return Question(key="day", words=field_name("day"), answer=a_day(is_needed=True))


def which_kind(kinds: Iterable[str]) -> tuple[Question, ...]:
    """Ask what kind of entry is to be written."""
    named_ = tuple(Choice(kind, kind_name(kind)) for kind in kinds)
    words = _("What do you want to write down?")
    return (Question(key="kind", words=words, answer=OneOf(named_, can_skip=False)),)


def taking_out(entry: str) -> tuple[Question, ...]:
    """Ask whether an entry, in words, is to be taken out."""
    answer = OneOf(yes_or_no(_("yes, take it out"), _("no, keep it"), no_first=True), can_skip=False)
    return (Question(key="sure", words=_("Take this entry out?"), hint=entry, answer=answer),)


def undoing(words: str, about: str) -> tuple[Question, ...]:
    """Ask in these words whether what is told ``about`` is to be undone, or brought back."""
    answer = OneOf(yes_or_no(_("yes"), _("no, leave it as it is"), no_first=True), can_skip=False)
    return (Question(key="sure", words=words, hint=about, answer=answer),)


def form_of(
    kind: type[Entry],
    catalogue: Catalogue,
    goals: Sequence[str] = (),
    least_goals: int = 0,
    medicines: Sequence[str] = (),
) -> tuple[Question, ...]:
    """Ask for every field that a patient may write in an entry of ``kind``; none for a safety answer.

    Args:
        kind: what is written.
        catalogue: names the exercises to choose from.
        goals: names of the patient's activities.
        least_goals: how many activities a week holds already, though they have no name any more.
        medicines: names of those that are counted; what was noted in words can be tied to one.

    """
    if issubclass(kind, WITHOUT_FORM):
        return ()
    found: list[Question] = []
    for name, field in fields_of(kind).items():
        if name in _STAMP or field.kind is Mapping:
            continue
        if issubclass(kind, Medicine) and name == "name" and medicines:
            named_ = tuple(Choice(one, shown_name(one)) for one in medicines)
            found.append(_question(name, field_name(name), OneOf(named_)))
            continue
        if name == "goals":
            found += _goals(kind, goals, least_goals)
        elif name == "questions":
            found += _lines(kind, name, [_("Question {n}").format(n=n + 1) for n in range(most(kind, name))])
        else:
            found.append(_question(name, field_name(name), _kind(kind, field, catalogue)))
    return tuple(found)


def known_of(said: Mapping[str, Any]) -> dict[str, object]:
    """Give what stands in the form of an entry whose fields are ``said``."""
    known: dict[str, object] = {}
    for field, value in said.items():
        if field in _ONE_BY_ONE:
            known |= {f"{_ONE_BY_ONE[field]} {n}": one for n, one in enumerate(value)}
        else:
            known[field] = value
    return known


def changed(form: Sequence[Question], known: Answers, answers: Answers) -> dict[str, Any]:
    """Give the fields whose answer is another one now; what was left as it stood is not written anew."""
    new = [question for question in form if not _is_same(known.get(question.key), answers.get(question.key))]
    found: dict[str, Any] = {}
    for field in dict.fromkeys(_field(question.key) for question in new):
        is_list = field in _ONE_BY_ONE
        found[field] = tuple(_values(form, field, answers)) if is_list else answers.get(field)
    return found


def _field(key: str) -> str:
    beginning = key.rpartition(" ")[0]
    return next((field for field, one in _ONE_BY_ONE.items() if one == beginning), key)


def _values(form: Sequence[Question], field: str, answers: Answers) -> Iterator[object]:
    """Give the values of a list: each keeps its place where they are numbers, and blank texts are none."""
    for question in form:
        value = answers.get(question.key)
        if _field(question.key) == field and (isinstance(question.answer, Number) or value is not None):
            yield value


def _is_same(before: object, now: object) -> bool:
    return before == now or (before in {None, ()} and now in {None, ()})


def _goals(kind: type[Entry], names: Sequence[str], least: int) -> list[Question]:
    """Ask for the names of the activities in a profile, and how each of them goes in a week."""
    labels = [_("Activity {n}").format(n=n + 1) for n in range(most(Profile, "goals"))]
    if not issubclass(kind, Weekly):
        return _lines(kind, "goals", labels)
    asked = [*(shown(name) for name in names), *labels[len(names) : least]]
    each = fields_of(kind)["goals"].each
    span = each.span if each else range(1)
    return [
        _question(f"goal {n}", label, Number(label=label, low=span[0], high=span[-1]))
        for n, label in enumerate(asked)
    ]


def _question(key: str, label: str, kind: Kind) -> Question:
    if isinstance(kind, Number):
        label = _("{label} ({low}–{high})").format(label=label, low=kind.low, high=kind.high)
    return Question(key=key, words=label, answer=kind)


def _lines(kind: type[Entry], name: str, labels: Sequence[str]) -> list[Question]:
    """Ask for a few short texts, a line each."""
    one = _ONE_BY_ONE[name]
    return [
        Question(key=f"{one} {n}", words=label, answer=text(kind, name)) for n, label in enumerate(labels)
    ]


def _kind(kind: type[Entry], field: Field, catalogue: Catalogue) -> Kind:
    name, is_needed = field.name, field.is_needed
    if field.each is not None:
        return Some(named(name, field.each.choices), most=field.longest)
    choices = _choices(field, catalogue)
    if choices:
        return OneOf(choices, can_skip=not is_needed)
    if field.kind is int:
        return number(kind, name, is_needed=is_needed)
    if field.kind is date:
        return a_day(name, is_needed=is_needed, is_ahead=name == "next_visit")
    return text(kind, name, is_needed=is_needed)


def _choices(field: Field, catalogue: Catalogue) -> tuple[Choice, ...]:
    """Give the values that a field can have by name; none where any number or text will do."""
    ids = {
        "exercise": [one.id for one in catalogue.exercises],
        "comfort": [one.id for one in catalogue.comfort],
    }
    if field.name in ids:
        return tuple(Choice(id_, exercise_name(id_, catalogue)) for id_ in ids[field.name])
    if field.choices:
        return named(field.name, field.choices)
    if field.kind is bool:
        return named(field.name, (True, False))
    return named(field.name, field.span) if has_choices(field.name) else ()
