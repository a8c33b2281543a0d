"""A count that can be read from the floor."""

from textual.geometry import Region
from textual.reactive import reactive

from ryggkompis.pictures.digits import HEIGHT, HEIGHTS, big, digits_width
from ryggkompis.pictures.picture import Picture, Role, Size
from ryggkompis.tui.widgets.picture import PictureView, blank


class BigNumber(PictureView, can_focus=False):
    """Draws ``text``, digits and colons or nothing; where "3:05" has no room it is "3"."""

    DEFAULT_CSS = f"""
    BigNumber {{ height: {HEIGHT}; width: {digits_width("100")}; }}
    """

    text: reactive[str] = reactive("", repaint=False)
    is_marked: reactive[bool] = reactive(default=False)
    """The last seconds before a change look different."""

    @property
    def picture(self) -> Picture:
        """The count as a picture."""
        text = self._fitting(self.text)
        if not text:
            return blank(Size(self.size.width, self.size.height))
        return big(text, Role.EVENT if self.is_marked else Role.TEXT, self._height(text))

    def watch_text(self, old: str, new: str) -> None:
        """Ask only for the digits that are not as they were."""
        old, new = self._fitting(old), self._fitting(new)
        if len(old) != len(new) or self._height(old) != self._height(new):
            self.refresh()
            return
        # Once a second only the digits that changed: a whole count redrawn flickers over a slow line.
        first = next(
            (place for place, pair in enumerate(zip(old, new, strict=True)) if len(set(pair)) > 1), None
        )
        if first is not None:
            height = self._height(new)
            left = digits_width(new, height) - digits_width(new[first:], height)
            self.refresh(Region(left, 0, self.size.width - left, self.size.height))

    def _height(self, text: str) -> int:
        """Choose the largest of the heights that has room."""
        fits = (h for h in HEIGHTS if h <= self.size.height and digits_width(text, h) <= self.size.width)
        return max(fits, default=HEIGHTS[0])

    def _fitting(self, text: str) -> str:
        return text if digits_width(text) <= self.size.width else text.partition(":")[0]
