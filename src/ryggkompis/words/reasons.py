"""Every reason in words: what was seen and what follows; calm, without blame and without a promise."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, TypeAlias, assert_never

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.value import asdict
from ryggkompis.domain.plan import reasons as why
from ryggkompis.domain.plan.reasons import Reason
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.words.adjusting import less_in_words

FIRST_WEEK: Final = 7
"""Days at a level in which nothing else is worth saying."""
_WithOneSentence: TypeAlias = (
    why.PainMovedUp
    | why.MustBeChecked
    | why.UnreadAndHeld
    | why.UnreadAndOpen
    | why.UnreadAndAnswered
    | why.ClockDisagrees
    | why.NeedsOwnPlan
    | why.Closed
    | why.LongFlare
    | why.TooMuchYesterday
    | why.OnTheEdge
    | why.TryDirections
    | why.SoftFlag
    | why.ProfileMissing
    | why.SeveralBadMornings
    | why.TwoHardDays
    | why.FollowsWhatIsDone
    | why.ReachesFurther
    | why.SmallerPlan
    | why.NotBeforeTomorrow
    | why.TherapistsCeiling
)
_SENTENCES: Final[Mapping[type[Reason], str]] = {
    why.PainMovedUp: N_("The pain has moved up. That is often a good sign, even if the back is sorer."),
    why.MustBeChecked: N_("This needs checking before we go on."),
    why.NeedsOwnPlan: N_(
        "You need a plan from somebody who knows you and your back. The diary is yours to use."
    ),
    why.UnreadAndHeld: N_(
        "Not all of your diary can be read, and the plan was held back when it was last shown. "
        "So it still is."
    ),
    why.UnreadAndOpen: N_(
        "Not all of your diary can be read, so we do not know whether the plan is held back. "
        "Until you have answered the whole safety list today, there are no exercises and no longer walks."
    ),
    why.UnreadAndAnswered: N_(
        "Not all of your diary can be read. You have answered the list today, so here is your plan. "
        "Nothing in it rises."
    ),
    why.ClockDisagrees: N_(
        "Your diary has days that lie ahead of this machine's clock, so nothing rises today. Check the date."
    ),
    why.Closed: N_("This episode is closed. Nothing is planned, and nothing is asked."),
    why.LongFlare: N_("This has lasted more than a week. Talk to your therapist or your doctor."),
    why.TooMuchYesterday: N_(
        "Yesterday was a bit too much for the leg. Today and tomorrow are a little easier."
    ),
    why.OnTheEdge: N_("Yesterday was on the edge. We hold."),
    why.TryDirections: N_(
        "You may try which way your back likes, later in the day: eight slow press-ups on your "
        "front, and another time one knee to the chest. Log each under Exercises. "
        "What goes down the leg rests a week."
    ),
    why.SoftFlag: N_("What you answered is worth talking to somebody about. Nothing rises today."),
    why.ProfileMissing: N_("The first questions are waiting. They make the plan fit you."),
    why.SeveralBadMornings: N_(
        "{mornings} tougher mornings this week. We lower the level a little, to {level}."
    ),
    why.TwoHardDays: N_("{days} days in a week were too hard. We lower the level a little, to {level}."),
    why.FollowsWhatIsDone: N_("The plan follows what you have walked lately: level {level}."),
    why.TherapistsCeiling: N_("Your therapist's programme keeps walking at level {level}."),
    why.ReachesFurther: N_(
        "The pain has come to reach further down the leg, twice in four weeks. "
        "We lower the level a little, to {level}."
    ),
    why.SmallerPlan: N_("You chose less, so the plan is smaller now: level {level}. Less is always fine."),
    why.NotBeforeTomorrow: N_(
        "What is told about earlier days counts from tomorrow, so today does not rise because of it. "
        "One check-in on the day itself frees it."
    ),
}
"""For each reason that needs one sentence, with its own numbers as they are."""


def _leg(now: int | None, usual: float | None, otherwise: str) -> str:
    """Say how the leg is this morning, or ``otherwise`` where there is no number."""
    if now is None:
        return otherwise
    if usual is None:
        return _("The leg is at {now} this morning.").format(now=now)
    return _("The leg is at {now} this morning, usually {usual}.").format(
        now=now, usual=formats.number(usual)
    )


def _flare(reason: why.InFlare) -> str:
    said = _("You call it a flare-up.") if reason.said else ""
    seen = said or _leg(reason.leg, reason.usual, "")
    told = _(
        "Flare-ups are common and rarely mean new harm. We ease off and keep you moving. Day {day}."
    ).format(day=reason.day)
    return f"{seen} {told}".strip()


def _worse(reason: why.WorseMorning) -> str:
    if reason.said and reason.leg is None:
        seen = _("You say that this morning is worse.")
    else:
        seen = _leg(reason.leg, reason.usual, _("This morning was worse."))
    rule = _("After a worse morning we never increase: today and tomorrow are a little easier.")
    return f"{seen} {rule}"


def _silence(reason: why.NoCheckIn | why.BackAfterSilence) -> str:
    if isinstance(reason, why.BackAfterSilence):
        return ngettext(
            "No check-in for {n} day. That is quite all right. We go on gently, at level {level}.",
            "No check-in for {n} days. That is quite all right. We go on gently, at level {level}.",
            reason.silent,
        ).format(n=reason.silent, level=reason.level)
    return _("We do not know how you are today, so nothing is increased.")


def _start(reason: why.StartsHere) -> str:
    if reason.tolerance is None:
        return _("You start at level {level}, the gentlest that fits.").format(level=reason.level)
    return _("You can walk about {minutes}, so you start at level {level}.").format(
        minutes=formats.minutes(reason.tolerance), level=reason.level
    )


def _steady(reason: why.Steady) -> str:
    if reason.days_at_level < FIRST_WEEK:
        return _("Day {n} at this level. We hold for a week at least.").format(n=reason.days_at_level + 1)
    seen = ngettext(
        "Steady, with {n} good day of the last seven.",
        "Steady, with {n} good days of the last seven.",
        reason.green,
    ).format(n=reason.green)
    told = _("The plan stays as it is.")
    return f"{seen} {told}"


def _change(reason: why.ExerciseUp | why.NewExercise, name_of: Callable[[str], str]) -> str:
    rule = _("One change at a time, so that we see what works.")
    if isinstance(reason, why.NewExercise):
        seen = _("{exercise} is new today.").format(exercise=name_of(reason.exercise))
    else:
        seen = _("{exercise} goes up to level {level}.").format(
            exercise=name_of(reason.exercise), level=reason.level
        )
    return f"{seen} {rule}"


def _more(reason: why.MoreThanPlanned) -> str:
    return _(
        "You walked {share} % of the plan, and it was uneven or a bit much. "
        "Good drive, but steady beats stop-and-go, so we hold."
    ).format(share=reason.share)


def _back(reason: why.BackInSteps) -> str:
    if reason.level >= reason.before:
        return _("The flare-up is over. You go on where you were, at level {level}.").format(
            level=reason.level
        )
    return _("We go back in steps towards what you managed before: level {level} of {before}.").format(
        level=reason.level, before=reason.before
    )


def _good_week(reason: why.GoodWeek) -> str:
    if reason.is_more:
        return _(
            "You walk more than the plan and it goes well, so the plan follows you, to level {level}."
        ).format(level=reason.level)
    return _("A good week with {minutes} of walking. We increase a little, to level {level}.").format(
        minutes=formats.minutes(reason.minutes), level=reason.level
    )


def _numbness(reason: why.MoreNumbness) -> str:
    if reason.mornings > 1:
        return _("More numbness again this morning. Call your GP today and say so. The day is gentle.")
    return _("More numbness must be watched, so today is gentle.")


def _gate(reason: why.GateOpen) -> str:
    if reason.full:
        return _("The full safety list is waiting. Until it is answered, nothing is increased.")
    return _("Today's safety question is waiting. Until it is answered, nothing is increased.")


def _until(sentence: str, day: date) -> str:
    return sentence.format(day=formats.day_month(day))


def reason_in_words(  # noqa: C901, PLR0911, PLR0912 - one line for each reason there is
    reason: Reason, name_of: Callable[[str], str] = str
) -> str:
    """Say ``reason`` in the current language; ``name_of`` names an exercise by its id."""
    if isinstance(reason, _WithOneSentence):
        return _(_SENTENCES[type(reason)]).format(**asdict(reason))
    match reason:
        case why.NoCheckIn() | why.BackAfterSilence():
            return _silence(reason)
        case why.StartsHere():
            return _start(reason)
        case why.InFlare():
            return _flare(reason)
        case why.WorseMorning():
            return _worse(reason)
        case why.OnTheEdgeAgain():
            return _until(_("Several days on the edge. We hold until {day}."), reason.until)
        case why.MoreNumbness():
            return _numbness(reason)
        case why.BackInSteps():
            return _back(reason)
        case why.LessThanPlanned():
            return less_in_words(reason)
        case why.MoreThanPlanned():
            return _more(reason)
        case why.GoodWeek():
            return _good_week(reason)
        case why.ExerciseUp() | why.NewExercise():
            return _change(reason, name_of)
        case why.StillEased():
            return _until(
                _("We stay a little easier until {day}, then back to where you were."), reason.until
            )
        case why.Steady():
            return _steady(reason)
        case why.GateOpen():
            return _gate(reason)
        case _ as never:
            assert_never(never)
