"""What is worth talking over, in words: a suggestion with its reason, never an alarm."""

from datetime import date
from typing import assert_never

from ryggkompis.domain.plan import concerns as about
from ryggkompis.domain.plan.concerns import Concern
from ryggkompis.domain.plan.plan import Advice
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, ngettext


def _flares(concern: about.FlaresLastOrReturn) -> str:
    if concern.days is not None:
        seen = _("This flare-up has lasted {days} days.").format(days=concern.days)
    else:
        seen = _("{n} flare-ups have begun in the last month.").format(n=concern.flares)
    told = _("A talk with a physiotherapist, naprapath, chiropractor or your GP is worth it now.")
    return f"{seen} {told}"


def _severe(concern: about.StillSevere) -> str:
    if concern.nights:
        seen = _("Pain has woken you often in {n} of the last seven nights.").format(n=concern.nights)
    else:
        seen = _("The leg has been at {mean} on average this week.").format(
            mean=formats.number(concern.leg_mean or 0)
        )
    told = _("Ask your GP this week for help with pain and sleep.")
    return f"{seen} {told}"


def _long(concern: about.LongAndSevere) -> str:
    seen = _("It has been {weeks} weeks, and it still takes a lot.").format(weeks=concern.weeks)
    if concern.asks_for_specialist:
        told = _("Ask your GP whether a specialist should have a look.")
    else:
        told = _("Talk with your GP about the way on.")
    return f"{seen} {told}"


def _little(concern: about.LittleChange) -> str:
    return _(
        "After {weeks} weeks the leg has gone from {first} to {last}. Many take longer than this. "
        "Talk to your therapist or GP about what to do next."
    ).format(weeks=concern.weeks, first=formats.number(concern.first), last=formats.number(concern.last))


def _relief(concern: about.SuddenRelief) -> str:
    return _(
        "The leg went from {before} to {now} in a short time. First of all: is it as strong as before? "
        "Try five steps on your heels and five on your toes, holding on to something. "
        "If it is weaker or more numb, call 116 117 today."
    ).format(before=concern.before, now=concern.now)


def advice_in_words(advice: Advice, today: date) -> str:
    """Say a piece of advice, and since when it has stood where that is not today."""
    said = concern_in_words(advice.reason)
    if advice.since >= today:
        return said
    since = _("This has stood since {day}.").format(day=formats.day_month(advice.since))
    return f"{said} {since}"


def concern_in_words(concern: Concern) -> str:  # noqa: C901, PLR0911 - one line for each concern there is
    """Say ``concern`` in the current language."""
    match concern:
        case about.FlaresLastOrReturn():
            return _flares(concern)
        case about.StillSevere():
            return _severe(concern)
        case about.LittleChange():
            return _little(concern)
        case about.LongAndSevere():
            return _long(concern)
        case about.GoalsStandStill():
            return _(
                "Your own goals have stood still for six weeks. Take the report along and ask for a new plan."
            )
        case about.SuddenRelief():
            return _relief(concern)
        case about.AfraidToMove():
            return _(
                "You have been very worried about moving for two weeks. That is common, and worth a talk "
                "with your therapist. If everything feels heavy, the page “Urgent” says whom to call."
            )
        case about.PlanDoesNotFit():
            return _("The plan does not fit you just now. Book a therapist, and take the report along.")
        case about.ReachesFurther():
            return _(
                "The pain has come to reach further down the leg, twice in four weeks. Let a therapist or "
                "your GP have a look in the next days. "
                "If the leg gets weaker or more numb, call 116 117 today."
            )
        case _ as never:
            assert_never(never)


def concern_in_short(concern: Concern) -> str:  # noqa: C901, PLR0911 - one line for each concern there is
    """Say ``concern`` in one line, where all of it stands one key away; sudden relief is said whole."""
    match concern:
        case about.FlaresLastOrReturn(days=int(days)):
            return ngettext(
                "A flare-up of {n} day: worth a talk with somebody now.",
                "A flare-up of {n} days: worth a talk with somebody now.",
                days,
            ).format(n=days)
        case about.FlaresLastOrReturn():
            return _("Several flare-ups: worth a talk with somebody now.")
        case about.StillSevere():
            return _("Ask your GP this week about pain and sleep.")
        case about.LittleChange():
            return _("Little change: ask what to do next.")
        case about.LongAndSevere(asks_for_specialist=False):
            return _("It has been some weeks: talk with your GP about the way on.")
        case about.LongAndSevere():
            return _("It has been long: ask your GP about a specialist.")
        case about.GoalsStandStill():
            return _("Your goals stand still: ask for a new plan.")
        case about.SuddenRelief():
            return concern_in_words(concern)
        case about.AfraidToMove():
            return _("Being worried about moving is common, and worth a talk.")
        case about.PlanDoesNotFit():
            return _("The plan does not fit just now: see a therapist.")
        case about.ReachesFurther():
            return _("The pain has come to reach further down: let somebody have a look soon.")
        case _ as never:
            assert_never(never)
