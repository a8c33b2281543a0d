"""Answers of one key each: a list to choose from, and a list to tick."""

from textwrap import wrap
from typing import ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Click, Key
from textual.reactive import reactive

from ryggkompis.domain.base.errors import N_
from ryggkompis.i18n.errors import word
from ryggkompis.i18n.language import _
from ryggkompis.services.errors import TooManyChosen
from ryggkompis.services.questions.kinds import NONE, Choice, OneOf, Some, chosen_by, keys_of
from ryggkompis.tui.widgets.answer import NOTHING_CHOSEN, UNKNOWN, Answer
from ryggkompis.words.entry_names import unknown_or_skip

DIGITS = 9
"""Choices that have a key of their own; arrows and Space reach them all."""
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
    """One of a few choices: its key answers at once, Enter takes the one the arrows chose."""

    def __init__(self, one_of: OneOf, value: object = None) -> None:
        """Offer the choices of ``one_of``, the cursor on ``value``; the last row is “don't know”."""
        super().__init__()
        self.choices: tuple[Choice, ...] = one_of.choices
        self.keys: tuple[str, ...] = keys_of(one_of.choices)
        if one_of.can_skip:
            self.choices = (*self.choices, Choice(None, unknown_or_skip()))
            self.keys = (*self.keys, UNKNOWN[1])
        values = [choice.value for choice in one_of.choices]
        self.set_reactive(PickOne.cursor, values.index(value) if value in values else NOTHING_CHOSEN)

    def row(self, place: int, choice: Choice) -> Content:
        """Draw one choice."""
        key = self.keys[place]
        if place == self.cursor:
            return Content.assemble(
                ("› ", "bold $accent"), (f" {key}  {self.words(choice)} ", "bold reverse")
            )
        return Content.assemble("  ", (f" {key}", "bold $accent"), f"  {self.words(choice)} ")

    @property
    def chosen(self) -> object:
        """What the cursor stands on."""
        return self.choices[self.cursor].value

    def _take(self, place: int | None) -> None:
        if place is not None:
            self.cursor = place
            self.action_answer()

    def on_key(self, event: Key) -> None:
        """Answer with the key of a choice."""
        is_unknown = event.key == UNKNOWN[0] and self.choices[-1].value is None
        place = len(self.choices) - 1 if is_unknown else chosen_by(self.choices, event.character or "")
        if place is not None:
            event.stop()
            self._take(place)

    def on_click(self, event: Click) -> None:
        """Answer with the mouse."""
        self._take(self.place_at(event.y))


class PickSome(Choices):
    """Any number of choices, ticked with Space or their number; 0 says that none fits, Enter goes on."""

    indent = 10

    BINDINGS: ClassVar = [
        Binding("space", "tick", N_("Tick"), id="answer.tick", tooltip=N_("Tick what fits, or take it off")),
        Binding("0", "none", N_("None"), id="answer.none", tooltip=N_("None of these fits")),
    ]
    ticked: reactive[frozenset[object]] = reactive(frozenset[object]())

    def __init__(self, some: Some, value: object = None) -> None:
        """Offer the choices of ``some``; those in ``value`` are ticked."""
        super().__init__()
        self.choices = some.choices
        self._most = some.most
        self.was_answered = isinstance(value, tuple)
        given = value if isinstance(value, tuple) else ()
        self.set_reactive(PickSome.ticked, frozenset(given))

    def row(self, place: int, choice: Choice) -> Content:
        """Draw one choice."""
        key = str(place + 1) if place < DIGITS else "·"
        text = f" {'[x]' if choice.value in self.ticked else '[ ]'} {key}  {self.words(choice)} "
        if place == self.cursor:
            return Content.assemble(("› ", "bold $accent"), (text, "bold reverse"))
        return Content.assemble("  ", (text, "bold" if choice.value in self.ticked else ""))

    def action_tick(self) -> None:
        """Tick the marked choice, or take the tick off."""
        if self.cursor != NOTHING_CHOSEN:
            ticked = self.ticked ^ {self.choices[self.cursor].value}
            if self._most is not None and len(ticked) > self._most:
                self.notify(word(TooManyChosen(most=self._most)), severity="warning", markup=False)
                return
            self.was_answered = True
            self.ticked = ticked

    def action_none(self) -> None:
        """Say that none of these fits."""
        self.ticked = frozenset()
        self.give(())

    def action_answer(self) -> None:
        """Give all that is ticked, or go on without an answer."""
        if self.so_far is None:
            self.turns.hold()
            self.post_message(self.Passed(self))
        else:
            self.give(self.so_far)

    @property
    def so_far(self) -> tuple[object, ...] | None:
        """All that is ticked, in the order of the choices; None where nothing was said yet."""
        found = tuple(choice.value for choice in self.choices if choice.value in self.ticked)
        return found if found or self.was_answered else None

    def on_key(self, event: Key) -> None:
        """Tick with a number."""
        place = chosen_by(self.choices, event.key) if event.key != NONE else None
        if place is not None:
            event.stop()
            self.cursor = place
            self.action_tick()

    def on_click(self, event: Click) -> None:
        """Tick with the mouse; a double click ticks once."""
        place = self.place_at(event.y)
        if place is not None and event.chain == 1:
            self.cursor = place
            self.action_tick()


class ReadOn(Answer):
    """Nothing to answer: Enter goes on when it has been read."""

    def render(self) -> Content:
        """Say how to go on."""
        return Content.assemble(("Enter", "bold $accent"), "  ", _("Go on"))

    def action_move(self, by: int) -> None:
        """Scroll what is read."""
        box = next((node for node in self.ancestors if isinstance(node, VerticalScroll)), None)
        if box is not None:
            box.scroll_relative(y=by, animate=False)

    def on_click(self) -> None:
        """Go on with the mouse."""
        self.action_answer()

    def action_answer(self) -> None:
        """Go on."""
        self.give(None)
