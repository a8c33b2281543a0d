"""What devices record is put together record by record, and only then by the day."""

import io
import json
import zipfile
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import permutations

import pytest

from ryggkompis.i18n.language import speaking
from ryggkompis.importers import errors, notices, understood
from ryggkompis.importers.found import Found
from ryggkompis.importers.reading import read_file
from ryggkompis.importers.taking.taking import taking
from ryggkompis.importers.taking.weighing import Also
from ryggkompis.importers.understood import TooLongWalk
from ryggkompis.importers.wording import notice_in_words
from tests.importers.files import DATA, HERE, made, real, steps, taken_in, text, told, walks

FILE = "Takeout/Fitbit/Global Export Data/{}.json"


def archive(*files: tuple[str, str]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, said in files:
            packed.writestr(name, said)
    return data.getvalue()


def counts(*said: tuple[str, int]) -> str:
    return json.dumps([{"dateTime": at, "value": str(value)} for at, value in said])


def lines(found: Found) -> list[tuple[str, object]]:
    return sorted((str(line["id"]), line.get("steps") or line.get("minutes")) for line in found.lines)


def apple(*said: str) -> Found:
    return text(f"<HealthData>{''.join(said)}</HealthData>")


def counted(source: str, start: str, end: str, value: int) -> str:
    return (
        f'<Record type="HKQuantityTypeIdentifierStepCount" sourceName="{source}" unit="count"'
        f' startDate="2026-11-20 {start}:00 +0100" endDate="2026-11-20 {end}:00 +0100" value="{value}"/>'
    )


def walked(source: str, start: str, end: str, *, duration: str = "") -> str:
    return (
        f'<Workout workoutActivityType="HKWorkoutActivityTypeWalking" sourceName="{source}"{duration}'
        f' startDate="2026-11-20 {start} +0100" endDate="2026-11-20 {end} +0100"/>'
    )


MONTHS = (
    ("steps-2026-09-01.json", counts(("09/30/26 21:59:00", 100), ("09/30/26 22:01:00", 40))),
    ("steps-2026-10-01.json", counts(("10/01/26 08:00:00", 2000), ("10/30/26 23:30:00", 71))),
    ("steps-2026-10-31.json", counts(("10/31/26 09:00:00", 2500), ("10/31/26 23:30:00", 9))),
)


@pytest.mark.parametrize("files", [*permutations(MONTHS)])
def test_a_day_of_the_patient_that_lies_in_two_files_is_whole_in_any_order(
    files: Iterable[tuple[str, str]],
) -> None:
    assert steps(read_file(archive(*files), HERE)) == {
        date(2026, 9, 30): 100, date(2026, 10, 1): 2040, date(2026, 10, 31): 2571, date(2026, 11, 1): 9,
    }  # fmt: skip


def test_files_that_overlap_count_each_minute_once() -> None:
    once = read_file(archive(*MONTHS), HERE)
    again = read_file(archive(*MONTHS, ("copy/steps-2026-10-01.json", MONTHS[1][1])), HERE)
    assert lines(once) == lines(again)


def test_the_hour_that_comes_twice_in_autumn_is_counted_twice() -> None:
    both = counts(("10/25/26 00:30:00", 60), ("10/25/26 01:30:00", 60))
    assert steps(read_file(archive(("steps-2026-10-25.json", both)), HERE)) == {date(2026, 10, 25): 120}


def test_only_the_steps_of_a_fitbit_archive_are_steps() -> None:
    others = ("distance", "altitude", "calories", "very_active_minutes", "sedentary_minutes", "heart_rate")
    files = [(FILE.format(f"{one}-2026-11-01"), counts(("11/01/26 08:00:00", 70000))) for one in others]
    files += [(FILE.format("steps-2026-11-01"), counts(("11/01/26 08:00:00", 4800)))]
    files += [("Takeout/Fitbit/Stress Score/Stress Score.csv", "DATE,SCORE\n2026-11-01,80\n")]
    found = read_file(archive(*files), HERE)
    assert steps(found) == {date(2026, 11, 1): 4800}
    assert told(found, notices.NotOurs) == [notices.NotOurs(7)]


def test_an_archive_with_only_other_measures_says_what_to_choose() -> None:
    files = [(FILE.format("heart_rate-2026-11-01"), "[]"), (FILE.format("distance-2026-11-01"), "[]")]
    with pytest.raises(errors.OnlyOthers) as caught:
        read_file(archive(*files), HERE)
    assert "2 files" in str(caught.value)


def test_numbers_whose_file_does_not_say_of_what_are_no_steps() -> None:
    with pytest.raises(errors.UnnamedCounts):
        read_file(counts(("11/01/26 08:00:00", 70000)).encode(), HERE, name="distance-2026-11-01.json")


def test_an_odd_table_in_an_archive_does_not_stop_the_others() -> None:
    odd = ("mood/Sheet.csv", "date,mood\n2026-11-01,3\n")
    found = read_file(archive(odd, ("days.csv", "date,steps\n2026-11-01,4000\n")), HERE)
    assert steps(found) == {date(2026, 11, 1): 4000}
    with pytest.raises(errors.MapMissing):
        read_file(archive(odd), HERE)


def test_an_archive_of_forty_thousand_files_gives_what_is_in_it() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        for n in range(40_000):
            packed.writestr(FILE.format(f"heart_rate-{n:05}"), "")
        packed.writestr(FILE.format("steps-2026-11-01"), counts(("11/01/26 08:00:00", 4800)))
    assert steps(read_file(data.getvalue(), HERE)) == {date(2026, 11, 1): 4800}


def test_the_same_record_twice_is_one() -> None:
    one = counted("Watch", "08:00", "09:00", 4000)
    assert steps(apple(one, one, counted("Phone", "08:00", "09:00", 3900))) == {date(2026, 11, 20): 4000}


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (("Strava", "10:00:04", "10:30:10"), [30]),
        (("Strava", "10:10:00", "10:20:00"), [30]),
        (("Strava", "10:16:00", "10:46:00"), [30, 30]),
        (("Strava", "11:00:00", "11:10:00"), [30, 10]),
    ],
)
def test_a_walk_that_two_devices_have_is_one(other: tuple[str, str, str], expected: list[int]) -> None:
    said = (walked("Watch", "10:00:00", "10:30:00"), walked(*other))
    for order in (said, said[::-1]):
        assert [minutes for _day, minutes in walks(apple(*order))] == expected
    same = told(apple(*said), understood.SameWalk)
    assert same == ([understood.SameWalk(1)] if len(expected) == 1 else [])


def test_a_walk_without_a_duration_lasts_from_its_beginning_to_its_end() -> None:
    assert walks(apple(walked("Watch", "10:00:00", "10:30:00"))) == [("2026-11-20", 30)]


def test_a_day_that_stands_twice_in_a_daily_table_is_not_added_up() -> None:
    table = "Date,Move Minutes count,Step count\n2026-11-20,30,5000\n2026-11-20,30,{}\n"
    assert steps(text(table.format(5000))) == {date(2026, 11, 20): 5000}
    found = text(table.format(5200))
    assert steps(found) == {date(2026, 11, 20): 5200}
    assert told(found, understood.DayTwice) == [understood.DayTwice(1)]


def test_parts_of_a_day_in_a_table_are_added_up() -> None:
    assert steps(text("date,steps\n2026-11-20 08:00,500\n2026-11-20 09:00,500\n")) == {
        date(2026, 11, 20): 1000
    }
    assert steps(real("samsung_step_count.csv")) == {date(2026, 5, 1): 4000, date(2026, 5, 2): 1000}


def test_a_walk_in_pieces_is_one_with_its_minutes_in_motion() -> None:
    assert walks(real("google_fit_walk.tcx")) == [("2019-03-09", 10)]


@pytest.mark.parametrize("cut", [10, 20])
def test_what_is_split_over_files_gives_the_same_as_in_one(cut: int) -> None:
    start = datetime(2026, 11, 1, 22, 0)  # noqa: DTZ001 - as Fitbit writes it, in UTC
    said = [(f"{start + timedelta(minutes=7 * n):%m/%d/%y %H:%M:%S}", n) for n in range(1, 31)]
    whole = read_file(archive(("steps-2026-11-01.json", counts(*said))), HERE)
    halves = (("steps-2026-11-01.json", counts(*said[:cut])), ("steps-2026-11-02.json", counts(*said[cut:])))
    assert lines(read_file(archive(*halves), HERE)) == lines(whole)


def test_french_headings_are_steps_and_empty_cells_are_unknown() -> None:
    found = real("fitbit_web_fr.csv")
    assert (len(steps(found)), sum(steps(found).values())) == (29, 208928)
    assert told(found, notices.NotWorn) == [notices.NotWorn(1)]
    found = real("google_fit_fr.csv")
    assert len(made(found)) == 394
    assert told(found, notices.Blank) == [notices.Blank(13)]
    assert (DATA / "google_fit_fr.csv").read_text(encoding="utf-8").count("\n") == 408


def test_more_steps_than_anybody_takes_are_asked_about_and_not_cut() -> None:
    found = text("date,steps\n2026-11-19,5000\n2026-11-20,999999999\n")
    assert steps(found) == {date(2026, 11, 19): 5000}
    (notice,) = [one for one in found.notices if isinstance(one, understood.TooMuchToWalk)]
    assert "999999999" in notice.examples[0].text


def test_days_of_very_many_steps_stay_out_until_they_are_said_to_be_steps() -> None:
    found = text("date,steps\n2026-11-18,100000\n2026-11-19,100001\n2026-11-20,200000\n2026-11-21,200001\n")
    asked = taking(found, [], HERE.today)
    assert steps(asked) == {date(2026, 11, 18): 100_000}
    assert told(asked, understood.ManySteps) == [understood.ManySteps(2)]
    assert (told(asked, notices.Counted), told(asked, notices.Read)[0].entries) == (
        [notices.Counted("CSV", 1)],
        1,
    )
    all_asked = taking(text("date,steps\n2026-11-19,100001\n"), [], HERE.today)
    assert told(all_asked, notices.Counted) == [], "not that there are no days"
    meant = taking(found, [], HERE.today, Also(many_steps=True))
    assert [*steps(meant).values()] == [100_000, 100_001, 200_000]
    assert [len(one.lines) for one in told(meant, understood.TooMuchToWalk)] == [1]
    with speaking("en"):
        (said,) = (notice_in_words(one) for one in asked.notices if isinstance(one, understood.ManySteps))
    assert "(“2026-11-19: 100001 (CSV)”; “2026-11-20: 200000 (CSV)”)" in said


def test_a_walk_of_a_whole_day_comes_in_and_a_longer_one_is_asked_about() -> None:
    found = taken_in("date,Walk\n2026-11-02,660\n2026-11-03,720\n2026-11-04,721\n", "date=day", "Walk=walk")
    assert walks(found) == [("2026-11-02", 660), ("2026-11-03", 720)]
    assert len(told(found, TooLongWalk)) == 1
