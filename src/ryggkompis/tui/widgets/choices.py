"""Answers of one key each: a list to choose from, a list to tick, and the scale from 0 to 10."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Click, Key
from textual.geometry import Offset, Region
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from ryggkompis.i18n import N_, _
from ryggkompis.tui.questions import Choice, OneOf, Scale, Some
from ryggkompis.tui.themes import MUTED

RAMP = " ▁▁▂▂▃▄▅▆▇█"
"""More than a number: how high it is, at a glance."""
WIDE_STEP, NARROW_STEP = 5, 3
"""Cells for each number."""
NOTHING_MARKED = -1
TEN = "t"
"""The key for 10: the first letter of “ti” and of “ten”."""


class Answer(Widget, can_focus=True):
    """What all answers have in common: a cursor, a value, and a message when it is given."""

    BINDINGS = [
        Binding("enter", "answer", N_("Next"), id="answer.next", tooltip=N_("Take the marked answer")),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("home", "move(-99)", show=False),
        Binding("end", "move(99)", show=False),
    ]
    DEFAULT_CSS = """
    Answer { height: auto; width: 1fr; }
    """

    cursor: reactive[int] = reactive(0)
    lowest = 0
    """The first place of the cursor."""

    @dataclass
    class Given(Message):
        """The answer was given; None is unknown."""

        answer: "Answer"
        value: object

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
        return min(max(cursor, self.lowest), self.rows - 1)

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
        self.cursor += by

    def action_answer(self) -> None:
        """Give the marked answer."""

    def give(self, value: object) -> None:
        """Tell the answer."""
        self.post_message(self.Given(self, value))


class PickOne(Answer):
    """One of a few choices: its number answers at once, Enter takes the marked one."""

    def __init__(self, one_of: OneOf, value: object = None) -> None:
        """Offer the choices of ``one_of``, the cursor on ``value``; unknown is the last row."""
        super().__init__()
        self.choices: tuple[Choice, ...] = one_of.choices
        if one_of.can_skip:
            self.choices = (*self.choices, Choice(None, _("don't know, or skip")))
        self.numbered = len(one_of.choices)
        values = [choice.value for choice in self.choices]
        self.lowest = 0 if one_of.is_marked else NOTHING_MARKED
        self.set_reactive(PickOne.cursor, values.index(value) if value in values else self.lowest)

    @property
    def rows(self) -> int:
        """How many choices there are."""
        return len(self.choices)

    def render(self) -> Content:
        """Draw one choice a line."""
        return Content("\n").join(self._row(place, choice) for place, choice in enumerate(self.choices))

    def _row(self, place: int, choice: Choice) -> Content:
        key = str(place + 1) if place < self.numbered else "–"
        if place == self.cursor:
            return Content.assemble(("› ", "bold $accent"), (f" {key}  {choice.label} ", "bold reverse"))
        return Content.assemble("  ", (f" {key}", "bold $accent"), f"  {choice.label} ")

    def action_answer(self) -> None:
        """Give the marked choice."""
        if self.cursor != NOTHING_MARKED:
            self.give(self.choices[self.cursor].value)

    def on_key(self, event: Key) -> None:
        """Answer with a number."""
        if event.key.isdecimal() and 1 <= int(event.key) <= self.numbered:
            event.stop()
            self.cursor = int(event.key) - 1
            self.action_answer()

    def on_click(self, event: Click) -> None:
        """Answer with the mouse."""
        if event.y < self.rows:
            self.cursor = event.y
            self.action_answer()


class PickSome(Answer):
    """Any number of choices, ticked with Space or their number; Enter goes on."""

    BINDINGS: ClassVar = [
        Binding("space", "tick", N_("Tick"), id="answer.tick", tooltip=N_("Tick what fits, or take it off")),
    ]
    ticked: reactive[frozenset[object]] = reactive(frozenset[object]())

    def __init__(self, some: Some, value: object = ()) -> None:
        """Offer the choices of ``some``; those in ``value`` are ticked."""
        super().__init__()
        self.choices = some.choices
        given = value if isinstance(value, tuple) else ()
        self.set_reactive(PickSome.ticked, frozenset(given))

    @property
    def rows(self) -> int:
        """How many choices there are."""
        return len(self.choices)

    def render(self) -> Content:
        """Draw one choice a line, with its tick."""
        return Content("\n").join(self._row(place, choice) for place, choice in enumerate(self.choices))

    def _row(self, place: int, choice: Choice) -> Content:
        text = f" {'[x]' if choice.value in self.ticked else '[ ]'} {place + 1}  {choice.label} "
        if place == self.cursor:
            return Content.assemble(("› ", "bold $accent"), (text, "bold reverse"))
        return Content.assemble("  ", (text, "bold" if choice.value in self.ticked else ""))

    def action_tick(self) -> None:
        """Tick the marked choice, or take the tick off."""
        self.ticked ^= {self.choices[self.cursor].value}

    def action_answer(self) -> None:
        """Give all that is ticked."""
        self.give(self.so_far)

    @property
    def so_far(self) -> tuple[object, ...]:
        """All that is ticked, in the order of the choices."""
        return tuple(choice.value for choice in self.choices if choice.value in self.ticked)

    def on_key(self, event: Key) -> None:
        """Tick with a number."""
        if event.key.isdecimal() and 1 <= int(event.key) <= self.rows:
            event.stop()
            self.cursor = int(event.key) - 1
            self.action_tick()

    def on_click(self, event: Click) -> None:
        """Tick with the mouse."""
        if event.y < self.rows:
            self.cursor = event.y
            self.action_tick()


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
        self.set_reactive(PickNumber.cursor, value + 1 if isinstance(value, int) else 0)

    @property
    def rows(self) -> int:
        """Unknown, and the eleven numbers."""
        return 12

    @property
    def row_of_cursor(self) -> int:
        """The numbers stand on one line, unknown on the third."""
        return 1 if self.cursor else 4

    def render(self) -> Content:
        """Draw the numbers on one line, what the ends mean below, and unknown."""
        step = WIDE_STEP if self.size.width >= 12 * WIDE_STEP else NARROW_STEP
        numbers = Content("").join(self._number(n, step) for n in range(11))
        ramp = Content.assemble(("".join(mark.center(step) for mark in RAMP), "$primary"))
        low, high = f"0 {self.scale.low}", f"10 {self.scale.high}"
        gap = max(11 * step - 2 - len(low) - len(high), 2)
        skip = _("don't know, or skip")
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

    def action_lower(self) -> None:
        """Move down the scale, or back to the question before."""
        if self.cursor == 0:
            self.post_message(self.TooLow())
        else:
            self.cursor -= 1

    def action_answer(self) -> None:
        """Give the marked number, or unknown."""
        self.give(self.cursor - 1 if self.cursor else None)

    def on_key(self, event: Key) -> None:
        """Answer with a figure, or T for ten."""
        if event.key.isdecimal() or event.key.lower() == TEN:
            event.stop()
            self.cursor = 11 if event.key.lower() == TEN else int(event.key) + 1
            self.action_answer()
