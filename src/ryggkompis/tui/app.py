"""The shell: the state, the pages, the language, the theme, and the one way errors are shown."""

import os
from collections.abc import Callable
from datetime import date

from textual.app import App
from textual.binding import Binding
from textual.command import CommandPalette
from textual.events import Event, Key
from textual.reactive import var
from textual.screen import Screen

from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.i18n.language import _, current, use
from ryggkompis.services.companion import Companion
from ryggkompis.services.diary import Undone
from ryggkompis.services.state import State
from ryggkompis.store.errors import NotSaved
from ryggkompis.store.permissions import close_files
from ryggkompis.store.places import Places
from ryggkompis.store.seal import Closed
from ryggkompis.store.settings import Settings, change_settings
from ryggkompis.tui.covering import Cover
from ryggkompis.tui.garbage import collect_from_now_on
from ryggkompis.tui.hints import fault_in_words
from ryggkompis.tui.lifecycle import leave_when_asked
from ryggkompis.tui.pages import MODES
from ryggkompis.tui.palette import Finder
from ryggkompis.tui.sitting import SittingClock
from ryggkompis.tui.themes import THEMES
from ryggkompis.tui.turns import Turns
from ryggkompis.words.problems import open_to_others

LOOK_AGAIN = 2.0
"""Seconds between two looks at the journal's folder, for what another program wrote."""


def _no_state() -> State:
    raise AssertionError  # set before anything can ask


class Ryggkompis(App[None]):
    """Own the state; let the pages show it."""

    TITLE = "Ryggkompis"
    CSS_PATH = "styles/app.tcss"
    MODES = dict(MODES)
    COMMANDS = {Finder}
    DEFAULT_MODE = "today"
    NOTIFICATION_TIMEOUT = 4
    BINDINGS = [
        Binding("1", "go('today')", N_("Today"), id="app.today", show=False),
        Binding("2", "go('progress')", N_("Progress"), id="app.progress", show=False),
        Binding("3", "go('exercises')", N_("Exercises"), id="app.exercises", show=False),
        Binding("4", "go('log')", N_("Log"), id="app.log", show=False),
        Binding("5", "go('report')", N_("Report"), id="app.report", show=False),
        Binding("6", "go('settings')", N_("Settings"), id="app.settings", show=False),
        Binding(
            "u", "undo", N_("Undo"), id="app.undo", show=False, tooltip=N_("Take back what was done last")
        ),
        Binding(
            "exclamation_mark",
            "urgent",
            N_("Urgent"),
            id="app.urgent",
            tooltip=N_("When do I need help now?"),
        ),
        Binding("f2", "urgent", N_("Urgent"), id="app.urgent_anywhere", show=False, priority=True),
        Binding("question_mark", "help", N_("Help"), id="app.help", tooltip=N_("The keys of this page")),
        Binding("f1", "help", N_("Help"), id="app.help_anywhere", show=False, priority=True),
        Binding(
            "k",
            "learn",
            N_("Cards to read"),
            id="app.learn",
            show=False,
            tooltip=N_("What a herniation is, why we walk, sleep, work, fear, and more"),
        ),
        Binding("o", "moved", N_("Changed position"), id="app.moved", show=False),
        Binding(
            "z",
            "put_off",
            N_("In ten minutes"),
            id="app.put_off",
            show=False,
            tooltip=N_("Change position in ten minutes, not now"),
        ),
        Binding("ctrl+p", "command_palette", N_("Find a command"), id="app.palette", show=False),
        Binding(
            "ctrl+z",
            "suspend_process",
            N_("Put aside"),
            id="app.suspend",
            show=False,
            priority=True,
            tooltip=N_("Back to the shell; fg comes back here"),
        ),
        Binding("q", "quit", N_("Quit"), id="app.leave", show=False),
        Binding("ctrl+q", "quit", N_("Quit"), id="app.quit", show=False, priority=True),
    ]

    state: var[State] = var(_no_state, init=False, always_update=True, bindings=True)
    language: var[Language] = var(current, init=False)

    def __init__(self, companion: Companion, settings: Settings, places: Places) -> None:
        """Open the window on one patient's journal.

        Raises:
            ExpectedError: when the journal cannot be read at all.

        """
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.companion = companion
        self.settings = settings
        self.places = places
        self.drafts: dict[str, dict[str, object]] = {}
        """Answers that were begun and not saved yet, by what they are about."""
        self._signature = companion.store.signature()
        self._real = companion.today.real
        self.set_reactive(Ryggkompis.state, companion.state())
        self.turns = Turns()
        self.sitting = SittingClock(self, companion.today.clock.now())
        self.cover = Cover(self, companion.today.clock.now())
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = settings.theme if settings.theme in self.available_themes else THEMES[0].name
        self.animation_level = "full" if settings.motion else "none"

    @property
    def is_past(self) -> bool:
        """Tell whether another day than today is shown."""
        return self.state.day != self._real

    def on_mount(self) -> None:
        """Look for what other programs write and ask, the next day, and who else can read the journal."""
        leave_when_asked(self)
        self.screen_change_signal.subscribe(self, self.turns.wait_for, immediate=True)
        self.call_after_refresh(collect_from_now_on)
        self.set_interval(LOOK_AGAIN, self.look_again)
        for path in close_files(self.places):
            self.notify(open_to_others(path), severity="warning", timeout=12, markup=False)

    def on_app_focus(self) -> None:
        """Look at once when the window is looked at again."""
        self.look_again()

    def look_again(self) -> None:
        """Read the journal anew when another program wrote to it, or a new day has begun."""
        if not self.is_running:  # the window is closing, and there may be no page to write on
            return
        self.cover.look()
        if self.cover.is_up:
            return
        signature, real = self.companion.store.signature(), self.companion.today.real
        if signature != self._signature or real != self._real:
            self.reload()
        self.sitting.look()

    async def on_event(self, event: Event) -> None:
        """Take note that somebody is there, and of what was meant for what is on the screen."""
        if isinstance(event, Key):
            self.sitting.touched()
            self.cover.touched()
        if self.turns.lets(event):
            await super().on_event(event)
        else:
            self.turns.keep(event)

    def post_display_hook(self) -> None:
        """Take note that the screen was drawn."""
        self.turns.draw()

    def reload(self) -> bool:
        """Read the journal and show it; tell whether it could be read."""
        return self.do(lambda: None)

    def do(self, command: Callable[[], object], done: str = "") -> bool:
        """Run a use case; show the new state, or what the user can do about it; tell whether it went well."""
        try:
            command()
            self._signature, self._real = self.companion.store.signature(), self.companion.today.real
            self.state = self.companion.state()
        except Closed:
            self.cover.put_up()
            return False
        except ExpectedError as error:
            self.notify(fault_in_words(error), severity="error", timeout=12, markup=False)
            if isinstance(error, NotSaved):
                self.state = self.state  # the page says so, too, until something can be saved
            return False
        if done:
            self.notify(done, markup=False)
        return True

    def show_day(self, day: date | None) -> None:
        """Show another day; None shows today."""
        self.companion = self.companion.on(day)
        self.reload()

    def change_settings(self, **changed: object) -> bool:
        """Keep changed settings and follow them at once; tell whether they could be kept."""

        def keep() -> None:
            self.settings = change_settings(self.places, **changed)
            self.companion = self.companion.starting(self.settings.starts)

        return self.do(keep)

    def speak(self, language: Language) -> None:
        """Speak ``language`` from now on, and remember it."""
        use(language)
        self.language = language
        self.change_settings(language=language)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let nothing through a covered window that could be read or written."""
        return super().check_action(action, parameters) if self.cover.lets(action) else False

    def action_go(self, mode: str) -> None:
        """Open a page."""
        self.switch_mode(mode)

    def action_undo(self) -> None:
        """Take back what was done last."""
        undone: list[Undone] = []
        if self.do(lambda: undone.append(self.companion.diary.undo())):
            self.notify(_("It is back.") if undone[0].is_back else _("Taken back."), markup=False)

    def action_moved(self) -> None:
        """Log a change of position."""
        self.sitting.moved()

    def action_put_off(self) -> None:
        """Be told to change position a little later."""
        self.sitting.put_off()

    def action_urgent(self) -> None:
        """Say when to get help now."""
        from ryggkompis.tui.screens.urgent import UrgentPage

        self._open(UrgentPage)

    def action_learn(self) -> None:
        """Open the cards to read."""
        from ryggkompis.tui.screens.learn import LearnPage

        self._open(LearnPage)

    def action_help(self) -> None:
        """Show the keys."""
        from ryggkompis.tui.screens.help import HelpPage

        self._open(HelpPage)

    def action_command_palette(self) -> None:
        """Offer everything that has a key, to be found by its name."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(id="--command-palette", placeholder=_("Search for a command …")))

    def _open(self, page: type[Screen[None]]) -> None:
        if not isinstance(self.screen, page):
            self.push_screen(page())
