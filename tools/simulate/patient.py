"""One patient in a closed loop: they wake, answer, see the plan, and do of it what their kind does."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from ryggkompis.content.loading import load_catalogue, load_red_flags
from ryggkompis.domain.journal.day import Day
from ryggkompis.domain.journal.entries import WALK, Adjustment, CheckIn, Entry, ExerciseDone, Profile, Walk
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.plan.plan import Fold, Plan, Step, plan_of
from tests.domain.invariants import broken
from tests.domain.lived import Lived
from tools.simulate.kinds import DAYS, Dice, Kind

START = date(2026, 1, 5)
"""A Monday, eight days after the pain began; clocks go forward on day 83."""
ONSET = START - timedelta(days=8)
CATALOGUE, FLAGS = load_catalogue(), load_red_flags()
ALL_NO = {flag.id: "no" for flag in FLAGS.flags}
NOBODY = History()


@dataclass(frozen=True)
class Course:
    """What one patient came to, day by day."""

    levels: list[int]
    minutes: list[int]
    """Planned minutes of walking."""
    legs: list[float]
    rules: list[tuple[str, ...]]
    advice: frozenset[str]
    """Everything that was advised on some day."""
    advised_on: dict[str, int]
    """The first day of each advice."""
    flares: int
    """Days in a flare."""
    acute: int
    """Days in the first phase."""
    broken: list[str] = field(default_factory=list)


class Patient:
    """Lives a day at a time."""

    def __init__(self, kind: Kind, dice: Dice) -> None:
        """Be born with these dice."""
        self.kind, self.dice, self.n = kind, dice, 0
        self.days: dict[date, Day] = {}
        self.fold = Fold(History(self.days), CATALOGUE, FLAGS, START)
        self.steps: list[Step] = []
        self.legs: list[float] = []
        self.walked = 0
        """Minutes really walked on the day before, whether it was said or not."""
        self.takes_less = False
        """Yesterday a smaller plan was offered, and this morning it is taken."""

    def entry(self, kind: type[Entry], day: date, hour: int, **said: object) -> Entry:
        """Say one thing."""
        self.n += 1
        at = datetime.combine(day, time(hour), UTC)
        return kind(id=f"{self.n:026d}", day=day, at=at, tz="UTC", **said)  # type: ignore[arg-type]

    def live(self, days: int = DAYS) -> None:
        """Live on until ``days`` have been lived."""
        for n in range(len(self.steps), days):
            day = START + timedelta(days=n)
            leg = self.dice.wake(n, self.walked)
            self.legs.append(leg)
            speaks = n == 0 or (n % 7 in self.kind.logs and self.dice.random.random() >= self.kind.silent)
            said = [*self.first_words(day, n), *(self.morning(day, n, leg) if speaks else ())]
            if said:
                self.days[day] = Day(day, tuple(said))
            step = self.fold.next()
            self.steps.append(step)
            done = self.do(plan_of(step), n, leg)
            if speaks:
                self.days[day] = Day(day, (*said, *done))

    def first_words(self, day: date, n: int) -> list[Entry]:
        """Answer the first questions."""
        if n:
            return []
        tolerance = self.dice.random.choice(self.kind.tolerance)
        about = {"walk_tolerance": tolerance, "walks_now": self.kind.walks_now, "onset": ONSET}
        return [self.entry(Profile, day, 6, sensitivities=self.kind.sensitivities, **about)]

    def morning(self, day: date, n: int, leg: float) -> list[Entry]:
        """Answer the safety list with no, and tell how the morning is."""
        usual = self.legs[-2] if n else leg
        worse = self.dice.is_bad or (self.kind.words_only and leg >= usual + 2)
        said: dict[str, object] = {"morning": "worse" if worse else "same", "flare": self.dice.is_flare}
        if not self.kind.words_only:
            site = self.kind.site(n, self.dice.random)
            said |= {"leg": round(leg), "back": 3, "site": site, "numb": "same"}
        less = [self.entry(Adjustment, day, 7, adjust="easier", exercise=WALK)] if self.takes_less else []
        gate = self.entry(Gate, day, 7, scope="full", answers=ALL_NO)
        return [*less, gate, self.entry(CheckIn, day, 8, **said)]

    def do(self, plan: Plan, n: int, leg: float) -> list[Entry]:
        """Walk and exercise as this kind does, and say so."""
        minutes = self.kind.does(plan.walks, n, self.dice.random)
        self.walked = sum(minutes)
        done = [self.walk(plan.day, one, leg) for one in minutes]
        done += [
            self.entry(ExerciseDone, plan.day, 13, exercise=e.id, level=e.level, response="same")
            for e in plan.exercises
        ]
        self.takes_less = self.kind.takes_less and offers_less(plan)
        return done

    def walk(self, day: date, minutes: int, leg: float) -> Entry:
        """Tell of one walk."""
        if self.kind.answers is None:
            return self.entry(Walk, day, 12, minutes=minutes)
        if self.kind.words_only:
            return self.entry(Walk, day, 12, minutes=minutes, settled=0, further_down=False)
        peak = self.dice.peak(leg, self.walked)
        return self.entry(Walk, day, 12, minutes=minutes, peak_leg=peak, settled=0, further_down=False)

    def course(self) -> Course:
        """Look back, and count what is broken."""
        lived = Lived.of(self.steps, History(self.days), CATALOGUE, FLAGS)
        advised: dict[str, int] = {}
        for n, plan in enumerate(lived.plans):
            for one in plan.advice:
                advised.setdefault(one.rule, n)
        return Course(
            levels=[plan.level for plan in lived.plans],
            minutes=[plan.walk_minutes for plan in lived.plans],
            legs=self.legs,
            rules=[tuple(d.rule for d in plan.decisions) for plan in lived.plans],
            advice=frozenset(advised),
            advised_on=advised,
            flares=sum(plan.flare for plan in lived.plans),
            acute=sum(plan.phase == "acute" for plan in lived.plans),
            broken=broken(lived),
        )


def offers_less(plan: Plan) -> bool:
    """Tell whether the plan offers a smaller one."""
    return any(getattr(decision.reason, "offers_less", False) for decision in plan.decisions)
