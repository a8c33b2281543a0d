"""The short tour in plain lines."""

from ryggkompis.cli.output import told
from ryggkompis.cli.plain import plain
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.words.today.tour import STOPS, stop


def tell_tour(_here: Surroundings) -> None:
    """Say all of it, one page after the other."""
    for place in range(STOPS):
        for line in plain(stop(place)):
            told(line)
