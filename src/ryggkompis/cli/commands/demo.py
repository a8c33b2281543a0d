"""``demo``: a patient who does not exist, in a journal that is thrown away."""

import tempfile

from ryggkompis.cli.commands.plan import print_plan
from ryggkompis.cli.output import can_answer, told
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.status import DONE
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.value import replace
from ryggkompis.i18n.language import _
from ryggkompis.services.demo import live_through
from ryggkompis.store.places import Places


def demo_command(parser: Parser) -> Run:
    """Take nothing more."""
    parser.shows("demo", _("open the window on a made-up diary"))
    parser.takes_json()
    return _demo


def _demo(here: Surroundings) -> int:
    banner = _("A demo: the patient does not exist, and the diary is thrown away. Yours is not touched.")
    told(banner)
    # A folder of its own, gone afterwards: nothing made up may ever lie beside what is true.
    with tempfile.TemporaryDirectory(prefix="ryggkompis-demo-") as folder:
        there = replace(here, places=Places.find(folder, {}))
        live_through(there.companion)
        if here.is_json or here.is_plain or not can_answer():
            print_plan(there)
            return DONE
        from ryggkompis.cli.window import open_window

        return open_window(there, banner)
