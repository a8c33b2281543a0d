"""What imports and removals of one day have changed, as it stood before them."""

from collections.abc import Iterable
from datetime import date

from ryggkompis.store.acts import SETTLED, settled_on
from ryggkompis.store.lines import Line, id_of, is_hidden, rank


def before_imports(lines: Iterable[Line], on: date) -> dict[str, Line | None]:
    """Give what stood of each entry that an import or a removal of ``on`` wrote anew; None for nothing."""
    day, every = str(on), list(lines)
    changed = {id_of(line) for line in every if SETTLED in line and settled_on(line) == day}
    found: dict[str, list[Line]] = {id_: [] for id_ in changed}
    for line in sorted((line for line in every if id_of(line) in changed), key=rank) if changed else ():
        found[id_of(line)].append(line)
    return {id_: _before(entry, day) for id_, entry in found.items()}


def _before(lines: Iterable[Line], day: str) -> Line | None:
    stood: Line | None = None
    for line in lines:
        if settled_on(line) == day:
            break
        stood = line
    return None if stood is None or is_hidden(stood) else stood
