"""Two real diaries; every number is computed once more from the files, another way."""

from collections import defaultdict
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from ryggkompis.importers import notices
from ryggkompis.importers.found import Found
from ryggkompis.importers.mapping import parse_mapping
from ryggkompis.importers.reading import read_file
from ryggkompis.importers.taking.taking import taking
from ryggkompis.store.places import Places
from ryggkompis.store.store import Store
from tests.importers.files import HERE, mornings, numbers, told

DATA = Path(__file__).parents[1] / "data"
MAPS = {
    "participant4_pain.csv": {"Knee Pain": "leg", "Elbow Pain": "back"},
    "participant2_pain.csv": {"Knee Pain": "leg"},
}


def found_in(name: str) -> Found:
    maps = parse_mapping(f"{place}={target}" for place, target in MAPS[name].items())
    return read_file(DATA / name, HERE, maps)


def by_hand(name: str) -> dict[str, dict[str, list[Decimal]]]:
    days: dict[str, dict[str, list[Decimal]]] = defaultdict(lambda: defaultdict(list))
    for line in (DATA / name).read_text(encoding="utf-8").splitlines()[1:]:
        place, day, month, year, value = line.replace('"', "").split(",")[:5]
        if place in MAPS[name]:
            days[date(int(year), int(month), int(day)).isoformat()][MAPS[name][place]].append(Decimal(value))
    return days


def mean(values: list[Decimal]) -> Decimal:
    return sum(values, Decimal()) / len(values)


@pytest.mark.parametrize("name", MAPS)
def test_each_day_has_the_mean_of_its_numbers_to_the_nearest_whole_one(name: str) -> None:
    expected = {
        day: tuple(
            int(mean(values[t]).quantize(Decimal(1), ROUND_HALF_UP)) if t in values else None
            for t in ("leg", "back")
        )
        for day, values in by_hand(name).items()
    }
    assert numbers(found_in(name)) == expected


def test_participant_4_is_93_rows_on_43_days() -> None:
    found = found_in("participant4_pain.csv")
    assert told(found, notices.Read) == [
        notices.Read(rows=93, entries=43, first=date(2019, 4, 14), last=date(2019, 6, 2))
    ]
    assert told(found, notices.Mapped) == [
        notices.Mapped("Knee Pain", "leg", 45),
        notices.Mapped("Elbow Pain", "back", 44),
    ]
    assert told(found, notices.NotMapped) == [notices.NotMapped((("happiness", 4),))]
    assert told(found, notices.Averaged) == [notices.Averaged(4)]
    assert told(found, notices.ScaleAssumed)


def test_participant_2_is_562_rows_on_553_days_and_happiness_is_no_pain() -> None:
    found = found_in("participant2_pain.csv")
    assert told(found, notices.Read) == [
        notices.Read(rows=562, entries=558, first=date(2018, 1, 31), last=date(2020, 5, 3))
    ]
    assert told(found, notices.NotMapped) == [notices.NotMapped((("happiness", 4),))]


def test_the_numbers_that_were_rounded_are_counted() -> None:
    found = found_in("participant4_pain.csv")
    means = [mean(v) for day in by_hand("participant4_pain.csv").values() for v in day.values()]
    assert told(found, notices.Rounded) == [notices.Rounded(sum(exact != int(exact) for exact in means))]


def test_the_time_of_a_row_is_kept_with_the_summer_and_winter_of_its_zone() -> None:
    entries = mornings(found_in("participant2_pain.csv"))
    assert entries["2018-01-31"].at.isoformat() == "2018-01-31T20:21:49+01:00"
    assert entries["2018-05-02"].at.isoformat() == "2018-05-02T20:15:24+02:00"


def test_a_row_without_a_time_is_from_noon() -> None:
    assert {e.at.hour for e in mornings(found_in("participant4_pain.csv")).values()} == {12}


def test_a_day_of_several_places_is_one_check_in() -> None:
    assert numbers(found_in("participant4_pain.csv"))["2019-04-21"] == (5, 1)


@pytest.mark.parametrize("name", MAPS)
def test_taken_in_twice_is_the_same_as_once_in_the_journal_on_the_disk(name: str, tmp_path: Path) -> None:
    store = Store(Places.find(str(tmp_path), {}))
    taking(found_in(name), store.lines(), HERE.today).put_into(store)
    before = {path: path.read_bytes() for path in (tmp_path / "journal").iterdir()}
    again = taking(found_in(name), store.lines(), HERE.today)
    assert again.lines == ()
    assert told(again, notices.AlreadyHere) == [notices.AlreadyHere(len(found_in(name).lines))]
    again.put_into(store)
    assert {path: path.read_bytes() for path in (tmp_path / "journal").iterdir()} == before


def test_a_place_the_file_does_not_have_is_told_and_the_others_come_in() -> None:
    """The same command takes both diaries, though only one of them speaks of the elbow."""
    both = parse_mapping(["Knee Pain=leg", "Elbow Pain=back"])
    found = read_file(DATA / "participant2_pain.csv", HERE, both)
    assert told(found, notices.NotThere) == [notices.NotThere("elbow pain")]
    assert found.lines == found_in("participant2_pain.csv").lines
