"""Doing less with one exercise, asked about as lines; the answers are the arguments of a command."""

from collections.abc import Sequence

from ryggkompis.cli.lines.ask import choose
from ryggkompis.cli.output import told
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.domain.today.adjusted import adjusted
from ryggkompis.i18n.language import _
from ryggkompis.words.entries import exercise_name
from ryggkompis.words.today.session import nothing


def about_skipping(here: Surroundings) -> Sequence[str]:
    """Ask which exercise is left out today."""
    return _about(here, "--skip")


def about_easier(here: Surroundings) -> Sequence[str]:
    """Ask which exercise is done one level easier today."""
    return _about(here, "--easier")


def _about(here: Surroundings, option: str) -> Sequence[str]:
    state = here.companion.state()
    left = [one.dose.id for one in adjusted(state).exercises if not one.is_skipped]
    if state.plan.is_empty or not left:
        told(nothing(state, ()))
        return ()
    chosen = choose(_("Which exercise?"), [(id_, exercise_name(id_, state.catalogue)) for id_ in left])
    return () if chosen is None else (option, chosen)
