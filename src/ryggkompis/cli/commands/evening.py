"""``evening``: how the whole day was, with options in one go, without them line by line."""

from typing import Final

from ryggkompis.cli.lines.day import ask_evening
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.saved import keep_answers
from ryggkompis.cli.wiring import Run
from ryggkompis.domain.journal.entries import Evening
from ryggkompis.i18n.language import _

EVENING: Final = ("leg_avg", "back_avg", "leg_worst", "sit_longest", "flare", "walked")


def evening_command(parser: Parser) -> Run:
    """Take the answers of an evening."""
    parser.shows("evening --leg 4 --worst 6 --sit 40_60", _("the leg 4 on average and 6 at its worst"))
    parser.shows_asking("evening")
    parser.takes_date()
    parser.takes_json()
    parser.takes_number(Evening, "leg_avg", "--leg", _("the leg on average today, 0 to 10"))
    parser.takes_number(Evening, "back_avg", "--back", _("the back on average today, 0 to 10"))
    parser.takes_number(Evening, "leg_worst", "--worst", _("the leg at its worst today, 0 to 10"))
    parser.takes_choice(Evening, "sit_longest", "--sit", _("the longest time you sat, in minutes"))
    parser.takes_yes_or_no("walked", "--walk", _("you went for a walk; --no-walk says that you did not"))
    parser.takes_flare()
    return lambda here: keep_answers(here, Evening, here.fields(*EVENING), ask_evening)
