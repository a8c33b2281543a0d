"""A made-up patient as they are kept for the review: what was said, day by day, and nothing of the plan.

What is planned is worked out anew each time from the rules as they are now, so a rule that changes changes
the plan a reviewer has judged, and not who it was for.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

from msgspec import convert, json

from ryggkompis.content.loading import load_catalogue, load_red_flags
from ryggkompis.domain.base.scales import Answer, Numb, Site, Versus
from ryggkompis.domain.base.value import Value, defaults
from ryggkompis.domain.journal.day import Day
from ryggkompis.domain.journal.entries import (
    WALK,
    Adjustment,
    CheckIn,
    Entry,
    ExerciseDone,
    Profile,
    Programme,
    Walk,
    Weekly,
)
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.plan.plan import Fold, Step
from tools.simulate.patient import ONSET, START

FILE: Final = Path(__file__).with_name("situations.jsonl")
CATALOGUE, FLAGS = load_catalogue(), load_red_flags()
Verdict: TypeAlias = Literal["safe", "too_much", "too_little", "seen"]
"""What a reviewer says of a plan: safe, too much, too little, or somebody must see this person first."""


class ToldDay(Value, kw_only=True, omit_defaults=True):
    """What one day was, in the patient's words; on the last one there is only the morning."""

    is_silent: bool = False
    """Nothing was said in the morning."""
    leg: int | None = None
    back: int | None = None
    site: Site | None = None
    numb: Numb | None = "same"
    morning: Versus | None = "same"
    flare: bool = False
    answers: Mapping[str, Answer] = {}
    """To the safety questions, where it was not no."""
    is_unasked: bool = False
    """The safety questions were left."""
    walks: tuple[tuple[int, int | None], ...] = ()
    """Minutes of each walk, and the leg at its worst on it."""
    further_down: bool = False
    """The pain went further down the leg on the walks, and stayed there."""
    exercises: Mapping[str, int] = {}
    """Each exercise that was done, and at which level."""
    went_down: tuple[str, ...] = ()
    """The exercises that sent the pain further down the leg."""
    takes_less: bool = False
    about: Mapping[str, Any] = {}
    """What is told about oneself, as a profile has it."""
    ceiling: int | None = None
    """The highest walking level that the therapist allows."""
    operated: int | None = None
    """How many days ago the back was operated on."""
    allowed: int | None = None
    """How many days ago whoever operated allowed exercise."""
    is_closed: bool = False
    """The patient says that it is over."""
    worry: int | None = None
    goals: tuple[int, ...] = ()


class Wrong(Value, kw_only=True, omit_defaults=True):
    """How a plan is made wrong on purpose, so that the answers can be trusted."""

    finds: tuple[Verdict, ...]
    """The answers that show that it was seen."""
    deaf: int = 0
    """So many of the last mornings are taken for ordinary ones, whatever was said on them."""
    level: int | None = None
    """The walks are those of this level."""


class Situation(Value, kw_only=True, omit_defaults=True):
    """One made-up patient up to one morning."""

    id: str
    kind: str
    """Of the kinds of the simulation."""
    why: str
    """What it was chosen for."""
    wrong: Wrong | None = None
    days: tuple[ToldDay, ...]


def read(path: Path = FILE) -> list[Situation]:
    """Read the situations that are kept, one a line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.decode(line, type=Situation) for line in lines]


def write(situations: Sequence[Situation], path: Path = FILE) -> None:
    """Keep the situations."""
    path.write_bytes(b"".join(json.encode(one) + b"\n" for one in situations))


def day_of(n: int) -> date:
    """Give the day on which the patient has told for ``n`` days."""
    return START + timedelta(days=n)


def steps_of(days: Sequence[ToldDay]) -> list[Step]:
    """Fold what was told through the rules as they are now, one step a day."""
    onset = next((day.about["onset"] for day in days if "onset" in day.about), ONSET)
    told = {day_of(n): Day(day_of(n), tuple(_entries(day, n, onset))) for n, day in enumerate(days)}
    fold = Fold(History(told), CATALOGUE, FLAGS, START)
    return [fold.next() for _ in days]


class _Stamps:
    """Gives each entry of one day its id, its day and its moment."""

    def __init__(self, n: int) -> None:
        self._day, self._next = n, 100 * n

    def __call__(self, kind: type[Entry], hour: int, **said: object) -> Entry:
        self._next += 1
        day = day_of(self._day)
        stamp = {"id": f"{self._next:026d}", "day": day, "at": datetime.combine(day, time(hour), UTC)}
        made: Entry = convert({"kind": defaults(kind)["kind"], "tz": "UTC", **stamp, **said}, kind)
        return made

    def ago(self, days: int | None) -> date | None:
        """Give the day so many days before."""
        return None if days is None else day_of(self._day - days)


def _entries(told: ToldDay, n: int, onset: object) -> Iterator[Entry]:
    """Say the day's words as the program keeps them, in the order of the day."""
    entry = _Stamps(n)
    yield from _events(told, entry, onset)
    yield from _morning(told, entry)
    for minutes, peak in told.walks:
        # A watch knows nothing of the leg; whoever uses no numbers says that it settled.
        settled = 0 if peak is not None or told.leg is None else None
        yield entry(Walk, 12, minutes=minutes, peak_leg=peak, settled=settled, further_down=told.further_down)
    for id_, level in told.exercises.items():
        response = "down" if id_ in told.went_down else "same"
        yield entry(ExerciseDone, 13, exercise=id_, level=level, response=response)


def _events(told: ToldDay, entry: _Stamps, onset: object) -> Iterator[Entry]:
    """Say what is told beside the mornings."""
    if told.about:
        yield entry(Profile, 6, **{"onset": onset, **told.about})
    if told.operated is not None:
        operated, cleared = entry.ago(told.operated), entry.ago(told.allowed)
        yield entry(EpisodeMark, 6, start=onset, operated=operated, cleared=cleared)
    if told.ceiling is not None:
        yield entry(Programme, 6, name="-", sha="0", walk_ceiling=told.ceiling)
    if told.is_closed:
        yield entry(EpisodeMark, 6, start=onset, end=entry.ago(0), ended="well")
    if told.takes_less:
        yield entry(Adjustment, 7, adjust="easier", exercise=WALK)


def _morning(told: ToldDay, entry: _Stamps) -> Iterator[Entry]:
    if not (told.is_silent or told.is_unasked):
        answers = {**dict.fromkeys((flag.id for flag in FLAGS.flags), "no"), **told.answers}
        yield entry(Gate, 7, scope="full", answers=answers)
    if not told.is_silent:
        said = {name: getattr(told, name) for name in ("leg", "back", "site", "numb", "morning", "flare")}
        yield entry(CheckIn, 8, **said)
    if told.worry is not None or told.goals:
        yield entry(Weekly, 9, goals=told.goals, worry=told.worry)
