"""Whom to call, what to say and why: the red card, the soft cards, and the page of urgent help.

Never a diagnosis.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.scales import CRISIS, DAILY_LINE
from ryggkompis.domain.base.text import shown
from ryggkompis.domain.catalogue.catalogue import URGENCY, Action, RedFlag, RedFlags
from ryggkompis.domain.journal.operation import Wound
from ryggkompis.domain.plan.safety import GateDay, Lock
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, current
from ryggkompis.words.lines import Line, Role

ACTIONS: Final[dict[Action, str]] = {
    "113": N_("Call 113 now"),
    "116117_now": N_("Call 116 117 now"),
    "116117_today": N_("Call 116 117 today"),
    "gp_days": N_("See your GP within a few days"),
    "gp": N_("Book an ordinary visit to your GP"),
}
"""Whom to call, most urgent first."""
HELP_NOW: Final = N_("When do I need help now?")
"""What the page of urgent help is called, before it is said in a language."""
HELPLINES: Final = (("Mental Helse", "116 123"), ("Kirkens SOS", "22 40 00 40"))
"""Names and numbers; both answer day and night."""
_NUMBERS: Final[dict[Action, str]] = {"113": "113", "116117_now": "116 117", "116117_today": "116 117"}
_IN_A_NUMBER: Final = r"(?<=\d) (?=\d)"


def unbroken(text: str) -> str:
    """Hold each telephone number together, wherever the line breaks."""
    return re.sub(_IN_A_NUMBER, "\N{NO-BREAK SPACE}", text)


def in_an_emergency() -> Line:
    """Say whom to call, in one paragraph."""
    words = _(
        "In an emergency call 113. If you turn numb between the legs, have new trouble with bladder or "
        "bowels, or a leg turns weak: call 116 117 now."
    )
    return Line(
        unbroken(words),
        act="when_113",
    )


def cards(gate: GateDay, flags: RedFlags) -> Iterator[Line]:
    """Give the red card, or else the soft ones; nothing where nothing counts as yes."""
    if gate.lock is not None:
        yield from red_card(gate.lock, flags, (*gate.soft, *gate.lasting), gate.wound)
    elif gate.told:
        yield from soft_cards(gate.told, flags)
        yield Line("")


def red_card(
    lock: Lock, flags: RedFlags, soft: Iterable[str] = (), wound: Wound | None = None
) -> Iterator[Line]:
    """Say whom to call, what to say, and why: one card for all answers, with one number on top.

    Args:
        lock: what holds the plan back.
        flags: the safety questions.
        soft: soft flags that were answered as well.
        wound: an operation that heals still; whoever is called must know of it.

    """
    found = [flag for flag in flags.by_urgency(lock.said) if flag.id != CRISIS]
    action = _action(lock, flags, found)
    yield Line(must_be_checked(), "alarm")
    yield from _number(action, found)
    if lock.is_unfinished:
        yield from _unfinished()
    if CRISIS in {*soft, *lock.said}:
        yield Line("")
        yield from crisis_card(flags, says_113=action != "113")
    yield from _say(found, wound, lock)
    yield from _why(found)
    unknown = [shown(id_) for id_ in lock.said if id_ != DAILY_LINE and flags.flag(id_) is None]
    if unknown:
        ids = ", ".join(unknown)
        yield Line("")
        yield Line(_("The question is from another version of the program: {ids}.").format(ids=ids))
    yield Line("")
    yield Line(advice_in_words(flags, says_113=action != "113"), "strong")
    yield Line(unbroken(flags.abroad.in_(current())))
    yield Line("")
    yield from _way_back(lock)


def must_be_checked() -> str:
    """Say that nothing goes on before somebody has looked at it."""
    return _("This needs checking before we go on")


def advice_in_words(flags: RedFlags, *, says_113: bool = True) -> str:
    """Say how to get there, and when to call 113 after all where that is not the number already."""
    said = (flags.advice, flags.worse) if says_113 else (flags.advice,)
    return unbroken(" ".join(words.in_(current()) for words in said))


def _action(lock: Lock, flags: RedFlags, found: list[RedFlag]) -> Action | None:
    action = flags.action(flag.id for flag in found)
    is_unknown = any(id_ != DAILY_LINE and flags.flag(id_) is None for id_ in lock.said)
    return "116117_now" if is_unknown and action != "113" else action


def _number(action: Action | None, found: list[RedFlag]) -> Iterator[Line]:
    if action is not None:
        yield Line(unbroken(_(ACTIONS[action])), "number")
    else:
        yield Line(unbroken(_("Not sure, or alone with it? Call 116 117 now.")), "call")
    if action != "113":
        worse = (unbroken(flag.worse.in_(current())) for flag in found if flag.worse is not None)
        yield from (Line(words, "call") for words in dict.fromkeys(worse))


def _say(found: list[RedFlag], wound: Wound | None, lock: Lock) -> Iterator[Line]:
    if found:
        said = [found[0].say.in_(current())]
        if wound is not None and any(flag.names_operation for flag in found):
            said.append(operated_in_words(wound))
        yield Line("")
        # Of a list that is not finished nothing has been confirmed, and some of it perhaps not answered.
        words = _("If it fits you, say: “{words}”") if lock.is_unfinished else _("Say: “{words}”")
        yield Line(words.format(words=" ".join(said)), "say")
    if len(found) > 1:
        yield Line(_("Tell them, too, of what else stands below."))


def operated_in_words(wound: Wound) -> str:
    """Say that one was operated on, in the patient's voice."""
    if wound.since is None:
        return _("I have had an operation on my back.")
    return _("I was operated on the back on {day}.").format(day=formats.day_month_year(wound.since))


def _why(found: list[RedFlag]) -> Iterator[Line]:
    for flag in found:
        yield Line("")
        yield Line(f"• {flag.question.in_(current())}", "strong")
        yield Line(flag.why.in_(current()))


def _way_back(lock: Lock) -> Iterator[Line]:
    since = formats.day_month_year(lock.since)
    yield Line(_("This has held since {day}.").format(day=since))
    yield Line(_("There is no plan and there are no exercises meanwhile; the diary is yours to use."))
    if not lock.is_unfinished:
        yield Line(_("When a doctor has seen you and you may go on:"), act="clear")


def _unfinished() -> Iterator[Line]:
    yield Line(_("You told of something new, and the list is not finished."), "strong")
    yield Line(_("Answer the whole list now:"), "strong", act="finish")


def number_of(lock: Lock, flags: RedFlags) -> str:
    """Give the one number to call; nothing where it is the ordinary doctor's."""
    action = flags.action(id_ for id_ in lock.said if id_ != CRISIS)
    return _NUMBERS.get(action, "") if action else ""


def crisis_card(flags: RedFlags, *, says_113: bool = True) -> Iterator[Line]:
    """Meet an answer about not wanting to live: somebody to talk to first, and then a human word."""
    yield from _helplines("number")
    flag = flags.flag(CRISIS)
    if flag is not None:
        yield Line(flag.why.in_(current()), "warm")
        if says_113:
            yield Line(unbroken(flag.call.in_(current())), "call")


def soft_cards(ids: Iterable[str], flags: RedFlags) -> Iterator[Line]:
    """Say what is worth a talk with a doctor, the most urgent first; the plan stays."""
    named = tuple(ids)
    if CRISIS in named:
        yield from crisis_card(flags)
    for flag in flags.by_urgency(named):
        if flag.id == CRISIS:
            continue
        yield Line(f"◆ {flag.why.in_(current())}", "warm")
        yield Line(unbroken(_call(flag)), "call")
        yield Line(_("Say: “{words}”").format(words=flag.say.in_(current())), "say")


def urgent(flags: RedFlags) -> Iterator[Line]:
    """Say when to get help now: every question under what to do about it."""
    language = current()
    yield Line(unbroken(_("113 when life may be in danger")), "number")
    yield Line(unbroken(_("116 117, the emergency clinic, when it cannot wait for your GP")), "number")
    yield Line(advice_in_words(flags), "strong")
    yield Line(unbroken(flags.abroad.in_(language)))
    begin = _("I have a known disc herniation in my low back, and now …")
    yield Line(_("Begin with: “{say}”").format(say=begin), "say")
    for action in URGENCY:
        mine = [flag for flag in flags.flags if flag.action == action and flag.id != CRISIS]
        if mine:
            yield Line("")
            yield Line(unbroken(_(ACTIONS[action])), "alarm")
        for flag in mine:
            yield Line(f"• {flag.question.in_(language)}", "strong")
            if flag.worse is not None:
                yield Line("  " + unbroken(flag.worse.in_(language)))
    yield Line("")
    yield from helplines()


def helplines() -> Iterator[Line]:
    """Say who can be talked to day and night."""
    yield Line(_("Someone to talk to, day and night"), "alarm")
    yield from _helplines("strong")


def _helplines(role: Role) -> Iterator[Line]:
    yield from (Line(unbroken(f"{name}  {number}"), role) for name, number in HELPLINES)


def call_in_full(flag: RedFlag) -> str:
    """Say whom to call, and when the more urgent number."""
    return unbroken(_call(flag))


def _call(flag: RedFlag) -> str:
    call = flag.call.in_(current())
    return call if flag.worse is None else f"{call} {flag.worse.in_(current())}"
