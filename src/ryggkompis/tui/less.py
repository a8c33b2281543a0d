"""Doing less: an exercise left out or easier, a bad day, a smaller plan; each can be taken back."""

from collections.abc import Iterator
from functools import partial

from textual.content import Content

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.scales import Adjust
from ryggkompis.domain.journal.entries import Adjustment
from ryggkompis.i18n.language import _
from ryggkompis.services.adjustments import adjustment_of, take_back_adjustments
from ryggkompis.services.state import State
from ryggkompis.services.walking_less import is_smaller_offered, is_why_asked, smaller_plan
from ryggkompis.tui.plan_items import Item
from ryggkompis.tui.shell import Shell
from ryggkompis.words.adjusting import smaller_plan_taken
from ryggkompis.words.tapering import enough_asked

SAID: dict[Adjust, str] = {
    "skip": N_("Left out today. That is quite all right."),
    "easier": N_("Easier today. That is quite all right."),
    "minimum": N_("A bad day: this is enough today, and it counts."),
}


def choose_less(app: Shell, adjust: Adjust, item: Item | None = None) -> None:
    """Keep that less is done today, of the exercise under the cursor or of all; or take it back."""
    if adjust != "minimum" and (item is None or item.planned is None):
        app.notify(_("Go to one of today's exercises first."), severity="warning", markup=False)
        return
    exercise = item.ref if item and adjust != "minimum" else None
    diary = app.companion.diary
    if adjustment_of(app.state.today, adjust, exercise):
        app.do(partial(take_back_adjustments, diary, app.state.today, exercise), _("As planned again."))
    else:
        app.do(partial(diary.say, Adjustment, adjust=adjust, exercise=exercise), _(SAID[adjust]))


def walking_less(state: State) -> Iterator[Content]:
    """Ask what came in the way of walking or if it is enough, and offer the smaller plan, by their keys."""
    if is_why_asked(state):
        question = (_("What came in the way of walking?"), "bold")
        yield Content.assemble(("x  ", "bold $accent"), question, "  ", _("One key, if you like."))
    if is_smaller_offered(state):
        ready = (_("A smaller plan is ready, if you want it."), "bold")
        stands = _("One step less, for four weeks or until you walk more.")
        yield Content.assemble(("p  ", "bold $accent"), ready, "  ", stands)
    if state.plan.is_enough_asked:
        yield Content.assemble(("y  ", "bold $accent"), (enough_asked(), "bold"))


def take_smaller_plan(app: Shell) -> None:
    """Keep that the smaller plan is taken, and say what it is."""
    before, diary = app.state, app.companion.diary
    if app.do(lambda: diary.add(*smaller_plan(diary, before))):
        app.notify(smaller_plan_taken(before.plan, app.state.plan), markup=False)
