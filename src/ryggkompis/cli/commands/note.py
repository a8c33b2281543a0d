"""``note``: a remark in the patient's own words."""

from ryggkompis.cli.parser import Parser
from ryggkompis.cli.piped import own_words
from ryggkompis.cli.saved import keep
from ryggkompis.cli.wiring import Run
from ryggkompis.domain.journal.entries import Note
from ryggkompis.i18n.language import _


def note_command(parser: Parser) -> Run:
    """Take a remark."""
    parser.shows(_("note slept badly, stiff until ten"), _("a note of today, without quotes"))
    parser.shows(_("note saw the therapist --date friday"), _("a note of another day"))
    parser.shows("note -", _("what is typed or piped in, to its end"))
    parser.takes_text()
    return lambda here: keep(here, here.diary.draft(Note, text=own_words(here, "note")))
