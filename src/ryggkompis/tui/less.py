"""Doing less: an exercise left out or easier, a bad day, a smaller plan; each can be taken back."""

from functools import partial

from ryggkompis.domain.base.scales import Adjust
from ryggkompis.domain.journal.entries import Adjustment
from ryggkompis.domain.today.adjusted import adjustment_of
from ryggkompis.i18n.language import _
from ryggkompis.services.adjustments import take_back_adjustments
from ryggkompis.services.walking_less import smaller_plan
from ryggkompis.tui.shell import Shell
from ryggkompis.words.adjusting import as_planned_again, less_is_fine, smaller_plan_taken
from ryggkompis.words.today.plan_items import Item


def choose_less(app: Shell, adjust: Adjust, item: Item | None = None) -> None:
    """Keep that less is done today, of the exercise under the cursor or of all; or take it back."""
    if adjust != "minimum" and (item is None or item.planned is None):
        app.notify(_("Go to one of today's exercises first."), severity="warning", markup=False)
        return
    exercise = item.ref if item and adjust != "minimum" else None
    diary = app.companion.diary
    if adjustment_of(app.state.today, adjust, exercise):
        app.do(partial(take_back_adjustments, diary, app.state.today, exercise), as_planned_again())
    else:
        app.do(partial(diary.say, Adjustment, adjust=adjust, exercise=exercise), less_is_fine(adjust))


def take_smaller_plan(app: Shell) -> None:
    """Keep that the smaller plan is taken, and say what it is."""
    before, diary = app.state, app.companion.diary
    if app.do(lambda: diary.add(*smaller_plan(diary, before))):
        app.notify(smaller_plan_taken(before.plan, app.state.plan), markup=False)
