"""The keys of the Log page, and which of them the chosen entry allows."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from textual.binding import ActiveBinding, Binding

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.journal.entries import Entry
from ryggkompis.domain.journal.gate import stays
from ryggkompis.services.questions.form import WITHOUT_FORM
from ryggkompis.tui.labels import UNDO_TIP

ON_LINE: Final = frozenset({"open", "move", "delete"})
"""What is done with the chosen entry."""
LOG_KEYS: Final = [
    Binding("enter,e", "open", N_("Edit"), id="log.edit", tooltip=N_("Change the chosen entry")),
    Binding("n", "new", N_("New"), id="log.new", tooltip=N_("Write something down, for any day")),
    Binding("d,delete", "delete", N_("Delete"), id="log.delete", tooltip=N_("Take the chosen entry out")),
    Binding(
        "i",
        "bring_in",
        N_("Bring in"),
        id="log.bring_in",
        show=False,
        tooltip=N_("Another program's file"),
    ),
    Binding("m", "move", N_("Move"), id="log.move", show=False, tooltip=N_("Move it to another day")),
    Binding(
        "slash", "find", N_("Find"), id="log.find", tooltip=N_("Show what has these words, or their day")
    ),
    Binding(
        "f",
        "narrow",
        N_("Show only"),
        id="log.narrow",
        show=False,
        tooltip=N_("One kind, some days, some words"),
    ),
    Binding("escape", "show_all", N_("Show all"), id="log.all"),
    Binding("u", "app.undo", N_("Undo"), id="log.undo", show=False, tooltip=UNDO_TIP),
]


def offered(found: Mapping[str, ActiveBinding], entry: Entry | None) -> dict[str, ActiveBinding]:
    """Offer nothing that ``entry`` refuses; its key says why, all the same."""
    refused: frozenset[str] = frozenset()
    if entry is not None and stays(entry):
        refused = ON_LINE
    elif isinstance(entry, WITHOUT_FORM):
        refused = frozenset({"open"})
    return {
        key: one._replace(binding=replace(one.binding, show=False)) if one.binding.action in refused else one
        for key, one in found.items()
    }
