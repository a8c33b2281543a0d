"""What only the window says on Today: which day it shows, keys beside a group, one line written large."""

from collections.abc import Iterator

from textual.content import Content

from ryggkompis.domain.base.weekdays import Weekday
from ryggkompis.domain.today.adjusted import adjusted
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.tui.labels import named
from ryggkompis.tui.themes import MUTED
from ryggkompis.words.lines import Line
from ryggkompis.words.problems import first_problems
from ryggkompis.words.sober import is_strength_first
from ryggkompis.words.today import day as words
from ryggkompis.words.today.plan_items import Item
from ryggkompis.words.today.waiting import still_to_tell, waiting
from ryggkompis.words.today.why import reasons
from ryggkompis.words.urgent import number_of


def notice(state: State, *, is_past: bool) -> Iterator[Line]:
    """Say which day is shown when it is not today, and what of the journal could not be read."""
    if is_past:
        day = formats.weekday_day(state.day)
        yield Line(_("You are telling about {day}. Esc goes back to today.").format(day=day))
    yield from first_problems((problem for problem in state.problems if problem.hides), 1)


def card(state: State, review_day: Weekday, *, is_past: bool) -> Iterator[Line]:
    """Say what stands above the plan; nothing where there is none."""
    if not state.plan.is_empty:
        yield from words.first(state, brief=True)
        yield from still_to_tell(state) if is_past else waiting(state, review_day)


def is_card_whole(state: State) -> bool:
    """Tell whether the card is read before the plan, and so has the room."""
    return is_strength_first(state.plan) or state.gate.is_crisis


def why(state: State) -> Content:
    """Say in a few lines why the day looks like this, with the key to all of it."""
    if state.plan.is_empty:
        return Content("")
    said = " ".join(line.text for line in reasons(state))
    words = Content.assemble((_("Why:") + " ", "bold $secondary"), (said, MUTED))
    return named("today.why", "w", words)


def walking(state: State) -> Content:
    """Say how much of the day's walking is logged, and which key calls it a bad day."""
    stands = adjusted(state)
    done = _("{done} of {all} min").format(done=state.today.walked, all=sum(stands.walks))
    if stands.is_minimum:
        return Content(done)
    return Content(f"{done} · ") + named("today.bad_day", "d", _("a bad day"))


def doing_less() -> Content:
    """Say which keys make an exercise less."""
    skip = named("today.skip", "s", _("skip"))
    return Content(" · ").join((skip, named("today.easier", "l", _("easier"))))


def large(state: State, item: Item | None) -> str:
    """Give what is to be read large: the number to call, or the chosen line of the plan."""
    if state.plan.lock is not None:
        return number_of(state.plan.lock, state.flags)
    if item is None:
        return ""
    return f"{item.title} {item.said_in_short if item.done else item.amount}"
