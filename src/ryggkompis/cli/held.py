"""What holds the plan back, said wherever something of it would be begun."""

from typing import TYPE_CHECKING

from ryggkompis.cli.output import told

if TYPE_CHECKING:
    from ryggkompis.domain.today.state import State


def tell_held(state: "State") -> bool:
    """Say what holds the plan back, and whom to call where it is a red flag; tell whether anything does."""
    if not state.plan.is_held:
        return False
    from ryggkompis.cli.plain import plain
    from ryggkompis.words.today.day import what_holds

    for line in plain(what_holds(state)):
        told(line)
    return True
