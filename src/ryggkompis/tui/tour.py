"""The short tour: one page after the other, with a few words before it."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Static

from ryggkompis.domain.base.errors import N_
from ryggkompis.tui.ink import inked
from ryggkompis.tui.page import Dialog
from ryggkompis.tui.shell import Shell
from ryggkompis.tui.widgets.key_line import KeyLine
from ryggkompis.words.today.tour import STOPS, page_of, stop


class TourStop(Dialog[int]):
    """Say what the page behind is for; the answer is how many stops to go on."""

    CSS_PATH = "styles/tour.tcss"
    BINDINGS = [
        Binding("enter,space,right", "go(1)", N_("Next"), id="tour.next"),
        Binding("left,backspace", "go(-1)", N_("Previous"), id="tour.before"),
    ]

    def __init__(self, place: int) -> None:
        """Stand at the stop ``place``, 0 for the first."""
        super().__init__()
        self._place = place

    def compose(self) -> ComposeResult:
        """Lay out the words at the foot of the page."""
        with Vertical(id="stop"):
            yield Static(id="words", markup=False)
            yield KeyLine()

    def say(self) -> None:
        """Write the words."""
        self.write("#words", inked(stop(self._place)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Grey out going back from the first stop."""
        return None if action == "go" and self._place == 0 and parameters[0] == -1 else True

    def action_go(self, by: int) -> None:
        """Go on, or back."""
        self.dismiss(by)


async def take_tour(app: Shell) -> None:
    """Go from stop to stop; Esc ends it, and the page that one came from is shown again."""
    before, place = app.current_mode, 0
    while 0 <= place < STOPS:
        await app.switch_mode(page_of(place))
        by = await app.push_screen_wait(TourStop(place))
        if by is None:
            break
        place += by
    await app.switch_mode(before)
