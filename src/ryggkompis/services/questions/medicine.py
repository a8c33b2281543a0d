"""What is asked about medicines: which one, whether it is counted, the patient's own limits."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from ryggkompis.domain.base.scales import MEDICINE_TURNS
from ryggkompis.domain.base.text import shown
from ryggkompis.domain.journal.medicine import Medicine, OwnMedicine
from ryggkompis.domain.journal.medicines import Counted, Passed
from ryggkompis.i18n.language import _
from ryggkompis.services.questions.kinds import (
    NO,
    Choice,
    OneOf,
    Question,
    a_day,
    most,
    named,
    number,
    text,
    yes_or_no,
)
from ryggkompis.services.questions.notes import is_marked
from ryggkompis.words.today.medicine import passed_in_words

OTHER: Final = "\0other"
"""Something else was taken: no name can be this."""
ABOUT: Final = "\0about"
"""Nothing was taken: something is told about a medicine."""
LIMITS: Final = "limits"
FEW: Final = 8
"""Medicines that one key chooses from."""


def medicine(known: Sequence[Counted], answers: Mapping[str, object]) -> tuple[Question, ...]:
    """Ask what was taken: one of those that are counted, or another in the patient's own words."""
    found: tuple[Question, ...] = (_which(known),) if known else ()
    if known and answers.get("which") != OTHER:
        return found
    hint = _("In your own words. It is only kept; ask a doctor or a pharmacist what suits you.")
    found += (
        Question(key="text", words=_("Medicine"), hint=hint, answer=text(Medicine, "text", is_needed=True)),
    )
    name = str(answers.get("text") or "")
    if len(name) > most(Medicine, "name") or any(one.has(name) for one in known):
        return found
    found += (_is_counted(),)
    return (*found, *_limits()) if answers.get("counted") is True else found


def _which(known: Sequence[Counted]) -> Question:
    choices = (
        *(Choice(one.name, " ".join(shown(one.name).split())) for one in known[:FEW]),
        Choice(OTHER, _("another, in your own words"), NO),
        Choice(ABOUT, _("change a limit, or tell that one was begun or stopped"), "9"),
    )
    return Question(key="which", words=_("What did you take?"), answer=OneOf(choices, can_skip=False))


def _is_counted() -> Question:
    return Question(
        key="counted",
        words=_("Shall it be counted from now on?"),
        hint=_(
            "Then one key notes it again. Write name and strength above as they stand on the package, "
            "so that you know it again."
        ),
        answer=OneOf(yes_or_no(_("yes, count it"), _("no, only keep it"), no_first=True), can_skip=True),
    )


def _limits() -> tuple[Question, ...]:
    """Ask for the patient's own limits; both may be left out."""
    return (
        Question(
            key="most",
            words=_("At most how many times a day?"),
            hint=_("As your doctor or the package says. Leave it blank to set no limit."),
            answer=number(OwnMedicine, "most"),
        ),
        Question(
            key="apart",
            words=_("At least how many hours apart?"),
            hint=_("As your doctor or the package says. Leave it blank to set no limit."),
            answer=number(OwnMedicine, "apart"),
        ),
    )


def which_one(known: Sequence[Counted]) -> tuple[Question, ...]:
    """Ask which medicine something is told about."""
    choices = tuple(Choice(one.name, " ".join(shown(one.name).split())) for one in known)
    return (Question(key="about", words=_("Which medicine?"), answer=OneOf(choices, can_skip=False)),)


def about(answers: Mapping[str, object]) -> tuple[Question, ...]:
    """Ask what is told about a medicine: its limits, or the day on which it was begun or stopped."""
    choices = (Choice(LIMITS, _("my own limits for it")), *named("turn", MEDICINE_TURNS))
    what = Question(key="what", words=_("What do you want to tell?"), answer=OneOf(choices, can_skip=False))
    match answers.get("what"):
        case None:
            return (what,)
        case "limits":
            return (what, *_limits())
        case _:
            since = Question(
                key="since",
                words=_("Which day was that?"),
                hint=is_marked(),
                answer=a_day(is_needed=True, has_been=True),
            )
            return (what, since)


def known_about(one: Counted, day: date) -> dict[str, object]:
    """Give what stands in the answers before anything is told about a medicine."""
    found = {**one.own_limits, "since": day}
    return {key: value for key, value in found.items() if value is not None}


def passing(found: Passed) -> tuple[Question, ...]:
    """Ask, before a dose that passes the patient's own limits is kept, whether it is meant."""
    answers = yes_or_no(_("yes, write it down"), _("no, do not write it down"), no_first=True)
    return (
        Question(
            key="sure",
            words=_("Write it down all the same?"),
            hint="\n".join(passed_in_words(found)),
            answer=OneOf(answers, can_skip=False),
        ),
    )
