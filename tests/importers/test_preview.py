"""What is said of a file before it comes in, so that it can be believed or not."""

from ryggkompis.i18n.language import speaking
from ryggkompis.importers.reading import read_file
from ryggkompis.importers.taking.preview import preview_in_words
from tests.importers.files import HERE, real, taken_in, text

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
        told = preview_in_words(text(f"<HealthData>{walks}</HealthData>").lines)
        felt = preview_in_words(taken_in("dato;Bein\n18.11.2026;3\n19.11.2026;7\n", "Bein=bein").lines)
    assert told[0].replace("\xa0", " ") == (
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
