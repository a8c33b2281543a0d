"""It hurts now, in plain lines: the safety line, a position for ten minutes, and how it is then."""

from datetime import timedelta

from ryggkompis.cli.lines.day import ask_safety_again
from ryggkompis.cli.lines.prompt import answer_to
from ryggkompis.cli.lines.telling import minutes_since, tell
from ryggkompis.cli.output import told
from ryggkompis.cli.plain import plain
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.domain.journal.entries import ComfortDone
from ryggkompis.domain.today.hurting import BREAK, position_now
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, current
from ryggkompis.services.questions import day
from ryggkompis.words.today import hurting as words


def it_hurts(here: Surroundings) -> None:
    """Look that it is safe, then say which position, and until when."""
    if not ask_safety_again(here):
        return
    relief = position_now(here.companion.state())
    if relief is None:
        for line in plain(words.no_position()):
            told(line)
        return
    start = here.clock.now()
    told(relief.name.in_(current()))
    told(relief.cue.in_(current()))
    told(relief.caution.in_(current()))
    told(
        _("Rest until {time}, or as long as it is good.").format(
            time=formats.clock(start + timedelta(minutes=BREAK))
        )
    )
    answer_to(_("Press Enter when you get up."))
    tell(here, ComfortDone, day.comfort, {"comfort": relief.id, "minutes": minutes_since(here, start)})
    told(words.afterwards())
