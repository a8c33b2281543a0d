"""``walk``: a walk, and how the leg took it."""

from contextlib import suppress
from typing import Final

from ryggkompis.cli.options import kinds
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.saved import keep, tell_beside_the_plan
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.journal.entries import Walk
from ryggkompis.domain.plan.ladder import BOTTOM, FLOOR, day_minutes
from ryggkompis.i18n.language import _
from ryggkompis.store.errors import Closed
from ryggkompis.store.remembered.shown import read_shown
from ryggkompis.words.entry_names import choice_name

LEAST_PLANNED: Final = day_minutes(BOTTOM)
"""Minutes of walking that every plan has."""
FIRST_PLANNED: Final = day_minutes(FLOOR)
"""Minutes of walking of whoever was never shown a plan."""


def walk_command(parser: Parser) -> Run:
    """Take a walk and how the leg took it."""
    parser.shows("walk 10", _("ten minutes"))
    parser.shows("walk 10 --peak 4 --settled 5", _("the leg 4 at its worst, as before after five minutes"))
    minutes = kinds.number(Walk, "minutes", _("MIN"), _("MIN"))
    parser.takes_word("minutes", minutes, _("how long, in minutes"), least=1)
    parser.takes_number(Walk, "peak_leg", "--peak", _("the leg at its worst on the way, 0 to 10"))
    parser.takes_number(
        Walk, "settled", "--settled", _("minutes until the leg was as before; 0 if it never got worse")
    )
    parser.takes_yes_or_no("further_down", "--further-down", choice_name("further_down", value=True))
    parser.takes_date()
    parser.takes_json()
    return _walk


def _walk(here: Surroundings) -> int:
    said = here.fields("minutes", "peak_leg", "settled", "further_down")
    kept = keep(here, here.diary.draft(Walk, **said))
    # Working the plan out costs more than logging a walk, and what was shown is not more than planned.
    with suppress(Closed):
        if not here.store.seal.is_blind and _minutes_walked(here) > _minutes_shown(here):
            tell_beside_the_plan(here)
    return kept


def _minutes_walked(here: Surroundings) -> int:
    day = here.today.day
    walks = (line for line in here.store.read(day, day).lines if line.get("kind") == "walk")
    return sum(int(str(walk["minutes"])) for walk in walks)


def _minutes_shown(here: Surroundings) -> int:
    """Give the walking of the plan as it was shown for the day; where none was, the least it can be."""
    shown = read_shown(here.places, here.store.seal)
    levels = (one.level for one in shown if one.day == here.today.day and not one.is_held)
    return next((day_minutes(level) for level in levels), LEAST_PLANNED if shown else FIRST_PLANNED)
