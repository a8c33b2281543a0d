"""Less, more and enough, in kind words: less is always fine, and more does not raise tomorrow."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.scales import Adjust, Because
from ryggkompis.i18n.language import _
from ryggkompis.words.doses import walks_in_words

if TYPE_CHECKING:
    # Whoever notes something gets a word from here, and no plan is made for it.
    from ryggkompis.domain.plan.plan import Plan
    from ryggkompis.domain.plan.reasons import LessThanPlanned

_ANSWERS: Final[Mapping[Because, str]] = {
    "pain": N_("When it hurts, a smaller plan often helps more than a hard one."),
    "time": N_("Short of time? Shorter walks more often count as much as one long."),
    "fear": N_(
        "It is common to be afraid of moving. The card “Afraid to move” says more; "
        "it is among the cards to read."
    ),
    "forgot": N_(
        "Things get forgotten. Reminders in the phone's calendar can help; the program can write them."
    ),
    "other": N_("Thank you for telling."),
}
"""What is said to each reason for walking less, rule D12."""
_LESS: Final[Mapping[Adjust, str]] = {
    "skip": N_("Left out today. That is quite all right."),
    "easier": N_("Easier today. That is quite all right."),
    "minimum": N_("A bad day: this is enough today, and it counts."),
}

ENOUGH: Final = N_("Is this much walking enough for you?")


def left_out_today() -> str:
    """Say of an exercise that it is left out today."""
    return _("left out today")


def as_little_as_fits() -> str:
    """Say of an exercise without a lower level how much is enough."""
    return _("as little as feels fine")


def easier_today() -> str:
    """Say of an exercise that it is a level lower than planned."""
    return _("easier today")


def bad_day() -> str:
    """Say what is enough on a bad day."""
    return _("A bad day. One walk and one position for rest are enough, and they count.")


def less_is_fine(adjust: Adjust) -> str:
    """Say that less was chosen, and that it is all right."""
    return _(_LESS[adjust])


def as_planned_again() -> str:
    """Say that what was less is as planned again."""
    return _("As planned again.")


def more_than_planned(*, in_flare: bool) -> str:
    """Say of more than planned that it does not raise tomorrow; in a flare-up not that it is fine."""
    if in_flare:
        return _("It is more than planned, on a day that is meant to be gentle. Take the rest of it easy.")
    return _("It is more than planned, and that is fine. Tomorrow's plan does not rise because of it.")


def what_came_in_the_way() -> str:
    """Ask why less was walked."""
    return _("What came in the way of walking?")


def answer_to(because: Because) -> str:
    """Say something kind to what came in the way of walking."""
    return _(_ANSWERS[because])


def less_in_words(reason: "LessThanPlanned") -> str:
    """Say that less was walked than planned, what is asked about it, and what can be done."""
    told = _(
        "About {share} % of the planned walking is noted on the days we know of. The plan should fit you, "
        "so we hold. You may always do less."
    ).format(share=reason.share)
    said = [told]
    if reason.because is not None:
        said.append(answer_to(reason.because))
    elif reason.asks:
        said.append(_("If you like, tell us what came in the way: pain, time, fear, or it was forgotten."))
    if reason.offers_less:
        said.append(smaller_is_ready())
    return " ".join(said)


def smaller_is_ready() -> str:
    """Say that a smaller plan may be taken."""
    return _("A smaller plan is ready, if you want it.")


def smaller_plan_taken(before: "Plan", now: "Plan") -> str:
    """Say that a smaller plan was taken, and that it begins today where today's walks are fewer minutes."""
    if now.walk_minutes >= before.walk_minutes:
        return _("Saved. Less is always fine.")
    walks = walks_in_words(now.walks)
    return _("The smaller plan begins today: {walks} Less is always fine.").format(walks=walks)


def often_enough(plan: "Plan", weekday: str) -> str:
    """Say how often a check-in is enough; ``weekday`` is that of the weekly one."""
    if plan.is_monthly_enough:
        return _("You have kept steady for long: a check-in every four weeks is enough.")
    return _("You keep steady: a check-in once a week is enough, next on {day}.").format(day=weekday)


def enough_asked() -> str:
    """Ask whether so much walking is enough."""
    return _(ENOUGH)


def enough_kept(*, is_enough: bool) -> str:
    """Say what follows."""
    return _("Saved. The plan stays here.") if is_enough else _("Saved. Walking may rise when it goes well.")
