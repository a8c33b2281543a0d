"""``note``, ``medicine`` and ``event``: what the patient writes."""

from ryggkompis.cli.parser import Parser
from ryggkompis.cli.saved import keep
from ryggkompis.cli.values import choice_of
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.scales import EVENT_KINDS
from ryggkompis.domain.journal.entries import Event, Medicine, Note
from ryggkompis.i18n import _


def note_command(parser: Parser) -> Run:
    """Take a remark."""
    _takes_text(parser)
    return lambda here: keep(here, here.diary.draft(Note, text=_text(here)))


def medicine_command(parser: Parser) -> Run:
    """Take what was taken; it is never commented on."""
    _takes_text(parser)
    return lambda here: keep(here, here.diary.draft(Medicine, text=_text(here)))


def event_command(parser: Parser) -> Run:
    """Take something to mark in the charts."""
    _takes_text(parser)
    parser.add_argument(
        "--kind",
        dest="event",
        type=choice_of(Event, "event", "--kind"),
        default="other",
        metavar="|".join(EVENT_KINDS),
        help=_("what kind of event it is"),
    )
    return lambda here: keep(here, here.diary.draft(Event, text=_text(here), event=here.said.event))


def _takes_text(parser: Parser) -> None:
    parser.add_argument("words", nargs="+", metavar=_("TEXT"), help=_("in your own words"))
    parser.takes_date()
    parser.takes_json()


def _text(here: Surroundings) -> str:
    return " ".join(here.said.words)
