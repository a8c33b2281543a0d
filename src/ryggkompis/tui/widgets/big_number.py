"""A count that can be read from the floor."""

from textual.reactive import reactive

from ryggkompis.pictures.digits import HEIGHT, big, width_of
from ryggkompis.pictures.picture import Picture, Role, Size
from ryggkompis.tui.widgets.picture import PictureView, blank


class BigNumber(PictureView, can_focus=False):
    """Shows ``text``, digits and colons, eight rows high; what is before a colon where all has no room."""

    DEFAULT_CSS = f"""
    BigNumber {{ height: {HEIGHT}; width: {width_of("100")}; }}
    """

    text: reactive[str] = reactive("")
    is_marked: reactive[bool] = reactive(default=False)
    """The last seconds before a change look different."""

    @property
    def picture(self) -> Picture:
        """The count as a picture."""
        text = self.text if width_of(self.text) <= self.size.width else self.text.partition(":")[0]
        if not text:
            return blank(Size(self.size.width, HEIGHT))
        return big(text, Role.EVENT if self.is_marked else Role.TEXT)
