"""What is worth a talk, on Today: one calm line each, the most pressing first; all of it stands under Why."""

from collections.abc import Iterator
from typing import assert_never

from textual.content import Content

from ryggkompis.domain.plan import concerns as about
from ryggkompis.domain.plan.concerns import Concern
from ryggkompis.domain.plan.plan import Advice
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.words.concerns import concern_in_words


def advice_lines(given: tuple[Advice, ...]) -> Iterator[Content]:
    """Say each in one line; only relief that is too sudden is said whole, for it cannot wait."""
    for advice in given:
        said = (
            concern_in_words(advice.reason)
            if isinstance(advice.reason, about.SuddenRelief)
            else Content.assemble(_in_short(advice.reason), " · ", ("w", "bold $accent"))
        )
        yield Content.assemble(("◆ ", "bold $secondary"), said)


def _in_short(concern: Concern) -> str:  # noqa: C901, PLR0911 - one line for each concern there is
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
            return _("The pain reaches further down the leg: let somebody have a look soon.")
        case _ as never:
            assert_never(never)
