"""A figure on the screen: it moves while it plays, and else shows its poses side by side."""

from time import monotonic
from typing import Final

from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.catalogue.figures import Figure
from ryggkompis.domain.catalogue.ways import way_of
from ryggkompis.pictures.figure import figure_picture, poses_side_by_side
from ryggkompis.pictures.picture import Picture, Size
from ryggkompis.tui.widgets.choices import Choices
from ryggkompis.tui.widgets.picture import NO_ROOM, PictureView, blank

FRAMES: Final = 6
"""Frames a second."""
ROUNDS: Final = 3
"""How often a figure moves before it rests: what is only read is still."""


class FigureView(PictureView, can_focus=False):
    """Shows ``figure``; it moves by itself while ``playing``, in view, and moving pictures are wanted."""

    figure: reactive[Figure | None] = reactive(None, repaint=False)
    phase: reactive[float] = reactive(0.0, repaint=False)
    """Where in a round it is, 0 to 1; it goes on from whatever it is set to."""
    playing: reactive[bool] = reactive(default=False, repaint=False)
    starts: reactive[bool] = reactive(default=False, repaint=False)
    """The pose that it begins in is shown, and stands still."""
    rounds: int | None = None
    """It stops playing after so many rounds; None plays on."""

    _timer: Timer | None = None
    _looked: float = 0.0
    _gone: float = 0.0
    """Rounds since it began to play."""
    _drawn: tuple[Figure | None, tuple[int, int, bool]] = (None, (0, 0, False))
    _frames: dict[int | None, Picture]
    _picture: Picture = blank(NO_ROOM)

    @property
    def moves(self) -> bool:
        """Tell whether it moves, or shows its poses side by side."""
        several = self.figure is not None and len(self.figure.poses) > 1
        return several and self.playing and not self.starts and self.app.animation_level != "none"

    @property
    def picture(self) -> Picture:
        """The picture of this moment; each is drawn once for the room there is."""
        size = self.room
        if self.figure is None or not size.cols or not size.rows:
            return blank(size)
        drawn = (self.figure, (size.cols, size.rows, self.starts))
        if self._drawn[0] is not drawn[0] or self._drawn[1] != drawn[1]:
            self._frames, self._drawn = {}, drawn
        frame = int(self.phase % 1.0 * self.figure.seconds * FRAMES) if self.moves else None
        if frame not in self._frames:
            self._frames[frame] = self._draw(self.figure, size, frame)
        return self._frames[frame]

    def _draw(self, figure: Figure, size: Size, frame: int | None) -> Picture:
        if self.starts:
            # Alone, it may be as large as it has room for.
            return poses_side_by_side(replace(figure, poses=figure.poses[:1]), size)
        if frame is None:
            return poses_side_by_side(figure, size)
        return figure_picture(figure, size, frame / (figure.seconds * FRAMES))

    def render_line(self, y: int) -> Strip:
        """Ink one row, and remember what was shown."""
        self._picture = self.picture
        return super().render_line(y)

    def on_mount(self) -> None:
        """Be ready to move."""
        self._timer = self.set_interval(1 / FRAMES, self._step, pause=True)
        self._follow()

    def on_click(self) -> None:
        """Move again, or rest."""
        self.playing = not self.playing

    def on_show(self) -> None:
        """Go on moving where it can be seen."""
        self._follow()

    def on_hide(self) -> None:
        """Rest while it cannot be seen."""
        if self._timer is not None:
            self._timer.pause()

    def watch_figure(self) -> None:
        """Begin anew with another figure."""
        self.phase, self._gone = 0.0, 0.0
        self._follow()
        self.refresh()

    def watch_playing(self) -> None:
        """Begin to move, or stop."""
        self._gone = 0.0
        self._follow()

    def watch_starts(self) -> None:
        """Stand still in the first pose, or go on from it."""
        self._follow()

    def watch_phase(self) -> None:
        """Draw what has changed."""
        self._redraw()

    def _follow(self) -> None:
        """Move only when there is something to see."""
        if self._timer is None:
            return
        self._looked = monotonic()
        if self.moves:
            self._timer.resume()
        else:
            self._timer.pause()
        self._redraw()

    def _step(self) -> None:
        now = monotonic()
        gone, self._looked = now - self._looked, now
        if not self.moves or self.figure is None:
            self._follow()
        # Behind a dialog nobody sees it move.
        elif self.screen is self.app.screen:
            share = gone / self.figure.seconds
            self._gone += share
            if self.rounds is not None and self._gone >= self.rounds:
                self.playing = False
            else:
                self.phase = (self.phase + share) % 1.0

    def _redraw(self) -> None:
        """Ask only for the rows that are not as they were."""
        if not self.is_mounted:
            return
        old, new = self._picture, self.picture
        if old is new:
            return
        # Only the rows that differ: a moving figure must cost a small machine next to nothing.
        if old.size != new.size:
            self.refresh()
            return
        width = new.size.cols
        changed = (y for y, (one, other) in enumerate(zip(old.rows, new.rows, strict=True)) if one != other)
        regions = [Region(0, y, width, 1) for y in changed]
        if regions:
            self.refresh(*regions)


class FigureBeside(FigureView):
    """Draws what the marked choice stands for; it takes no room where no choice can be drawn."""

    DEFAULT_CSS = """
    FigureBeside { display: none; }
    """

    def follow(self, answer: Widget) -> None:
        """Draw what is marked in ``answer`` from now on."""
        self.figure, self.display = None, False
        if not isinstance(answer, Choices) or all(one.movement is None for one in answer.choices):
            return
        self.display, self.rounds = True, ROUNDS

        def draw(cursor: int) -> None:
            marked = answer.choices[max(cursor, 0)].movement
            self.playing = False
            self.figure = None if marked is None else way_of(marked, 1).figure
            self.playing = cursor >= 0

        self.watch(answer, "cursor", draw)
