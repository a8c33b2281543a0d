"""``event``: something that the charts should mark."""

from ryggkompis.cli.parser import Parser
from ryggkompis.cli.saved import keep
from ryggkompis.cli.values import choice_of
from ryggkompis.cli.wiring import Run
from ryggkompis.domain.base.scales import EVENT_KINDS
from ryggkompis.domain.journal.entries import Event
from ryggkompis.i18n.language import _


def event_command(parser: Parser) -> Run:
    """Take something to mark in the charts."""
    parser.takes_text()
    parser.add_argument(
        "--kind",
        dest="event",
        type=choice_of(Event, "event", "--kind"),
        default="other",
        metavar="|".join(EVENT_KINDS),
        help=_("what kind of event it is"),
    )
    return lambda here: keep(here, here.diary.draft(Event, text=here.words, event=here.said.event))
