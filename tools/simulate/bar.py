"""What each kind must reach, and what it must not (clinical-3, 4.6): the exit status of the simulation."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final, TypeAlias

from tools.simulate.kinds import WEEK
from tools.simulate.patient import Course

Courses: TypeAlias = Sequence[Course]
LITTLE: Final = 12
"""Planned minutes a day at level 0."""


def level_at(courses: Courses, week: int) -> float:
    """Median level at the end of a week."""
    return median(course.levels[WEEK * week - 1] for course in courses)


def low_days(courses: Courses) -> float:
    """Share of all days on which no more than level 0 was shown."""
    shown = [minutes for course in courses for minutes in course.minutes]
    return sum(minutes <= LITTLE for minutes in shown) / len(shown)


def rises(courses: Courses, first: int, last: int) -> list[int]:
    """How often each rose (D14) in the weeks ``first`` to ``last``; a way back is no rise."""
    weeks = slice(WEEK * first, WEEK * last)
    return [sum("D14" in rules for rules in course.rules[weeks]) for course in courses]


def highest_median_above(courses: Courses, week: int) -> float:
    """By how much the median stands higher in any later week than at the end of ``week``."""
    return max(level_at(courses, later) for later in range(week + 1, 27)) - level_at(courses, week)


@dataclass(frozen=True)
class Bar:
    """One thing that is asked of a kind."""

    asks: str
    measure: Callable[[Courses], float]
    least: float = float("-inf")
    most: float = float("inf")

    def is_met(self, courses: Courses) -> bool:
        """Tell whether these people reach it."""
        return self.least <= self.measure(courses) <= self.most


def at_least(level: int, week: int) -> Bar:
    """Ask for a median level."""
    return Bar(f"median ≥ L{level} at week {week}", lambda c: level_at(c, week), least=level)


def at_most(level: int, week: int) -> Bar:
    """Ask that the median is not above a level."""
    return Bar(f"median ≤ L{level} at week {week}", lambda c: level_at(c, week), most=level)


def seldom_low(share: float) -> Bar:
    """Ask that level 0 and below is seldom shown."""
    return Bar(f"days at level ≤ 0 below {100 * share:.0f} %", low_days, most=share - 1e-9)


def told(rule: str, share: float) -> Bar:
    """Ask that an advice reaches a share of them."""
    return Bar(
        f"{rule} given to {100 * share:.0f} %",
        lambda c: sum(rule in course.advice for course in c) / len(c),
        least=share,
    )


def no_rise(first: int, last: int) -> Bar:
    """Ask that nobody rises in some weeks."""
    return Bar(f"nobody rises in weeks {first} to {last - 1}", lambda c: max(rises(c, first, last)), most=0)


def never_above(level: int, first: int) -> Bar:
    """Ask that nine of ten stand at most at a level, from a week on."""

    def share(courses: Courses) -> float:
        return sum(max(course.levels[WEEK * first :]) <= level for course in courses) / len(courses)

    return Bar(f"nine of ten never above L{level} after week {first}", share, least=0.9)


def above_the_first(levels: int) -> Bar:
    """Ask that nine of ten never stand more than some levels above where they began."""

    def share(courses: Courses) -> float:
        return sum(max(course.levels) <= course.levels[0] + levels for course in courses) / len(courses)

    return Bar(f"nine of ten at most {levels} above the entry level", share, least=0.9)


def small_by(minutes: int, week: int) -> Bar:
    """Ask that the plan has come down to some minutes a day by a week."""

    def share(courses: Courses) -> float:
        return sum(course.minutes[WEEK * week - 1] <= minutes for course in courses) / len(courses)

    return Bar(f"nine of ten have a plan of {minutes} minutes at week {week}", share, least=0.9)


ORDINARY: Final = (at_least(4, 12), at_least(9, 26), seldom_low(0.01))
TROUBLED: Final = (at_least(5, 12), at_least(9, 26), seldom_low(0.07))
SITES: Final = (at_least(7, 12), at_least(9, 26))
BARS: Final[dict[str, tuple[Bar, ...]]] = {
    **dict.fromkeys(("good", "slow", "bumpy", "eighty", "steady", "walker", "watch", "three"), ORDINARY),
    "forty-five": ORDINARY,
    "hard": TROUBLED,
    "suri": (*TROUBLED, told("R1", 0.9)),
    "seventy": (at_least(6, 26),),
    "skips the last": (at_least(6, 26),),
    "two days": (at_least(9, 26),),
    "weekdays": (at_least(9, 26),),
    "fear": (small_by(8, 4),),
    "unsure answers": (at_least(6, 26),),
    "a point a week": (at_most(6, 12),),
    "half a point": (
        Bar("median at most one level above week 6", lambda c: highest_median_above(c, 6), most=1),
    ),
    "relapse": (at_most(6, 12), told("R1", 1.0)),
    "down the leg": (no_rise(8, 13),),
    "down, told seldom": (Bar("median rises in weeks 8 to 12", lambda c: median(rises(c, 8, 13)), most=0),),
    "red walks": (above_the_first(1),),
    "red from L5": (never_above(6, 0),),
    "paid from L5": (never_above(6, 0),),
    **dict.fromkeys(("calf and foot", "centralising", "mostly blank"), SITES),
}
"""By the name of the kind; what has no bar is only looked at."""


def failed(name: str, courses: Courses) -> Iterator[str]:
    """Name what ``courses`` of the kind ``name`` do not reach."""
    for bar in BARS.get(name, ()):
        if not bar.is_met(courses):
            yield f"{name}: {bar.asks}, but {bar.measure(courses):.2f}"
    broken = [fault for course in courses for fault in course.broken]
    if broken:
        yield f"{name}: {len(broken)} times an invariant is broken, first {broken[0]}"
