"""The page of the cover: it stands in front of everything until the passphrase, or Enter, takes it away."""

import asyncio

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input, Static

from ryggkompis.domain.base.errors import N_
from ryggkompis.i18n.language import _
from ryggkompis.store.errors import Closed
from ryggkompis.store.seal import Seal
from ryggkompis.tui.hints import HINTS, fault_in_words
from ryggkompis.tui.page import Dialog
from ryggkompis.tui.widgets.key_line import KeyLine
from ryggkompis.words.locked import your_hint


class Passphrase(Input):
    """One line whose letters are not shown."""

    BINDINGS = [
        Binding("enter", "submit", N_("Open"), id="cover.submit", tooltip=N_("Open the window again"))
    ]


class CoverPage(Dialog[None]):
    """Nothing of the patient's; whom to call is one key away as ever."""

    CSS_PATH = "../styles/cover.tcss"
    BINDINGS = [
        Binding("enter", "uncover", N_("Open"), id="cover.open", tooltip=N_("Open the window again")),
        Binding("ctrl+q", "app.quit", N_("Quit"), id="cover.quit"),
        Binding("escape", "stay", show=False, id="cover.stay"),
    ]

    @property
    def _seal(self) -> Seal:
        return self.app.companion.store.seal

    def compose(self) -> ComposeResult:
        """Lay out a line for the passphrase, where there is one."""
        with Vertical(id="cover"):
            yield Static(id="title", markup=False)
            yield Static(id="words", markup=False)
            if self._seal.is_on:
                yield Passphrase(password=True, max_length=10_000)
            yield Static(id="fault", markup=False)
        yield KeyLine()

    def say(self) -> None:
        """Write what takes the cover away."""
        self.query_one("#title", Static).update(_("Ryggkompis is covered"))
        if self._seal.is_on:
            hint = self._seal.hint
            words = _("The diary is locked. Write your passphrase, or the recovery key, and press Enter.")
            words += "\n" + your_hint(hint) if hint else ""
        else:
            words = HINTS["next"].said
        self.query_one("#words", Static).update(words)
        self.refresh_bindings()

    def action_stay(self) -> None:
        """Stay covered: Esc leads nowhere from here."""

    def action_uncover(self) -> None:
        """Go on, where no passphrase is needed."""
        if not self._seal.is_on:
            self.dismiss(None)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if not self._seal.is_on:
            self.dismiss(None)
        elif event.value:
            self._unlock(event.value)

    @work(exclusive=True, group="unlock")
    async def _unlock(self, typed: str) -> None:
        """Try the passphrase beside the keys: it takes a second, so that guessing is slow."""
        fault, line = self.query_one("#fault", Static), self.query_one(Passphrase)
        fault.update(_("One moment …"))
        line.clear()
        try:
            await asyncio.to_thread(self._seal.unlock, typed)
        except Closed as error:
            fault.update(fault_in_words(error))
            return
        self.dismiss(None)
