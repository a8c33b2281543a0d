"""Live many made-up patients with the plan, in a closed loop, and count what happens (make simulate).

It says how the rules behave, not how people do: the patients are dice. It prints Markdown for the docs.
"""

import argparse
import random
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from statistics import quantiles

from ryggkompis.content.loading import load_catalogue, load_red_flags
from ryggkompis.domain.base.scales import Exclusion
from ryggkompis.domain.journal.entries import CheckIn, Clearance, Entry, ExerciseDone, Gate, Profile, Walk
from ryggkompis.domain.journal.history import Day, History
from ryggkompis.domain.plan.plan import Fold, Step, plan_of
from ryggkompis.domain.plan.rules import RULES
from tests.domain.invariants import NOBODY, broken

DAYS = 182
WEEKS = (6, 12, 26)
START = date(2026, 1, 5)
CATALOGUE, FLAGS = load_catalogue(), load_red_flags()
ALL_NO = {flag.id: "no" for flag in FLAGS.flags}


@dataclass(frozen=True)
class Kind:
    """One kind of patient: how often things go wrong, and how they follow the plan."""

    name: str
    bad: float = 0.03
    """Share of mornings that are two or three points worse."""
    flare: float = 0.002
    """Share of mornings on which they call it a flare."""
    silent: float = 0.03
    """Share of days without a word."""
    does: tuple[float, float] = (0.9, 1.05)
    """Share of the planned walking that is done, from and to."""
    red: float = 0.005
    """Share of walks that the leg takes badly."""
    yellow: float = 0.02
    """Share of walks that are on the edge."""
    alarm: float = 0.0005
    """Share of mornings with a safety answer that locks; a doctor has seen them four days later."""
    exclusions: tuple[Exclusion, ...] = ()
    numbers: bool = True
    """Answers with numbers, or with words only."""


KINDS = (
    Kind("steady"),
    Kind("bumpy", bad=0.10, flare=0.005, red=0.01),
    Kind("hard", bad=0.20, flare=0.01, red=0.02),
    Kind("over-doer", does=(1.2, 2.0), red=0.02),
    Kind("under-doer", does=(0.2, 0.8)),
    Kind("often silent", silent=0.25),
    Kind("flares", bad=0.05, flare=0.02),
    Kind("words only", numbers=False),
    Kind("pregnant", exclusions=("pregnant",)),
)


@dataclass
class Lived:
    """What one or many patients came to."""

    levels: dict[int, list[int]] = field(default_factory=lambda: {week: [] for week in WEEKS})
    rules: Counter[str] = field(default_factory=Counter)
    advice: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)
    patients: int = 0

    def add(self, other: "Lived") -> None:
        """Take in what others came to."""
        for week in WEEKS:
            self.levels[week] += other.levels[week]
        self.rules += other.rules
        self.advice += other.advice
        self.broken += other.broken
        self.patients += other.patients


class Life:
    """One patient, a day at a time."""

    def __init__(self, kind: Kind, seed: int) -> None:
        """Be born with the dice of ``seed``."""
        self.kind, self.dice, self.n = kind, random.Random(seed), 0
        self.days: dict[date, Day] = {}
        self.steps: list[Step] = []
        self.walked: dict[date, int] = {}
        self.course = Fold(History(self.days), CATALOGUE, FLAGS, START)
        self.start_leg = self.dice.uniform(3, 8)
        self.tolerance = self.dice.choice((3, 6, 8, 10, 12, 20))

    def entry(self, kind: type[Entry], day: date, hour: int, **said: object) -> Entry:
        """Say one thing."""
        self.n += 1
        at = datetime.combine(day, time(hour), UTC)
        return kind(id=f"{self.n:026d}", day=day, at=at, tz="UTC", **said)  # type: ignore[arg-type]

    def usual_leg(self, n: int) -> int:
        """Recovery with a half-life of six weeks, and a little noise."""
        leg: float = self.start_leg * 0.5 ** (n / 42) + self.dice.gauss(0, 0.5)
        return round(min(10.0, max(0.0, leg)))

    def about(self) -> dict[str, object]:
        """Answer the first questions."""
        return {"walk_tolerance": self.tolerance, "onset": START, "exclusions": self.kind.exclusions}

    def morning(self, day: date, n: int) -> list[Entry]:
        """Answer the safety list, and tell how the morning is."""
        dice, kind = self.dice, self.kind
        is_bad = dice.random() < kind.bad
        leg = min(10, self.usual_leg(n) + (dice.choice((2, 3)) if is_bad else 0))
        said: dict[str, object] = {
            "morning": "worse" if is_bad else "same",
            "flare": dice.random() < kind.flare,
        }
        if kind.numbers:
            said |= {"leg": leg, "back": 3}
            said["numb"] = "more" if is_bad and dice.random() < 0.1 else "same"  # noqa: PLR2004 - one in ten
        answers = {**ALL_NO, "MOT2": "unsure"} if dice.random() < kind.alarm else ALL_NO
        gate = self.entry(Gate, day, 7, scope="full", answers=answers)
        return [gate, self.entry(CheckIn, day, 8, **said)]

    def walk(self, day: date, minutes: int, leg: int | None) -> Entry:
        """Walk more or less as planned; now and then the leg takes it badly."""
        fate = self.dice.random()
        is_red, is_yellow = fate < self.kind.red, fate > 1 - self.kind.yellow
        done = max(1, round(minutes * self.dice.uniform(*self.kind.does)))
        self.walked[day] = self.walked.get(day, 0) + done
        peak = None if leg is None else min(10, leg + (3 if is_red else 2 if is_yellow else 0))
        return self.entry(Walk, day, 12, minutes=done, peak_leg=peak, settled=0, further_down=is_red)

    def live(self) -> None:
        """Live the days: wake, see the plan, do it."""
        for n in range(DAYS):
            day = START + timedelta(days=n)
            said: list[Entry] = []
            if n == 0:
                said.append(self.entry(Profile, day, 6, **self.about()))
            if n == 0 or self.dice.random() >= self.kind.silent:
                said += self.morning(day, n)
            self.days[day] = Day(day, tuple(said))
            if self.steps and self.is_seen_by_doctor(self.steps[-1]):
                self.days[day] = Day(day, (*said, self.entry(Clearance, day, 9, by="GP")))
            step = self.course.next()
            self.steps.append(step)
            if len(said) > 1 or n == 0:
                self.walked[day] = 0
                self.days[day] = Day(day, (*said, *self.done(step)))

    def is_seen_by_doctor(self, step: Step) -> bool:
        """Four days after an answer that locks."""
        return step.facts.lock is not None and (step.facts.day - step.facts.lock.since).days >= 3  # noqa: PLR2004

    def done(self, step: Step) -> list[Entry]:
        """Do the day's plan."""
        plan, day = plan_of(step), step.facts.day
        leg = step.facts.check_in.leg if step.facts.check_in else None
        walks = [self.walk(day, minutes, leg) for minutes in plan.walks]
        exercises = [
            self.entry(ExerciseDone, day, 13, exercise=e.id, level=e.level, response="same")
            for e in plan.exercises
        ]
        return walks + exercises


def live_many(kind: Kind, first: int, count: int) -> Lived:
    """Live ``count`` patients of one kind."""
    lived = Lived(patients=count)
    for seed in range(first, first + count):
        life = Life(kind, seed)
        life.live()
        history = History(life.days)
        for week in WEEKS:
            lived.levels[week].append(life.steps[7 * week - 1].standing.level)
        for step in life.steps:
            lived.rules.update(d.rule for d in step.decisions)
        lived.advice.update({a.rule for step in life.steps[::14] for a in plan_of(step).advice})
        lived.broken += broken(life.steps, life.walked)
    return lived


def bars(levels: list[int]) -> str:
    """Draw how many stand on each level, 0 to 12, as one bar a level."""
    counts = Counter(levels)
    most = max(counts.values())
    return "".join(" ▁▂▃▄▅▆▇█"[-(-8 * counts[level] // most)] for level in range(13))


def told(kind: Kind, lived: Lived) -> str:
    """One line of the table of levels."""
    cells = []
    for week in WEEKS:
        low, middle, high = quantiles(lived.levels[week], n=4)
        cells.append(f"{middle:.0f} ({low:.0f}-{high:.0f}) `{bars(lived.levels[week])}`")
    advised = ", ".join(
        f"{rule} {100 * n / lived.patients:.0f} %" for rule, n in sorted(lived.advice.items())
    )
    return f"| {kind.name} | {' | '.join(cells)} | {advised} |"


def main() -> None:
    """Live everybody, and print what happened."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--patients", type=int, default=2000, help="of each kind")
    parser.add_argument("--kinds", nargs="+", default=[kind.name for kind in KINDS], help="which kinds")
    said = parser.parse_args()
    patients, kinds = said.patients, [kind for kind in KINDS if kind.name in said.kinds]
    chunk = max(1, patients // 20)
    total = Lived()
    print(f"{len(kinds)} kinds x {patients} patients x {DAYS} days.\n")
    print("Level at weeks 6, 12, 26: median (quartiles), how many stand on each level 0-12; advice given.\n")
    print("| kind | week 6 | week 12 | week 26 | advice |\n|---|---|---|---|---|")
    with ProcessPoolExecutor() as pool:
        for kind in kinds:
            jobs = [pool.submit(live_many, kind, n, chunk) for n in range(0, patients, chunk)]
            lived = Lived()
            for job in jobs:
                lived.add(job.result())
            print(told(kind, lived), flush=True)
            total.add(lived)
    days = total.patients * DAYS
    print(f"\nInvariants broken: {len(total.broken)} in {total.patients} patients, {days} days.\n")
    for line in total.broken[:20]:
        print(f"- {line}")
    print("| rule | of all days |\n|---|---|")
    for rule in RULES:
        share = 100 * total.rules[rule.id] / days
        print(f"| {rule.id} | {share:.3f} %{' - NEVER' if not total.rules[rule.id] else ''} |")


if __name__ == "__main__":
    main()
