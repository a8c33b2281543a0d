"""The Settings page: how the program behaves here, who the plan is for, and where the data is."""

from collections.abc import Mapping
from typing import Any

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Static

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.text import shown_name
from ryggkompis.domain.base.value import asdict
from ryggkompis.domain.journal.entries import Profile
from ryggkompis.domain.today.state import State
from ryggkompis.i18n.language import _, current
from ryggkompis.report.saving import usual_file
from ryggkompis.services.diary import said_of
from ryggkompis.services.errors import FutureDay
from ryggkompis.services.preferences import SETTINGS
from ryggkompis.services.questions.form import form_of, known_of
from ryggkompis.tui.ink import ink
from ryggkompis.tui.labels import key_of
from ryggkompis.tui.page import Page
from ryggkompis.tui.screens.entry_form import EntryForm, FieldValues, Rows
from ryggkompis.tui.screens.thresholds import LimitsDialog
from ryggkompis.tui.widgets.stepper import Stepper
from ryggkompis.words.entries import values_in_words
from ryggkompis.words.locked import copies_are_in, journal_is_locked
from ryggkompis.words.saved import first_questions_missing, plan_follows


class FocusableText(Static, can_focus=True):
    """Some text that the focus can scroll to."""


class SettingsPage(Page):
    """What can be chosen, changed at once by left and right."""

    MODE = "settings"
    CSS_PATH = "../styles/settings.tcss"
    BINDINGS = [
        Binding(
            "p", "profile", N_("About you"), id="settings.profile", tooltip=N_("Change what is asked first")
        ),
        Binding(
            "t", "limits", N_("Limits"), id="settings.limits", tooltip=N_("The limits that the plan keeps to")
        ),
        Binding(
            "l", "lock", N_("Lock or unlock"), id="settings.lock", tooltip=N_("A passphrase on the diary")
        ),
        Binding(
            "d",
            "look",
            N_("Look it over"),
            id="settings.look",
            show=False,
            tooltip=N_("What is wrong with the files of the diary, and what mends it"),
        ),
        Binding(
            "b",
            "file('backup', '.zip')",
            N_("A copy"),
            id="settings.backup",
            show=False,
            tooltip=N_("The whole diary in one file"),
        ),
        Binding(
            "m",
            "file('reminders', '.ics')",
            N_("Reminders"),
            id="settings.reminders",
            show=False,
            tooltip=N_("For the calendar of your phone"),
        ),
        Binding(
            "X",
            "erase",
            N_("Erase everything"),
            id="settings.erase",
            show=False,
            tooltip=N_("It is asked first whether that is meant"),
        ),
        Binding("up,k", "app.focus_previous", N_("The one above"), id="settings.above", show=False),
        Binding("down,j", "app.focus_next", N_("The one below"), id="settings.below", show=False),
    ]

    def body(self) -> ComposeResult:
        """Lay out the settings, the profile and the data."""
        with Rows(id="rows"):
            for setting in SETTINGS:
                with Horizontal(classes="row"):
                    yield Static(id=f"name-{setting.name}", classes="label", markup=False)
                    yield Stepper((), is_needed=True, id=f"set-{setting.name}")
            yield FocusableText(id="profile", markup=False)
            yield FocusableText(id="data", markup=False)

    def show(self, state: State) -> None:
        """Show the settings as they are, in the current language."""
        values = self._values()
        for setting in SETTINGS:
            self.query_one(f"#name-{setting.name}", Static).update(_(setting.words))
            self.query_one(f"#set-{setting.name}", Stepper).offer(setting.choices(), values[setting.name])
        self.query_one("#profile", FocusableText).update(_profile(state))
        self.query_one("#data", FocusableText).update(self._data())

    def heading(self, state: State) -> str:  # noqa: ARG002 - the same for every state
        """Say how a setting is changed."""
        return _("← and → change a setting at once")

    def _values(self) -> Mapping[str, object]:
        settings = self.app.settings
        return {**asdict(settings), "language": current(), "theme": self.app.theme}

    def _data(self) -> str:
        places, is_locked = self.app.places, self.app.companion.store.seal.is_on
        return "\n".join(
            (
                _("Your diary is in {path}").format(path=shown_name(places.data)),
                _("Copy that folder to back it up: it holds every entry, a file for each month."),
                copies_are_in(places.backups),
                *([journal_is_locked()] if is_locked else []),
                _(
                    "{lock} locks it or takes the lock away, {look} looks it over, {copy} writes a copy, "
                    "{remind} writes reminders for your phone, {erase} erases it all. "
                    "These are asked in the terminal, and then the window comes back."
                ).format(
                    lock=key_of("settings.lock", "l"),
                    look=key_of("settings.look", "d"),
                    copy=key_of("settings.backup", "b"),
                    remind=key_of("settings.reminders", "m"),
                    erase=key_of("settings.erase", "X"),
                ),
            )
        )

    def action_lock(self) -> None:
        """Put a passphrase on the diary, or take it away."""
        self.app.do_in_terminal("unlock" if self.app.companion.store.seal.is_on else "lock")

    def action_look(self) -> None:
        """Say what is wrong with the files."""
        self.app.do_in_terminal("doctor")

    def action_file(self, command: str, ending: str) -> None:
        """Write a file where files of the patient usually lie."""
        self.app.do_in_terminal(command, usual_file(self.app.state.day, ending))

    def action_erase(self) -> None:
        """Erase everything, when that is meant."""
        self.app.do_in_terminal("erase", "--everything")

    @on(Stepper.Changed)
    def _change(self, event: Stepper.Changed) -> None:
        """Follow a setting at once and keep it."""
        event.stop()
        name, value = str(event.stepper.id).removeprefix("set-"), event.value
        if name == "language":
            self.app.speak("nb" if value == "nb" else "en")
            return
        if name == "theme":
            self.app.theme = str(value)
        elif name == "motion":
            self.app.animation_level = "full" if value else "none"
        if not self.app.change_settings(**{name: value}):
            self.show(self.app.state)

    @work
    async def action_profile(self) -> None:
        """Change what the first questions asked; it stands from today on."""
        profile = self.app.state.profile
        known = said_of(profile) if profile else {}
        form = form_of(Profile, self.app.state.catalogue)

        def keep(values: FieldValues) -> None:
            said: dict[str, Any] = {**known, **values}
            today = self.app.companion.on(None)
            onset = said.get("onset")
            if onset is not None and onset > today.today.real:
                raise FutureDay(day=onset)
            today.diary.say(Profile, **said)

        if await self.app.push_screen_wait(EntryForm(_("About you"), form, known_of(known), keep)):
            self.app.do(lambda: None, plan_follows())

    def action_limits(self) -> None:
        """Show the limits of the plan."""
        self.app.push_screen(LimitsDialog())


def _profile(state: State) -> str:
    """Say who the plan is for."""
    if state.profile is None:
        return ink(first_questions_missing()).plain
    return _("About you: {words}").format(words=values_in_words(state.profile))
