"""What is known before a therapist's programme is asked about, and what of the answers goes together."""

from collections.abc import Iterable, Mapping
from typing import Final

from ryggkompis.domain.base.scales import Sensitivity
from ryggkompis.domain.base.text import TEXT_LIMIT
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.catalogue.catalogue import Catalogue
from ryggkompis.domain.journal.entries import Programme
from ryggkompis.i18n.language import _

MOST_OWN: Final = 12
"""Exercises of their own that a programme can hold."""
_BEFORE_NOTE: Final = 300
"""Characters of the note that say what is to be avoided."""


class Before(Value, kw_only=True):
    """What is known before anything is asked."""

    catalogue: Catalogue
    sensitivities: tuple[Sensitivity, ...] = ()
    """What the patient does not tolerate."""
    programme: Programme | None = None
    """The one in use."""
    is_beside: bool = False
    """What is told comes from somebody else: it may hold beside the one in use."""
    has_plan: bool = True
    """Whether anything is planned at present; for safety, or because somebody else plans, nothing may be."""
    is_held: bool = False
    """For safety; then no exercise is shown either (invariant I1)."""


def beside(before: Before, answers: Mapping[str, object]) -> Programme | None:
    """Give the programme that holds beside the one that is told, where both shall."""
    return before.programme if before.is_beside and answers.get("both") is True else None


def new_name(answers: Mapping[str, object]) -> str:
    """Name the therapist who is told about."""
    return " ".join(str(answers.get("name") or "").split()) or _("the new one")


def most_own(before: Before, answers: Mapping[str, object]) -> int:
    """Count how many exercises of their own can still be told."""
    earlier = beside(before, answers)
    return MOST_OWN - len(listed(answers, "kept")) - (len(earlier.own) if earlier else 0)


def longest_note(before: Before, answers: Mapping[str, object]) -> int:
    """Count the characters that there is still room for: what is to be avoided stands before the note."""
    earlier = beside(before, answers)
    return max(TEXT_LIMIT - _BEFORE_NOTE - len((earlier and earlier.note) or ""), 1)


def avoided_by(catalogue: Catalogue, tags: Iterable[object]) -> frozenset[str]:
    """Name the exercises that do what is to be avoided."""
    avoided = frozenset(tags)
    return frozenset(one.id for one in catalogue.exercises if not avoided.isdisjoint(one.tags))


def contradicted(catalogue: Catalogue, answers: Mapping[str, object]) -> tuple[str, ...]:
    """Name the exercises that are both asked for and left out."""
    out = set(listed(answers, "barred")) | avoided_by(catalogue, listed(answers, "avoid"))
    return tuple(id_ for id_ in listed(answers, "required") if id_ in out)


def listed(answers: Mapping[str, object], key: str) -> tuple[str, ...]:
    """Give what was chosen in a list."""
    chosen = answers.get(key)
    return tuple(map(str, chosen)) if isinstance(chosen, tuple) else ()
