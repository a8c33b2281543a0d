"""``medicine``: what was taken, in the patient's own words or once more by its name; limits of their own."""

from contextlib import suppress
from typing import Final

from ryggkompis.cli.lines.medicine import keep_dose
from ryggkompis.cli.output import facts, print_json, told
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.saved import keep
from ryggkompis.cli.status import DONE
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.journal.entries import Entry
from ryggkompis.domain.journal.medicine import Medicine, OwnMedicine
from ryggkompis.domain.journal.medicines import Counted, Told, counted
from ryggkompis.i18n.language import _
from ryggkompis.services.errors import EmptyText
from ryggkompis.services.medicine import noting
from ryggkompis.store.codec import decode
from ryggkompis.store.errors import Refused

AGAIN: Final = frozenset({"again", "igjen"})
"""Instead of a name: the one that was noted latest, in either language."""
_KINDS: Final = frozenset({"medicine", "own_medicine"})


def medicine_command(parser: Parser) -> Run:
    """Take what was taken, or what is told about a medicine that is counted."""
    parser.shows(_("medicine morning-tablet"), _("note what you took, in your own words"))
    parser.shows("medicine again", _("the latest once more"))
    parser.shows(_("medicine morning-tablet --count --most 1"), _("note and count it, with your own limit"))
    parser.takes_words(
        _("in your own words, or the name of one that is counted; “again” is the latest once more"),
        least=0,
    )
    parser.takes_switch("--count", _("note that you took it, and count it from now on, by this name"))
    parser.takes_number(OwnMedicine, "most", "--most", _("your own limit: at most so many times a day"))
    parser.takes_number(OwnMedicine, "apart", "--apart", _("your own limit: at least so many hours apart"))
    parser.takes_switch("--no-limits", _("take your own limits for it away"))
    parser.takes_choice(OwnMedicine, "turn", "--turn", _("it was begun or stopped on that day"))
    parser.takes_switch("--list", _("list what is counted, and how often"))
    parser.takes_yes(_("do not ask where it passes your own limits"))
    parser.takes_date()
    parser.takes_json()
    return _medicine


def _medicine(here: Surroundings) -> int:
    if here.said.list:
        return _list(here)
    if not here.words.strip():
        raise EmptyText
    limits = here.fields("most", "apart")
    is_about = bool(here.said.turn or here.said.no_limits or limits)
    is_again = here.words.strip().casefold() in AGAIN
    if here.store.seal.is_blind and not is_again and not is_about:
        # Noting something never asks for the passphrase, so nobody can look at what was typed before.
        status = keep(here, _draft(here))
        told(_("The diary is locked: whether it passes a limit of your own was not looked at."))
        return status
    every = _told(here)
    known = counted(every)
    one = noting.latest(known) if is_again else noting.called(known, here.words)
    about = _about(here, one, limits)
    if about and not here.said.count:
        # Limits, or that it was begun or stopped: nothing is taken by that.
        return keep(here, *about)
    dose = noting.dose_of(here.diary, one) if one else _draft(here)
    return keep_dose(here, every, (dose, *about), may_ask=not here.said.yes)


def _draft(here: Surroundings) -> Medicine:
    return here.diary.draft(Medicine, text=here.words, name=here.words if here.said.count else None)


def _told(here: Surroundings) -> list[Told]:
    """Give all that was told about medicines; nothing else of the diary is looked at."""
    found: list[Entry] = []
    for line in here.store.read().lines:
        # What cannot be understood is told where the whole diary is read.
        with suppress(Refused):
            found += [decode(line)] if line.get("kind") in _KINDS else []
    return [one for one in found if isinstance(one, Told)]


def _about(here: Surroundings, one: Counted | None, limits: dict[str, int]) -> list[OwnMedicine]:
    """Make the entries of limits of the patient's own, and of a medicine that was begun or stopped."""
    name = one.name if one else here.words
    drafts = [here.diary.draft(OwnMedicine, name=name, turn=here.said.turn)] if here.said.turn else []
    if limits or here.said.no_limits:
        # A new number for one limit takes the other one away as little as silence does.
        kept = {} if here.said.no_limits or one is None else one.own_limits
        drafts.append(here.diary.draft(OwnMedicine, name=name, **kept | limits))
    return drafts


def _list(here: Surroundings) -> int:
    from ryggkompis.words.today.medicine import own_medicine_in_words

    known, day = counted(_told(here)), here.today.day
    if here.is_json:
        print_json({"medicines": [_as_json(here, one) for one in known]})
        return DONE
    for one in known:
        facts(own_medicine_in_words(one, day, here.today.real))
    if not known:
        told(_("No medicine is counted yet. “ryggkompis medicine NAME --count” notes one and counts it."))
    return DONE


def _as_json(here: Surroundings, one: Counted) -> dict[str, object]:
    day = here.today.day
    return {
        "name": one.name,
        "today": one.on(day),
        "week": one.in_week(day),
        **one.own_limits,
        "turn": one.turn,
    }
