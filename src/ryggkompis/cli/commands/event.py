"""``event``: something that the charts should mark."""

from ryggkompis.cli.options import kinds
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.piped import own_words
from ryggkompis.cli.saved import keep
from ryggkompis.cli.wiring import Run
from ryggkompis.domain.journal.entries import Event
from ryggkompis.i18n.language import _


def event_command(parser: Parser) -> Run:
    """Take something to mark in the charts."""
    parser.shows(_("event moved house"), _("mark it in the charts"))
    parser.shows(_("event back at work --kind work -d -1"), _("what kind it was, and that it was yesterday"))
    parser.takes_text()
    kind = kinds.choice(Event, "event", "--kind")
    parser.takes_value("--kind", kind, _("what kind of event it is"), "event", default="other")
    return lambda here: keep(
        here, here.diary.draft(Event, text=own_words(here, "event"), event=here.said.event)
    )
