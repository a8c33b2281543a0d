"""What there is to read, asked for as lines: an exercise, a card, the short tour."""

from ryggkompis.cli.lines.ask import choose
from ryggkompis.cli.lines.running import command
from ryggkompis.cli.output import told
from ryggkompis.cli.plain import plain
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.i18n.language import _, current
from ryggkompis.words.entries import exercise_name
from ryggkompis.words.today.tour import STOPS, stop


def read_exercise(here: Surroundings) -> object:
    """Ask which exercise, and say how it is done; while the plan is held, say why there is none."""
    state = here.companion.state()
    if state.plan.is_held:
        return command("exercises")(here)
    of = state.catalogue
    ids = (of.walk.id, *(one.id for one in of.comfort), *(one.id for one in of.exercises))
    chosen = choose(_("Which exercise?"), [(id_, exercise_name(id_, of)) for id_ in ids])
    return None if chosen is None else command("exercises", chosen)(here)


def read_card(here: Surroundings) -> object:
    """Ask which card, and say what is on it."""
    cards = here.companion.learn_cards.cards
    card = choose(_("Which card?"), [(card.id, card.title.in_(current())) for card in cards])
    return None if card is None else command("learn", card)(here)


def tell_tour(_here: Surroundings) -> None:
    """Say all of the short tour, one page after the other."""
    for place in range(STOPS):
        for line in plain(stop(place)):
            told(line)
