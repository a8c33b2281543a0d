"""A number that can be read from the floor."""

from textual.reactive import reactive

from ryggkompis.pictures.digits import HEIGHT, big_number, width_of_number
from ryggkompis.pictures.picture import Picture, Role, Size
from ryggkompis.tui.widgets.picture import PictureView, blank


class BigNumber(PictureView, can_focus=False):
    """Shows ``number`` eight rows high; None is blank."""

    DEFAULT_CSS = f"""
    BigNumber {{ height: {HEIGHT}; width: {width_of_number(100)}; }}
    """

    number: reactive[int | None] = reactive(None)
    is_marked: reactive[bool] = reactive(default=False)
    """The last seconds before a change look different."""

    @property
    def picture(self) -> Picture:
        """The number as a picture."""
        if self.number is None:
            return blank(Size(self.size.width, HEIGHT))
        return big_number(self.number, Role.EVENT if self.is_marked else Role.TEXT)
