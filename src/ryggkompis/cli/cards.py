"""The cards as plain lines, with the commands that help."""

from collections.abc import Iterable, Iterator
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.catalogue.catalogue import RedFlags
from ryggkompis.domain.plan.safety import GateDay
from ryggkompis.i18n.language import _
from ryggkompis.words.urgent import Hints, Line, red_card, soft_cards

_FINISH: Final = N_("Answer the whole safety list: “ryggkompis checkin”.")
_CLEAR: Final = N_("When a doctor has seen you and you may go on: “ryggkompis clear --by WHO”.")


def hints() -> Hints:
    """Name the commands of the shell."""
    return Hints(_(_FINISH), _(_CLEAR))


def cards(gate: GateDay, flags: RedFlags) -> Iterator[str]:
    """Give the red card, or else the soft ones; nothing where nothing was answered yes or unsure."""
    if gate.lock is not None:
        yield from plain(red_card(gate.lock, flags, hints(), gate.lasting, gate.wound))
    elif gate.soft:
        yield from plain(soft_cards(gate.soft, flags))
        yield ""


def plain(said: Iterable[Line]) -> Iterator[str]:
    """Give words as plain lines."""
    return (line.text for line in said)
