"""What this front end says in its own words: which command helps."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.domain.base.scales import BECAUSES
from ryggkompis.i18n.errors import word
from ryggkompis.i18n.language import _
from ryggkompis.services.errors import NoSmallerPlan, NoSuchEntry, NoSuchExercise, SafetyAnswerStays
from ryggkompis.words.lines import Act, Line

URGENT: Final = "!"
"""What shows whom to call, wherever something is answered in lines."""
HINTS: Final[Mapping[Act | type[ExpectedError], str]] = {
    "any_day": N_("Whenever you like: “ryggkompis checkin”."),
    "back": N_("“ryggkompis episode new” begins anew; “ryggkompis episode reopen” lets a closed one go on."),
    "change_profile": N_("“ryggkompis profile” changes your answers."),
    "check_in": N_("Answer with “ryggkompis checkin”."),
    "clear": N_("“ryggkompis clear --by WHO”."),
    "clear_doubt": N_("“ryggkompis clear --by WHO”."),
    "doctor": N_("“ryggkompis doctor” names the files."),
    "finish_lock": N_("“ryggkompis lock” finishes it."),
    "finish": N_("“ryggkompis checkin”."),
    "first_run": N_("Answer them with “ryggkompis profile”."),
    "how_on": N_("“ryggkompis episode” shows it."),
    "moved": N_("“ryggkompis moved” logs one."),
    "operation": N_("Tell it with “ryggkompis profile --operated DAY --cleared DAY --cleared-by WHO”."),
    "profile": N_("Answer them with “ryggkompis profile”."),
    "programme": N_("“ryggkompis programme tell” asks."),
    "read": N_("“ryggkompis learn {mark}” shows it."),
    "review": N_("Tell it with “ryggkompis weekly”."),
    "enough": N_("“ryggkompis profile --enough” says so."),
    "smaller": N_("“ryggkompis less --smaller” takes the smaller plan."),
    "tour": N_("In the window it is T."),
    "urgent_now": N_("“ryggkompis urgent” says whom to call."),
    "urgent": N_("“ryggkompis urgent” says whom to call."),
    "visit": N_("“ryggkompis visit” notes it."),
    "walked": N_("“ryggkompis walk MIN” keeps it."),
    "when_113": N_("“ryggkompis urgent” says when it is 113 instead."),
    "why_less": N_("Tell it with “ryggkompis less --because {reasons}”."),
    NoSmallerPlan: N_("“ryggkompis less --bad-day” does."),
    NoSuchEntry: N_("“ryggkompis log” lists them."),
    NoSuchExercise: N_("“ryggkompis exercises” lists them."),
    SafetyAnswerStays: N_(
        "A list that is open is finished first. When a doctor has looked at it, or you are sure it was a "
        "slip, use “ryggkompis clear”."
    ),
}
"""What helps with a line of words, or with a fault, in commands; what is not here has none."""
_lists: list[Mapping[Act, str]] = []
"""What the hints name instead of commands; see `listed`."""


@contextmanager
def listed(names: Mapping[Act, str]) -> Iterator[None]:
    """Let hints name a line of a list, until the end of the ``with``: there is no shell to type into."""
    _lists.append(names)
    try:
        yield
    finally:
        _lists.remove(names)


def advised(words: str, name: str = "") -> tuple[str, ...]:
    """Give ``words``, which name a command; in a list its line called ``name`` instead, if there is one."""
    if not _lists:
        return (words,)
    return (in_the_list(name),) if name else ()


def in_the_list(name: str) -> str:
    """Name a line of the list of plain lines."""
    return _("“{name}” in the list.").format(name=_(name))


def hint_of(line: Line) -> str:
    """Say which command helps with a line; empty where none does."""
    if _lists:
        name = _lists[-1].get(line.act) if line.act else None
        return in_the_list(name) if name else ""
    hint = HINTS.get(line.act) if line.act else None
    return _(hint).format(mark=line.mark, reasons="|".join(BECAUSES)) if hint else ""


def fault_in_words(error: ExpectedError) -> str:
    """Say ``error``, and which command to use."""
    then = HINTS.get(type(error))
    return f"{word(error)} {_(then)}" if then else word(error)
