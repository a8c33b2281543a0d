"""The page of the pain drawing: a body, arrow keys through its regions, and one key for each sort."""

from collections.abc import Iterable
from textwrap import wrap
from typing import Final

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.journal.drawing import PLACES, SORTS, Drawing, Place, Sort
from ryggkompis.i18n.language import _
from ryggkompis.pictures.body.drawn import SAMPLES
from ryggkompis.pictures.body.going import moved
from ryggkompis.services.drawing.keep import Marked
from ryggkompis.services.questions.drawing import last_day, last_time
from ryggkompis.tui.labels import KEY, key_of, pressable
from ryggkompis.tui.page import Dialog
from ryggkompis.tui.widgets.body import BodyView
from ryggkompis.tui.widgets.key_line import KeyLine
from ryggkompis.tui.widgets.picture import legible_here
from ryggkompis.words.drawing.names import DRAWING, place_name, sort_name, sorts_at

FIRST: Final[Place] = "back_left"
WIDE: Final = 76
"""Cells from which the last drawing fits beside this one."""
_MARGINS: Final = 4
_KEYS: Final = dict(zip(SORTS, ("1", "2", "3", "4"), strict=True))


class DrawingPage(Dialog[Marked]):
    """Mark what is where; nothing is marked in advance, and the last drawing stands pale beside it."""

    CSS_PATH = "../../styles/drawing.tcss"
    BINDINGS = [
        Binding("1", "mark('pain')", N_("Pain"), id="drawing.pain", show=False),
        Binding("2", "mark('numbness')", N_("Numb"), id="drawing.numbness", show=False),
        Binding("3", "mark('tingling')", N_("Tingling"), id="drawing.tingling", show=False),
        Binding("4", "mark('weakness')", N_("Weak"), id="drawing.weakness", show=False),
        Binding("enter", "save", N_("Save"), id="drawing.save"),
        Binding("0,delete", "clear", N_("Rub out"), id="drawing.clear"),
        Binding("left", "move(-1, 0)", N_("Left"), id="drawing.left", show=False),
        Binding("right", "move(1, 0)", N_("Right"), id="drawing.right", show=False),
        Binding("up", "move(0, -1)", N_("Up"), id="drawing.up", show=False),
        Binding("down", "move(0, 1)", N_("Down"), id="drawing.down", show=False),
        Binding("tab", "next(1)", N_("Next"), id="drawing.next", show=False),
        Binding("shift+tab", "next(-1)", N_("Previous"), id="drawing.before", show=False),
    ]

    place: var[Place] = var(FIRST, init=False)
    """The place pointed at."""
    now = getters.query_one("#now", BodyView)
    last = getters.query_one("#last", BodyView)

    def __init__(self, marked: dict[str, object], before: Drawing | None) -> None:
        """Go on from ``marked``, place to sorts, which is filled; ``before`` is shown pale."""
        super().__init__()
        self._marked = marked
        self._before = before

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """Give what saves first: in a narrow window there is room for little more."""
        found = super().active_bindings
        order = ("save", "clear", "never_mind")
        place = {action: place for place, action in enumerate(order)}
        return dict(sorted(found.items(), key=lambda one: place.get(one[1].binding.action, len(order))))

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        yield Static(id="title", markup=False)
        with Horizontal(id="bodies"):
            yield BodyView(id="now")
            yield BodyView(id="last")
        yield Static(id="place", markup=False)
        yield Static(id="legend", markup=False)
        yield Static(id="before", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Point at the first place."""
        super().on_mount()
        if self._before is not None:
            self.last.marked = sorts_at(self._before)
            self.last.is_pale = True
        self.show_marks()

    def on_resize(self) -> None:
        """Show the last drawing where there is room for it."""
        self.last.display = self._before is not None and self.size.width >= WIDE
        self._say_before()

    def say(self) -> None:
        """Write the words."""
        self.write("#title", f"{_(DRAWING)} · ←↑↓→")
        self._say_before()
        self.show_marks()
        for body in self.query(BodyView):
            body.refresh()

    def _say_before(self) -> None:
        said = last_time(self._before) if self._before else ""
        most = 2 if self.size.width >= WIDE else 1
        # What a drawing says is never cut: where the body needs the room, the log says it.
        if self._before and len(wrap(said, max(self.size.width - _MARGINS, 1))) > most:
            said = last_day(self._before)
        self.write("#before", said).display = bool(said)

    @property
    def marked(self) -> dict[Place, tuple[Sort, ...]]:
        """What is marked, by place."""
        return {
            place: said for place in PLACES if isinstance(said := self._marked.get(place), tuple) and said
        }

    def show_marks(self) -> None:
        """Show what is marked, and name the place pointed at."""
        self.now.marked, self.now.place = self.marked, self.place
        here = self.marked.get(self.place, ())
        said = ", ".join(sort_name(sort).lower() for sort in here) or "–"
        self.write("#place", Content.assemble((place_name(self.place), "bold"), f": {said}"))
        self.write("#legend", Content(" ").join(_keys(here)))

    def watch_place(self) -> None:
        """Point at the other place."""
        self.show_marks()

    @on(BodyView.Chosen)
    def _clicked(self, event: BodyView.Chosen) -> None:
        self.place = event.place

    def action_move(self, across: int, down: int) -> None:
        """Point at the place beside this one, or above or below it."""
        self.place = moved(self.place, across, down)

    def action_next(self, by: int) -> None:
        """Point at the next place of the list, as it is read."""
        self.place = PLACES[(PLACES.index(self.place) + by) % len(PLACES)]

    def action_mark(self, sort: Sort) -> None:
        """Mark the place, or take the mark away."""
        old = self.marked.get(self.place, ())
        self._marked[self.place] = tuple(one for one in SORTS if (one in old) != (one == sort))
        self.show_marks()

    def action_clear(self) -> None:
        """Take every mark of the place away."""
        self._marked.pop(self.place, None)
        self.show_marks()

    def action_save(self) -> None:
        """Be done."""
        self.dismiss(
            {sort: [place for place, sorts in self.marked.items() if sort in sorts] for sort in SORTS}
        )


def _keys(here: Iterable[Sort]) -> Iterable[Content]:
    """Name each sort with its key and its texture; all of it can be clicked."""
    for sort in SORTS:
        key, id_ = _KEYS[sort], f"drawing.{sort}"
        name = (sort_name(sort).lower(), "bold" if sort in here else "")
        sample = legible_here(SAMPLES[sort])
        yield pressable(Content.assemble((key_of(id_, key), KEY), " ", sample, name), id_)
