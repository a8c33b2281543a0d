"""What is said of a file before it comes in, so that it can be believed or not."""

from pathlib import Path

import pytest

from ryggkompis.i18n.language import speaking
from ryggkompis.importers import notices
from ryggkompis.importers.reading import read_file
from ryggkompis.importers.taking.preview import preview_in_words
from ryggkompis.importers.taking.taking import taking
from ryggkompis.importers.wording import notice_in_words
from tests.importers.files import HERE, real, taken_in, text, told
from tests.store.journals import store_at

WATCH = '<Workout workoutActivityType="HKWorkoutActivityTypeWalking" sourceName="Watch"'


def test_sums_ends_the_middle_and_three_days_are_said() -> None:
    with speaking("en"):
        said = preview_in_words(real("fitbit_web_fr.csv").lines)
    ends = "Smallest 1,026 (6 Apr 2023), middle 7,101, largest 13,835 (8 Apr 2023)."
    assert said == [
        f"Steps: 29, 208,928 in all, on 29 days. {ends}",
        "1 Apr 2023: steps 11,665 (Fitbit)",
        "15 Apr 2023: steps 8,325 (Fitbit)",
        "29 Apr 2023: steps 2,007 (Fitbit)",
    ]


def test_walks_and_pains_are_said_in_their_own_measures_and_language() -> None:
    walks = "".join(
        f'{WATCH} startDate="2026-11-{day} 10:00:00 +0100" endDate="2026-11-{day} 10:{minutes}:00 +0100"/>'
        for day, minutes in ((18, 10), (19, 30), (20, 20))
    )
    with speaking("nb"):
        walked = preview_in_words(text(f"<HealthData>{walks}</HealthData>").lines)
        felt = preview_in_words(taken_in("dato;Bein\n18.11.2026;3\n19.11.2026;7\n", "Bein=bein").lines)
    assert walked[0].replace("\xa0", " ") == (
        "Gåtur: 3, til sammen 60 min, på 3 dager. "
        "Minst 10 min (18.11.2026), midterst 20 min, mest 30 min (19.11.2026)."
    )
    assert felt == [
        "Bein: 2 tall. Lavest 3 (18.11.2026), midterst 3, høyest 7 (19.11.2026).",
        "18.11.2026: bein 3",
        "19.11.2026: bein 7",
    ]


def test_remarks_are_shown_as_they_are_and_cannot_steer_the_terminal() -> None:
    with speaking("en"):
        said = preview_in_words(text("[2026-11-02] \u202evondt \u2028her\n").lines)
    assert said[0] == "Note: 1."
    assert not any(sign in "".join(said) for sign in "\u202e\u2028\x1b\n")


def test_what_was_ours_is_not_explained() -> None:
    report = b'{"format": "ryggkompis", "version": 1, "entries": []}'
    assert preview_in_words(read_file(report, HERE).lines) == []


TABLE = (
    "date,Leg,Walk,Mood,Words\n2026-11-02,3,20,4,x\n2026-11-02,3,20,4,x\n2026-13-40,4,30,4,x\n"
    "2026-11-04,11,9999,4,x\n2026-11-05,x,abc,5,\n2026-12-24,4,30,4,x\n"
)


@pytest.mark.parametrize("maps", [("Leg=leg", "Walk=walk"), ("Walk=walk",), ("Leg=leg",)])
def test_what_is_said_to_come_of_a_name_is_what_comes_of_it(maps: tuple[str, ...]) -> None:
    found = taken_in(TABLE, *maps)
    assert [one.values for one in told(found, notices.Mapped)] == [1] * len(maps)
    assert len(found.lines) == len(maps)


def test_a_day_that_is_none_is_told_once_however_many_of_its_cells_are_asked_for() -> None:
    with speaking("en"):
        said = [*map(notice_in_words, taken_in(TABLE, "Leg=leg", "Walk=walk").notices)]
    assert said.count("Without a real day, so left out: 1 (line 4: “2026-13-40”).") == 1
    assert (
        sum(one.startswith(("Without a real day", "A day that has not", "Said again")) for one in said) == 3
    )


def test_what_nobody_asked_for_is_named_unless_it_was_said_to_be_left_out() -> None:
    found = taken_in(TABLE, "Walk=walk", "Leg=ignore", "Sleep=note")
    assert told(found, notices.NotMapped) == [notices.NotMapped((("Mood", 6), ("Words", 5)))]
    assert told(found, notices.NotThere) == [notices.NotThere("sleep")]


def test_a_wide_table_is_named_no_further_than_can_be_read() -> None:
    head = ",".join(f"c{n}" for n in range(40))
    with speaking("en"):
        (said,) = (
            notice_in_words(one)
            for one in taken_in(f"date,Walk,{head}\n2026-11-02,20,{'1,' * 39}1\n", "Walk=walk").notices
            if isinstance(one, notices.NotMapped)
        )
    assert said.startswith("Not asked for, so left out: “c0” (1), “c1” (1)")
    assert said.endswith("“c11” (1) ….")


def test_each_empty_cell_and_each_day_that_the_patient_told_of_is_counted_once(tmp_path: Path) -> None:
    found = taken_in(
        "date,Leg,Walk\n2026-11-02,,20\n2026-11-03,3,\n2026-11-04,4,10\n", "Leg=leg", "Walk=walk"
    )
    assert told(found, notices.Blank) == [notices.Blank(2)]
    store = store_at(tmp_path)
    stamp = {"day": "2026-11-04", "at": "2026-11-04T08:00:00+01:00", "tz": "Europe/Oslo", "rev": 1}
    store.put([{"id": "MINE", **stamp, "kind": "walk", "minutes": 5}])
    new = taking(found, store.lines(), HERE.today)
    assert told(new, notices.DayTaken) == [notices.DayTaken(1)]
    assert len(new.lines) == 3
