"""The window: the one place where the command line starts textual."""

from ryggkompis.cli.status import DONE
from ryggkompis.cli.wiring import Surroundings


def open_window(here: Surroundings) -> int:
    """Open the window on a journal and wait until it is closed."""
    from ryggkompis.tui.app import Ryggkompis

    app = Ryggkompis(here.companion, here.settings, here.places)
    app.run()
    return app.return_code or DONE
