"""From the numbers of a foreign diary to check-ins."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from fractions import Fraction

from ryggkompis.domain.journal.entries import CheckIn
from ryggkompis.importers import notices
from ryggkompis.importers.builder import Builder
from ryggkompis.importers.errors import OtherScale
from ryggkompis.importers.found import Found, Here
from ryggkompis.importers.mapping import PAINS, Target
from ryggkompis.importers.numbers import half_up
from ryggkompis.importers.sorting import Given, Reported, Sorting
from ryggkompis.importers.source import Source
from ryggkompis.store.codec import encode
from ryggkompis.store.imports.made_ids import made_id
from ryggkompis.store.imports.standing import NOON


def check_ins(
    source: Source,
    answers: Iterable[Given],
    names: Mapping[str, Target],
    harvest: Builder,
) -> Found | None:
    """Make a check-in of each moment, and one of what a day has without a time: the mean of its numbers.

    Raises:
        OtherScale: when most numbers are not from 0 to 10.

    """
    here = harvest.here
    sorting = Sorting(names, harvest)
    lines = set()
    for answer in answers:
        lines.add(answer.line)
        sorting.take(answer)
    # Mostly above 10 it is another scale; what little fits would be taken for pain of 0 to 10.
    taken = sorting.taken.total()
    if sorting.out_of_scale > taken:
        total = sorting.out_of_scale + taken
        raise OtherScale(file=source.name, outside=sorting.out_of_scale, total=total)
    if not sorting.days:
        return None
    harvest.asked.numbers.update(sorting.taken)
    groups = _by_moment(sorting.days)
    means = [(day, at, _means(values)) for (day, at), values in groups.items()]
    made = [_check_in(day, at, numbers, here) for day, at, numbers in means]
    read = notices.Read(len(lines), len(made), made[0].day, made[-1].day)
    harvest.tell(notices.ScaleAssumed())
    if averaged := sum(_has_several(values) for values in groups.values()):
        harvest.tell(notices.Averaged(averaged))
    if rounded := sum(mean.denominator != 1 for *_when, numbers in means for mean in numbers.values()):
        harvest.tell(notices.Rounded(rounded))
    return Found(tuple(encode(entry) for entry in made), (read,), is_ours=False)


def _by_moment(days: Mapping[date, list[Reported]]) -> dict[tuple[date, datetime | None], list[Reported]]:
    """Put together what was said at the same moment; what is said twice in a day is two."""
    groups: dict[tuple[date, datetime | None], list[Reported]] = {}
    for day, values in sorted(days.items()):
        for value in sorted(values, key=lambda value: value.moment.timestamp() if value.moment else 0):
            groups.setdefault((day, value.moment), []).append(value)
    return groups


def _means(values: list[Reported]) -> dict[Target, Fraction]:
    numbers = {target: [v.number for v in values if v.target == target] for target in PAINS}
    return {target: sum(found, Fraction()) / len(found) for target, found in numbers.items() if found}


def _has_several(values: list[Reported]) -> bool:
    return len(values) > len({value.target for value in values})


def _check_in(day: date, at: datetime | None, means: dict[Target, Fraction], here: Here) -> CheckIn:
    numbers = {target: half_up(mean) for target, mean in means.items()}
    return CheckIn(
        id=_id(day, at, numbers),
        day=day,
        at=at or datetime.combine(day, NOON, here.zone),
        tz=here.tz,
        leg=numbers.get("leg"),
        back=numbers.get("back"),
    )


def _id(day: date, at: datetime | None, numbers: dict[Target, int]) -> str:
    """Make an id of what is said, so that saying it again is the same entry."""
    when = day.isoformat() if at is None else at.isoformat()
    return made_id(when, *(f"{target}={numbers.get(target)}" for target in PAINS))
