"""The window: imported only when it is opened, since textual is dear."""

from collections.abc import Sequence
from contextlib import suppress

from ryggkompis.cli.errors import NoMoreAnswers
from ryggkompis.cli.hints import fault_in_words
from ryggkompis.cli.lines.prompt import answer_to
from ryggkompis.cli.options.declared import Said
from ryggkompis.cli.output import told
from ryggkompis.cli.status import DONE
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.i18n.language import _
from ryggkompis.store.settings import read_settings
from ryggkompis.tui.app import DemoWindow, Ryggkompis
from ryggkompis.tui.lifecycle import leaving_as_it_was
from ryggkompis.words.saved import interrupted


def open_window(here: Surroundings, banner: str = "") -> int:
    """Open the window on a journal until it is closed; a ``banner`` makes it a demo's.

    What needs a terminal, a passphrase above all, is done in it, and then the window is opened again at the
    same page.
    """
    mode = Ryggkompis.DEFAULT_MODE
    while True:
        app = _until_left(here, banner, mode)
        if not app.wanted:
            return app.return_code or DONE
        _in_terminal(here, app.wanted)
        mode = app.current_mode
        here = _anew(here, here.said)


def _in_terminal(here: Surroundings, arguments: Sequence[str]) -> None:
    """Run a command as it would be typed, say what came of it, and wait until it has been read."""
    parser, run = here.commands[arguments[0]].load()
    places = ["--data-dir", here.places.data] if here.said.data_dir else []
    try:
        there = _anew(here, parser.parse_args([*places, *arguments[1:]]))
        run(there)
        there.fold()
    except ExpectedError as error:
        told(fault_in_words(error))
    except KeyboardInterrupt:
        told("")
        told(interrupted())
    with suppress(NoMoreAnswers, KeyboardInterrupt):
        answer_to(_("Press Enter to go back to the window."))


def _anew(here: Surroundings, said: Said) -> Surroundings:
    """Look at everything again: the lock and the settings may be others now."""
    return Surroundings(said, here.places, read_settings(here.places)[0], here.clock, here.commands)


def _until_left(here: Surroundings, banner: str, mode: str) -> Ryggkompis:
    kind = DemoWindow if banner else Ryggkompis
    app = kind(here.companion, here.settings, here.places, mode)
    here.store.seal.need = None  # from now on a page asks for the passphrase, not the terminal
    if isinstance(app, DemoWindow):
        app.banner = banner
    with leaving_as_it_was():
        app.run()
    return app
