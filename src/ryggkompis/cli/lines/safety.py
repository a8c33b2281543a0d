"""The safety questions, line by line: the one line, the whole list, and once more before a yes is kept."""

import re
from collections.abc import Mapping
from typing import Final

from ryggkompis.cli.errors import OddNumber
from ryggkompis.cli.lines.prompt import ask, ask_one, confirm
from ryggkompis.cli.lines.strength import ask_strength
from ryggkompis.cli.output import told
from ryggkompis.domain.base.scales import DAILY_LINE, Answer
from ryggkompis.domain.catalogue.catalogue import RedFlags
from ryggkompis.i18n.language import _, current
from ryggkompis.services.errors import OutOfRange

Said = tuple[str, dict[str, Answer]]
"""The scope of the answers, and the answers."""
NOTHING: Final[Mapping[str, Answer]] = {}
_NUMBER: Final = re.compile(r"(\d{1,4})(\??)", re.ASCII)


def ask_safety(flags: RedFlags, *, whole: bool, strength: bool = False) -> Said | None:
    """Ask the whole list, or the one line that may lead to it; None when nothing was answered.

    With ``strength`` it is looked at before the whole list; what that leads to is marked in it.
    """
    if whole:
        found = ask_strength(flags) if strength else {}
        # Weaker on one side and then nothing more holds the plan back until the list is answered.
        return _whole_list(flags, found) or (("daily", {DAILY_LINE: "unsure"}) if found else None)
    question = flags.daily.in_(current())
    daily: Answer | None = ask_one(question, [("no", _("no")), ("yes", _("yes")), ("unsure", _("unsure"))])
    if daily is None:
        return None
    if daily == "no":
        return "daily", {DAILY_LINE: "no"}
    told(_("Then the whole list follows."))
    # Left unanswered, the answer to the one line stands, and holds the plan back.
    return _whole_list(flags) or ("daily", {DAILY_LINE: daily})


def _whole_list(flags: RedFlags, marked: Mapping[str, Answer] = NOTHING) -> Said | None:
    """Ask the whole list, some of it ``marked`` already; a positive answer is confirmed before it counts."""
    language = current()
    told(flags.intro.in_(language))
    for number, flag in enumerate(flags.flags, 1):
        told(f"  {number:>2} {flag.question.in_(language)}")
    while True:
        told(_("Write 0 for none of these, or the numbers that fit: 3,7. Unsure? Write 7? for number 7."))
        found = ask(_("Your answer:"), lambda text: read_numbers(text, flags))
        if found is None:
            return None
        found = {**marked, **found}
        if not found or _is_right(found, flags):
            return "full", found
        # They stand in the list, and can be answered there.
        marked = NOTHING


def _is_right(found: Mapping[str, Answer], flags: RedFlags) -> bool:
    told(_("You answered:"))
    named = [(flag, found[flag.id]) for flag in flags.flags if flag.id in found]
    for flag, answer in named:
        said = _("unsure") if answer == "unsure" else _("yes")
        told(f"  {said}: {flag.question.in_(current())}")
    if any(flag.lock == "red" for flag, _answer in named):
        told(_("It must be checked before the plan goes on. Then only “ryggkompis clear” opens it again."))
    return confirm(_("Is that right?"))


def read_numbers(text: str, flags: RedFlags) -> dict[str, Answer]:
    """Read ``0``, or numbers of the list with commas between them and ``?`` after one that is not sure.

    Raises:
        OddNumber, OutOfRange: for anything else.

    """
    words = [word_ for word_ in re.split(r"[,;\s]+", text) if word_]
    if words == ["0"]:
        return {}
    found: dict[str, Answer] = {}
    for word_ in words:
        match = _NUMBER.fullmatch(word_)
        if match is None:
            raise OddNumber(text=word_)
        number, most = int(match[1]), len(flags.flags)
        if not 1 <= number <= most:
            raise OutOfRange(value=word_, field=_("the answer"), low=0, high=most)
        found[flags.flags[number - 1].id] = "unsure" if match[2] else "yes"
    return found
