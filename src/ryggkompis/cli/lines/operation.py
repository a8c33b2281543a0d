"""An operation on the back as lines: when it was, and from when and by whom exercise is allowed."""

from functools import partial

from ryggkompis.cli.lines.ask import Answers, ask_all
from ryggkompis.cli.output import told
from ryggkompis.cli.saved import tell_saved
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.services.operation import tell_operation
from ryggkompis.services.questions import operation as asked
from ryggkompis.store.acts import one_act
from ryggkompis.words.saved import nothing_answered


@one_act()
def tell_of_operation(here: Surroundings) -> None:
    """Ask, and keep it where a day is told."""
    answers: Answers = asked.answers_of(here.companion.state().operation)
    ask_all(partial(asked.operation, answers), answers, here.today.real)
    operated, cleared, by = asked.told_in(answers)
    if operated is None:
        told(nothing_answered())
        return
    tell_saved(here, *tell_operation(here.companion, operated, cleared, by))
