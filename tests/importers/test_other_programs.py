"""Steps, walks, notes and habits out of other programs' real files: as the file has them, twice is once."""

import io
import json
import zipfile
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from ryggkompis.domain.journal.entries import Profile, Walk
from ryggkompis.domain.journal.steps import Steps
from ryggkompis.importers import errors, notices
from ryggkompis.importers.found import SOURCE, Found, Here
from ryggkompis.importers.mapping import parse_mapping
from ryggkompis.importers.reading import read_file
from ryggkompis.importers.taking.taking import Done, taking
from ryggkompis.store.codec import encode
from tests.importers.files import DATA, EVERY, HERE, made, real, steps, text, told, walks
from tests.store.journals import store_at


def test_fitbit_days_of_nothing_are_days_on_which_it_was_not_worn() -> None:
    found = real("fitbit_steps.json")
    assert (len(steps(found)), sum(steps(found).values())) == (70, 350657)
    assert told(found, notices.NotWorn) == [notices.NotWorn(5)]
    assert steps(found)[date(2019, 4, 9)] == 4419


def test_fitbits_web_export_is_read_with_its_line_above_and_its_own_order_of_days() -> None:
    found = real("fitbit_web_export.csv")
    assert (len(steps(found)), sum(steps(found).values())) == (25, 125969)
    assert told(found, notices.NotWorn) == [notices.NotWorn(5)]
    assert steps(found)[date(2016, 9, 2)] == 9892
    assert {entry.source for entry in made(found) if isinstance(entry, Steps)} == {"Fitbit"}


def test_apple_health_counts_steps_on_the_phone_s_own_day() -> None:
    found = real("apple_health_steps.xml")
    assert steps(found)[date(2014, 9, 13)] == 2517
    assert sum(len(entry.id) > 0 for entry in made(found)) == len(steps(found))


def test_apple_health_without_steps_says_so_and_is_not_zero() -> None:
    with pytest.raises(errors.NothingCounted):
        real("apple_health_running.xml")


def test_of_two_devices_one_counts_and_never_their_sum() -> None:
    record = (
        '<Record type="HKQuantityTypeIdentifierStepCount" sourceName="{0}" unit="count"'
        ' startDate="2026-03-02 {2}:00:00 +0100" endDate="2026-03-02 {2}:10:00 +0100" value="{1}"/>'
    )
    said = (
        record.format(*one) for one in (("Watch", 3000, "08"), ("Watch", 1000, "23"), ("Phone", 3500, "08"))
    )
    found = text(f"<HealthData>{''.join(said)}</HealthData>")
    assert steps(found) == {date(2026, 3, 2): 4000}
    assert len(found.lines) == 2
    assert told(found, notices.SeveralSources) == [notices.SeveralSources(1)]


def workouts(*said: tuple[str, str, str, str]) -> str:
    one = (
        '<Workout workoutActivityType="HKWorkoutActivityType{0}" duration="{1}" durationUnit="{2}"'
        ' sourceName="Watch" startDate="{3}" endDate="{3}"/>'
    )
    return f"<HealthData>{''.join(one.format(*each) for each in said)}</HealthData>"


def test_apple_health_gives_walks_and_no_runs_in_whole_minutes() -> None:
    found = text(
        workouts(
            ("Walking", "12.49", "min", "2026-03-02 08:00:00 +0100"),
            ("Hiking", "0.5", "hr", "2026-03-03 23:50:00 +0100"),
            ("Running", "30", "min", "2026-03-04 08:00:00 +0100"),
            ("Walking", "0.2", "min", "2026-03-05 08:00:00 +0100"),
        )
    )
    assert walks(found) == [("2026-03-02", 12), ("2026-03-03", 30)]
    assert found.lines[0][SOURCE] == "Watch"


def test_minutes_counted_in_utc_are_put_on_the_patient_s_own_day() -> None:
    counts = [
        {"dateTime": "03/02/26 22:59:00", "value": "10"},
        {"dateTime": "03/02/26 23:00:00", "value": "7"},
        {"dateTime": "07/02/26 22:00:00", "value": "5"},
    ]
    found = read_file(json.dumps(counts).encode(), HERE, name="steps-2026-03-02.json")
    assert steps(found) == {date(2026, 3, 2): 10, date(2026, 3, 3): 7, date(2026, 7, 3): 5}


GOOGLE = "Date,Move Minutes count,Calories (kcal),Step count\n2026-03-01,64,2480.5,8400\n2026-03-02,0,0,0\n"
GARMIN = [{"calendarDate": "2026-03-01", "totalSteps": 8400}, {"calendarDate": "2026-03-02", "totalSteps": 0}]


@pytest.mark.parametrize(
    ("said", "maker"),
    [
        (GOOGLE, "Google Fit"),
        (",Actual,Goal\n2026-03-01,8400,9000\n2026-03-02,0,9000\n", "Garmin"),
        ("Dato;Skritt\n01.03.2026;8 400\n02.03.2026;0\n", "CSV"),
        (json.dumps(GARMIN), "Garmin"),
    ],
    ids=["google", "garmin", "norwegian", "garmin archive"],
)
def test_tables_of_steps_are_known_by_their_headings(said: str, maker: str) -> None:
    found = text(said)
    assert steps(found) == {date(2026, 3, 1): 8400}
    assert [line[SOURCE] for line in found.lines] == [maker]


ACTIVITIES = """Activity Type,Date,Favorite,Title,Distance,Calories,Time
Walking,2026-03-01 12:00:00,false,"Lunch",2.1,90,00:25:40
Running,2026-03-01 18:00:00,false,Run,5,300,00:31:00
"""
AKTIVITETER = """Aktivitetstype,Dato,Favoritt,Tittel,Avstand,Kalorier,Tid
Gåtur,2026-03-01 12:00:00,false,"Tur","2,1",90,"25:40,0"
Sykkeltur,2026-03-01 18:00:00,false,Tur,5,300,00:31:00
"""


@pytest.mark.parametrize("said", [ACTIVITIES, AKTIVITETER], ids=["en", "nb"])
def test_garmins_list_of_activities_gives_its_walks(said: str) -> None:
    assert walks(text(said)) == [("2026-03-01", 26)]


def zipped(**files: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, said in files.items():
            archive.writestr(name, said)
    return data.getvalue()


def test_archives_are_read_as_they_come_from_the_phone() -> None:
    table = "Date,Strekke,\n2026-03-01,2,\n"
    scores = "Date,Strekke,\n2026-03-01,0.5,\n"
    loop = zipped(
        **{"Checkmarks.csv": table, "Habits.csv": "Position,Name\n1,Strekke\n", "Scores.csv": scores}
    )
    assert len(read_file(loop, HERE, parse_mapping(["Strekke=E07"], lambda: EVERY)).lines) == 1

    apple = zipped(
        **{
            "apple_health_export/export.xml": (DATA / "apple_health_steps.xml").read_text(encoding="utf-8"),
            "x.gpx": "",
        }
    )
    assert steps(read_file(apple, HERE)) == steps(real("apple_health_steps.xml"))

    day = '[{{"dateTime": "03/0{0}/26 08:00:00", "value": "10"}}]'
    fitbit = zipped(**{f"steps-2026-03-0{n}.json": day.format(n) for n in (1, 2)}, **{"other.json": "[3]"})
    found = read_file(fitbit, HERE)
    assert steps(found) == {date(2026, 3, 1): 10, date(2026, 3, 2): 10}
    assert told(found, notices.NotOurs) == [notices.NotOurs(1)]


def test_an_archive_of_nothing_that_is_known_says_so() -> None:
    with pytest.raises(errors.NothingInside):
        read_file(zipped(**{"photo.csv": "a,b\n1,2\n", "inner.zip": "PK"}), HERE)


ALL = (
    ("fitbit_steps.json",),
    ("fitbit_web_export.csv",),
    ("apple_health_steps.xml",),
    ("daylio.csv",),
    ("daylio_moods.csv",),
    ("harsh_log.txt", "Running=walk", "Gym=E07", "Reading=note"),
    ("worksafebc.csv", "pain_level=back"),
)


@pytest.mark.parametrize("given", ALL, ids=lambda given: given[0])
def test_twice_is_once(tmp_path: Path, given: tuple[str, ...]) -> None:
    store = store_at(tmp_path)
    long_ago = Here(date(2026, 11, 22), "Europe/Oslo", UTC)
    first = taking(real(*given), store.lines(), long_ago.today)
    first.put_into(store)
    before = store.lines()
    assert kept(before, real(*given), long_ago.today) == ()
    assert len(store.read().lines) == len(first.lines)
    assert taking(real(*given), before, long_ago.today).put_into(store) == Done(0, 0)
    assert store.lines() == before


def kept(journal: Iterable[dict[str, object]], found: Found, today: date) -> tuple[dict[str, object], ...]:
    return taking(found, journal, today).lines


def a_profile(onset: date) -> dict[str, object]:
    at = datetime.combine(onset, datetime.min.time(), UTC)
    return encode(Profile(id="P", day=onset, at=at, tz="UTC", onset=onset))


def test_steps_that_have_grown_since_are_revised_and_never_shrink(tmp_path: Path) -> None:
    table = "date,steps\n2026-03-01,{}\n"
    first, more, less = (text(table.format(count)) for count in (3000, 8000, 2000))
    store = store_at(tmp_path)
    taking(first, store.lines(), HERE.today).put_into(store)
    revised = taking(more, store.lines(), HERE.today)
    assert [(line["rev"], line["steps"]) for line in revised.lines] == [(2, 8000)]
    assert told(revised, notices.Revised) == [notices.Revised(1)]
    assert taking(less, store.lines(), HERE.today).lines == ()
    store.delete(str(store.read().lines[0]["id"]))
    assert taking(more, store.lines(), HERE.today).lines == ()


def test_walks_from_before_the_pain_began_are_no_part_of_its_course() -> None:
    onset = date(2026, 3, 1)
    days = [onset - timedelta(days=n) for n in (400, 200, 1, 0)]
    table = "date,w,s\n" + "".join(f"{day},10,5000\n" for day in days)
    found = taking(text(table, "w=walk", "s=steps"), [a_profile(onset)], HERE.today)
    assert walks(found) == [("2026-03-01", 10)]
    assert sorted(steps(found)) == sorted(days[1:])
    assert told(found, notices.BeforeStart) == [notices.BeforeStart(4)]


def test_a_walk_the_patient_told_of_is_not_told_again_by_a_watch() -> None:
    onset = date(2026, 3, 1)
    own = encode(Walk(id="W", day=onset, at=datetime(2026, 3, 1, 9, tzinfo=UTC), tz="UTC", minutes=12))
    found = text("date,w\n2026-03-01,11\n2026-03-02,9\n", "w=walk")
    fresh = taking(found, [a_profile(onset), own], HERE.today)
    assert walks(fresh) == [("2026-03-02", 9)]
    assert told(fresh, notices.DayTaken) == [notices.DayTaken(1)]


def test_days_with_slashes_are_read_the_way_that_fits_all_of_them() -> None:
    by_month = "date,steps\n1/30/2026,100\n1/31/2026,100\n2/1/2026,100\n"
    by_day = "date,steps\n30/1/2026,100\n31/1/2026,100\n1/2/2026,100\n"
    expected = [date(2026, 1, 30), date(2026, 1, 31), date(2026, 2, 1)]
    assert sorted(steps(text(by_month))) == sorted(steps(text(by_day))) == expected
    with pytest.raises(errors.UnclearDays):
        text("date,steps\n1/2/2026,100\n")
