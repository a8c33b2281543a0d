"""The window: its pages, the keys that work everywhere, the theme, the cover and the clock."""

import asyncio
from contextlib import suppress

from textual import work
from textual.command import CommandPalette, Provider
from textual.events import Event, Key, MouseDown
from textual.screen import Screen

from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.i18n.errors import word
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.services.companion import Companion
from ryggkompis.store.acts import one_act
from ryggkompis.store.permissions import close_files
from ryggkompis.store.places import Places
from ryggkompis.store.remembered.months import compare_digests
from ryggkompis.store.settings import Settings
from ryggkompis.tui.app_keys import APP_KEYS
from ryggkompis.tui.cover import Cover
from ryggkompis.tui.lifecycle import collect_from_now_on, leave_when_asked
from ryggkompis.tui.pages import MODES
from ryggkompis.tui.shell import Shell
from ryggkompis.tui.sitting import SittingClock
from ryggkompis.words.problems import open_to_others

LOOK_AGAIN = 2.0
"""Seconds between two looks at the journal's folder, for what another program wrote."""


def _finder() -> type[Provider]:
    from ryggkompis.tui.finder.finder import Finder

    return Finder


class Ryggkompis(Shell):
    """Know the pages and the keys that work on all of them; look at the time."""

    TITLE = "Ryggkompis"
    CSS_PATH = "styles/app.tcss"
    COMMANDS = {_finder}
    DEFAULT_MODE = "today"
    NOTIFICATION_TIMEOUT = 4
    BINDINGS = [*APP_KEYS]

    def __init__(
        self, companion: Companion, settings: Settings, places: Places, mode: str = DEFAULT_MODE
    ) -> None:
        """Open the window on one patient's journal, at the page of ``mode``.

        Raises:
            ExpectedError: when the journal cannot be read at all.

        """
        self.DEFAULT_MODE = mode  # type: ignore[misc]  # Textual asks the instance, and only at the beginning
        super().__init__(companion, settings, places)
        self.sitting = SittingClock(self, companion.today.clock.now())
        self.cover = Cover(self, companion.today.clock.now())
        self.animation_level = "full" if settings.motion else "none"

    def get_default_screen(self) -> Screen[None]:
        """Give the first page; it is no mode yet, since a mode's styles are read anew with all the others."""
        page = MODES[self.current_mode]()
        self.stylesheet.read_all(page.css_path)
        return page

    def on_mount(self) -> None:
        """Look for what other programs write and ask, the next day, and who else can read the journal."""
        for mode, page in MODES.items():
            self.add_mode(mode, page)
        leave_when_asked(self)
        # After fg the terminal shows another program's last words.
        self.app_resume_signal.subscribe(self, lambda _app: self.action_redraw())
        # When the first page stands: a collection before would look through all that a start makes.
        self.screen_change_signal.subscribe(self, self.turns.wait_for, immediate=True)
        self.call_after_refresh(collect_from_now_on)
        self.set_interval(LOOK_AGAIN, self.look_again)
        for path in close_files(self.places):
            self.notify(open_to_others(path), severity="warning", timeout=12, markup=False)
        if self.own_keys.faults:
            self._tell_of_keys(*map(word, self.own_keys.faults))
        self.call_after_refresh(self.look_through)

    def _tell_of_keys(self, first: str, *more: str) -> None:
        # One message: a file with many faults would cover the day.
        others = ngettext("The help lists {n} more.", "The help lists {n} more.", len(more))
        said = f"{first} {others.format(n=len(more))}" if more else first
        self.notify(said, severity="warning", timeout=12, markup=False)

    def on_app_focus(self) -> None:
        """Look at once when the window is looked at again."""
        self.look_again()

    def look_again(self) -> None:
        """Read the journal anew when another program wrote to it, or a new day has begun."""
        if not self.is_running:  # the window is closing, and there may be no page to write on
            return
        # Before the journal: under a cover nothing is read, since that would need the passphrase.
        self.cover.look()
        if self.cover.is_up:
            return
        if self.is_behind:
            self.reload()
            self.look_through()
        self.sitting.look()

    @work(exclusive=True, group="look through")
    async def look_through(self) -> None:
        """Compare every file with what it was, once a day and beside the keys; show what was found."""
        places, seal, day = self.places, self.companion.store.seal, self.companion.today.real
        with suppress(ExpectedError):  # locked: nothing is read under a cover
            if await asyncio.to_thread(compare_digests, places, seal, day):
                self.reload()

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

    def put_up_cover(self) -> None:
        """Hide what is the patient's."""
        self.cover.put_up()

    def look_at_clock(self) -> None:
        """Write how long the patient has sat on the page that is shown."""
        self.sitting.look()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let nothing through a covered window that could be read or written."""
        if not self.cover.lets(action) or (action == "finish_lock" and not self.lying_open):
            return False
        return super().check_action(action, parameters)

    def action_go(self, mode: str) -> None:
        """Open a page."""
        self.switch_mode(mode)

    def action_undo(self) -> None:
        """Take back what was done last."""
        from ryggkompis.tui.screens.undo import look_for

        look_for(self, self.companion.diary.undoable)

    def action_redo(self) -> None:
        """Bring back what was taken back last."""
        from ryggkompis.tui.screens.undo import look_for

        look_for(self, self.companion.diary.redoable)

    def action_redraw(self) -> None:
        """Draw every cell: the terminal may have been another program's meanwhile."""
        for screen in self.screen_stack:
            screen.refresh()

    def action_help_quit(self) -> None:
        """Say how to leave: Ctrl+C copies, and ends nothing."""
        self.notify(_("Press Ctrl+Q to leave."), markup=False)

    def action_moved(self) -> None:
        """Log a change of position."""
        self.sitting.moved()

    def action_put_off(self) -> None:
        """Be told to change position a little later."""
        self.sitting.put_off()

    def action_urgent(self) -> None:
        """Say when to get help now."""
        from ryggkompis.tui.urgent import UrgentPage

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
            from ryggkompis.tui.finder.palette import Palette

            self.push_screen(Palette())

    @work(exclusive=True, group="dialog")
    async def action_tour(self) -> None:
        """Go around the pages, with a few words on each."""
        from ryggkompis.tui.tour import take_tour

        await take_tour(self)

    @work(exclusive=True, group="dialog")
    async def action_drawing(self) -> None:
        """Mark where it hurts, and be asked what follows from it."""
        from ryggkompis.tui.screens.dialogs import DIALOGS

        with one_act():
            await DIALOGS["drawing"](self)

    def _open(self, page: type[Screen[None]]) -> None:
        if not isinstance(self.screen, page):
            self.push_screen(page())


class DemoWindow(Ryggkompis):
    """The window on a patient who does not exist."""

    banner = ""
    """Says that it is a demo, until the first key or click."""

    @property
    def mark(self) -> str:
        """Say on every page that it is nobody's diary."""
        return _("demo")

    def on_ready(self) -> None:
        """Say so in front of everything else."""
        self.notify(self.banner, timeout=15, markup=False)

    async def on_event(self, event: Event) -> None:
        """Take the sentence away as soon as somebody does something: it lies over the page."""
        if self.banner and isinstance(event, Key | MouseDown):
            self.banner = ""
            self.clear_notifications()
        await super().on_event(event)
