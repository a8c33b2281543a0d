"""The pain drawing as lines: numbered regions in words, and the questions it leads to at once."""

from collections.abc import Iterable
from contextlib import suppress

from ryggkompis.cli.errors import NoMoreAnswers
from ryggkompis.cli.hints import fault_in_words
from ryggkompis.cli.lines.ask import choose, confirm
from ryggkompis.cli.lines.prompt import ask
from ryggkompis.cli.lines.safety import converse
from ryggkompis.cli.output import told
from ryggkompis.cli.plain import plain
from ryggkompis.cli.saved import tell_saved
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.domain.journal.drawing import HALVES, REGIONS, SORTS, Half, Place
from ryggkompis.domain.journal.entries import Entry
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.services.companion import Companion
from ryggkompis.services.drawing.keep import Marked, drawn, keep_site, last_drawing, lower_site, talk_about
from ryggkompis.services.drawing.reading import Named, read_regions
from ryggkompis.services.questions.drawing import (
    do_you_want_to,
    does_it_reach,
    how_to_name,
    is_it_right,
    last_time,
    where,
)
from ryggkompis.store.errors import NotSaved
from ryggkompis.words.drawing.names import half_name, region_name
from ryggkompis.words.urgent import cards


def ask_marks(here: Surroundings) -> Marked:
    """Ask where it hurts, is numb, tingles and is weak, until what was read back is right."""
    told(formats.day_heading(here.today.day))
    last = last_drawing(here.companion.state())
    if last is not None:
        told(last_time(last))
    while True:
        for number, region in enumerate(REGIONS, 1):
            told(f"  {number} {region_name(region)}")
        told(how_to_name())
        marked = {sort: _places(ask(where(sort), read_regions) or ()) for sort in SORTS}
        if confirm(is_it_right(drawn(here.companion, marked))):
            return marked


def _places(named: Iterable[Named]) -> list[Place]:
    return [place for one in named for place in _with_side(one).places]


def _with_side(named: Named) -> Named:
    sides: dict[tuple[Half, ...], str] = {(half,): half_name(half) for half in HALVES}
    while named.needs_side:
        words = _("{region}: which side?").format(region=region_name(named.region).capitalize())
        halves = choose(words, [*sides.items(), (HALVES, _("both sides"))])
        named = named._replace(halves=halves or ())
    return named


def keep_drawing(here: Surroundings, companion: Companion, marked: Marked) -> list[Entry]:
    """Keep a drawing, and ask at once what it leads to; what is not answered stays open.

    Returns:
        What is kept.

    Raises:
        NotSaved: when the drawing could not be written; its questions were asked all the same.

    """
    drawing = drawn(companion, marked)
    keeper = talk_about(companion, drawing)
    fault: NotSaved | None = None
    try:
        keeper.begin_with(drawing)
    except NotSaved as error:
        fault = error
        told(fault_in_words(error))
    else:
        tell_saved(here, drawing)
    with suppress(NoMoreAnswers):
        converse(keeper)
    if fault is not None:
        raise fault
    return [drawing, *keeper.said.values()]


def ask_site(here: Surroundings) -> list[Entry]:
    """Ask whether today's check-in should say how far down the drawing goes, where it says less."""
    site = lower_site(here.companion.state())
    kept: list[Entry] = []
    # Where nobody answers any more, the check-in stays as it is.
    with suppress(NoMoreAnswers):
        if site is not None and confirm(does_it_reach(site)):
            kept.append(keep_site(here.companion, site))
            tell_saved(here, *kept)
    return kept


def offer_drawing(here: Surroundings) -> None:
    """Ask whether to draw where it hurts, which may be left out; a red card ends it."""
    with suppress(NoMoreAnswers):
        if not confirm(do_you_want_to()):
            return
        keep_drawing(here, here.companion, ask_marks(here))
        gate = here.companion.state().gate
        for line in plain(cards(gate, here.companion.flags)):
            told(line)
        if gate.lock is None:
            ask_site(here)
