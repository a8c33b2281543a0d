"""The window: imported only when it is opened, since textual is dear."""

from pathlib import Path
from typing import ClassVar

from ryggkompis.cli.status import DONE
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.tui import app as window
from ryggkompis.tui.app import Ryggkompis
from ryggkompis.tui.lifecycle import leaving_as_it_was

BANNER_SECONDS = 15


class DemoWindow(Ryggkompis):
    """The window on a patient who does not exist."""

    # Textual looks for the styles beside the class.
    CSS_PATH: ClassVar[str] = str(Path(window.__file__).parent / str(Ryggkompis.CSS_PATH))
    banner = ""
    """Says that it is a demo."""

    def on_ready(self) -> None:
        """Say so in front of everything else."""
        self.notify(self.banner, timeout=BANNER_SECONDS, markup=False)


def open_window(here: Surroundings, banner: str = "") -> int:
    """Open the window on a journal and wait until it is closed; a ``banner`` makes it a demo's."""
    kind = DemoWindow if banner else Ryggkompis
    app = kind(here.companion, here.settings, here.places)
    here.store.seal.need = None  # from now on a page asks for the passphrase, not the terminal
    if isinstance(app, DemoWindow):
        app.banner = banner
    with leaving_as_it_was():
        app.run()
    return app.return_code or DONE
