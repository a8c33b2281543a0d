"""A day of steps of which an earlier import has a part: its records are joined, each of them once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from ryggkompis.domain.base.fields import fields_of
from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.steps import Steps
from ryggkompis.importers.counts import is_of_one_recording, joined, packed, unpacked
from ryggkompis.importers.faults import SHOWN
from ryggkompis.importers.found import RECORDS, Found
from ryggkompis.importers.notices import Counted, Mapped, Notice, Read
from ryggkompis.importers.taking.sifting import without
from ryggkompis.importers.understood import Example, ManySteps
from ryggkompis.store.lines import Line, day_of, id_of, next_rev, rev_of, view

_MOST: Final = fields_of(Steps)["steps"].span[-1]
_UNLIKELY: Final = 100_000
"""More steps than this in a day are asked about."""


def as_whole_days(
    found: Found, journal: Sequence[Line], *, many_steps: bool
) -> tuple[Found, tuple[Line, ...]]:
    """Add to each day what ``journal`` has of it; give apart the days that are asked about."""
    whole = tuple(_with_the_rest(found.lines, journal))
    unlikely = () if many_steps else _unlikely(whole, journal)
    gone = Counter(str(line["source"]) for line in unlikely)
    told = tuple(_fewer(notice, gone) for notice in found.notices)
    return replace(found, lines=tuple(without(whole, unlikely)), notices=told), unlikely


def _fewer(notice: Notice, gone: Mapping[str, int]) -> Notice:
    """Count no more days of a source than are left of them."""
    match notice:
        case Read():
            return replace(notice, entries=notice.entries - sum(gone.values()))
        case Counted():
            return replace(notice, days=notice.days - gone.get(notice.source, 0))
        case Mapped(target="steps"):
            return replace(notice, values=notice.values - gone.get(notice.name, 0))
        case _:
            return notice


def _with_the_rest(lines: Iterable[Line], journal: Iterable[Line]) -> Iterator[Line]:
    """Give ``lines`` with what ``journal`` has of the same days and devices added to them."""
    stands = {id_of(line): line for line in view(journal) if RECORDS in line}
    for line in lines:
        other = stands.get(id_of(line))
        # On the clock of another place the same record has another moment.
        if other is None or RECORDS not in line or other.get("tz") != line.get("tz"):
            yield line
            continue
        mine, its = (unpacked(one[RECORDS]) for one in (line, other))
        if not is_of_one_recording(mine, its):
            # The same steps, summed up in other pieces: added up they would be twice as many.
            yield line
            continue
        records = joined((*mine.items(), *its.items()))
        steps = max(_steps(line), _steps(other), sum(records.values()))
        kept = packed(records)
        whole = line | {"steps": steps} | ({RECORDS: kept} if kept else {})
        yield line if steps > _MOST else whole


def _unlikely(lines: Iterable[Line], journal: Iterable[Line]) -> tuple[Line, ...]:
    """Give the days of more steps than hardly anybody takes; not those that the journal has."""
    stands = {id_of(line): _steps(line) for line in view(journal)}
    many = (line for line in lines if line.get("kind") == "steps" and _steps(line) > _UNLIKELY)
    return tuple(line for line in many if _steps(line) > stands.get(id_of(line), 0))


def asked_about(many: Sequence[Line]) -> ManySteps:
    """Tell of the days that are left out unless they are said to be steps."""
    said = (f"{day_of(line)}: {line['steps']} ({line['source']})" for line in many[:SHOWN])
    return ManySteps(len(many), tuple(Example(0, one) for one in said))


def revised_days(known: Iterable[Line], journal: Iterable[Line]) -> list[Line]:
    """Give the days of steps that have grown since they were imported, as the next revision."""
    stands = {id_of(line): line for line in view(journal) if line.get("kind") == "steps"}
    return [
        line | {"rev": next_rev(rev_of(stands[id_of(line)]))}
        for line in known
        if id_of(line) in stands and _steps(line) > _steps(stands[id_of(line)])
    ]


def days_with_more(known: Iterable[Line], journal: Iterable[Line]) -> int:
    """Count the days of steps of which the journal has more, so that what it has stands."""
    stands = {id_of(line): _steps(line) for line in view(journal)}
    return sum(_steps(line) < stands.get(id_of(line), 0) for line in known)


def _steps(line: Line) -> int:
    """Count the steps of ``line``; none where it tells of none."""
    steps = line.get("steps")
    return steps if isinstance(steps, int) else 0
