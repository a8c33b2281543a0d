"""Answers of one key each: a list to choose from, and a list to tick."""

from textwrap import wrap
from typing import ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.events import Click, Key
from textual.reactive import reactive

from ryggkompis.domain.base.errors import N_
from ryggkompis.i18n.language import _
from ryggkompis.services.questions.kinds import Choice, OneOf, Some
from ryggkompis.tui.widgets.answer import Answer

NOTHING_MARKED = -1
SHORTEST = 10
"""Cells of a line of a choice, at the least."""


class Choices(Answer):
    """Choices below each other, each as many lines as it needs."""

    choices: tuple[Choice, ...] = ()
    indent = 6
    """Cells before the words of a choice."""

    @property
    def rows(self) -> int:
        """How many choices there are."""
        return len(self.choices)

    @property
    def row_of_cursor(self) -> int:
        """The line on which the marked choice begins."""
        return sum(len(self._lines(choice)) for choice in self.choices[: max(self.cursor, 0)])

    def render(self) -> Content:
        """Draw the choices."""
        return Content("\n").join(self.row(place, choice) for place, choice in enumerate(self.choices))

    def row(self, place: int, choice: Choice) -> Content:
        """Draw one choice."""
        raise NotImplementedError

    def _lines(self, choice: Choice) -> list[str]:
        return wrap(choice.label, max(self.size.width - self.indent - 1, SHORTEST)) or [""]

    def words(self, choice: Choice) -> str:
        """Give the words of a choice, broken and indented to fit."""
        return ("\n" + " " * self.indent).join(self._lines(choice))

    def place_at(self, line: int) -> int | None:
        """Tell which choice stands on ``line``."""
        for place, choice in enumerate(self.choices):
            line -= len(self._lines(choice))
            if line < 0:
                return place
        return None


class PickOne(Choices):
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

    def row(self, place: int, choice: Choice) -> Content:
        """Draw one choice."""
        key = str(place + 1) if place < self.numbered else "–"
        if place == self.cursor:
            return Content.assemble(
                ("› ", "bold $accent"), (f" {key}  {self.words(choice)} ", "bold reverse")
            )
        return Content.assemble("  ", (f" {key}", "bold $accent"), f"  {self.words(choice)} ")

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
        place = self.place_at(event.y)
        if place is not None:
            self.cursor = place
            self.action_answer()


class PickSome(Choices):
    """Any number of choices, ticked with Space or their number; Enter goes on."""

    indent = 10

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

    def row(self, place: int, choice: Choice) -> Content:
        """Draw one choice."""
        text = f" {'[x]' if choice.value in self.ticked else '[ ]'} {place + 1}  {self.words(choice)} "
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
        place = self.place_at(event.y)
        if place is not None:
            self.cursor = place
            self.action_tick()
