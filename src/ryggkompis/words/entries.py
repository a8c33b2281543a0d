"""An entry in words: what a line of the log, a list and a message say of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.scales import DAILY_LINE
from ryggkompis.domain.base.text import shown
from ryggkompis.domain.base.value import asdict, is_unsaid, names
from ryggkompis.domain.catalogue.catalogue import Catalogue, RedFlags
from ryggkompis.domain.journal.day import is_smaller_plan
from ryggkompis.domain.journal.drawing import Drawing
from ryggkompis.domain.journal.entries import WALK, Adjustment, Entry, Profile, Weekly
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.domain.journal.medicine import OwnMedicine
from ryggkompis.domain.journal.stamp import Stamp
from ryggkompis.domain.plan.ladder import day_minutes
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, current, ngettext
from ryggkompis.words.drawing.names import marks_in_words
from ryggkompis.words.entry_names import (
    PART_NAMES,
    answer_name,
    choice_name,
    exercise_name,
    field_name,
    has_choices,
    kind_name,
    part_name,
    parts_named,
    scope_name,
    short_kind_name,
)
from ryggkompis.words.imports.names import brought_from

__all__ = [
    "PART_NAMES", "choice_name", "choices_in_words", "entry_line", "exercise_name", "field_name",
    "has_choices", "kind_name", "limits_in_words", "part_name", "parts_named", "short_kind_name",
    "values_in_words",
]  # fmt: skip

_BETWEEN: Final = " · "
_STAMP: Final = frozenset({*names(Stamp), "kind"})
_QUIET: Final = frozenset({"scope", "sha", "text", "answers", "marked", "unanswered", "goals"})
"""Fields that are worded apart, or that say nothing to a patient."""
_PHRASES: Final[Mapping[str, str]] = {
    "leg": N_("leg {n}"),
    "back": N_("back {n}"),
    "leg_avg": N_("leg {n} on average"),
    "back_avg": N_("back {n} on average"),
    "leg_worst": N_("leg {n} at worst"),
    "peak_leg": N_("leg {n} at worst on the way"),
    "level": N_("level {n}"),
    "worry": N_("fear of moving {n}"),
    "eased_by": N_("helped: {n}"),
    "wish": N_("wish: {n}"),
    "walk_enough": N_("walking is enough at level {n}"),
    "pain_goal": N_("goal for the pain {n}"),
    "by": N_("by {n}"),
    "therapist": N_("therapist: {n}"),
    "onset": N_("began {n}"),
    "start": N_("began {n}"),
    "end": N_("closed {n}"),
    "operated": N_("operated on {n}"),
    "cleared": N_("may exercise from {n}"),
    "cleared_by": N_("allowed by {n}"),
    "until": N_("until {n}"),
    "next_visit": N_("next visit {n}"),
    "walk_tolerance": N_("can walk {n} min"),
    "walks_now": N_("walks {n} min a day"),
    "barred": N_("without {n}"),
    "required": N_("always with {n}"),
    "note": N_("note: {n}"),
    "most": N_("at most {n} a day"),
    "cancer_seen": N_("looked at since: {n}"),
}


def values_in_words(
    entry: Entry, catalogue: Catalogue | None = None, flags: RedFlags | None = None, *, text: bool = True
) -> str:
    """Say what ``entry`` holds in one line; what is unknown is left out, and nothing known says so.

    Args:
        entry: what was said.
        catalogue: names the exercises; without it their ids stand.
        flags: words the safety questions; without it their ids stand.
        text: whether free text is shown too.

    """
    said = list(_phrases(entry, catalogue, flags))
    words = getattr(entry, "text", None) if text else None
    # What was noted by its name alone is not said twice.
    if words and entry.kind != "programme" and words != getattr(entry, "name", None):
        said.append(" ".join(shown(words).split()))
    if said:
        return _BETWEEN.join((*said, *_from_elsewhere(entry)))
    return "" if entry.kind == "position_change" else _("nothing answered")


def _from_elsewhere(entry: Entry) -> Iterator[str]:
    if entry.origin is not None:
        yield brought_from(entry.origin.source)


def entry_line(entry: Entry, catalogue: Catalogue | None = None, flags: RedFlags | None = None) -> str:
    """Say ``entry`` in one line, its kind first: “Gåtur: 12 min · bein 4 på det verste”."""
    said = values_in_words(entry, catalogue, flags)
    return f"{kind_name(entry.kind)}: {said}" if said else kind_name(entry.kind)


def limits_in_words(told: OwnMedicine) -> str:
    """Say the limits of a medicine as the patient typed them; nothing where there is none."""
    said = {name: value for name in ("most", "apart") if (value := getattr(told, name)) is not None}
    return ", ".join(_phrase(name, value, None) for name, value in said.items())


def _phrases(entry: Entry, catalogue: Catalogue | None, flags: RedFlags | None) -> Iterator[str]:
    if isinstance(entry, Gate):
        yield from _answers(entry, flags)
    if isinstance(entry, Drawing):
        yield from marks_in_words(entry)
        return
    if isinstance(entry, Weekly | Profile):
        yield from _goals(entry)
    if isinstance(entry, Adjustment) and entry.exercise == WALK:
        yield from _walking_less(entry)
        return
    for field, value in asdict(entry).items():
        if field in _STAMP | _QUIET or is_unsaid(type(entry), field, value):
            continue
        yield _phrase(field, value, catalogue)
    if isinstance(entry, OwnMedicine) and entry.turn is None and not limits_in_words(entry):
        yield _("no limit")


def choices_in_words(field: str, chosen: Sequence[object]) -> str:
    """Name what was chosen of a field."""
    return formats.list_of([choice_name(field, one) for one in chosen])


def _phrase(field: str, value: Any, catalogue: Catalogue | None) -> str:  # noqa: ANN401 - any field's value
    if field in _COUNTED:
        return _COUNTED[field](value)
    if has_choices(field):
        return choices_in_words(field, value if isinstance(value, tuple) else (value,))
    if field in {"exercise", "comfort"}:
        return exercise_name(value, catalogue)
    if field == "own":
        return formats.list_of([shown(exercise.name.in_(current())) for exercise in value])
    if field in {"barred", "required"}:
        value = formats.list_of([exercise_name(id_, catalogue) for id_ in value])
    written = formats.day_month_year(value) if isinstance(value, date) else shown(str(value))
    return _(_PHRASES.get(field, "{n}")).format(n=written)


def _settled(minutes: int) -> str:
    if not minutes:
        return _("the leg settled at once")
    return _("the leg settled after {n} min").format(n=minutes)


def _apart(hours: int) -> str:
    return ngettext("at least {n} hour apart", "at least {n} hours apart", hours).format(n=hours)


def _worsens(chosen: Sequence[str]) -> str:
    if not chosen:
        return _("nothing on the list makes it worse")
    return _("worse from {what}").format(what=choices_in_words("worsens", chosen))


def _eases(chosen: Sequence[str]) -> str:
    if not chosen:
        return _("nothing on the list eases it")
    return _("eased by {what}").format(what=choices_in_words("eases", chosen))


def _walk_most(level: int) -> str:
    return _("at most {minutes} of walking a day").format(minutes=formats.minutes(day_minutes(level)))


_COUNTED: Final[Mapping[str, Callable[[Any], str]]] = {
    "worsens": _worsens,
    "eases": _eases,
    "apart": _apart,
    "walk_ceiling": _walk_most,
    "minutes": formats.minutes_short,
    "steps": lambda n: ngettext("{n} step", "{n} steps", n).format(n=formats.number(n, 0)),
    "sets": lambda n: ngettext("{n} set", "{n} sets", n).format(n=n),
    "settled": _settled,
    "thresholds": lambda changed: ngettext(
        "{n} limit of the plan changed", "{n} limits of the plan changed", len(changed)
    ).format(n=len(changed)),
    "questions": lambda asked: ngettext(
        "{n} question for the visit", "{n} questions for the visit", len(asked)
    ).format(n=len(asked)),
    "response": lambda said: _("pain {where}").format(where=choice_name("response", said)),
}


def _goals(entry: Weekly | Profile) -> Iterator[str]:
    """Word the activities that matter: their names in a profile, how well they go in a week."""
    known = [shown(str(goal)) for goal in entry.goals if goal is not None]
    if not known:
        return
    if isinstance(entry, Profile):
        yield _("activities: {names}").format(names=formats.list_of(known))
        return
    numbers = ", ".join("–" if goal is None else str(goal) for goal in entry.goals)
    yield _("activities {numbers}").format(numbers=numbers)


def _walking_less(entry: Adjustment) -> Iterator[str]:
    """Word what was said or chosen because less was walked than planned."""
    yield _("a smaller plan for walking") if is_smaller_plan(entry) else _("less walked than planned")
    if entry.because is not None:
        yield choice_name("because", entry.because)


def _answers(gate: Gate, flags: RedFlags | None) -> Iterator[str]:
    """Word what was answered: all no, or each question that was not."""
    yield scope_name(gate)
    said = gate.said
    if not said:
        yield _("all no")
    for id_, answer in said.items():
        flag = flags.flag(id_) if flags else None
        daily = flags.daily.in_(current()) if flags and id_ == DAILY_LINE else shown(id_)
        question = flag.question.in_(current()) if flag else daily
        words = _("{answer} to “{question}”") if answer else _("{answer}: “{question}”")
        yield words.format(answer=answer_name(answer), question=question)
