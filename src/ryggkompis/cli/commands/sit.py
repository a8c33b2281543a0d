"""``sit``: how long since the last change of position, in one line for a prompt or a status bar."""

from ryggkompis.cli.output import can_show, facts, print_json
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.problems import tell_problems
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.i18n.language import _
from ryggkompis.pictures.glyphs import ascii_text
from ryggkompis.services.sitting import sitting_now
from ryggkompis.words.today.sitting import sitting_in_words


def sit_command(parser: Parser) -> Run:
    """Take nothing more."""
    parser.shows("sit", _("how long you have sat, in one line"))
    parser.takes_json()
    return _sit


def _sit(here: Surroundings) -> int:
    state = here.companion.state()
    stands = sitting_now(state, here.clock.now(), here.settings.sit_minutes)
    text = sitting_in_words(stands)
    if here.is_json:
        print_json(
            {
                "minutes": stands.minutes,
                "next": stands.left,
                "due": stands.is_due,
                "quiet": stands.is_quiet,
                "interval": stands.interval,
                "text": text,
            }
        )
    else:
        facts(text if can_show(text) else ascii_text(text))
    return tell_problems(state.problems)
