"""Words that can be read by eyes that need them large."""

from textual.reactive import reactive

from ryggkompis.pictures.letters import large_letters
from ryggkompis.pictures.picture import Picture
from ryggkompis.tui.widgets.picture import PictureView


class LargeWords(PictureView, can_focus=False):
    """Writes ``text`` as large as the room lets it be; the same words stand small elsewhere on the page."""

    text: reactive[str] = reactive("")

    @property
    def picture(self) -> Picture:
        """The words as a picture."""
        return large_letters(self.text, self.room)
