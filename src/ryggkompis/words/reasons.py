"""Every reason in words: what was seen and what follows; calm, without blame and without a promise."""

from collections.abc import Callable
from typing import Final, assert_never

from ryggkompis.domain.base.value import asdict
from ryggkompis.domain.journal.operation import ALONE
from ryggkompis.domain.plan import reasons as why
from ryggkompis.domain.plan.facts.mornings import Worse
from ryggkompis.domain.plan.reasons import Reason
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.words.adjusting import less_in_words
from ryggkompis.words.doses import level_in_words
from ryggkompis.words.sentences import AFTER_OPERATION, SENTENCES, UNTIL, WithOneSentence

FIRST_WEEK: Final = 7
"""Days at a level in which nothing else is worth saying."""


def _own_plan(reason: why.NeedsOwnPlan) -> str:
    if reason.allowed_from is not None:
        return _(
            "You may exercise from {day}, and the plan begins then. Until that day, do as whoever "
            "operated has told you."
        ).format(day=formats.day_month(reason.allowed_from))
    return _(AFTER_OPERATION if reason.exclusions == ALONE else SENTENCES[why.NeedsOwnPlan])


def _now(now: int | None, usual: float | None, alone: str, beside: str) -> str:
    """Say how something is this morning, beside what is usual where that is known."""
    if now is None:
        return ""
    return alone.format(now=now) if usual is None else beside.format(now=now, usual=formats.number(usual))


def _leg(worse: Worse) -> str:
    return _now(
        worse.leg,
        worse.usual_leg,
        _("The leg is at {now} this morning."),
        _("The leg is at {now} this morning, usually {usual}."),
    )


def _back_now(worse: Worse) -> str:
    return _now(
        worse.back,
        worse.usual_back,
        _("The back is at {now} this morning."),
        _("The back is at {now} this morning, usually {usual}."),
    )


def _signs(worse: Worse) -> str:
    """Name what was true of a morning that was worse, and nothing else."""
    word = _("You say that this morning is worse.")
    said = {
        "leg": _leg(worse),
        "back": _back_now(worse),
        "site": _("The pain reaches further down the leg than it has lately."),
        "word": f"{word} {_leg(worse)}".strip(),
    }
    # A number or a place says more than the word beside it.
    named = [sign for sign in worse.signs if sign != "word"] or worse.signs
    return " ".join(said[sign] for sign in named)


def _flare(reason: why.InFlare) -> str:
    said = _("You call it a flare-up.") if reason.said else ""
    seen = said or _signs(reason.worse) or _leg(reason.worse)
    told = _("Flare-ups are common and rarely mean new harm. We ease off and keep you moving. Day {day}.")
    return f"{seen} {told.format(day=reason.day)}".strip()


def _worse(reason: why.WorseMorning) -> str:
    seen = _signs(reason.worse) or _("This morning was worse.")
    rule = _("After a worse morning we never increase: today and tomorrow are a little easier.")
    return f"{seen} {rule}"


def _silence(reason: why.NoCheckIn | why.BackAfterSilence) -> str:
    if isinstance(reason, why.BackAfterSilence):
        return ngettext(
            "No check-in for {n} day. That is quite all right. We go on gently, with {walks}.",
            "No check-in for {n} days. That is quite all right. We go on gently, with {walks}.",
            reason.silent,
        ).format(n=reason.silent, walks=level_in_words(reason.level))
    if reason.is_chosen:
        return _("No check-in, as you chose. On such a day nothing is increased.")
    return _("Without a check-in we do not know how you are, so nothing is increased.")


def _start(reason: why.StartsHere) -> str:
    walks = level_in_words(reason.level)
    if reason.tolerance is None:
        return _("You start with {walks}, the gentlest that fits.").format(walks=walks)
    return _("You can walk about {minutes}, so you start with {walks}.").format(
        minutes=formats.minutes(reason.tolerance), walks=walks
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
    walks = level_in_words(reason.level)
    if reason.level >= reason.before:
        return _("The flare-up is over. You go on where you were, with {walks}.").format(walks=walks)
    return _(
        "We go back in steps towards what you managed before: {walks} now, then towards {before}."
    ).format(walks=walks, before=level_in_words(reason.before))


def _good_week(reason: why.GoodWeek) -> str:
    walks = level_in_words(reason.level)
    if reason.is_more:
        return _("You walk more than the plan and it goes well, so the plan follows you, to {walks}.").format(
            walks=walks
        )
    return _("A good week with {minutes} of walking. We increase a little, to {walks}.").format(
        minutes=formats.minutes(reason.minutes), walks=walks
    )


def _numbness(reason: why.MoreNumbness) -> str:
    if reason.mornings > 1:
        return _("More numbness again this morning. Call your GP today and say so. The day is gentle.")
    return _("More numbness must be watched, so today is gentle.")


def _gate(reason: why.GateOpen) -> str:
    if reason.is_first:
        return _(
            "The full safety list is waiting. Until it is answered there are walks and positions for rest, "
            "and no exercises."
        )
    if reason.full:
        return list_waits()
    return _("The day's safety question is waiting. Until it is answered, nothing is increased.")


def list_waits() -> str:
    """Say that the safety list is not answered, and what follows from that."""
    return _("The full safety list is waiting. Until it is answered, nothing is increased.")


def first_questions() -> str:
    """Say that nobody has answered the first questions yet."""
    return _(SENTENCES[why.ProfileMissing])


def reason_in_words(  # noqa: C901, PLR0911, PLR0912 - one line for each reason there is
    reason: Reason, name_of: Callable[[str], str] = str
) -> str:
    """Say ``reason`` in the current language; ``name_of`` names an exercise by its id."""
    if isinstance(reason, WithOneSentence):
        level: int | None = getattr(reason, "level", None)
        walks = "" if level is None else level_in_words(level)
        return _(SENTENCES[type(reason)]).format(**asdict(reason), walks=walks)
    match reason:
        case why.NeedsOwnPlan():
            return _own_plan(reason)
        case why.NoCheckIn() | why.BackAfterSilence():
            return _silence(reason)
        case why.StartsHere():
            return _start(reason)
        case why.InFlare():
            return _flare(reason)
        case why.WorseMorning():
            return _worse(reason)
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
        case why.OnTheEdgeAgain() | why.StillEased() | why.Heals():
            return _(UNTIL[type(reason)]).format(day=formats.day_month(reason.until))
        case why.Steady():
            return _steady(reason)
        case why.GateOpen():
            return _gate(reason)
        case _ as never:
            assert_never(never)
