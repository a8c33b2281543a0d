"""The first line: which page this is, the others, and how far into the course we are."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from ryggkompis.tui.labels import pressable
from ryggkompis.tui.widgets.key_line import Key

WIDE = 80


class PageLine(Widget, can_focus=False):
    """Names of the pages with their keys; only the open one is written out where there is little room."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    PageLine { dock: top; height: 1; background: $panel; color: $foreground; }
    """

    pages: reactive[tuple[Key, ...]] = reactive(())
    open: reactive[int] = reactive(0)
    """The place of the open page among them."""
    aside: reactive[str] = reactive("")
    """A few words at the right end."""
    sitting: reactive[str] = reactive("")
    """How long since the last change of position; beside the words, or alone."""

    def render(self) -> Content:
        """Draw the line."""
        width = self.size.width
        is_wide = width >= WIDE
        parts = [self._entry(place, page, is_wide=is_wide) for place, page in enumerate(self.pages)]
        line = Content("").join(parts)
        aside = Content("  ".join(filter(None, (self.aside, self.sitting))) + " ")
        gap = width - line.cell_length - aside.cell_length
        # Where both have no room the pages stay; the clock is also in `ryggkompis sit`.
        return line if gap < 1 else Content.assemble(line, " " * gap, aside)

    def _entry(self, place: int, page: Key, *, is_wide: bool) -> Content:
        name = page.name and f" {page.name}"
        if place == self.open:
            return Content.assemble((f"{name} {page.label} ", "bold reverse"))
        text = f" {page.label} " if is_wide or not name else " "
        return pressable(Content.assemble((name, "bold $accent"), text), page.id)
