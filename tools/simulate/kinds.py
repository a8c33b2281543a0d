"""The kinds of patients and their dice, by name, as the specification states them (clinical-3, first table).

Every number here is a choice about made-up people, and a test holds each to its words. The dice know
nothing of the plan but how many minutes it asks for.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import Random
from typing import Final, TypeAlias

from ryggkompis.domain.base.scales import Sensitivity, Site

WEEK: Final = 7
DAYS: Final = 26 * WEEK
EVERY_DAY: Final = frozenset(range(7))
Course: TypeAlias = Callable[[int], float]
"""Mean leg pain (NRS) by day."""
Does: TypeAlias = Callable[[tuple[int, ...], int, Random], tuple[int, ...]]
"""Minutes of each walk done, of those planned, on a day."""
Where: TypeAlias = Callable[[int, Random], Site | None]
"""The lowest point the pain reaches, by day; None is a question left blank."""


def recovers(first: float, last: float, half_life_weeks: float) -> Course:
    """Fall from ``first`` towards ``last``, half of the way every ``half_life_weeks``."""
    return lambda day: last + (first - last) * 0.5 ** (day / (WEEK * half_life_weeks))


def slides(first: float, last: float, begins: int, a_week: float) -> Course:
    """Stay at ``first`` until the week ``begins``, then move by ``a_week`` to ``last``."""

    def course(day: int) -> float:
        moved = first + a_week * max(0, day - WEEK * begins) / WEEK
        return min(moved, last) if a_week > 0 else max(moved, last)

    return course


def relapses(before: Course, to: float, week: int) -> Course:
    """Follow ``before``; from ``week`` on it is ``to`` and stays."""
    return lambda day: to if day >= WEEK * week else before(day)


def each(chance: float) -> Does:
    """Do each walk with this chance."""
    return lambda walks, _, dice: tuple(minutes for minutes in walks if dice.random() < chance)


def part(share: float) -> Does:
    """Do every walk, this share of it."""
    return lambda walks, _, __: tuple(max(1, round(share * minutes)) for minutes in walks)


def but_the_last(of: int = 0) -> Does:
    """Leave out the last walk; of days with ``of`` walks only, where that is given."""
    return lambda walks, _, __: walks[:-1] if of in {0, len(walks)} else walks


def always(minutes: int, days: frozenset[int] = EVERY_DAY) -> Does:
    """Walk the same whatever the plan says, on these days of the week."""
    return lambda _, day, __: (minutes,) if day % WEEK in days else ()


def at(site: Site) -> Where:
    """Feel it in the same place every day."""
    return lambda _, __: site


def now_and_then(where: Where, chance: float) -> Where:
    """Answer the question with this chance, and leave it blank otherwise."""
    return lambda day, dice: where(day, dice) if dice.random() < chance else None


def down_the_leg(day: int, _: Random) -> Site:
    """A step further down in each of the weeks 8, 9 and 10."""
    return (
        "buttock" if day < 8 * WEEK else "thigh" if day < 9 * WEEK else "calf" if day < 10 * WEEK else "foot"
    )


def centralises(day: int, dice: Random) -> Site:
    """From the foot to the buttock in 16 weeks; one morning in four is a step lower or higher."""
    places: tuple[Site, ...] = ("buttock", "thigh", "calf", "foot")
    usual = max(0, 3 - day // (4 * WEEK))
    return places[min(3, max(0, usual + dice.choice((0, 0, 0, 0, 0, 0, -1, 1))))]


@dataclass(frozen=True)
class Kind:
    """One kind of patient."""

    name: str
    who: str
    """One sentence for the page."""
    leg: Course = field(default=recovers(7, 1, 3))
    sd: float = 0.7
    """Spread of the leg from day to day; half of yesterday's stays today."""
    bad: float = 0.0
    """Share of mornings that are two or three points worse."""
    flares: float = 0.0
    """Flares in six weeks, by the patient's own word: three points worse, 70 % of one day."""
    does: Does = field(default=each(0.95))
    logs: frozenset[int] = EVERY_DAY
    """Days of the week with a word, Monday is 0."""
    silent: float = 0.03
    """Share of those days that are silent all the same."""
    answers: float | None = 0.5
    """Error (sd, in points) of what is answered about a walk; None is no answer at all."""
    site: Where = field(default=at("calf"))
    tolerance: tuple[int, ...] = (9, 10, 12, 15)
    """Minutes they say they can walk, one of these: ordinary people begin at L3 to L6."""
    walks_now: int | None = None
    sensitivities: tuple[Sensitivity, ...] = ()
    words_only: bool = False
    takes_less: bool = False
    """Accepts a smaller plan when it is offered."""
    red_from: int | None = None
    """Daily minutes from which every walk is taken badly."""
    paid_from: int | None = None
    """Daily minutes from which the next morning is two or three points worse."""


GOOD: Final = Kind("good", "Typical recovery: leg 7 to 1, half-life three weeks.")
BUMPY: Final = Kind(
    "bumpy", "Leg 5 to 2 over 26 weeks; one morning in ten is 2-3 worse.", slides(5, 2, 0, -3 / 26), bad=0.1
)
FOLLOWED: Final = recovers(4, 1, 8)
"""The course of those of whom the specification only says what they do."""
WELL: Final = Kind("", "", recovers(5, 2, 4))

KINDS: Final[tuple[Kind, ...]] = (
    GOOD,
    Kind("slow", "Leg 6, half-life twelve weeks.", recovers(6, 0, 12)),
    BUMPY,
    replace(GOOD, name="eighty", who="As good, does each walk with a chance of 80 %.", does=each(0.8)),
    replace(GOOD, name="skips the last", who="As good, never does the day's last walk.", does=but_the_last()),
    replace(
        GOOD, name="skips the last of four", who="As good from L0, skips the last of four walks.",
        does=but_the_last(of=4), tolerance=(5,),
    ),
    replace(GOOD, name="seventy", who="As good, does 70 % of each walk.", does=part(0.7), tolerance=(10, 12)),
    Kind("steady", "Walks 35 minutes a day whatever the plan says.", FOLLOWED, does=always(35)),
    Kind("forty-five", "Walks 45 minutes Monday to Friday.", FOLLOWED, does=always(45, frozenset(range(5)))),
    Kind(
        "walker", "Walks 60 minutes a day from the first day, leg 4.", slides(4, 4, 0, 0), does=always(60),
        tolerance=(60,), walks_now=60,
    ),
    replace(
        GOOD, name="watch", who="As good, every day; walks from a watch, unanswered.", answers=None,
        silent=0,
    ),
    replace(GOOD, name="three", who="As good; logs Monday, Wednesday and Friday.", logs=frozenset({0, 2, 4})),
    replace(BUMPY, name="hard", who="As bumpy, one morning in five.", bad=0.2),
    Kind(
        "suri", "3.5 flares in six weeks, 70 % of one day, the others of two to four.",
        slides(4, 2, 0, -2 / 26), flares=3.5,
    ),
    Kind(
        "fear", "Walks 8 minutes a day, and takes a smaller plan when it is offered.", slides(3, 3, 0, 0),
        does=always(8), takes_less=True, tolerance=(5,),
    ),
    replace(GOOD, name="two days", who="As good; logs Monday and Thursday.", logs=frozenset({0, 3})),
    replace(GOOD, name="weekdays", who="As good; silent Friday to Sunday.", logs=frozenset(range(4))),
    replace(GOOD, name="unsure answers", who="As good; walk answers with an error of sd 1.0.", answers=1.0),
    replace(GOOD, name="words only", who="As good, told without a number.", words_only=True),
    Kind("a point a week", "Leg 2; from week 6 a point a week worse, to 8.", slides(2, 8, 6, 1)),
    Kind("half a point", "Leg 2; from week 6 half a point a week worse, to 8.", slides(2, 8, 6, 0.5)),
    Kind("relapse", "As good until week 10, then leg 7, which stays.", relapses(recovers(7, 1, 3), 7, 10)),
    replace(WELL, name="down the leg", who="A step down the leg in weeks 8, 9 and 10.", site=down_the_leg),
    replace(
        WELL, name="down, told seldom", who="The same, the site told on one day in three.",
        site=now_and_then(down_the_leg, 1 / 3),
    ),
    replace(WELL, name="red walks", who="Every walk is red from the first day.", red_from=1),
    replace(WELL, name="red from L5", who="Every walk is red from 22 minutes a day.", red_from=22),
    replace(WELL, name="paid from L5", who="22 minutes a day are paid for next morning.", paid_from=22),
    replace(
        GOOD, name="calf and foot", who="As good; calf and foot in turn.",
        site=lambda day, _: "calf" if day % 2 else "foot",
    ),
    replace(GOOD, name="centralising", who="As good; foot to buttock, with noise.", site=centralises),
    replace(
        GOOD, name="mostly blank", who="As good; the site on one day in ten.",
        site=now_and_then(centralises, 0.1),
    ),
)  # fmt: skip
BY_NAME: Final = {kind.name: kind for kind in KINDS}


class Dice:
    """One patient's body: how each morning is, and how the leg takes a walk."""

    def __init__(self, kind: Kind, seed: int) -> None:
        """Be born with the dice of ``seed``."""
        self.kind, self.random = kind, Random(f"{kind.name} {seed}")
        self._drift = 0.0
        self._flare_left = 0
        self.is_flare = False
        self.is_bad = False

    def wake(self, day: int, walked_yesterday: int) -> float:
        """Give this morning's leg pain before anybody rounds it."""
        kind, dice = self.kind, self.random
        # An autoregression of 0.5 whose spread stays ``sd``.
        self._drift = 0.5 * self._drift + dice.gauss(0, kind.sd * 0.75**0.5)
        if self._flare_left == 0 and dice.random() < kind.flares / 42:
            self._flare_left = 1 if dice.random() < 0.7 else dice.randint(2, 4)  # noqa: PLR2004 - as stated
        self.is_flare = self._flare_left > 0
        self._flare_left -= self.is_flare
        paid = kind.paid_from is not None and walked_yesterday >= kind.paid_from
        self.is_bad = paid or dice.random() < kind.bad
        worse = 3 if self.is_flare else dice.choice((2, 3)) if self.is_bad else 0
        return min(10.0, max(0.0, kind.leg(day) + self._drift + worse))

    def peak(self, leg: float, minutes_today: int) -> int | None:
        """Answer how bad the leg was on a walk."""
        kind = self.kind
        if kind.answers is None:
            return None
        red = kind.red_from is not None and minutes_today >= kind.red_from
        return round(min(10.0, max(0.0, leg + 4 * red + self.random.gauss(0, kind.answers))))
