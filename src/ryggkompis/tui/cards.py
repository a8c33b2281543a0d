"""The red card, the soft card and the page of urgent help, as styled words."""

from collections.abc import Iterable

from textual.content import Content

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.scales import DAILY_LINE
from ryggkompis.domain.base.text import shown
from ryggkompis.domain.catalogue.catalogue import Action, RedFlag, RedFlags
from ryggkompis.domain.plan.safety import Lock
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, current
from ryggkompis.tui.themes import MUTED

SIGN = "▲"
ACTIONS: dict[Action, str] = {
    "113": N_("Call 113 now"),
    "116117_now": N_("Call 116 117 now"),
    "116117_today": N_("See your GP today, or call 116 117 today"),
    "gp_days": N_("See your GP within a few days"),
    "gp": N_("Book an ordinary visit to your GP"),
}
"""Most urgent first."""
URGENCY: tuple[Action, ...] = tuple(ACTIONS)
NUMBERS: dict[Action, str] = {"113": "113", "116117_now": "116 117", "116117_today": "116 117"}


def lines(*parts: Content | str) -> Content:
    """Put parts below each other."""
    return Content("\n").join(part if isinstance(part, Content) else Content(part) for part in parts)


def red_card(lock: Lock, flags: RedFlags) -> Content:
    """Say what must be checked, why, whom to call, what to say, and how the plan comes back."""
    found = _most_urgent_first(lock, flags)
    since = _("You answered yes or unsure on {day}.").format(day=formats.day(lock.since))
    parts: list[Content | str] = [
        Content.assemble((SIGN + " " + _("This must be checked before we go on"), "bold $text-error")),
        since,
        "",
    ]
    for flag in found:
        parts += [*_flag(flag), ""]
    if DAILY_LINE in lock.flags:
        parts += [_("You said that something is new. Press i and answer the whole list now."), ""]
    elif not found:
        ids = ", ".join(shown(id_) for id_ in lock.flags)
        parts += [_("The question is from another version of the program: {ids}.").format(ids=ids), ""]
    return lines(
        *parts,
        Content.assemble((flags.advice.in_(current()), "bold")),
        "",
        _("There is no plan meanwhile; the diary is yours to use."),
        _("When a doctor has looked at it and you may go on, press c."),
    )


def number_of(lock: Lock, flags: RedFlags) -> str:
    """Give the number to call, for the most urgent answer; nothing where it is the ordinary doctor's."""
    found = _most_urgent_first(lock, flags)
    return NUMBERS.get(found[0].action, "") if found else ""


def _most_urgent_first(lock: Lock, flags: RedFlags) -> list[RedFlag]:
    found = (flag for id_ in lock.flags if (flag := flags.flag(id_)))
    return sorted(found, key=lambda flag: URGENCY.index(flag.action))


def _flag(flag: RedFlag) -> Iterable[Content | str]:
    language = current()
    yield Content.assemble(("• ", "bold"), (flag.question.in_(language), "bold"))
    yield flag.why.in_(language)
    yield Content.assemble((_("Call:") + " ", "bold $text-error"), (flag.call.in_(language), "bold"))
    yield Content.assemble((_("Say:") + " ", "bold $secondary"), f"“{flag.say.in_(language)}”")


def soft_card(ids: Iterable[str], flags: RedFlags) -> Content:
    """Say what is worth a talk with a doctor; the plan stays."""
    parts: list[Content | str] = []
    for id_ in ids:
        flag = flags.flag(id_)
        if flag:
            parts.append(Content.assemble(("◆ ", "bold $warning"), flag.why.in_(current())))
            parts.append(Content.assemble((flag.call.in_(current()), "bold")))
    return lines(*parts)


def urgent(flags: RedFlags) -> Content:
    """Say when to get help now: every question under what to do about it, and what to say."""
    language = current()
    parts: list[Content | str] = [
        Content.assemble(("113  ", "bold $text-error"), _("when life may be in danger")),
        Content.assemble(
            ("116 117  ", "bold $text-error"), _("emergency clinic: when it cannot wait for your GP")
        ),
        Content.assemble((flags.advice.in_(language), "bold")),
        "",
        _("Begin with: “{say}”").format(say=_("I have a known disc herniation in my low back, and now …")),
    ]
    for action in URGENCY:
        mine = [flag for flag in flags.flags if flag.action == action]
        if mine:
            parts += ["", Content.assemble((_(ACTIONS[action]), "bold $text-error"))]
            parts += [part for flag in mine for part in _short(flag, _(ACTIONS[action]))]
    return lines(*parts, "", *helplines())


def _short(flag: RedFlag, heading: str) -> Iterable[Content | str]:
    yield Content.assemble(("• ", "bold"), flag.question.in_(current()))
    if flag.call.in_(current()).rstrip(".") != heading:
        yield Content.assemble((f"  {flag.call.in_(current())}", MUTED))


def helplines() -> Iterable[Content | str]:
    """Say who can be talked to day and night."""
    yield Content.assemble((_("Someone to talk to, day and night"), "bold $secondary"))
    yield "Mental Helse  116 123"
    yield "Kirkens SOS  22 40 00 40"
