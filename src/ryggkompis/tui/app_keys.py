"""The keys that work on every page."""

from typing import Final

from textual.binding import Binding

from ryggkompis.domain.base.errors import N_
from ryggkompis.tui.labels import UNDO_TIP
from ryggkompis.words.drawing.names import DRAWING
from ryggkompis.words.learn import CARDS
from ryggkompis.words.today.tour import TOUR
from ryggkompis.words.urgent import HELP_NOW

APP_KEYS: Final = [
    Binding("1", "go('today')", N_("Today"), id="app.today", show=False),
    Binding("2", "go('progress')", N_("Progress"), id="app.progress", show=False),
    Binding("3", "go('exercises')", N_("Exercises"), id="app.exercises", show=False),
    Binding("4", "go('log')", N_("Log"), id="app.log", show=False),
    Binding("5", "go('report')", N_("Report"), id="app.report", show=False),
    Binding("6", "go('settings')", N_("Settings"), id="app.settings", show=False),
    Binding("u", "undo", N_("Undo"), id="app.undo", show=False, tooltip=UNDO_TIP),
    Binding("U", "redo", N_("Bring back"), id="app.redo", show=False, tooltip=N_("What was taken back last")),
    Binding(
        "exclamation_mark",
        "urgent",
        N_("Urgent"),
        id="app.urgent",
        tooltip=HELP_NOW,
    ),
    Binding("f2", "urgent", N_("Urgent"), id="app.urgent_anywhere", priority=True),
    Binding("question_mark", "help", N_("Help"), id="app.help", tooltip=N_("The keys of this page")),
    Binding("f1", "help", N_("Help"), id="app.help_anywhere", priority=True),
    Binding(
        "K",
        "learn",
        CARDS,
        id="app.learn",
        show=False,
        tooltip=N_("What a herniation is, why we walk, sleep, work, fear, and more"),
    ),
    Binding("L", "finish_lock", N_("Finish the lock"), id="app.finish_lock", show=False),
    Binding("T", "tour", TOUR, id="app.tour", show=False, tooltip=N_("What each page is for, in a minute")),
    Binding(
        "B",
        "drawing",
        DRAWING,
        id="app.drawing",
        show=False,
        tooltip=N_("Mark it on a body: pain, numb, tingling, weak"),
    ),
    Binding("o", "moved", N_("Changed position"), id="app.moved", show=False),
    Binding(
        "z",
        "put_off",
        N_("In ten minutes"),
        id="app.put_off",
        show=False,
        tooltip=N_("Change position in ten minutes, not now"),
    ),
    Binding(
        "ctrl+p,slash",
        "command_palette",
        N_("Find"),
        id="app.palette",
        show=False,
        tooltip=N_("What can be done, read and seen, what was written, and days"),
    ),
    Binding(
        "ctrl+z",
        "suspend_process",
        N_("Put aside"),
        id="app.suspend",
        show=False,
        priority=True,
        tooltip=N_("Back to the shell; fg comes back here"),
    ),
    Binding(
        "ctrl+l",
        "redraw",
        N_("Draw anew"),
        id="app.redraw",
        show=False,
        priority=True,
        tooltip=N_("When something else has written over the window"),
    ),
    Binding("q", "quit", N_("Quit"), id="app.leave", show=False),
    Binding("ctrl+q", "quit", N_("Quit"), id="app.quit", show=False, priority=True),
]
