"""``less``: doing less today, which is always allowed; and the plan that stands then, as facts."""

from ryggkompis.cli.commands.plan import show_change, show_plan
from ryggkompis.cli.errors import Misused
from ryggkompis.cli.options import kinds
from ryggkompis.cli.options.known import unknown_exercise
from ryggkompis.cli.output import told
from ryggkompis.cli.parser import PROGRAM, Parser
from ryggkompis.cli.saved import as_stored
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.scales import Adjust
from ryggkompis.domain.journal.entries import Adjustment
from ryggkompis.domain.today.adjusted import adjustment_of
from ryggkompis.domain.today.state import State
from ryggkompis.i18n.errors import word
from ryggkompis.i18n.language import _
from ryggkompis.services.adjustments import NoPlanToday, exercise_in_plan, refuse_without_plan
from ryggkompis.services.errors import NoSuchExercise
from ryggkompis.services.walking_less import smaller_plan, why_less

Wish = tuple[Adjust, str | None]
"""What is less, and which exercise; none for a bad day."""


def less_command(parser: Parser) -> Run:
    """Take what is less today."""
    parser.shows("less --bad-day", _("it is a bad day: one walk and one position for rest"))
    parser.shows("less --skip E05 --easier E01", _("leave one out, and take another a level easier"))
    parser.takes_switch("--bad-day", _("one walk and one position for rest; it counts"))
    for option, says in (
        ("--skip", _("leave an exercise out; may be repeated")),
        ("--easier", _("an exercise one level easier; may be repeated")),
    ):
        parser.takes_value(option, kinds.exercise(), says, default=[], most=None)
    parser.takes_choice(Adjustment, "because", "--because", _("what came in the way of walking"))
    parser.takes_switch("--smaller", _("take the smaller plan that is offered"))
    parser.takes_date()
    parser.takes_json()
    return _less


def _less(here: Surroundings) -> int:
    said, state = here.said, here.companion.state()
    if not (said.bad_day or said.skip or said.easier or said.because or said.smaller):
        fault = _("Say what is less: --bad-day, --skip, --easier, --because or --smaller")
        raise Misused(fault=fault, program=f"{PROGRAM} less")
    if state.plan.is_held and state.plan.is_empty:
        told(word(NoPlanToday()))
        return show_plan(here, state, saved=[])
    wishes = _wishes(here, state)
    refuse_without_plan(state)
    # What stands already is not said twice.
    drafts = [
        here.diary.draft(Adjustment, adjust=adjust, exercise=exercise)
        for adjust, exercise in wishes
        if adjustment_of(state.today, adjust, exercise) is None
    ]
    drafts += why_less(here.diary, state, said.because) if said.because else []
    drafts += smaller_plan(here.diary, state) if said.smaller else []
    here.diary.add(*drafts)
    return show_change(here, here.companion.state(), *drafts, saved=as_stored(here, *drafts))


def _wishes(here: Surroundings, state: State) -> list[Wish]:
    """List what is wished for, each once, with the exercises as the catalogue writes them.

    Raises:
        NoPlanToday, NoSuchExercise, NotInPlan: for an exercise that cannot be less.

    """
    said: list[Wish] = [("minimum", None)] if here.said.bad_day else []
    said += [("skip", _in_plan(id_, state)) for id_ in here.said.skip]
    said += [("easier", _in_plan(id_, state)) for id_ in here.said.easier]
    return list(dict.fromkeys(said))


def _in_plan(id_: str, state: State) -> str:
    try:
        return exercise_in_plan(id_, state)
    except NoSuchExercise:
        raise unknown_exercise(id_) from None
