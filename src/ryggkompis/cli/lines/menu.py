"""The whole day as plain lines: for a screen reader, a braille line, a dumb terminal."""

import gc
from typing import Final

from ryggkompis.cli.errors import NoMoreAnswers
from ryggkompis.cli.held import tell_held
from ryggkompis.cli.hints import listed
from ryggkompis.cli.lines import hints as named
from ryggkompis.cli.lines.first_run import ask_first_questions
from ryggkompis.cli.lines.interrupt import stop_is_answered, stopping
from ryggkompis.cli.lines.items import GROUPS, ITEMS, URGENT, Items
from ryggkompis.cli.lines.prompt import always_urgent, ask, introduce, sitting, told_once
from ryggkompis.cli.lines.running import Do, beside
from ryggkompis.cli.options.values import whole_number
from ryggkompis.cli.output import facts, told, worded
from ryggkompis.cli.problems import tell_problems
from ryggkompis.cli.spoken import spoken
from ryggkompis.cli.status import DONE
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.i18n import formats
from ryggkompis.i18n.errors import word
from ryggkompis.i18n.language import _
from ryggkompis.services.errors import NotOneOf
from ryggkompis.words.saved import interrupted

LIST: Final = "?"
ALL: Final = -1 - len(GROUPS)
"""Not a line of the list, but the list itself."""
LEAVE: Final = len(ITEMS)


def open_lines(here: Surroundings) -> int:
    """Ask what to do, do it, and ask again, until the patient leaves."""
    gc.enable()
    with (
        listed(named.NAMES),
        stopping(),
        worded(spoken),
        sitting(),
        always_urgent(lambda: _safely(URGENT, here)),
    ):
        return _until_left(here)


def _until_left(here: Surroundings) -> int:
    told(_("Ryggkompis in plain lines."))
    introduce()
    told(_("Write ! at any time to see whom to call."))
    told_once(formats.day_heading(here.today.real))
    if here.companion.state().is_new:
        _safely(ask_first_questions, here)
    else:
        _safely(_tell_what_holds, here)
    _group(*GROUPS[0])
    others = formats.list_of([formats.quoted(_(title)) for title, _items in GROUPS[1:]])
    told(_("There is more: write {groups} to hear one of them, ? to hear all.").format(groups=others))
    told(_("Enter alone leaves."))
    while True:
        try:
            chosen = ask(_("What now?"), _chosen)
        except NoMoreAnswers:
            return DONE
        if chosen is None or chosen == LEAVE:
            return DONE
        if chosen < 0:
            for title, items in GROUPS if chosen == ALL else (GROUPS[~chosen],):
                _group(title, items)
            continue
        facts()
        _safely(ITEMS[chosen][1], beside(here, here.said))
        facts()


def _tell_what_holds(here: Surroundings) -> None:
    """Say first what comes before anything in the list, and what of the diary cannot be read."""
    state = here.companion.state()
    tell_held(state)
    tell_problems(state.problems)


def _group(title: str, items: Items) -> None:
    """Say what can be done of one kind."""
    told(_(title) + ":")
    first = ITEMS.index(items[0]) + 1
    for number, (name, _do) in enumerate(items, first):
        told(f"  {number} {_(name)}")


def _chosen(text: str) -> int:
    """Read a number of the list, or the beginning of a word that only one of its lines has.

    Returns:
        The place in the list; for a group, its own place as ``~place``.

    """
    if text == LIST:
        return ALL
    if text.isdecimal():
        return whole_number(text, _("the answer"), 1, LEAVE + 1) - 1
    said = text.casefold()
    titles = [_(title).casefold() for title, _items in GROUPS]
    if said in titles:
        return ~titles.index(said)
    names = [*(_(name) for name, _do in ITEMS), _("Quit")]
    found = [place for place, name in enumerate(names) if _fits(said, name.casefold())]
    if len(found) == 1:
        return found[0]
    known = ", ".join(names[place] for place in found) if found else _("a number from the list")
    raise NotOneOf(value=text, field=_("the answer"), choices=known)


def _fits(said: str, name: str) -> bool:
    return name.startswith(said) or any(word_.startswith(said) for word_ in name.split())


def _safely(do: Do, here: Surroundings) -> None:
    """Do one thing; what goes wrong is told, and the list comes back."""
    try:
        do(here)
    except NoMoreAnswers:
        raise
    except ExpectedError as error:
        told(word(error))
    except KeyboardInterrupt:
        stop_is_answered()
        told("")
        told(interrupted())
