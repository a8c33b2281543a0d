"""The keys of Today, and which of them do something now."""

from typing import Final

from textual.binding import Binding

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.today.enough import is_enough_open
from ryggkompis.domain.today.state import State
from ryggkompis.domain.today.walking_less import is_smaller_offered, less_walked
from ryggkompis.tui.labels import VISIT_TIP
from ryggkompis.words.programme import WHAT_WAS_SAID

TODAY_KEYS: Final = [
    Binding(
        "i",
        "open('check_in')",
        N_("Check in"),
        id="today.check_in",
        tooltip=N_("Tell how the morning is"),
    ),
    Binding(
        "g",
        "session",
        N_("Start"),
        id="today.session",
        tooltip=N_("Go through today's exercises, one at a time"),
    ),
    Binding(
        "h",
        "open('hurts')",
        N_("It hurts"),
        id="today.hurts",
        tooltip=N_("The position that helped last time, for ten minutes"),
    ),
    Binding("w", "why", N_("Why"), id="today.why", show=False, tooltip=N_("Every reason, with its rule")),
    Binding("c", "open('clear')", N_("Seen by a doctor"), id="today.clear"),
    Binding(
        "r",
        "open('review')",
        N_("The week"),
        id="today.review",
        show=False,
        tooltip=N_("Look back on the week; it takes five minutes"),
    ),
    Binding("e", "open('evening')", N_("Evening"), id="today.evening", show=False),
    Binding(
        "s",
        "less('skip')",
        N_("Skip"),
        id="today.skip",
        show=False,
        tooltip=N_("Leave the chosen exercise out today, or take it in again"),
    ),
    Binding(
        "l",
        "less('easier')",
        N_("Easier"),
        id="today.easier",
        show=False,
        tooltip=N_("The chosen exercise one level easier today, or as planned again"),
    ),
    Binding(
        "d",
        "less('minimum')",
        N_("A bad day"),
        id="today.bad_day",
        show=False,
        tooltip=N_("One walk and one position for rest; it counts"),
    ),
    Binding(
        "x",
        "open('why_less')",
        N_("What came in the way"),
        id="today.why_less",
        show=False,
        tooltip=N_("Why less was walked than planned; you need not answer"),
    ),
    Binding(
        "p",
        "smaller",
        N_("A smaller plan"),
        id="today.smaller",
        show=False,
        tooltip=N_("Take the smaller plan that is offered"),
    ),
    Binding("y", "open('enough')", N_("Enough for me"), id="today.enough", show=False),
    Binding("n", "open('note')", N_("Note"), id="today.note", show=False),
    Binding("m", "open('medicine')", N_("Medicine"), id="today.medicine", show=False),
    Binding(
        "M",
        "open('again')",
        N_("Medicine again"),
        id="today.again",
        show=False,
        tooltip=N_("Note the medicine that was taken latest once more"),
    ),
    Binding("H", "open('event')", N_("Event"), id="today.event", show=False, tooltip=N_("Something to mark")),
    Binding("v", "open('visit')", N_("The visit"), id="today.visit", show=False, tooltip=VISIT_TIP),
    Binding(
        "V",
        "open('programme')",
        WHAT_WAS_SAID,
        id="today.programme",
        show=False,
        tooltip=N_("Exercises, limits, days and until when, by questions"),
    ),
    Binding("O", "open('operation')", N_("After an operation"), id="today.operation", show=False),
    Binding(
        "a",
        "open('episode')",
        N_("The episode"),
        id="today.episode",
        show=False,
        tooltip=N_("What you have reached, and how to go on; or that it is back"),
    ),
    Binding("t", "open('walk')", N_("Write down a walk"), id="today.walk", show=False),
    Binding("b", "back_a_day", N_("The day before"), id="today.before", show=False),
    Binding("f", "open('first_run')", N_("First questions"), id="today.first", show=False),
    Binding("escape", "to_today", N_("Back to today"), id="today.back"),
]


def can_be_done(action: str, parameters: tuple[object, ...], state: State, *, is_past: bool) -> bool:
    """Tell whether a key of Today does something on the day of ``state``."""
    lock, is_empty = state.gate.lock, state.plan.is_empty
    can = {
        "clear": (lock is not None and not lock.is_unfinished) or (lock is None and state.is_in_doubt),
        "enough": is_enough_open(state),
        "episode": lock is None or lock.is_unfinished,
        "hurts": not is_past and (lock is None or lock.is_unfinished),
        "less": not is_empty,
        "session": not (is_empty or is_past),
        "smaller": is_smaller_offered(state),
        "to_today": is_past,
        "why_less": less_walked(state) is not None,
    }
    return can.get(str(parameters[0]) if action == "open" else action, True)
