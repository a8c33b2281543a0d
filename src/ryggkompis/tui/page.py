"""What every page and every dialog has in common: it follows the state and speaks the language."""

from typing import ClassVar, Generic, TypeVar

from rich.console import RenderableType
from rich.text import Text
from textual import events, getters
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import ActiveBinding, Binding
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.tui.hints import not_finished
from ryggkompis.tui.labels import Visible, key_name, translated, visible
from ryggkompis.tui.shell import Shell
from ryggkompis.tui.widgets.key_line import Key, KeyLine
from ryggkompis.tui.widgets.page_line import PageLine
from ryggkompis.words.locked import saved_in_the_open
from ryggkompis.words.problems import nothing_is_saved
from ryggkompis.words.today.day import heading

Result = TypeVar("Result")
PAGES: tuple[tuple[str, str], ...] = (
    ("today", N_("Today")),
    ("progress", N_("Progress")),
    ("exercises", N_("Exercises")),
    ("log", N_("Log")),
    ("report", N_("Report")),
    ("settings", N_("Settings")),
)
"""Mode and name of every page, in the order of their keys."""
NARROWEST, LOWEST = 40, 15
ROOM_FOR_SENTENCES = 80
STAYING = {"urgent", "help"}
"""What stays in the key line however narrow it is."""


class _Speaking(Screen[Result]):
    """A screen whose keys speak the language and which says so when the window is too small."""

    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (NARROWEST, "-narrow"), (80, "-normal"), (120, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (LOWEST, "-tall"), (24, "-high")]

    app = getters.app(Shell)

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """Give the keys that work now, in the current language."""
        return translated(super().active_bindings)

    @property
    def is_too_small(self) -> bool:
        """Tell whether nothing sensible fits."""
        return self.size.width < NARROWEST or self.size.height < LOWEST

    def render(self) -> RenderableType:
        """Draw what lies behind the widgets, which is all there is in a very small window."""
        if self.is_too_small:
            return Text(_("The window is too small. It needs at least 40 × 15 characters."))
        return super().render()

    async def on_event(self, event: events.Event) -> None:
        """Do nothing more by itself once the program is being left: there may be nothing to write in."""
        if not isinstance(event, events.Mount | events.Timer | events.Callback) or self.is_attached:
            await super().on_event(event)

    def write(self, where: str, text: str | Content) -> Static:
        """Let the words at ``where`` be ``text``; what stays the same is not laid out anew."""
        static = self.query_one(where, Static)
        if static.content != text:
            static.update(text)
        return static

    def refresh_bindings(self) -> None:
        """Write the key line anew, too, once for all that is asked until then."""
        super().refresh_bindings()
        if not self._is_key_line_behind:
            self._is_key_line_behind = self.call_after_refresh(self.write_keys)

    _is_key_line_behind = False

    def write_keys(self) -> None:
        """Write what can be done now into the key line."""
        self._is_key_line_behind = False
        for line in self.query(KeyLine):
            line.keys = tuple(
                Key(key_name(one.keys[0]), one.label, one.id, one.enabled, stays=_stays(one))
                for one in visible(self.active_bindings.values())
                if one.in_footer
            )


def _stays(one: Visible) -> bool:
    # A dialog reaches what is the window's by “app.”.
    return one.action.removeprefix("app.") in STAYING


class Page(_Speaking[None]):
    """A page: a line of pages, a heading, its own content, and the keys.

    A page gives ``body`` and ``show``; ``show`` is called at mount and after every change, also of the
    language, and writes everything that is to be seen.
    """

    MODE: ClassVar[str] = "today"
    IS_OF_ALL_DAYS: ClassVar[bool] = False
    """It shows days that the plan does not need any more: all are opened for it."""

    @property
    def state(self) -> State:
        """What is shown."""
        return self.app.whole if self.IS_OF_ALL_DAYS else self.app.state

    def compose(self) -> ComposeResult:
        """Lay out the frame around the page's own content."""
        yield PageLine()
        yield Static(id="banner", classes="-gone", markup=False)
        yield Static(id="heading", markup=False)
        yield from self.body()
        yield KeyLine()

    def body(self) -> ComposeResult:
        """Lay out the page's own content."""
        yield Static()

    def show(self, state: State) -> None:
        """Show ``state``."""

    def heading(self, state: State) -> str:
        """Say what the page is about: the day, the week of the course and its phase, in calm words."""
        return heading(state, brief=self.size.width < ROOM_FOR_SENTENCES)

    def on_mount(self) -> None:
        """Follow the state and the language from now on."""
        self.watch(self.app, "state", self._show_when_seen)
        self.watch(self.app, "language", self._speak, init=False)

    def on_resize(self) -> None:
        """Say as much in the heading as there is room for."""
        self.write("#heading", self.heading(self.state))

    def on_screen_resume(self) -> None:
        """Show what changed while another page was open."""
        if self._is_behind:
            self.show_anew()
        self.app.look_at_clock()
        self.refresh_bindings()

    _is_behind = False

    def _show_when_seen(self) -> None:
        # A page that nobody sees is written when it is seen: else six were laid out after every key.
        self._is_behind = self not in self.app.screen_stack
        if not self._is_behind:
            self.show_anew()

    def show_anew(self) -> None:
        """Write everything that is to be seen."""
        self._is_behind = False
        state = self.state
        line = self.query_one(PageLine)
        line.pages = tuple(_page_key(place, *page) for place, page in enumerate(PAGES, start=1))
        # A notice covers nothing of a card that says whom to call.
        self.set_class(state.plan.is_held, "-held")
        line.open = next(place for place, (mode, _name) in enumerate(PAGES) if mode == self.MODE)
        shown = _("shown: {day}").format(day=formats.short_day(state.day))
        line.aside = shown if self.app.is_past else self.app.mark
        told = nothing_is_saved(self.app.companion.store.trouble) or not_finished(self.app.lying_open)
        told = told or (saved_in_the_open() if self.app.is_keyless else "")
        self.write("#banner", told).set_class(not told, "-gone")
        self.write("#heading", self.heading(state))
        self.show(state)
        self.refresh_bindings()

    def _speak(self) -> None:
        self._show_when_seen()


def _page_key(place: int, mode: str, name: str) -> Key:
    return Key(str(place), _(name), f"app.{mode}")


class Dialog(_Speaking[Result | None], ModalScreen[Result | None], Generic[Result]):
    """A question with a typed answer; None means “never mind”."""

    IS_DOING: ClassVar[bool] = False
    """Something is being done beside it, away from the keys: a walk, or an exercise on the floor."""

    BINDINGS = [
        Binding(
            "escape", "never_mind", N_("Go back"), id="dialog.back", tooltip=N_("Leave without an answer")
        ),
        # F2 is left where one writes, and “!” is a letter.
        Binding("exclamation_mark,f2", "app.urgent", N_("Urgent"), id="dialog.urgent"),
        Binding("question_mark", "app.help", N_("Help"), id="dialog.help", show=False),
    ]

    _is_left = False

    def on_mount(self) -> None:
        """Follow the language; nothing told before lies over the question."""
        self.app.clear_notifications()
        # What was told just before may still be on its way to the screen.
        self.app.call_later(self.app.clear_notifications)
        self.watch(self.app, "language", self.say)
        self.refresh_bindings()

    def say(self) -> None:
        """Write every word; called at mount and when the language changes."""

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close with an answer, once."""
        if self._is_left:
            return AwaitComplete()
        self._is_left = True
        self.app.turns.hold()
        return super().dismiss(result)

    def action_never_mind(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
