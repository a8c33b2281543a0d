"""Arbitrary patients for property tests: good weeks, bad ones, silence, contradictions and red flags."""

from dataclasses import dataclass
from datetime import UTC, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from ryggkompis.domain.base.scales import NUMBS, SENSITIVITIES, SITES, VERSUS
from ryggkompis.domain.plan.ladder import LADDER
from tests.domain.patient import Patient, catalogue, red_flags

NRS = st.none() | st.integers(0, 10)
EXERCISES = st.sampled_from([e.id for e in catalogue().exercises])
FLAGS = st.sampled_from([f.id for f in red_flags().flags])

WALKS = st.fixed_dictionaries(
    {"minutes": st.integers(1, 60)},
    optional={
        "peak_leg": NRS,
        "settled": st.none() | st.integers(0, 200),
        "further_down": st.none() | st.booleans(),
    },
)
CHECK_INS = st.fixed_dictionaries(
    {
        "leg": NRS,
        "back": NRS,
        "site": st.none() | st.sampled_from(SITES),
        "numb": st.none() | st.sampled_from(NUMBS[:3]) | st.sampled_from(NUMBS),
        "morning": st.none() | st.sampled_from(VERSUS),
        "flare": st.none() | st.just(False) | st.booleans(),
    }
)


@dataclass(frozen=True)
class WildDay:
    """A day on which anything may be said."""

    gate: str | None
    flags: dict[str, str]
    check_in: dict[str, Any] | None
    walks: list[dict[str, Any]]
    exercises: list[tuple[str, str | None]]
    evening_flare: bool | None
    cleared: bool
    zone: int
    """Hours from UTC that day: people travel, and clocks are set wrong."""

    def live(self, patient: Patient, day: int) -> None:
        patient.zone = timezone(timedelta(hours=self.zone))
        if self.gate:
            patient.gate(day, self.gate, **self.flags)  # type: ignore[arg-type]
        if self.check_in is not None:
            patient.morning(day, gate=None, **self.check_in)
        for walk in self.walks:
            patient.walk(day, **walk)
        for id_, response in self.exercises:
            patient.exercise(day, id_, response)
        if self.evening_flare is not None:
            patient.evening(day, flare=self.evening_flare)
        if self.cleared:
            patient.clear(day)
        patient.zone = UTC


WILD = st.builds(
    WildDay,
    gate=st.sampled_from([None, "daily", "full", "full", "full"]),
    flags=st.just({}) | st.just({}) | st.dictionaries(FLAGS, st.sampled_from(["yes", "unsure"]), max_size=2),
    check_in=st.none() | CHECK_INS | CHECK_INS,
    walks=st.lists(WALKS, max_size=3),
    exercises=st.lists(st.tuples(EXERCISES, st.none() | st.sampled_from(["up", "same", "down"])), max_size=3),
    evening_flare=st.none() | st.booleans(),
    cleared=st.booleans(),
    zone=st.integers(-12, 14),
)


@dataclass(frozen=True)
class GoodDays:
    """Days that go as they should: walked as planned, exercises done, the leg calm."""

    days: int
    leg: int

    def live(self, patient: Patient, day: int) -> int:
        plan = patient.plan(day)
        for today in range(day, day + self.days):
            patient.morning(today, leg=self.leg, back=3, site="calf", morning="same")
            if (today - day) % 4 == 0:
                plan = patient.plan(today)
            for minutes in plan.walks or LADDER[0]:
                patient.walk(today, minutes, peak_leg=self.leg, settled=0, further_down=False)
            for exercise in plan.exercises:
                patient.exercise(today, exercise.id, "same")
        return day + self.days


@st.composite
def lives(draw: st.DrawFn) -> tuple[Patient, int]:
    """A patient and how many days have been lived; good weeks in between let the levels rise."""
    patient = Patient(
        walk_tolerance=draw(st.none() | st.integers(0, 60)),
        walks_now=draw(st.none() | st.integers(0, 90)),
        sensitivities=tuple(draw(st.sets(st.sampled_from(SENSITIVITIES), max_size=2))),
    )
    day = 0
    for _ in range(draw(st.integers(1, 4))):
        day = draw(st.builds(GoodDays, st.integers(0, 16), st.integers(0, 7))).live(patient, day)
        for wild in draw(st.lists(st.none() | WILD, max_size=6)):
            if wild is not None:
                wild.live(patient, day)
            day += 1
    return patient, day
