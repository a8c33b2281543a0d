"""From the numbers of a foreign diary to one check-in a day."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from fractions import Fraction

from ryggkompis.domain.journal.entries import CheckIn
from ryggkompis.importers import notices
from ryggkompis.importers.builder import NOON, made_id
from ryggkompis.importers.errors import NothingUsable, OtherScale
from ryggkompis.importers.found import Found, Here
from ryggkompis.importers.mapping import PAINS, Target
from ryggkompis.importers.notices import Notice
from ryggkompis.importers.numbers import half_up
from ryggkompis.importers.sorting import Given, Reported, Sorting
from ryggkompis.importers.source import Source
from ryggkompis.store.codec import encode


def check_ins(source: Source, answers: Iterable[Given], names: Mapping[str, Target], here: Here) -> Found:
    """Make one check-in of each day: the mean of its numbers, to the nearest whole one.

    Raises:
        NothingUsable, OtherScale: when no number is from 0 to 10, or most are not.

    """
    sorting = Sorting(names, here)
    lines = set()
    for answer in answers:
        lines.add(answer.line)
        sorting.take(answer)
    # Mostly above 10 it is another scale; what little fits would be taken for pain of 0 to 10.
    if sorting.out_of_scale > sorting.taken:
        total = sorting.out_of_scale + sorting.taken
        raise OtherScale(file=source.name, outside=sorting.out_of_scale, total=total)
    if not sorting.days:
        raise NothingUsable(file=source.name)
    means = {day: _means(values) for day, values in sorted(sorting.days.items())}
    made = [_check_in(day, numbers, _moment(sorting.days[day]), here) for day, numbers in means.items()]
    told: list[Notice] = [notices.Read(len(lines), len(made), made[0].day, made[-1].day)]
    told += [*sorting.told(), notices.ScaleAssumed()]
    if averaged := sum(_has_several(values) for values in sorting.days.values()):
        told.append(notices.Averaged(averaged))
    if rounded := sum(mean.denominator != 1 for numbers in means.values() for mean in numbers.values()):
        told.append(notices.Rounded(rounded))
    return Found(tuple(encode(entry) for entry in made), tuple(told), is_ours=False)


def _means(values: list[Reported]) -> dict[Target, Fraction]:
    numbers = {target: [v.number for v in values if v.target == target] for target in PAINS}
    return {target: sum(found, Fraction()) / len(found) for target, found in numbers.items() if found}


def _has_several(values: list[Reported]) -> bool:
    return len(values) > len({value.target for value in values})


def _moment(values: list[Reported]) -> datetime | None:
    return max((v.moment for v in values if v.moment is not None), default=None)


def _check_in(day: date, means: dict[Target, Fraction], at: datetime | None, here: Here) -> CheckIn:
    numbers = {target: half_up(mean) for target, mean in means.items()}
    return CheckIn(
        id=_id(day, numbers),
        day=day,
        at=at or datetime.combine(day, NOON, here.zone),
        tz=here.tz,
        leg=numbers.get("leg"),
        back=numbers.get("back"),
    )


def _id(day: date, numbers: dict[Target, int]) -> str:
    """Make an id of what is said, so that saying it again is the same entry."""
    return made_id(day.isoformat(), *(f"{target}={numbers.get(target)}" for target in PAINS))
