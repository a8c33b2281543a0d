"""The first line: which page this is, the others, and how far into the course we are."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

WIDE = 80


class PageLine(Widget, can_focus=False):
    """Names of the pages with their keys; only the open one is written out where there is little room."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    PageLine { dock: top; height: 1; background: $panel; color: $foreground; }
    """

    names: reactive[tuple[str, ...]] = reactive(())
    open: reactive[int] = reactive(0)
    """The place of the open page among the names."""
    aside: reactive[str] = reactive("")
    """A few words at the right end."""
    sitting: reactive[str] = reactive("")
    """How long since the last change of position; beside the words, or alone."""

    def render(self) -> Content:
        """Draw the line."""
        width = self.size.width
        is_wide = width >= WIDE
        parts = [self._entry(place, name, is_wide=is_wide) for place, name in enumerate(self.names)]
        line = Content("").join(parts)
        aside = Content("  ".join(filter(None, (self.aside, self.sitting))) + " ")
        gap = width - line.cell_length - aside.cell_length
        # Where both have no room the pages stay; the clock is also in `ryggkompis sit`.
        return line if gap < 1 else Content.assemble(line, " " * gap, aside)

    def _entry(self, place: int, name: str, *, is_wide: bool) -> Content:
        key = str(place + 1)
        if place == self.open:
            return Content.assemble((f" {key} {name} ", "bold reverse"))
        text = f" {name} " if is_wide else " "
        return Content.assemble((f" {key}", "bold $accent"), text)
