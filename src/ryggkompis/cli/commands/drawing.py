"""``drawing``: where it hurts, is numb, tingles or is weak; with options, or asked line by line."""

from collections.abc import Mapping
from typing import Any, Final

from ryggkompis.cli import status
from ryggkompis.cli.commands.plan import show_plan
from ryggkompis.cli.lines.drawing import ask_marks, ask_site, keep_drawing
from ryggkompis.cli.output import print_json
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.saved import as_stored
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.journal.drawing import SORTS, Drawing, Sort
from ryggkompis.i18n.language import _
from ryggkompis.store.acts import one_act

_OPTIONS: Final[Mapping[Sort, tuple[str, str]]] = {
    "pain": ("--pain", N_("where it hurts; buttock_left, calf_outer_right and so on")),
    "numbness": ("--numb", N_("where it is numb")),
    "tingling": ("--tingling", N_("where it tingles")),
    "weakness": ("--weak", N_("where it is weak")),
}


def drawing_command(parser: Parser) -> Run:
    """Take what is marked."""
    parser.shows("drawing --pain buttock_left,calf_back_left", _("where it hurts"))
    parser.shows_asking("drawing")
    for sort, (option, says) in _OPTIONS.items():
        parser.takes_choices(Drawing, sort, option, _(says), _("PLACE"))
    parser.takes_date()
    parser.takes_json()
    return _drawing


@one_act()
def _drawing(here: Surroundings) -> int:
    said: Any = here.fields(*SORTS)
    # Who notes something is not asked for the passphrase: what is new is asked about first.
    companion = here.unopened if said and here.is_closed else here.companion
    kept = keep_drawing(here, companion, said or ask_marks(here))
    state = companion.state()
    if state.gate.lock is not None:
        # The card comes before any other question.
        return show_plan(here, state, saved=as_stored(here, *kept))
    if not said:
        kept += ask_site(here)
    if here.is_json:
        print_json({"saved": as_stored(here, *kept)})
    return status.DONE
