"""Lives of the simulation, as what was told day by day."""

from collections.abc import Sequence
from typing import Final

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.day import Day
from ryggkompis.domain.journal.entries import Adjustment, Profile
from tools.review.told import ToldDay, day_of
from tools.simulate.kinds import Dice, Kind
from tools.simulate.patient import Patient

WOBBLE: Final = (0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 0)
"""What is added to the back from day to day."""


def lived(kind: Kind, seed: int, days: int) -> list[ToldDay]:
    """Let a patient of this kind live with the plan, and give what they said."""
    patient = Patient(kind, Dice(kind, seed))
    patient.live(days)
    told = [_told(patient.days.get(day_of(n), Day(day_of(n)))) for n in range(days)]
    return [replace(day, back=_back(day, n)) for n, day in enumerate(told)]


def _back(day: ToldDay, n: int) -> int | None:
    """Let the back follow the leg some way; the simulation has it stand still."""
    return None if day.leg is None else min(10, round(1 + 0.35 * day.leg) + WOBBLE[n % len(WOBBLE)])


def morning_of(days: Sequence[ToldDay], n: int) -> list[ToldDay]:
    """Give the days up to day ``n``, of which there is only the morning."""
    return [*days[:n], replace(days[n], walks=(), exercises={}, went_down=())]


def _told(day: Day) -> ToldDay:
    said, profile = day.check_in, day.profile
    walks = tuple((walk.minutes, walk.peak_leg) for walk in day.walks)
    done = {one.exercise: one.level or 1 for one in day.exercises}
    about = {} if profile is None else _about(profile)
    less = any(one.adjust == "easier" for one in day.all(Adjustment))
    if said is None:
        return ToldDay(is_silent=True, walks=walks, exercises=done, about=about)
    return ToldDay(
        leg=said.leg, back=said.back, site=said.site, numb=said.numb, morning=said.morning,
        flare=said.flare is True, walks=walks, exercises=done, about=about, takes_less=less,
    )  # fmt: skip


def _about(profile: Profile) -> dict[str, object]:
    told = {name: getattr(profile, name) for name in ("walk_tolerance", "walks_now", "sensitivities")}
    return {name: value for name, value in told.items() if value}
