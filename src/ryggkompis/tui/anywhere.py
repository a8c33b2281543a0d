"""Keys that do the same on every page: take back, bring back, draw anew, put aside."""

from typing import TYPE_CHECKING, cast

from textual.app import App
from textual.binding import Binding

from ryggkompis.domain.base.errors import N_
from ryggkompis.i18n.language import _

if TYPE_CHECKING:
    from ryggkompis.tui.app import Ryggkompis


class Anywhere(App[None]):
    """What the window does wherever one is in it."""

    BINDINGS = [
        Binding(
            "u", "undo", N_("Undo"), id="app.undo", show=False, tooltip=N_("Take back what was done last")
        ),
        Binding(
            "U", "redo", N_("Bring back"), id="app.redo", show=False, tooltip=N_("What was taken back last")
        ),
        Binding(
            "ctrl+z",
            "suspend_process",
            N_("Put aside"),
            id="app.suspend",
            show=False,
            priority=True,
            tooltip=N_("Back to the shell; fg comes back here"),
        ),
        Binding(
            "ctrl+l",
            "redraw",
            N_("Draw anew"),
            id="app.redraw",
            show=False,
            priority=True,
            tooltip=N_("When something else has written over the window"),
        ),
    ]

    def on_mount(self) -> None:
        """Draw anew after the window was put aside."""
        self.app_resume_signal.subscribe(self, lambda _app: self.action_redraw())

    def action_undo(self) -> None:
        """Take back what was done last."""
        from ryggkompis.tui.undo import look_for  # noqa: PLC0415 - nobody waits for it before it is asked for

        app = cast("Ryggkompis", self)
        look_for(app, app.companion.diary.undoable)

    def action_redo(self) -> None:
        """Bring back what was taken back last."""
        from ryggkompis.tui.undo import look_for  # noqa: PLC0415 - nobody waits for it before it is asked for

        app = cast("Ryggkompis", self)
        look_for(app, app.companion.diary.redoable)

    def action_redraw(self) -> None:
        """Draw every cell: the terminal may have been another program's meanwhile."""
        for screen in self.screen_stack:
            screen.refresh()

    def action_help_quit(self) -> None:
        """Say how to leave: Ctrl+C copies, and ends nothing."""
        self.notify(_("Press Ctrl+Q to leave."), markup=False)
