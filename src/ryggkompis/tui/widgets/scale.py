"""The scale from 0 to 10: one figure answers."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.events import Click, Key
from textual.message import Message

from ryggkompis.services.questions.kinds import Scale
from ryggkompis.tui.themes import MUTED
from ryggkompis.tui.widgets.answer import NOTHING_CHOSEN, UNKNOWN, Answer
from ryggkompis.words.entry_names import unknown_or_skip

RAMP = " ▁▁▂▂▃▄▅▆▇█"
"""More than a number: how high it is, at a glance."""
WIDE_STEP, NARROW_STEP = 5, 3
"""Cells for each number."""
OF_NUMBERS, OF_UNKNOWN = 1, 4
"""The lines on which they stand."""
NUMBERS = 11
TEN = "t"
"""The key for 10: the first letter of “ti” and of “ten”."""


class PickNumber(Answer):
    """A number from 0 to 10: a figure answers at once, t is ten, and unknown stands first."""

    BINDINGS: ClassVar = [
        Binding("right", "move(1)", show=False),
        Binding("left", "lower", show=False),
    ]

    @dataclass
    class TooLow(Message):
        """Left was pressed on unknown: the question before this one is wanted."""

    def __init__(self, scale: Scale, value: object = None) -> None:
        """Show ``scale`` with the cursor on ``value``; row 0 is unknown, row n + 1 the number n."""
        super().__init__()
        self.scale = scale
        self.set_reactive(PickNumber.cursor, value + 1 if isinstance(value, int) else NOTHING_CHOSEN)

    @property
    def rows(self) -> int:
        """Unknown, and the numbers."""
        return NUMBERS + 1

    @property
    def row_of_cursor(self) -> int:
        """The numbers stand on one line, unknown on the third."""
        return OF_UNKNOWN if self.cursor == 0 else OF_NUMBERS

    @property
    def step(self) -> int:
        """The cells of each number."""
        return WIDE_STEP if self.size.width >= 12 * WIDE_STEP else NARROW_STEP

    def render(self) -> Content:
        """Draw the numbers on one line, what the ends mean below, and unknown."""
        step = self.step
        numbers = Content("").join(self._number(n, step) for n in range(NUMBERS))
        ramp = Content.assemble(("".join(mark.center(step) for mark in RAMP), "$primary"))
        low, high = f"0 {self.scale.low}", f"10 {self.scale.high}"
        gap = max(11 * step - 2 - len(low) - len(high), 2)
        skip = unknown_or_skip()
        unknown = (
            Content.assemble(("› ", "bold $accent"), (f" –  {skip} ", "bold reverse"))
            if self.cursor == 0
            else Content(f"   –  {skip} ")
        )
        ends = Content.assemble((f" {low}{' ' * gap}{high}", MUTED))
        return Content("\n").join((ramp, numbers, ends, Content(""), unknown))

    def _number(self, n: int, step: int) -> Content:
        if n + 1 == self.cursor:
            return Content.assemble((f"[{n}]".center(step), "bold reverse"))
        return Content.assemble((str(n).center(step), "bold $accent"))

    def action_move(self, by: int) -> None:
        """Move along the scale; the first step is onto it."""
        self.cursor = 1 if self.cursor == NOTHING_CHOSEN else max(self.cursor + by, 0)

    def action_lower(self) -> None:
        """Move down the scale, or back to the question before."""
        if self.cursor <= 0:
            self.post_message(self.TooLow())
        else:
            self.cursor -= 1

    @property
    def chosen(self) -> object:
        """The marked number, or unknown."""
        return self.cursor - 1 if self.cursor else None

    def on_click(self, event: Click) -> None:
        """Answer with the number that was clicked, or the bar above it."""
        place = event.x // self.step
        if event.y <= OF_NUMBERS and place < NUMBERS:
            self.cursor = place + 1
        elif event.y == OF_UNKNOWN:
            self.cursor = 0
        else:
            return
        self.action_answer()

    def on_key(self, event: Key) -> None:
        """Answer with a figure, or T for ten."""
        if event.key.isdecimal() or event.key.lower() == TEN:
            event.stop()
            self.cursor = 11 if event.key.lower() == TEN else int(event.key) + 1
            self.action_answer()
        elif event.key == UNKNOWN[0]:
            event.stop()
            self.cursor = 0
            self.action_answer()
