"""The Exercises page: the whole catalogue, how each movement stands today, and one of them in full."""

from collections.abc import Callable
from functools import partial

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.catalogue.catalogue import Comfort, Exercise, WalkGuide
from ryggkompis.domain.catalogue.figures import Figure
from ryggkompis.domain.catalogue.ways import way_of
from ryggkompis.domain.today.availability import Availability, Planned, availability_of
from ryggkompis.domain.today.state import State
from ryggkompis.i18n.language import _, current
from ryggkompis.tui.ink import inked, lines
from ryggkompis.tui.page import Page
from ryggkompis.tui.reader import Reader
from ryggkompis.tui.screens.doing import tell_item
from ryggkompis.tui.widgets.catalogue_lines import CatalogueLines, sign
from ryggkompis.tui.widgets.figure import ROUNDS, FigureView
from ryggkompis.tui.widgets.line_list import LineList
from ryggkompis.tui.widgets.reading_area import ReadingArea
from ryggkompis.words.today.day import held
from ryggkompis.words.today.exercises import Movement, in_full, is_held, mark_in_words
from ryggkompis.words.today.plan_items import Group, Item


class ExercisesPage(Page):
    """What can be done, and what is left out for this patient and why."""

    MODE = "exercises"
    CSS_PATH = "../styles/exercises.tcss"
    BINDINGS = [
        Binding("enter", "read", N_("Read"), id="exercises.read", tooltip=N_("Everything about it")),
        Binding("d", "do", N_("Do it"), id="exercises.do", tooltip=N_("Write down that you did it, and how")),
    ]

    list_ = getters.query_one(LineList)

    def body(self) -> ComposeResult:
        """Lay out the list, the card that stands in its place, and the side for the chosen one."""
        yield Static(id="card", markup=False)
        with Horizontal(id="both"):
            yield LineList()
            with ReadingArea(id="side", can_focus=False):
                yield FigureView(id="figure")
                yield Static(id="full", markup=False)

    def show(self, state: State) -> None:
        """Show the catalogue as it stands in ``state``; while a lock holds nothing of it can be reached."""
        locked = state.plan.is_held
        self.query_one("#both").set_class(locked, "-gone")
        self.list_.lines = CatalogueLines(state, availability_of(state))
        card = self.query_one("#card", Static)
        card.update(inked(held(state)))
        card.set_class(not (state.plan.is_empty or locked), "-gone")
        self._tell()

    def heading(self, state: State) -> str:
        """Say what the signs mean."""
        if state.plan.is_empty:
            return _("Exercises")
        return _("● today  ✓ done  – left out for now")

    @property
    def movement(self) -> Movement | None:
        """The chosen movement; None while a lock holds."""
        listed, at = self.list_.lines, self.list_.chosen
        found = listed[at] if isinstance(listed, CatalogueLines) and at < len(listed) else None
        return None if isinstance(found, str) else found

    def choose(self, id_: str) -> None:
        """Choose a movement by its id."""
        listed = self.list_.lines
        if isinstance(listed, CatalogueLines):
            rows = (listed[at] for at in range(len(listed)))
            places = (at for at, row in enumerate(rows) if not isinstance(row, str) and row.id == id_)
            self.list_.chosen = next(places, self.list_.chosen)

    def _mark(self, movement: Movement) -> Availability | None:
        listed = self.list_.lines
        return listed.marks.get(movement.id) if isinstance(listed, CatalogueLines) else None

    def _everything(self, movement: Movement) -> Content:
        return everything(movement, self._mark(movement), self.app.state)

    def _tell(self) -> None:
        movement = self.movement
        if movement is not None:
            name = Content.assemble((_name(movement), "bold $text-secondary"))
            full = lines(name, self._everything(movement))
            self.query_one("#full", Static).update(full)
            show_figure(self.query_one(FigureView), figure_of(movement, self._mark(movement)))
        self.query_one("#side").scroll_home(animate=False)

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self._tell()
        self.refresh_bindings()

    @on(LineList.Opened)
    def _opened(self, event: LineList.Opened) -> None:
        event.stop()
        self.action_read()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Grey out what a lock, or this patient's back, holds back."""
        if action not in {"read", "do"} or not self.is_mounted:
            return super().check_action(action, parameters)
        movement = self.movement
        if movement is None:
            return None
        return True if action == "read" or self._may_do(movement) else None

    def _may_do(self, movement: Movement) -> bool:
        # Nothing of the catalogue may be begun while a lock holds, however one comes to it (invariant I1).
        plan = self.app.state.plan
        return (plan.is_closed or not plan.is_empty) and not is_held(self._mark(movement))

    def action_read(self) -> None:
        """Show everything about the chosen movement."""
        movement = self.movement
        if movement is not None:
            do = self.action_do if self._may_do(movement) else None
            words = partial(self._everything, movement)
            figure = figure_of(movement, self._mark(movement))
            self.app.push_screen(OneMovement(partial(_name, movement), words, do, figure))

    @work
    async def action_do(self) -> None:
        """Write down that the chosen movement was done, and how the leg took it."""
        movement = self.movement
        if movement is not None and self._may_do(movement):
            await tell_item(self.app, _item(movement, self._mark(movement), self.app.state))


class OneMovement(Reader):
    """One movement in full; it can be written down from here."""

    BINDINGS = [
        Binding("d", "do", N_("Do it"), id="movement.do", tooltip=N_("Write down that you did it, and how")),
    ]

    def __init__(
        self,
        title: Callable[[], str],
        text: Callable[[], Content],
        do: Callable[[], object] | None,
        figure: Figure | None = None,
    ) -> None:
        """Show ``text`` under ``figure``; ``do`` writes it down, and is None where it is held back."""
        super().__init__(title, text)
        self._do = do
        self._figure = figure

    def on_mount(self) -> None:
        """Let the figure move above the text."""
        if self._figure is not None:
            view = FigureView(id="figure")
            show_figure(view, self._figure)
            self.query_one("#reading").mount(view, before=0)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Grey out what is held back."""
        if action == "do" and self._do is None:
            return None
        return super().check_action(action, parameters)

    def action_do(self) -> None:
        """Close, and write it down."""
        self.dismiss(None)
        if self._do is not None:
            self.app.call_later(self._do)


def figure_of(movement: Movement, mark: Availability | None) -> Figure | None:
    """Give the figure of a movement at the level of today's plan, else at the first; a walk has none."""
    if isinstance(movement, Exercise):
        return way_of(movement, _level(mark) or 1).figure
    return movement.figure if isinstance(movement, Comfort) else None


def _level(mark: Availability | None) -> int | None:
    return mark.exercise.level if isinstance(mark, Planned) and mark.exercise else None


def show_figure(view: FigureView, figure: Figure | None) -> None:
    """Show ``figure`` for a few rounds, then its poses side by side; without one there is no room for it."""
    view.set_class(figure is None, "-gone")
    view.rounds = ROUNDS
    # The same figure again must not begin anew at every key.
    if view.figure is not figure:
        view.figure, view.playing = figure, False
        view.playing = True


def _name(movement: Movement) -> str:
    return movement.name.in_(current())


def everything(movement: Movement, mark: Availability | None, state: State) -> Content:
    """Say all about a movement but its name, first of all how it stands today."""
    full = inked(in_full(movement, state.catalogue, _level(mark)))
    standing = mark_in_words(movement, mark, state)
    if not standing:
        return full
    first = Content.assemble((f"{sign(movement, mark, state)} {standing}", "$text-primary"))
    return lines(first, full)


def _item(movement: Movement, mark: Availability | None, state: State) -> Item:
    """Make the line of a plan that says that ``movement`` was done once more."""
    title = _name(movement)
    if isinstance(movement, WalkGuide):
        minutes = state.walks_left[0] if state.walks_left else None
        return Item("walk", "again", title, minutes=minutes)
    group: Group = "comfort" if isinstance(movement, Comfort) else "exercise"
    planned = mark.exercise if isinstance(mark, Planned) else None
    return Item(group, movement.id, title, mark_in_words(movement, mark, state), planned=planned)
