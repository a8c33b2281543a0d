"""``sheet``: today's plan with its figures, for the wall."""

from ryggkompis.cli import status
from ryggkompis.cli.options import kinds
from ryggkompis.cli.output import told
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.problems import tell_problems
from ryggkompis.cli.saved import tell_readable
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.text import shown_name
from ryggkompis.i18n import formats
from ryggkompis.i18n.errors import word
from ryggkompis.i18n.language import _, current
from ryggkompis.report.errors import NoPdf
from ryggkompis.report.saving import save_report
from ryggkompis.report.sheet import wall, wall_format
from ryggkompis.store.targets import check_target


def sheet_command(parser: Parser) -> Run:
    """Take a file, and how large the letters are."""
    parser.shows("sheet plan.pdf", _("today's plan with its figures"))
    parser.shows("sheet plan.html --large", _("to be read from the floor"))
    parser.takes_word("file", kinds.file(), _("where to write it; it ends in .pdf or .html"), least=1)
    parser.takes_switch("--large", _("letters to be read from the floor"))
    parser.takes_force()
    parser.takes_date()
    return _sheet


def _sheet(here: Surroundings) -> int:
    said = here.said
    format_ = wall_format(said.file)
    check_target(said.file, here.places, may_replace=said.force)
    state = here.companion.state()
    today = here.companion.on(None).state()
    if today.plan.is_held:
        # While it is held, no plan of another day is hung on the wall in its place.
        state = today
    here.companion.remember_shown()
    file = save_report(
        said.file,
        format_,
        lambda kind: wall(kind, state, current(), is_large=said.large, numbers=here.settings.numbers),
        here.places,
        may_replace=said.force,
    )
    if file != said.file:
        told(word(NoPdf()))
    if state.plan.is_closed:
        told(_("Written: {file}").format(file=shown_name(file)))
    else:
        day = formats.day_month_year(state.day)
        told(_("Written: {file}, the plan for {day}.").format(file=shown_name(file), day=day))
    tell_readable(here)
    hidden = tell_problems(state.problems)
    return status.of(state.plan) or hidden
