"""All sorts of journals that a page for the therapist must be right for, from nothing to far too much."""

import csv
from collections.abc import Callable, Mapping
from datetime import date, time
from pathlib import Path
from typing import Final

from ryggkompis.domain.base.scales import SITES
from ryggkompis.domain.journal.drawing import PLACES, Drawing
from ryggkompis.domain.journal.entries import CheckIn, Entry, Event, Note, Programme, Weekly
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.journal.gate import Clearance
from ryggkompis.domain.journal.hidden import Hidden
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.medicine import Medicine, OwnMedicine
from ryggkompis.report.gather import summary_of
from ryggkompis.report.summary import Summary
from ryggkompis.store.codec import encode
from tests.domain.patient import Patient, catalogue, red_flags
from tests.domain.test_tapering import STEADY, steady
from tests.report.journals import day, report_of
from tests.two_courses import OLD, TODAY, two_courses

NOON: Final = time(12)
LONGEST: Final = 4_000
"""Letters of a text that an entry holds."""
ALL_AT_ONCE: Final = tuple(flag.id for flag in red_flags().flags if flag.id != "PSY1")[:20]
TABLETS: Final = "Paracet 500 mg"
DIARY: Final = Path(__file__).parents[1] / "data" / "participant4_pain.csv"


def a_day() -> Summary:
    patient = Patient(side="left")
    patient.morning(0)
    return report_of(patient, last=0)


def a_real_diary() -> Summary:
    """The pain of a person, of whom nothing else is known."""
    told: dict[date, dict[str, int]] = {}
    with DIARY.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            when = date(*(int(row[f"start{part}"]) for part in ("year", "month", "day")))
            name = {"Knee Pain": "leg", "Elbow Pain": "back"}.get(row["name"])
            if name:
                told.setdefault(when, {})[name] = round(float(row["intensity"]))
    patient = Patient()
    for when, numbers in sorted(told.items()):
        patient.say(CheckIn, (when - day(0)).days, NOON, **numbers)
    return of(patient.entries, min(told), max(told))


def half_a_year() -> Patient:
    """Somebody who got better with a few setbacks, and told of all there is to tell."""
    goals = ("Gå til butikken", "Knyte skoene", "Sitte gjennom et måltid")
    patient = Patient(goals=goals, side="right", therapist="Kari Lie", walk_tolerance=20, onset=day(-9),
                      questions=("Kan jeg gå på ski?", "Hvor mye kan jeg løfte?"))  # fmt: skip
    for n in range(180):
        if n % 9 == 5:
            continue
        patient.morning(n, leg=max(0, 7 - n // 25 + n % 3 - 1), back=max(0, 5 - n // 40), numb="less",
                        site=SITES[max(4 - n // 40, 0)], sleep_wakes=n % 4 if n < 60 else 0,
                        flare=n in {40, 41, 42, 110})  # fmt: skip
        patient.walk(n, 8 + n // 8, peak_leg=2, settled=0, further_down=False)
        if n % 2 == 0:
            patient.exercise(n, f"E{n // 2 % 6 + 1:02}", "down" if n % 30 == 0 else "same")
        if n % 5 == 0:
            patient.evening(n, leg_avg=4, sit_longest="40_60")
        if n % 7 == 0:
            ratings = (min(10, 2 + n // 20), min(10, 3 + n // 30), None if n == 14 else min(10, 1 + n // 30))
            patient.say(Weekly, n, NOON, goals=ratings, work="partly", worry=max(0, 7 - n // 30),
                        global_change=1, wish="sove bedre",
                        worsens=("sitting", "bending") if n < 60 else ("sitting",),
                        eases=("walking", "heat"))  # fmt: skip
        for _tablet in range(max(0, 3 - n // 50) if n % 3 else 0):
            patient.say(Medicine, n, NOON, text=TABLETS, name=TABLETS)
    patient.say(Drawing, 0, NOON,
                pain=("back_right", "buttock_right", "thigh_back_right", "calf_outer_right"),
                numbness=("foot_outer_right", "small_toes_right"), tingling=("calf_outer_right",),
                weakness=("big_toe_right",))  # fmt: skip
    patient.say(Drawing, 90, NOON, pain=("back_right", "thigh_back_right"))
    patient.say(Drawing, 170, NOON, pain=("back_right", "buttock_right"), tingling=("small_toes_right",))
    patient.say(OwnMedicine, 20, NOON, name=TABLETS, most=4, apart=6)
    patient.say(OwnMedicine, 150, NOON, name=TABLETS, turn="stopped")
    patient.say(Medicine, 20, NOON, text="Paracet 1 g morgen og kveld")
    patient.say(Event, 30, NOON, text="Time hos fysioterapeut", event="visit")
    patient.say(Note, 31, NOON, text="Kjørte bil i tre timer.")
    return patient


def hostile_years() -> Summary:
    """Two years of somebody who fills every field to its end, without a space."""
    names = ("W" * 120, "x" * 120, "مرحبا" * 20)
    patient = Patient(goals=names, side="left", therapist="K" * 120, questions=("q" * 120,) * 3)
    for n in range(730):
        patient.morning(n, leg=n % 11, back=(n + 5) % 11, site="foot", numb="more" if n % 3 == 0 else "same",
                        sleep_wakes=n % 4, flare=n % 30 == 0)  # fmt: skip
        patient.walk(n, 20)
        patient.exercise(n, "Ø" * 60 if n % 2 else f"E{n % 18 + 1:02}", "down")
        if n % 14 == 0:
            patient.say(Weekly, n, NOON, goals=(n % 11, 4, 10), worry=n % 11, eased_by="y" * 400)
            patient.say(Event, n, NOON, text="å" * 300)
    for text in ("z" * LONGEST, "a\u200b" * (LONGEST // 2), "日本" * 900):
        patient.say(Note, 700, NOON, text=text)
        patient.say(Medicine, 700, NOON, text=text)
    for n in (1, 699):
        patient.say(Drawing, n, NOON, pain=PLACES, numbness=PLACES, tingling=PLACES, weakness=PLACES)
    for n in range(0, 730, 5):
        patient.say(Medicine, n, NOON, text="M" * 120, name="M" * 120)
    patient.say(OwnMedicine, 710, NOON, name="M" * 120, turn="stopped")
    patient.gate(705, CES1="yes", MOT2="unsure")
    patient.say(Clearance, 706, NOON, by="D" * 120, text="t" * LONGEST)
    patient.gate(720, FRA1="unsure")
    return report_of(patient, last=729)


def flags() -> Summary:
    """Numb between the legs, and bladder and leg besides, on one day: nobody has looked at it."""
    patient = half_a_year()
    patient.gate(181, CES1="yes", CES3="unsure", MOT2="yes")
    return report_of(patient, last=182)


def all_flags() -> Summary:
    """Twenty answers of yes and unsure on one day."""
    patient = half_a_year()
    patient.gate(181, **{flag: "unsure" if n % 3 else "yes" for n, flag in enumerate(ALL_AT_ONCE)})
    return report_of(patient, last=182)


def cleared() -> Summary:
    patient = Patient(side="left")
    for n in range(40):
        patient.morning(n, leg=6 - n // 8)
    patient.gate(10, MOT1="yes")
    patient.gate(11, MOT1="yes", FRA1="unsure")
    patient.say(Clearance, 12, NOON, by="Dr Berg, legevakten", text="MR uten nye funn.")
    patient.gate(30, AGE1="unsure")
    return report_of(patient, last=39)


def tapering() -> Summary:
    patient = steady()
    return report_of(patient, last=STEADY)


def no_numbers() -> Summary:
    patient = Patient(side="left")
    for n in range(60):
        patient.morning(n, leg=None, back=None, morning="better" if n % 3 else "same")
        patient.walk(n, 10 + n // 4, settled=0, further_down=False)
    return report_of(patient, last=59)


def by_a_programme() -> Summary:
    patient = half_a_year()
    patient.say(Programme, 60, NOON, name="Rolig vår", sha="ab" * 32, walk_ceiling=4, barred=("E02",),
                note="Ikke løft tungt.")  # fmt: skip
    return report_of(patient, last=100)


def two_episodes() -> Summary:
    return of(two_courses(), OLD, TODAY)


def operated() -> Summary:
    patient = Patient(walk_tolerance=12, side="left")
    for n in range(60):
        patient.morning(n, leg=7 if n < 14 else 2)
    patient.say(
        EpisodeMark, 14, time(6), start=day(0), operated=day(14), cleared=day(40), cleared_by="Dr Lie"
    )
    return report_of(patient, last=59)


def locked() -> Summary:
    """A yes from before the period holds the plan through all of it."""
    patient = Patient(side="left")
    patient.gate(2, CES3="yes", INFL="unsure")
    for n in range(3, 40):
        patient.morning(n, gate=None)
    return report_of(patient, first=10, last=39)


def unreadable() -> Summary:
    patient = Patient(side="left")
    for n in (*range(10), *range(20, 30)):
        patient.morning(n, leg=6 if n < 10 else 2)
        patient.walk(n, 8)
    gap = Hidden("2026-03.json", day(10), day(19))
    return of(patient.entries, day(0), day(29), gap)


def of(entries: list[Entry], first: date, last: date, *hidden: Hidden) -> Summary:
    history = History.of(entries, hidden)
    lines = [encode(entry) for entry in history.entries]
    return summary_of(history, lines, red_flags(), catalogue(), first=first, last=last)


JOURNALS: Final[Mapping[str, Callable[[], Summary]]] = {
    "empty": lambda: report_of(Patient(), last=6),
    "one day": a_day,
    "a real diary": a_real_diary,
    "a rich half year": lambda: report_of(half_a_year(), last=179),
    "two hostile years": hostile_years,
    "flags": flags,
    "twenty flags": all_flags,
    "cleared": cleared,
    "tapering": tapering,
    "no numbers": no_numbers,
    "a programme": by_a_programme,
    "two episodes": two_episodes,
    "operated": operated,
    "locked": locked,
    "an unreadable month": unreadable,
}
