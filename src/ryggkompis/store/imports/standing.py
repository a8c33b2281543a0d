"""What of all records that are known stands: a function of the set alone, and of no order."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time, timedelta
from typing import Final, NamedTuple, TypeAlias

from ryggkompis.domain.journal.overlaps import Recorded, once
from ryggkompis.store.acts import source_of
from ryggkompis.store.imports.days import CLOCK, day_of_steps, days_beside
from ryggkompis.store.imports.known import Claims, Known, said
from ryggkompis.store.imports.records import RECORDS
from ryggkompis.store.lines import Line, canonical

LASTED: Final = "lasted"
"""The key under which a walk that has a time says how many seconds lie between its ends."""
NOON: Final = time(12)
"""The moment of a day whose numbers came without one."""
_UNSEEN: Final = frozenset({CLOCK, LASTED, RECORDS})


class Stands(NamedTuple):
    """What an entry is to say."""

    line: Line
    program: str
    """The program whose file says it."""

    @property
    def shown(self) -> Line:
        """What of it somebody can see."""
        return {name: value for name, value in self.line.items() if name not in _UNSEEN}


_Said: TypeAlias = tuple[Line, str]


def standing_of(known: Known, claims: Claims, ids: Iterable[str], again: frozenset[str]) -> dict[str, Stands]:
    """Choose what of these records stands; what does not is left out.

    Args:
        known: the journal.
        claims: the records that imports have.
        ids: the records that are asked about; about the walks among them all walks are asked.
        again: what was taken out by hand, and is to come in again.

    """
    found: dict[str, Stands] = {}
    asked = set(ids)
    for id_ in asked:
        variants = _variants(known, claims, id_, again)
        if variants and _recorded(variants[0][0]) is None:
            is_steps = variants[0][0]["kind"] == "steps"
            stands = _day_of_steps(known, claims, variants) if is_steps else _first(variants)
            found |= {} if stands is None else {id_: stands}
    return found | (_walks(known, claims, again) if any(map(known.is_walk, asked)) else {})


def _variants(known: Known, claims: Claims, id_: str, again: frozenset[str]) -> list[_Said]:
    """Give all that imports say of a record; of what is out by hand nothing."""
    if known.is_erased(id_) or (known.is_out(id_) and id_ not in again):
        return []
    if known.is_edited(id_) and (stands := known.stands(id_)) is not None:
        return [(said(stands) | {"id": id_}, str(source_of(stands)))]
    return _claimed(known, claims, id_)


def _claimed(known: Known, claims: Claims, id_: str) -> list[_Said]:
    has = {(claim.variant, claim.program) for claim in claims.get(id_, {}).values()}
    if not has:
        return []
    there = known.variants(id_)
    return [(there[variant], program) for variant, program in has if variant in there]


def _first(variants: Sequence[_Said]) -> Stands:
    return Stands(*min(variants, key=lambda one: (one[1], canonical(one[0]))))


def _day_of_steps(known: Known, claims: Claims, variants: Sequence[_Said]) -> Stands | None:
    lines = [line for line, _program in variants]
    before = [line for line, _program in _claimed(known, claims, days_beside(lines[0], -1))]
    line = day_of_steps(lines, before)
    return None if line is None else Stands(line, max(program for _line, program in variants))


class _Walk(NamedTuple):
    """A walk that an import has, or that somebody has changed."""

    line: Line
    program: str
    known: str
    """When it came to be known; nothing that came before is later."""
    by_hand: str = ""
    """When it was taken out, or changed, by hand: it hides what was known by then, and does not stand."""


def _walks(known: Known, claims: Claims, again: frozenset[str]) -> dict[str, Stands]:
    """Let each walk that has a time count once, the longest; what was changed by hand stands."""
    walks, own = list[_Walk](), list[_Walk]()
    for id_ in filter(known.is_walk, claims):
        since, is_edited = known.since(id_), known.is_edited(id_)
        by_hand = known.by_hand_at(id_) if is_edited or (known.is_out(id_) and id_ not in again) else ""
        walks += (_Walk(*one, since, by_hand) for one in _claimed(known, claims, id_))
        own += (_Walk(*one, since) for one in _variants(known, claims, id_, again)) if is_edited else ()
    walks.sort(key=lambda one: (one.program, str(one.line["id"]), canonical(one.line)))
    every = [*walks, *own]
    stand, _same = once(
        _all_recorded(walks, 0),
        _all_recorded(own, len(walks)),
        lambda longer, walk: (
            not every[longer.line].by_hand or every[walk.line].known <= every[longer.line].by_hand
        ),
    )
    found: dict[str, Stands] = {}
    for walk in (every[one.line] for one in stand):
        if not walk.by_hand:
            found.setdefault(str(walk.line["id"]), Stands(walk.line, walk.program))
    return found


def _all_recorded(walks: Sequence[_Walk], since: int) -> Iterator[Recorded]:
    found = (_recorded(walk.line, place) for place, walk in enumerate(walks, since))
    return (walk for walk in found if walk is not None)


def _recorded(line: Line, place: int = 0) -> Recorded | None:
    """Give a walk that has a time; before its end was kept noon stood for none."""
    minutes, at, lasted = line.get("minutes"), line.get("at"), line.get(LASTED)
    if line.get("kind") != "walk" or not isinstance(minutes, int) or not isinstance(at, str):
        return None
    start = datetime.fromisoformat(at)
    if not isinstance(lasted, int):
        return (
            None if start.time() == NOON else Recorded(start, start, minutes, str(line.get("source")), place)
        )
    return Recorded(start, start + timedelta(seconds=lasted), minutes, str(line.get("source")), place)
