"""``weekly``: a look back on the week, with options in one go, without them line by line."""

from typing import Final

from ryggkompis.cli.errors import TooManyGoals
from ryggkompis.cli.lines.day import ask_weekly
from ryggkompis.cli.lines.drawing import offer_drawing
from ryggkompis.cli.options import kinds
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.saved import keep_answers
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.journal.entries import Profile, Weekly
from ryggkompis.i18n.language import _
from ryggkompis.services.questions.kinds import most
from ryggkompis.store.acts import one_act

WEEKLY: Final = ("goals", "global_change", "work", "worry", "worsens", "eases", "eased_by", "wish")


def weekly_command(parser: Parser) -> Run:
    """Take the answers of a week."""
    parser.shows("weekly --goals 4,?,6 --change 1", _("three activities, and a little better"))
    parser.shows_asking("weekly")
    parser.takes_date()
    parser.takes_json()
    parser.takes_numbers(
        Weekly, "goals", "--goals", _("your activities in order, 0 to 10 each, ? if unknown: 4,?,6")
    )
    parser.takes_number(
        Weekly, "global_change", "--change", _("compared with the start: -3 much worse, 3 completely well")
    )
    parser.takes_choice(Weekly, "work", "--work", _("how much you work"))
    parser.takes_number(Weekly, "worry", "--worry", _("how afraid you are to move, 0 to 10"))
    parser.takes_choices(Weekly, "worsens", "--worse", _("what makes it worse, at most five, with commas"))
    parser.takes_choices(Weekly, "eases", "--eases", _("what eases it, at most five, with commas"))
    parser.takes_value("--helped", kinds.text(), _("what helped this week"), "eased_by")
    parser.takes_value("--wish", kinds.text(), _("one wish for the next week"))
    return _weekly


def _weekly(here: Surroundings) -> int:
    said = here.fields(*WEEKLY)
    if len(said.get("goals", ())) > (goals := most(Profile, "goals")):
        raise TooManyGoals(most=goals)
    status = keep_answers(here, Weekly, said, ask_weekly)
    if not said:
        with one_act():
            offer_drawing(here)
    return status
