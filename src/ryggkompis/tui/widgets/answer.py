"""What all answers have in common: a cursor, a value, and a message when the answer is given."""

from dataclasses import dataclass
from typing import Final

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.geometry import Offset, Region
from textual.message import Message
from textual.reactive import reactive

from ryggkompis.domain.base.errors import N_
from ryggkompis.tui.turns import InTurn

NOTHING_CHOSEN: Final = -1
UNKNOWN: Final = ("minus", "–")
"""The key for what one does not know, and how it is written."""


class Answer(InTurn, can_focus=True):
    """What all answers have in common: a cursor, a value, and a message when it is given.

    Nothing is chosen to begin with, so that Enter alone never says what nobody meant.
    """

    BINDINGS = [
        Binding(
            "enter",
            "answer",
            N_("Next"),
            id="answer.next",
            tooltip=N_("Take what is chosen, or go on"),
        ),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("home", "move(-99)", show=False),
        Binding("end", "move(99)", show=False),
    ]
    DEFAULT_CSS = """
    Answer { height: auto; width: 1fr; }
    """

    cursor: reactive[int] = reactive(NOTHING_CHOSEN)

    @dataclass
    class Given(Message):
        """The answer was given; None is unknown."""

        answer: "Answer"
        value: object

        @property
        def control(self) -> "Answer":
            """For ``@on``."""
            return self.answer

    @dataclass
    class Passed(Message):
        """Enter was pressed, and nothing had been chosen."""

        answer: "Answer"

        @property
        def control(self) -> "Answer":
            """For ``@on``."""
            return self.answer

    @property
    def rows(self) -> int:
        """How many places the cursor has."""
        return 1

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return min(max(cursor, NOTHING_CHOSEN), self.rows - 1)

    def watch_cursor(self) -> None:
        """Let the page follow the cursor, and the terminal's own cursor too, for magnifiers."""
        if self.is_mounted:
            self.call_after_refresh(self.follow)

    def follow(self) -> None:
        """Bring the cursor's line into view."""
        row = self.region.offset + Offset(0, max(self.row_of_cursor, 0))
        box = next((node for node in self.ancestors if isinstance(node, VerticalScroll)), None)
        if box is not None:
            here = row - box.region.offset + box.scroll_offset
            box.scroll_to_region(Region(0, here.y, 1, 1), animate=False)
        self.app.cursor_position = row

    @property
    def row_of_cursor(self) -> int:
        """The line on which the cursor stands."""
        return self.cursor

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.cursor = max(self.cursor + by, 0)

    def action_answer(self) -> None:
        """Give what was chosen, or go on without an answer."""
        if self.cursor == NOTHING_CHOSEN:
            self.turns.hold()
            self.post_message(self.Passed(self))
        else:
            self.give(self.chosen)

    @property
    def chosen(self) -> object:
        """What the cursor stands on; None is unknown."""
        return None

    def give(self, value: object) -> None:
        """Tell the answer; no key counts before the next question is there."""
        self.turns.hold()
        self.post_message(self.Given(self, value))
