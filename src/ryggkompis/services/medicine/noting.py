"""What is kept of a medicine: a dose by its name or in words, the patient's own limits, begun or stopped."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from ryggkompis.domain.journal.medicine import Medicine, OwnMedicine
from ryggkompis.domain.journal.medicines import Counted, Passed, Told, name_of, passed_by
from ryggkompis.services.clock import Today
from ryggkompis.services.diary import Diary
from ryggkompis.services.medicine.errors import NoneCounted
from ryggkompis.services.questions.medicine import LIMITS, OTHER


def called(known: Sequence[Counted], name: str) -> Counted | None:
    """Find a medicine by its name."""
    return next((one for one in known if one.has(name)), None)


def latest(known: Sequence[Counted]) -> Counted:
    """Give the medicine that was noted latest; one that was stopped is not meant.

    Raises:
        NoneCounted: where there is none.

    """
    found = next((one for one in known if one.turn != "stopped"), None)
    if found is None:
        raise NoneCounted
    return found


def dose_of(diary: Diary, one: Counted) -> Medicine:
    """Make the entry that a medicine was taken once more."""
    return diary.draft(Medicine, text=one.name, name=one.name)


def taken(diary: Diary, known: Sequence[Counted], answers: Mapping[str, Any]) -> tuple[Told, ...]:
    """Make the entries of what was answered: the dose first, and its limits where any was typed."""
    which = answers.get("which", OTHER)
    one = called(known, str(answers["text"] if which == OTHER else which))
    if one is not None:
        return (dose_of(diary, one),)
    text = str(answers["text"])
    if answers.get("counted") is not True:
        return (diary.draft(Medicine, text=text),)
    dose = diary.draft(Medicine, text=text, name=text)
    limits = {name: answers.get(name) for name in ("most", "apart")}
    return (dose, diary.draft(OwnMedicine, name=text, **limits)) if any(limits.values()) else (dose,)


def told_about(diary: Diary, one: Counted, answers: Mapping[str, Any]) -> OwnMedicine:
    """Make the entry of what was told about a medicine."""
    if answers["what"] == LIMITS:
        limits = {name: answers.get(name) for name in ("most", "apart")}
        return diary.draft(OwnMedicine, name=one.name, **limits)
    since: date = answers["since"]
    return diary.on(since).draft(OwnMedicine, name=one.name, turn=answers["what"])


def passed(today: Today, known: Sequence[Counted], drafts: Iterable[Told]) -> Passed | None:
    """Tell whether what is about to be kept passes the patient's own limits."""
    for draft in drafts:
        one = called(known, name_of(draft)) if isinstance(draft, Medicine) else None
        is_over = draft.day < today.real
        found = passed_by(one, draft.day, draft.at, is_over=is_over) if one else None
        if found is not None:
            return found
    return None
