"""The catalogue as lines of a list, each with the sign of how it stands today."""

from collections.abc import Iterator, Mapping

from ryggkompis.domain.catalogue.catalogue import Comfort, WalkGuide
from ryggkompis.domain.today.availability import Availability, Planned
from ryggkompis.domain.today.state import State
from ryggkompis.i18n.language import current
from ryggkompis.words.today.exercises import Movement, grouped, is_held, mark_in_words

DONE, PLANNED, OUT, OTHER = "✓", "●", "–", "·"
"""Signs of a line: done today, planned today, left out, none of these."""


def sign(movement: Movement, mark: Availability | None, state: State) -> str:
    """Choose the sign of a line."""
    if _is_done(movement, state):
        return DONE
    if isinstance(mark, Planned) or (isinstance(movement, WalkGuide) and state.walks_left):
        return PLANNED
    return OUT if is_held(mark) else OTHER


def _is_done(movement: Movement, state: State) -> bool:
    if isinstance(movement, WalkGuide):
        return bool(state.today.walks) and not state.walks_left
    comforts = {done.comfort for done in state.today.comforts}
    return movement.id in (comforts if isinstance(movement, Comfort) else state.exercises_done)


class CatalogueLines:
    """The walk, the relief positions and the exercises by the phase they begin in, as lines of a list."""

    def __init__(self, state: State, marks: Mapping[str, Availability]) -> None:
        """List the whole catalogue as it stands with ``marks``; nothing while a lock holds."""
        self._state = state
        self.marks = marks
        self._lines: list[str | Movement] = [] if state.plan.is_held else [*_listed(state)]

    def __len__(self) -> int:
        """Count the lines, headings included."""
        return len(self._lines)

    def __getitem__(self, at: int) -> str | Movement:
        """Give a heading or a movement."""
        return self._lines[at]

    def is_heading(self, at: int) -> bool:
        """Tell whether a line only names what follows."""
        return isinstance(self._lines[at], str)

    def pieces(self, at: int, width: int) -> tuple[tuple[str, str], ...]:
        """Word one line."""
        line = self._lines[at]
        if isinstance(line, str):
            return ((line, "heading"),)
        mark = self.marks.get(line.id)
        shape = sign(line, mark, self._state)
        look = {DONE: "good", PLANNED: "kind", OUT: "careful"}.get(shape, "muted")
        name = f" {line.name.in_(current())}"
        room = max(width - 2 - len(name) - 2, 0)
        words = mark_in_words(line, mark, self._state)
        aside = (f"  {words}", "careful" if shape == OUT else "muted") if room else ("", "")
        return ((f" {shape}", look), (name, ""), aside)


def _listed(state: State) -> Iterator[str | Movement]:
    for heading, found in grouped(state.catalogue):
        yield heading
        yield from found
