"""Exports of programs that are known, in the shape in which they come."""

import base64
import io
import json
import sqlite3
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ryggkompis.domain.journal.entries import Note
from ryggkompis.i18n.language import speaking
from ryggkompis.importers import errors
from ryggkompis.importers.found import Found
from ryggkompis.importers.mapping import parse_mapping
from ryggkompis.importers.reading import read_file
from ryggkompis.importers.understood import OtherActivities
from ryggkompis.importers.wording import notice_in_words
from tests.importers.files import HERE, made, steps, walks

NOON = int(datetime(2026, 11, 20, 11, tzinfo=UTC).timestamp() * 1000)
"""Twelve o'clock in Oslo, in milliseconds."""


def zipped(**files: str | bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, said in files.items():
            packed.writestr(name, said)
    return data.getvalue()


def named(name: str, said: str) -> Found:
    return read_file(said.encode(), HERE, name=name)


def others(found: Found) -> list[OtherActivities]:
    return [one for one in found.notices if isinstance(one, OtherActivities)]


def test_garmins_archive_gives_walks_in_milliseconds_and_days() -> None:
    activities = [
        {"activityType": kind, "startTimeGmt": NOON, "beginTimestamp": NOON, "duration": 2_400_000.0, **more}
        for kind, more in (("walking", {"movingDuration": 1_800_000.0}), ("running", {}))
    ]
    archive = zipped(**{
        "DI_CONNECT/DI-Connect-Fitness/x_0_summarizedActivities.json": json.dumps(
            [{"summarizedActivitiesExport": activities}]
        ),
        "DI_CONNECT/DI-Connect-Aggregator/UDSFile_2026-11-01.json": json.dumps(
            [{"calendarDate": "2026-11-20", "totalSteps": 8400}]
        ),
        "DI_CONNECT/DI-Connect-Wellness/sleepData.json": '[{"calendarDate": "2026-11-20"}]',
        "DI_CONNECT/DI-Connect-Uploaded-Files/files.zip": "PK",
    })  # fmt: skip
    found = read_file(archive, HERE)
    assert walks(found) == [("2026-11-20", 30)]
    assert steps(found) == {date(2026, 11, 20): 8400}


@pytest.mark.parametrize(
    "row",
    [
        'Gång,2026-11-20 10:00:02,false,"Lund","2.10","110","00:30:10","95"',
        'Marche à pied,2026-11-20 10:00:02,false,"Lyon","2,10","110","00:30:10","95"',
        'Walking,2026-11-20 10:00:02,true,"Lunch","2.10","110","00:30:10","95"',
        'Caminata,2026-11-20 10:00:02,false,"Sol","2.10","110","30:10","95"',
    ],
)
def test_garmins_list_is_known_by_the_order_of_its_columns_in_any_language(row: str) -> None:
    head = "Typ,När,Favorit,Namn,Distans,Kalorier,Längd,Medelpuls"
    other = row.replace(row.split(",", maxsplit=1)[0], "Löpning").replace("11-20", "11-21")
    assert walks(named("Activities.csv", f"{head}\n{row}\n{other}\n")) == [("2026-11-20", 30)]


def test_samsungs_days_are_those_of_all_its_devices_together() -> None:
    day = int(datetime(2026, 10, 2, tzinfo=UTC).timestamp() * 1000)
    head = "com.samsung.shealth.step_daily_trend,6305010,3\nsource_type,count,deviceuuid,day_time,\n"
    rows = f"-2,8000,all,{day},\n0,5000,phone,{day},\n2,4000,watch,{day},\n"
    assert steps(named("com.samsung.shealth.step_daily_trend.2026.csv", head + rows)) == {
        date(2026, 10, 2): 8000
    }


def test_samsungs_walks_are_told_in_utc_with_their_offset() -> None:
    keys = ("exercise_type", "start_time", "time_offset", "duration", "end_time")
    head = ",".join(f"com.samsung.health.exercise.{key}" for key in keys)
    rows = (
        "1001,2026-11-19 23:30:00.000,UTC+0100,1500000,2026-11-19 23:55:00.000,\n"
        "1002,2026-11-20 10:00:00.000,UTC+0100,1500000,2026-11-20 10:25:00.000,\n"
    )
    table = f"com.samsung.shealth.exercise,6305010,5\n{head}\n{rows}"
    archive = zipped(**{
        "samsunghealth/com.samsung.shealth.exercise.2026.csv": table,
        "samsunghealth/com.samsung.shealth.step_daily_trend.2026.csv":
            "com.samsung.shealth.step_daily_trend,1,1\nsource_type,count,day_time,\n",
        "samsunghealth/com.samsung.shealth.sleep.2026.csv":
            "com.samsung.shealth.sleep,1,1\ndate,steps\n2026-11-20,9",
    })  # fmt: skip
    found = read_file(archive, HERE)
    assert walks(found) == [("2026-11-20", 25)]
    assert steps(found) == {}
    assert others(found) == [OtherActivities(1)]


def test_withings_gives_days_and_walks() -> None:
    archive = zipped(**{
        "aggregates_steps.csv": 'date,value\n2026-11-20,6400\n2026-11-21,"0"\n',
        "raw_tracker_steps.csv": 'start,duration,value\n2026-11-20T08:00:00+01:00,"[60]","[50]"\n',
        "activities.csv": 'from,to,from (manual),to (manual),Timezone,"Activity type",Data,GPS,Modified\n'
            '2026-11-20T10:00:00+01:00,2026-11-20T10:30:00+01:00,,,Europe/Oslo,Walking,"{}",,\n'
            '2026-11-20T12:00:00+01:00,2026-11-20T12:30:00+01:00,,,Europe/Oslo,Running,"{}",,\n',
    })  # fmt: skip
    found = read_file(archive, HERE)
    assert steps(found) == {date(2026, 11, 20): 6400}
    assert walks(found) == [("2026-11-20", 30)]


LONG = "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,"
LONG += "Max Heart Rate,Relative Effort,Commute,Activity Gear,Filename,Athlete Weight,Bike Weight,"
LONG += "Elapsed Time,Moving Time"
SHORT = "Aktivitets-ID,Aktivitetsdato,Navn,Type,Beskrivelse,Tid,Distanse,Puls,Innsats,Pendling,Utstyr,Fil"


@pytest.mark.parametrize(
    ("head", "day", "kind", "more", "minutes"),
    [
        (LONG, "Nov 20, 2026, 9:00:00 AM", "Walk", ",,,2400,1800", 30),
        (SHORT, "20. nov. 2026, 09:00:00", "Gåtur", "", 40),
    ],
)
def test_stravas_list_is_known_in_its_long_and_its_short_form(
    head: str, day: str, kind: str, more: str, minutes: int
) -> None:
    row = f'123,"{day}",Tur,{kind},,2400,3.1,,,false,,activities/123.gpx{more}\n'
    run = row.replace(f",{kind},", ",Run,").replace("123", "124")
    found = read_file(
        zipped(**{"activities.csv": f"{head}\n{row}{run}", "activities/123.gpx": "<gpx/>"}), HERE
    )
    assert walks(found) == [("2026-11-20", minutes)]
    assert str(found.lines[0]["at"]) == "2026-11-20T10:00:00+01:00"


def health_connect(path: Path) -> bytes:
    with sqlite3.connect(path) as base:
        base.execute("CREATE TABLE application_info_table (row_id INTEGER, app_name TEXT)")
        base.execute("INSERT INTO application_info_table VALUES (1, 'Klokka')")
        columns = "app_info_id INTEGER, start_time INTEGER, start_zone_offset INTEGER, end_time INTEGER"
        base.execute(f"CREATE TABLE steps_record_table ({columns}, count INTEGER)")
        base.execute(f"CREATE TABLE exercise_session_record_table ({columns}, exercise_type INTEGER)")
        for n in range(2):  # the same record twice
            base.execute(
                "INSERT INTO steps_record_table VALUES (1, ?, 3600, ?, 4000)", (NOON, NOON + 3_600_000)
            )
            kind = (53, 56)[n]
            end = NOON + 1_500_000
            base.execute(
                "INSERT INTO exercise_session_record_table VALUES (1, ?, 3600, ?, ?)", (NOON, end, kind)
            )
    base.close()
    return path.read_bytes()


def test_health_connects_database_is_read_and_nothing_is_left_of_the_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = health_connect(tmp_path / "export.db")
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    for given in (data, zipped(**{"health_connect_export.db": data})):
        found = read_file(given, HERE)
        assert steps(found) == {date(2026, 11, 20): 4000}
        assert walks(found) == [("2026-11-20", 25)]
        assert {line["source"] for line in found.lines} == {"Klokka"}
        assert others(found) == [OtherActivities(1)]
    assert list((tmp_path / "tmp").iterdir()) == []


def test_another_or_a_damaged_database_is_a_sentence(tmp_path: Path) -> None:
    data = health_connect(tmp_path / "export.db")
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE x (y)")
    other.close()
    for bad in (data[:5000], data[:2000] + bytes(2000) + data[4000:], (tmp_path / "other.db").read_bytes()):
        with pytest.raises((errors.BrokenDatabase, errors.NothingCounted)):
            read_file(bad, HERE)


def test_daylios_own_backup_gives_the_same_notes() -> None:
    document = {
        "customMoods": [{"id": 1, "custom_name": "", "predefined_name_id": 2}],
        "tags": [{"id": 7, "name": "tur"}],
        "dayEntries": [
            {"year": 2026, "month": 10, "day": 20, "hour": 21, "minute": 5, "mood": 1, "tags": [7],
             "note_title": "", "note": "Vondt i <b>beinet</b>"},
            {"year": 2026, "month": 12, "day": 1, "hour": 1, "minute": 5, "mood": 1, "tags": "x"},
        ],
    }  # fmt: skip
    backup = base64.b64encode(json.dumps(document).encode())
    found = read_file(zipped(**{"backup.daylio": backup, "assets/1": b"\xff\xd8\xff"}), HERE)
    (note,) = [entry for entry in made(found) if isinstance(entry, Note)]
    assert (note.at.isoformat(), note.text) == (
        "2026-11-20T21:05:00+01:00",
        "Mood: good. tur. Vondt i beinet",
    )
    with pytest.raises(errors.NothingInside):
        read_file(zipped(**{"backup.daylio": b"%%%"}), HERE)


BEARABLE = """date,weekday,time of day,category,rating/amount,detail,notes
20th Nov 2026,Friday,mid,Symptom,2,Leg pain (Moderate),
20th Nov 2026,Friday,am,Mood,8,,
"""


def test_bearables_symptoms_are_words_and_no_pain_of_0_to_10() -> None:
    with pytest.raises(errors.MapMissing) as caught:
        named("bearable.csv", BEARABLE)
    assert "=leg" not in str(caught.value)
    assert caught.value.carried("offered") == ("steps", "walk", "note", "medicine")
    with pytest.raises(errors.OtherWords):
        read_file(BEARABLE.encode(), HERE, parse_mapping(["Leg pain=leg"]))
    found = read_file(BEARABLE.encode(), HERE, parse_mapping(["Leg pain=note"]))
    assert [(str(line["day"]), line["text"]) for line in found.lines] == [
        ("2026-11-20", "Leg pain: Moderate")
    ]


GPX = """<?xml version="1.0"?><gpx creator="Klokka"><trk><name>{}</name>{}<trkseg>
<trkpt lat="59.9100" lon="10.7500"><time>2026-11-20T09:00:00Z</time></trkpt>
<trkpt lat="59.9110" lon="10.7500"><ele>5</ele><time>2026-11-20T09:01:30Z</time></trkpt>
<trkpt lat="59.9110" lon="10.7501"><time>2026-11-20T09:20:00Z</time></trkpt>
<trkpt lat="59.9300" lon="10.7500"><time>2026-11-20T09:40:00Z</time></trkpt>
</trkseg></trk></gpx>"""


@pytest.mark.parametrize(
    ("name", "kind"), [("x", "<type>walking</type>"), ("Lunch Walk", ""), ("x", "<type>10</type>")]
)
def test_a_track_gives_the_minutes_in_motion_of_its_day(name: str, kind: str) -> None:
    assert walks(named("x.gpx", GPX.format(name, kind))) == [("2026-11-20", 22)]


@pytest.mark.parametrize(
    ("kind", "said"), [("", "It is not told whether"), ("<type>cycling</type>", "No steps and no walks")]
)
def test_a_track_that_is_no_walk_or_does_not_say_so_is_left_out(kind: str, said: str) -> None:
    with pytest.raises((errors.NothingLeft, errors.NothingCounted)) as caught:
        named("x.gpx", GPX.format("x", kind))
    assert said in str(caught.value)
    assert ("“cycling” (1)" in str(caught.value)) == bool(kind)


def test_apple_healths_other_workouts_are_counted_and_the_most_frequent_are_named() -> None:
    kinds = ["Walking", "Cycling", "Cycling", "CrossTraining", "Yoga", "Running", "Running"]
    workouts = "".join(
        f'<Workout workoutActivityType="HKWorkoutActivityType{kind}" sourceName="Watch" duration="20"'
        f' startDate="2026-11-1{n} 10:00:00 +0100" endDate="2026-11-1{n} 10:20:00 +0100"/>'
        for n, kind in enumerate(kinds)
    )
    found = named("export.xml", f"<HealthData>{workouts}</HealthData>")
    assert walks(found) == [("2026-11-10", 20)]
    (said,) = others(found)
    with speaking("en"):
        assert notice_in_words(said) == (
            "Activities that are not walks, passed over: 6 – "
            "“Cycling” (2), “Running” (2), “Cross Training” (1)."
        )


def test_google_fits_archive_is_read_by_its_tables_and_the_quarters_of_its_days() -> None:
    day = "Start time,End time,Move Minutes count,Step count\n"
    quarters = "08:00:00.000+01:00,08:15:00.000+01:00,3,{}\n08:15:00.000+01:00,08:30:00.000+01:00,3,200\n"
    base = "Takeout/Fit/Daily activity metrics/"
    archive = zipped(**{
        f"{base}Daily activity metrics.csv": "Date,Move Minutes count,Step count\n2026-11-20,6,500\n",
        f"{base}2026-11-20.csv": day + quarters.format(300),
        f"{base}2026-11-21.csv": day + quarters.format(""),
        "Takeout/Fit/All Data/derived_distance.json": '[{"dateTime": "11/20/26 08:00:00", "value": "7"}]',
    })  # fmt: skip
    assert steps(read_file(archive, HERE)) == {date(2026, 11, 20): 500, date(2026, 11, 21): 200}


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (b"\x0e\x10\x43\x08\x00\x00\x00\x00.FIT\x00\x00", "TCX or GPX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Save as"),
        (zipped(**{"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}), "Save as"),
        (zipped(**{"mimetype": "x", "content.xml": "<x/>"}), "Save as"),
        (b"%PDF-1.7\n", "PDF"),
    ],
    ids=["fit", "xls", "xlsx", "ods", "pdf"],
)
def test_each_kind_that_is_not_read_says_what_to_do(head: bytes, said: str) -> None:
    with pytest.raises(Exception, match=said) as caught:
        read_file(head, HERE, name="fil")
    assert getattr(caught.value, "status", None) == 2


def test_fitbits_exercises_give_the_walks_of_its_archive_and_say_how_much_was_none() -> None:
    def exercise(name: str, kind: int, at: str, **more: object) -> dict[str, object]:
        return {
            "activityName": name,
            "activityTypeId": kind,
            "startTime": at,
            "duration": 2_400_000,
            **more,
        }

    said = [
        exercise("Walk", 90013, "11/20/26 23:30:00", activeDuration=1_800_000),
        exercise("Spasertur ute", 90013, "11/18/26 10:00:00"),
        exercise("Bike", 90001, "11/19/26 10:00:00"),
        exercise("Walk", 90013, "11/17/26 10:00:00", duration="soon", activeDuration=1e300),
    ]
    found = named("exercise-0.json", json.dumps(said))
    assert walks(found) == [("2026-11-18", 40), ("2026-11-21", 30)]
    assert [one.activities for one in others(found)] == [1]
    packed = read_file(zipped(**{
        "Takeout/Fitbit/Global Export Data/exercise-0.json": json.dumps(said),
        "Takeout/Fitbit/Global Export Data/sleep-2026-11-01.json": "[]",
    }), HERE)  # fmt: skip
    assert walks(packed) == walks(found)


RIDE = """<?xml version="1.0"?><TrainingCenterDatabase><Activities><Activity Sport="Biking"><Lap><Track>
<Trackpoint><Time>2026-11-21T10:00:01Z</Time></Trackpoint><Trackpoint><Time>2026-11-21T10:39:00Z</Time>
</Trackpoint></Track></Lap></Activity></Activities></TrainingCenterDatabase>"""


def test_google_fits_sessions_give_its_walks_once_beside_their_tracks() -> None:
    def session(kind: str, day: str, **more: str) -> str:
        times = {"startTime": f"{day}T10:00:00.000Z", "endTime": f"{day}T10:40:00.000Z"}
        return json.dumps({"fitnessActivity": kind, **times, "duration": "1800.034s", **more})

    archive = {
        "Takeout/Fit/Alle økter/2026-11-19T11_00_00+01_00_WALKING.json": session("walking", "2026-11-19"),
        "Takeout/Fit/All Sessions/2026-11-20T11_00_00+01_00_WALKING.json": session(
            "walking.nordic", "2026-11-20", duration="soon"
        ),
        "Takeout/Fit/All Sessions/2026-11-21T11_00_00+01_00_BIKING.json": session("biking", "2026-11-21"),
        "Takeout/Fit/Activities/2026-11-21T11_00_00+01_00_Biking.tcx": RIDE,
        "Takeout/Fit/All Data/derived_com.google.step_count.json": "{}",
    }
    found = read_file(zipped(**archive), HERE)
    assert walks(found) == [("2026-11-19", 30), ("2026-11-20", 40)]
    assert others(found) == [OtherActivities(1, (("biking", 1),))]
