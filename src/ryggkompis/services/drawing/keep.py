"""Keeps the pain drawing, and with it the safety questions it leads to: none is filed without them."""

from collections.abc import Mapping, Sequence

from ryggkompis.domain.base.scales import SITES, Site
from ryggkompis.domain.journal.drawing import PLACES, SORTS, Drawing, Place, Sort, lowest_site, questions_of
from ryggkompis.domain.journal.entries import CheckIn
from ryggkompis.domain.today.state import State
from ryggkompis.services.companion import Companion
from ryggkompis.services.safety import SafetyKeeper

Marked = Mapping[Sort, Sequence[Place]]


def last_drawing(state: State) -> Drawing | None:
    """Give the latest drawing of this episode, up to the day shown."""
    return next((one for one in reversed(state.history.drawings) if one.day <= state.day), None)


def drawn(companion: Companion, marked: Marked) -> Drawing:
    """Make a drawing of what is marked, each place once and from the back down, without keeping it."""
    said = {sort: tuple(one for one in PLACES if one in marked.get(sort, ())) for sort in SORTS}
    return companion.diary.draft(Drawing, **said)


def talk_about(companion: Companion, drawing: Drawing) -> SafetyKeeper:
    """Give the conversation that a drawing leads to; it is over at once where nothing new calls for one.

    ``begin_with`` keeps the drawing, and that its questions are open, in one stroke.
    """
    return SafetyKeeper(companion, "lead", questions_of(drawing, last_drawing(companion.state())))


def lower_site(state: State) -> Site | None:
    """Tell how far down today's drawing goes, where today's check-in does not say as much."""
    today = state.today.all(Drawing)
    site = lowest_site(today[-1]) if today else None
    check_in = state.today.check_in
    if site is None or check_in is None:
        return None
    said = check_in.site
    return site if said is None or SITES.index(site) > SITES.index(said) else None


def keep_site(companion: Companion, site: Site) -> CheckIn:
    """Let how far down it goes stand in today's check-in, as the patient says it does."""
    return companion.diary.say(CheckIn, site=site)
