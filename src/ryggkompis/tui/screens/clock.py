"""A clock for a walk or a rest: how long it has gone on, when to turn back, and when it is enough."""

from functools import partial
from typing import Literal

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.session.stopwatch import Stopwatch
from ryggkompis.tui.ink import ink, inked
from ryggkompis.tui.page import Dialog
from ryggkompis.tui.widgets.big_number import BigNumber
from ryggkompis.tui.widgets.figure import FigureView
from ryggkompis.tui.widgets.key_line import KeyLine
from ryggkompis.words.today import clock as words

LOOK = 0.5
"""Seconds between two looks at the clock."""
FLASH = 0.4
BRIEF = 30
"""Seconds of something that was only looked at, and is not kept when it is left."""


class ClockPage(Dialog[Stopwatch | Literal["tell"]]):
    """Let the clock run; the answer is how long it was, or that it is told without the clock."""

    IS_DOING = True
    CSS_PATH = "../styles/session.tcss"
    BINDINGS = [
        Binding("space", "pause", N_("Pause"), id="clock.pause", tooltip=N_("Pause, or go on")),
        Binding("enter", "end", N_("Done"), id="clock.end", tooltip=N_("Stop the clock, and keep it")),
        Binding(
            "t", "tell", N_("Only tell"), id="clock.tell", tooltip=N_("Say how it was without the clock")
        ),
    ]

    count = getters.query_one(BigNumber)

    def __init__(self, timed: words.Timed) -> None:
        """Time ``timed`` from now on."""
        super().__init__()
        self.timed = timed
        self.watch_ = Stopwatch()
        self._stage = 0
        self._said: Content | None = None
        self._ticking: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        yield Static(id="title", markup=False)
        yield Static(id="now", markup=False)
        with Horizontal(id="work"):
            yield BigNumber()
            yield FigureView()
        yield Static(id="text", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Start the clock."""
        super().on_mount()
        self.query_one(FigureView).figure = self.timed.figure
        self._ticking = self.set_interval(LOOK, self.look)
        self.look()

    def say(self) -> None:
        """Write what stands still."""
        self.query_one("#title", Static).update(self.timed.title)
        self.query_one("#text", Static).update(inked(words.how(self.timed)))
        self._said = None
        self._show()

    def look(self) -> None:
        """Look at the clock."""
        self.watch_ = self.watch_.at(self.app.companion.today.clock.now())
        stage = self.timed.stage(self.watch_)
        if stage > self._stage:
            self._stage = stage
            self._announce()
        self._show()

    def _show(self) -> None:
        self.count.text = words.count(self.watch_)
        said = ink(words.now(self.timed, self.watch_))
        if said != self._said:
            self._said = said
            self.query_one("#now", Static).update(said)

    def _announce(self) -> None:
        """Let the turning point and the end be heard and seen, where that is wanted."""
        if self.app.settings.bell:
            self.app.bell()
        if self.app.animation_level != "none":
            now = self.query_one("#now")
            now.add_class("-flash")
            self.set_timer(FLASH, partial(now.remove_class, "-flash"))

    def action_pause(self) -> None:
        """Stand still, or go on."""
        self.watch_ = self.watch_.paused(self.app.companion.today.clock.now())
        if self._ticking is not None:
            (self._ticking.pause if self.watch_.is_paused else self._ticking.resume)()
        self._show()

    def action_end(self) -> None:
        """Stop the clock."""
        self.look()
        self.dismiss(self.watch_)

    def action_tell(self) -> None:
        """Say how it was without the clock."""
        self.dismiss("tell")

    def action_never_mind(self) -> None:
        """Leave; what has gone on for a while is not lost."""
        self.look()
        # What was walked is kept also by whoever leaves with Esc; half a minute was a look at the clock.
        self.dismiss(self.watch_ if self.watch_.gone >= BRIEF else None)
