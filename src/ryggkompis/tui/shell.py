"""What pages see of the window: the state, the settings, and the one way a use case is run and a fault told.

The window itself (`app`) knows its pages, and no page knows it; so nothing has to be imported in a circle.
"""

import os
from collections.abc import Callable, Iterable
from datetime import date

from textual import on
from textual.app import App
from textual.events import Click
from textual.reactive import Initialize, Reactive, var
from textual.theme import Theme

from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.today.state import State
from ryggkompis.i18n.language import current, use
from ryggkompis.services.companion import Companion
from ryggkompis.services.keys import OwnKeys
from ryggkompis.store.errors import Closed, NotSaved
from ryggkompis.store.inventory.found import Found, inventory
from ryggkompis.store.inventory.looking import is_keyless, others, unfinished
from ryggkompis.store.places import Places
from ryggkompis.store.saving import fold
from ryggkompis.store.sealing import seal_all
from ryggkompis.store.settings import Settings, change_settings
from ryggkompis.store.store import utc_now
from ryggkompis.tui.hints import fault_in_words
from ryggkompis.tui.labels import PRESS, use_keys
from ryggkompis.tui.themes import ALL_THEMES, THEMES
from ryggkompis.tui.turns import Pressed, Turns
from ryggkompis.words.locked import left_in_words, lock_is_finished


def _no_state() -> State:
    raise AssertionError  # set before anything can ask


def _own_keys(places: Places) -> OwnKeys:
    # Most have no such file, and to know every action the whole window is imported.
    if not os.path.lexists(places.own_keys):
        return OwnKeys()
    from ryggkompis.tui.keymap import keys_of_patient

    return keys_of_patient(places)


class Shell(App[None]):
    """Own the state; let the pages show it."""

    state: var[State] = var(_no_state, init=False, always_update=True, bindings=True)
    language: var[Language] = var(current, init=False)

    def _theme_of_settings(self) -> str:
        wanted = self.settings.theme
        return wanted if wanted in self.available_themes else THEMES[0].name

    # From the beginning: set later, it would let the styles be read, and worked out, once more.
    theme: Reactive[str] = Reactive(Initialize(_theme_of_settings))

    def __init__(self, companion: Companion, settings: Settings, places: Places) -> None:
        """Read one patient's journal.

        Raises:
            ExpectedError: when the journal cannot be read at all.

        """
        self.settings = settings  # Textual asks for the theme at once
        # With NO_COLOR, Textual would write grey as RGB; the terminal's own sixteen colours obey its user.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.companion = companion
        self.places = places
        self.own_keys = _own_keys(places)
        self.set_keymap(self.own_keys.keymap)
        use_keys(self.own_keys.keymap)
        self.turns = Turns(self.CLICK_CHAIN_TIME_THRESHOLD)
        self.wanted: tuple[str, ...] = ()
        """What is done in the terminal when the window is left; then it is opened again."""
        self.drafts: dict[str, dict[str, object]] = {}
        """Answers that were begun and not saved yet, by what they are about."""
        # Taken before the journal is read: what is written in between is then seen as a change, not missed.
        self._signature = companion.store.signature()
        self._real = companion.today.real
        self.lying_open = unfinished(places)
        """Files of a locked journal that are not locked."""
        self.is_keyless = is_keyless(places)
        """Nothing seals what is saved, although the journal was locked."""
        self.set_reactive(Shell.state, companion.state())

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Give our own themes, and Textual's."""
        return ALL_THEMES

    def get_css_variables(self) -> dict[str, str]:
        """Give the colours of the theme; of sixteen, the one nearest to a line's may be the ground itself."""
        colours = super().get_css_variables()
        if self.console.color_system not in {"standard", "windows"}:
            return colours
        return colours | dict.fromkeys(("border", "border-blurred"), colours["foreground"])

    @property
    def mark(self) -> str:
        """A word that stands on every page, where it is not the patient's own diary."""
        return ""

    @property
    def is_past(self) -> bool:
        """Tell whether another day than today is shown."""
        return self.state.day != self._real

    @property
    def is_behind(self) -> bool:
        """Tell whether another program wrote to the journal, or a new day has begun."""
        store, today = self.companion.store, self.companion.today
        return store.signature() != self._signature or today.real != self._real

    @property
    def whole(self) -> State:
        """The state with every day there is; where they cannot be opened, it is said, and a part is shown."""
        try:
            return self.state.whole
        except Closed:
            self.put_up_cover()
        except ExpectedError as error:
            self.notify(fault_in_words(error), severity="error", timeout=12, markup=False)
        return self.state

    def do_in_terminal(self, *arguments: str) -> None:
        """Leave the window for what is asked in a terminal: a passphrase, or whether all is to be erased."""
        self.wanted = arguments
        self.exit()

    def put_up_cover(self) -> None:
        """Hide what is the patient's."""
        raise NotImplementedError

    def look_at_clock(self) -> None:
        """Write how long the patient has sat on the page that is shown."""
        raise NotImplementedError

    def reload(self) -> bool:
        """Read the journal and show it; tell whether it could be read."""
        return self.do(lambda: None)

    def do(self, command: Callable[[], object], done: str = "") -> bool:
        """Run a use case; show the new state, or what the user can do about it; tell whether it went well."""
        try:
            self.companion.try_again()
            command()
            fold(self.places, self.companion.store.seal, utc_now())
            self._signature, self._real = self.companion.store.signature(), self.companion.today.real
            self.lying_open, self.is_keyless = unfinished(self.places), is_keyless(self.places)
            self.state = self.companion.state()
        except Closed:
            self.put_up_cover()
            return False
        except ExpectedError as error:
            self.notify(fault_in_words(error), severity="error", timeout=12, markup=False)
            if isinstance(error, NotSaved):
                self.state = self.state  # the page says so, too, until something can be saved
            return False
        if done:
            self.notify(done, markup=False)
        return True

    def action_finish_lock(self) -> None:
        """Seal what lies open though the journal is locked, and say what stays so and why."""

        def finish() -> None:
            # Before the first link goes: afterwards nobody knows where it led.
            beside = others(inventory(self.places))
            self._tell_left(beside)
            left = seal_all(self.places, self.companion.store.seal).left
            self._tell_left(one for one in left if one not in beside)

        if self.do(finish) and not self.lying_open:
            self.notify(lock_is_finished(), markup=False)

    def _tell_left(self, left: Iterable[Found]) -> None:
        for found in left:
            self.notify(left_in_words(found), severity="warning", timeout=12, markup=False)

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

    @on(Click)
    def _press(self, event: Click) -> None:
        """Let words that stand for a key be pressed."""
        pressed = event.style.meta.get(PRESS)
        if pressed is not None and self.turns.lets(event):
            screen = self.screen
            (screen.focused or screen).post_message(Pressed(pressed, screen))

    @on(Pressed)
    async def _do_pressed(self, event: Pressed) -> None:
        """Do what the key does: a key that is made up would go no further than whoever made it."""
        event.stop()
        if event.screen is not self.screen or not self.turns.lets(event):
            return
        for node, binding, enabled, _tip in self.screen.active_bindings.values():
            if binding.id == event.id and enabled:
                await self.run_action(binding.action, node)
                return
