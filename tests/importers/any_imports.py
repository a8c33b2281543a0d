"""Small files of other programs, made by a seed: walks that overlap, steps in records and sums, notes."""

import io
import json
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Final
from zoneinfo import ZoneInfo

from ryggkompis.domain.journal.entries import Walk
from ryggkompis.importers.found import Here
from ryggkompis.importers.mapping import parse_mapping
from ryggkompis.importers.reading import read_file
from ryggkompis.importers.taking.taking import Done, Taking, taking
from ryggkompis.importers.taking.weighing import Also
from ryggkompis.services.imports.whole import Removed, imports, take_out
from ryggkompis.store.codec import decode, encode
from ryggkompis.store.lines import Line
from ryggkompis.store.store import Store
from tests.importers.files import HERE

BEGUN: Final = datetime(2026, 11, 18, 21, tzinfo=ZoneInfo("Europe/Oslo"))
"""An hour before midnight in UTC: what is made from here on goes over two midnights."""
SHOWN: Final = ("kind", "day", "at", "minutes", "steps", "source", "text", "leg", "back")
MAPS: Final = ("note=note", "leg=leg", "tur=walk", "kl=time", "date=day")
File = tuple[str, str]
"""What it is called, and what is in it."""


def any_files(dice: Random) -> list[File]:
    """Make two to five files."""
    makers = (watch, watch, exercises, exercises, minutes, minutes, sums, totals, table)
    files = [dice.choice(makers)(dice, n) for n in range(dice.randrange(2, 6))]
    # With a table of which it is said what is what, another is read in the same way.
    is_mapped = any(name == "diary.csv" for name, _said in files)
    return [one for one in files if not (is_mapped and one[0] == "days.csv")]


def some_walk(dice: Random) -> tuple[datetime, int, int]:
    """When it begins, its minutes in motion, and how many more it rested; close to others, or the same."""
    start = BEGUN + timedelta(minutes=dice.choice((0, 5, 10, 10, 20, 30, 45, 60, 170, 180, 190, 1400)))
    return start, dice.choice((5, 10, 20, 20, 25, 30, 40, 60)), dice.choice((0, 0, 10, 30))


def watch(dice: Random, _n: int) -> File:
    """Apple Health: steps and walks of several devices."""
    said = []
    for _ in range(dice.randrange(1, 4)):
        start, long, rest = some_walk(dice)
        kind, who = "HKWorkoutActivityTypeWalking", dice.choice(("Watch", "App"))
        moving = f' duration="{long}" durationUnit="min"'
        ends = start + timedelta(minutes=long + rest)
        said.append(f'<Workout workoutActivityType="{kind}" sourceName="{who}"{moving} {span(start, ends)}/>')
    for _ in range(dice.randrange(4)):
        at = BEGUN + timedelta(minutes=10 * dice.randrange(40))
        long = dice.choice((5, 10, 10, 30))
        ends, who = at + timedelta(minutes=long), dice.choice(("Watch", "Phone"))
        kind = "HKQuantityTypeIdentifierStepCount"
        count = dice.randrange(1, 500)
        said.append(f'<Record type="{kind}" sourceName="{who}" value="{count}" {span(at, ends)}/>')
    return "export.xml", f"<HealthData>{''.join(said)}</HealthData>"


def span(start: datetime, end: datetime) -> str:
    return f'startDate="{start:%Y-%m-%d %H:%M:%S %z}" endDate="{end:%Y-%m-%d %H:%M:%S %z}"'


def exercises(dice: Random, n: int) -> File:
    """Fitbit: walks with rests, in UTC."""
    said = []
    for _ in range(dice.randrange(1, 4)):
        start, long, rest = some_walk(dice)
        minute = 60_000
        whole = {"duration": (long + rest) * minute, "activeDuration": long * minute}
        said.append({"activityName": "Walk", "startTime": in_utc(start), **whole})
    return f"exercise-{n}.json", json.dumps(said)


def minutes(dice: Random, n: int) -> File:
    """Fitbit: steps by the minute, in UTC."""
    some = sorted(dice.sample(range(400), dice.randrange(1, 7)))
    said = [(in_utc(BEGUN + timedelta(minutes=at)), 10 + at % 7 * 40) for at in some]
    return f"steps-{n}.json", json.dumps([{"dateTime": at, "value": str(count)} for at, count in said])


def in_utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%m/%d/%y %H:%M:%S}"


def sums(dice: Random, _n: int) -> File:
    """Fitbit: the sum of a day, less or more than its minutes say."""
    days = [{"dateTime": f"2026-11-{day}", "value": str(dice.randrange(1, 900))} for day in (18, 19)]
    return "fitbit.json", json.dumps({"activities-steps": days})


def totals(dice: Random, _n: int) -> File:
    """A table of days without a time."""
    days = dice.sample((18, 19, 20), 2)
    return "days.csv", "date,steps\n" + "".join(f"2026-11-{day},{dice.randrange(1, 900)}\n" for day in days)


def table(dice: Random, _n: int) -> File:
    """A diary: notes, pain, and walks with a time or none."""
    rows = []
    for _ in range(dice.randrange(1, 4)):
        start, long, _rest = some_walk(dice)
        clock = dice.choice((f"{start:%H:%M}", ""))
        note, leg = dice.choice(("", "hei")), dice.choice(("", "3"))
        rows.append(f"{start:%Y-%m-%d},{clock},{note},{leg},{long}\n")
    return "diary.csv", "date,kl,note,leg,tur\n" + "".join(rows)


def packed(files: Iterable[File]) -> bytes:
    """Put files into one archive; their order in it is theirs."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for place, (name, said) in enumerate(files):
            archive.writestr(f"{place}/{name}", said)
    return data.getvalue()


def looked_at(store: Store, files: Sequence[File], here: Here = HERE, also: Also | None = None) -> Taking:
    maps = parse_mapping(MAPS) if any(name == "diary.csv" for name, _said in files) else {}
    found = read_file(packed(files), here, maps, name="all.zip")
    return taking(found, store.lines(), here.today, also)


def bring_in(store: Store, files: Sequence[File], here: Here = HERE, also: Also | None = None) -> Done:
    return looked_at(store, files, here, also).put_into(store)


def meaning(store: Store) -> list[tuple[str, ...]]:
    """What the journal says, whoever brought it, and however often it was written."""
    lines = store.read().lines
    assert [decode(line) for line in lines] or not lines  # what nobody could read would not be there
    return sorted(tuple(str(line.get(name)) for name in SHOWN) for line in lines)


def there(store: Store) -> set[str]:
    return {one.id for one in imports(store.lines())}


def remove(store: Store, id_: str) -> Removed:
    (one,) = (one for one in imports(store.lines()) if one.id == id_)
    return take_out(store, one, HERE.today)


def own_walk(day: date, minutes: int) -> Line:
    at = datetime.combine(day, time(11), ZoneInfo(HERE.tz))
    return encode(Walk(id=f"OWN{day:%m%d}{minutes}", day=day, at=at, tz=HERE.tz, minutes=minutes))
