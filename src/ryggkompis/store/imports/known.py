"""What each import has, read from the journal: also what does not stand, as another has more of the same.

An import keeps a list of its records, by their ids, for each month and program: a hidden line of its own. So
records are in the journal once, however many imports have them, and an import is taken out by its list alone.
What a record says stands in the lines of its entry. Where another import had the entry first, and says
something else of it, that stands in a hidden line beside it.
"""

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final, NamedTuple, TypeAlias

from ryggkompis.domain.base.value import Value
from ryggkompis.store.acts import ACT, GONE_WITH, ORIGIN, SETTLED, act_of, import_of, origin_of, settled_on
from ryggkompis.store.imports.days import CLOCK
from ryggkompis.store.lines import BROUGHT, Line, canonical, day_of, id_of, is_hidden, rank, rev_of

OF: Final = "of"
"""The key under which a hidden line names the entry of which it keeps what an import says."""
_TAKEN: Final = frozenset({"undone", "redone"})
_MARKS: Final = frozenset({"id", "rev", "saved", "deleted", ACT, GONE_WITH, ORIGIN, SETTLED, OF, *_TAKEN})
_SHORT: Final = 8
"""Letters that tell what is said of one entry; there are hardly ever more than two."""


_OF_TIME: Final = 10
"""Letters of an act's name that tell the thousandth of a second."""


class Claim(NamedTuple):
    """That an import has a record."""

    variant: str
    """What it says of it, in short."""
    origin: Mapping[str, object]
    """Whose file it was, and the import."""

    @property
    def program(self) -> str:
        """The program whose file it was."""
        return str(self.origin.get("source"))


Claims: TypeAlias = Mapping[str, Mapping[str, Claim]]
"""The records of other programs by their ids, each with the imports that have it."""


class Owner(Value):
    """One import, and one program and month of it: each has its own list."""

    import_id: str
    program: str
    month: str


def said(line: Line) -> Line:
    """Give what a line says of its record, and nothing of how it came to be written."""
    return {name: value for name, value in line.items() if name not in _MARKS}


def variant_of(line: Line) -> str:
    """Sum up what a line says."""
    text = canonical({name: value for name, value in said(line).items() if name != CLOCK})
    return base64.b32encode(hashlib.sha256(text.encode()).digest()).decode()[:_SHORT]


class Known:
    """A journal, as far as imports are concerned."""

    def __init__(self, lines: Iterable[Line]) -> None:
        """Sort ``lines``, which are all that the journal has, also the hidden ones."""
        self.lines = tuple(lines)
        """All that the journal has."""
        self.entries: dict[str, list[Line]] = {}
        self.lists: dict[Owner, Line] = {}
        self._beside: dict[str, list[Line]] = {}
        self._told: dict[str, list[Line]] = {}
        self._written: dict[str, dict[str, Line]] = {}
        for line in sorted(self.lines, key=rank):
            self.entries.setdefault(id_of(line), []).append(line)
        for lines_of in [*self.entries.values()]:
            last = lines_of[-1]
            if OF in last:
                self._beside.setdefault(str(last[OF]), []).append(last)
            if (said_by := next((one for one in reversed(lines_of) if BROUGHT in one), None)) is not None:
                owner = Owner(
                    str(import_of(said_by)), str(origin_of(said_by).get("source")), day_of(last)[:7]
                )
                self.lists[owner] = last

    def stands(self, id_: str) -> Line | None:
        """Give the line of an entry that is there; None where it is not."""
        last = self.entries.get(id_, [None])[-1]
        return None if last is None or is_hidden(last) else last

    def is_out(self, id_: str) -> bool:
        """Tell whether an entry was taken out by hand, or erased."""
        last = self.entries.get(id_, [{}])[-1]
        return bool(last) and is_hidden(last) and (GONE_WITH not in last or self.is_erased(id_))

    def is_erased(self, id_: str) -> bool:
        """Tell whether an entry was erased, and what was remembered of it, too."""
        return self.entries.get(id_, [{}])[-1].get("erased") is True

    def tell(self, lines: Iterable[Line]) -> None:
        """Add what a file says, so that it can be looked at before it is written."""
        for line in lines:
            self._told.setdefault(id_of(line), []).append(line)

    def written(self, id_: str) -> dict[str, Line]:
        """Give all that was ever said of a record, in its lines and beside them, by what it is in short."""
        if id_ not in self._written:
            self._written[id_] = _by_variant(id_, (*self.entries.get(id_, ()), *self._beside.get(id_, ())))
        return self._written[id_]

    def variants(self, id_: str) -> dict[str, Line]:
        """Give what is written of a record, and what is told."""
        return self.written(id_) | _by_variant(id_, self._told.get(id_, ()))

    def is_walk(self, id_: str) -> bool:
        """Tell whether a record is a walk."""
        lines = (*self._told.get(id_, ()), *self.entries.get(id_, ()))
        return next((line["kind"] for line in lines if "kind" in line), None) == "walk"

    def beside(self, id_: str) -> tuple[str, ...]:
        """Name the entries that keep what imports say of another."""
        return tuple(id_of(line) for line in self._beside.get(id_, ()))

    def is_edited(self, id_: str) -> bool:
        """Tell whether what stands of a record is in the patient's own words."""
        stands = self.stands(id_)
        if stands is None or ORIGIN not in stands or rev_of(stands) == 1:
            return False
        by_hand = {variant_of(line) for line in self.entries[id_] if _is_by_hand(line)}
        return bool(by_hand) and variant_of(stands) in by_hand

    def since(self, id_: str) -> str:
        """Tell since when a record is known; what is only told comes after all else."""
        lines = [*self.entries.get(id_, ()), *self._beside.get(id_, ())]
        return min((_moment(line) for line in lines if "saved" in line), default="~")

    def by_hand_at(self, id_: str) -> str:
        """Tell when a record was taken out, or changed, by hand."""
        lines = self.entries[id_]
        return _moment(next((line for line in reversed(lines) if _is_by_hand(line)), lines[-1]))

    @cached_property
    def listed(self) -> set[str]:
        """Name the imports that have a list; one that was taken back is as none."""
        return {
            owner.import_id for owner, line in self.lists.items() if BROUGHT in line
        } - self._out_of_lists()

    def _out_of_lists(self) -> set[str]:
        """Name the imports that a version which knew no lists has taken out: of these the lines tell."""
        acts = {act_of(line) for one in self.lists.values() for line in self.entries[id_of(one)]}
        # What is not written yet has no act, and its lists come with it.
        gone = (line for line in self.lines if GONE_WITH in line and "kind" not in line and ACT in line)
        # What an import covered went in the act of that import.
        out = (line for line in gone if act_of(line) != line[GONE_WITH] and act_of(line) not in acts)
        return {str(line[GONE_WITH]) for line in out}

    @cached_property
    def claims(self) -> Claims:
        """Give every record that an import has, whether it stands or not."""
        found: dict[str, dict[str, Claim]] = {}
        for owner, line in self.lists.items():
            has = line.get(BROUGHT) if owner.import_id in self.listed else None
            for id_, variant in has.items() if isinstance(has, Mapping) else ():
                claim = Claim(str(variant), origin_of(line))
                found.setdefault(str(id_), {})[owner.import_id] = claim
        for id_, lines in self.entries.items():
            for came, line in _without_a_list(lines, self.listed):
                found.setdefault(id_, {}).setdefault(came, Claim(variant_of(line), origin_of(line)))
        return found


def _moment(line: Line) -> str:
    """Give when a line was saved, and where the name of its act tells that more exactly, that too."""
    return f"{line.get('saved', '')} {act_of(line)[:_OF_TIME]}"


def _by_variant(id_: str, lines: Iterable[Line]) -> dict[str, Line]:
    return {variant_of(line): said(line) | {"id": id_} for line in lines if "kind" in line}


def _is_by_hand(line: Line) -> bool:
    if rev_of(line) == 1 or is_hidden(line) or ORIGIN not in line:
        return False
    is_ours = GONE_WITH in line or settled_on(line) is not None or not _TAKEN.isdisjoint(line)
    return not is_ours and act_of(line) != import_of(line)


def _without_a_list(lines: Sequence[Line], listed: set[str]) -> Iterator[tuple[str, Line]]:
    """Give what imports of before there were lists have brought, as far as it was not taken out."""
    has: dict[str, Line] = {}
    before: Line | None = None
    for line in lines:
        came, gone = import_of(line), line.get(GONE_WITH)
        if "undone" in line and before is not None:
            has.pop(str(import_of(before)), None)
        has.pop(str(gone), None)
        if came is not None and not is_hidden(line) and BROUGHT not in line:
            has[came] = line
        before = line
    yield from ((came, line) for came, line in has.items() if came not in listed)
