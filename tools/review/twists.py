"""What is changed about the last mornings of a made-up life, so that an edge or a safety answer is met."""

from collections.abc import Callable, Sequence
from itertools import chain
from typing import Any, Final, NamedTuple, TypeAlias

from ryggkompis.domain.base.scales import SITES
from ryggkompis.domain.base.value import replace
from tools.review.told import ToldDay, Wrong
from tools.simulate.kinds import WEEK

Days: TypeAlias = list[ToldDay]
Change: TypeAlias = Callable[[Days], Days | None]
"""Gives the days as they are changed; None where the life does not fit."""


class Twist(NamedTuple):
    """One change, and what the plan must and must not have after it."""

    name: str
    change: Change
    wants: frozenset[str] = frozenset()
    bars: frozenset[str] = frozenset()
    wrong: Wrong | None = None
    minutes: tuple[int, int] = (0, 99)
    """Of walking planned on the morning before it."""


def _last(days: Days, ago: int = 0, /, **said: Any) -> Days:  # noqa: ANN401 - fields of a day
    """Change the last day, or one before it."""
    n = len(days) - 1 - ago
    return [*days[:n], replace(days[n], is_silent=False, **said), *days[n + 1 :]]


def _usual(days: Sequence[ToldDay]) -> int | None:
    known = sorted(day.leg for day in days[-WEEK - 1 : -1] if day.leg is not None)
    return known[len(known) // 2] if len(known) == WEEK else None


def said(ago: int = 0, /, **fields: Any) -> Change:  # noqa: ANN401 - fields of a day
    """Say this on the last morning, or on one before it."""
    return lambda days: _last(days, ago, **fields) if ago < len(days) else None


def rises(by: int, mornings: int = 1, to: range = range(11)) -> Change:
    """Let the leg be so much above the usual on the last mornings, where it then lies within ``to``."""

    def change(days: Days) -> Days | None:
        usual = _usual(days)
        if usual is None or usual + by not in to:
            return None
        for back in range(mornings):
            days = _last(days, back, leg=usual + by, morning="same", flare=False)
        return days

    return change


def reaches(down: int) -> Change:
    """Let the pain reach the buttock all week, and now so many sites further down."""

    def change(days: Days) -> Days | None:
        if len(days) <= WEEK:
            return None
        week = [replace(day, site=SITES[1]) for day in days[-WEEK - 1 : -1]]
        return _last([*days[: -WEEK - 1], *week, days[-1]], site=SITES[1 + down], flare=False)

    return change


def walked(rise: int, peak: int, backs: Sequence[int] = (1,)) -> Change:
    """Let the leg come to ``peak`` on the walks of a day, ``rise`` above that morning."""

    def change(days: Days) -> Days | None:
        usual = _usual(days)
        if usual is None or usual != peak - rise or any(not days[-1 - back].walks for back in backs):
            return None
        for back in backs:
            minutes = [minutes for minutes, _ in days[-1 - back].walks]
            walks = tuple((n, peak) for n in minutes)
            days = _last(days, back, leg=usual, walks=walks, morning="same", flare=False)
        return _last(days, leg=usual, morning="same", flare=False)

    return change


def silent(mornings: int) -> Change:
    """Say nothing on so many of the last days, the last one too."""
    quiet = ToldDay(is_silent=True, numb=None, morning=None)
    return lambda days: [*days[:-mornings], *[quiet] * mornings]


def falls(by: int) -> Change:
    """Let the leg be so much lower than on the morning before."""

    def change(days: Days) -> Days | None:
        leg = days[-2].leg
        return None if leg is None or leg < by else _last(days, leg=leg - by, morning="same", flare=False)

    return change


def numb(mornings: int) -> Change:
    """Tell of more numbness on so many mornings in a row."""

    def change(days: Days) -> Days:
        for back in range(mornings):
            days = _last(days, back, numb="more")
        return days

    return change


def about(*, first: bool = False, **fields: Any) -> Change:  # noqa: ANN401 - fields of a profile
    """Tell this of oneself this morning, or from the first day on."""
    place = 0 if first else -1

    def change(days: Days) -> Days:
        days = days.copy()
        days[place] = replace(days[place], about={**days[0].about, **fields})
        return days

    return change


def calm(leg: int, **fields: Any) -> Change:  # noqa: ANN401 - fields of a day
    """Let the last mornings be calm ones, with this much pain."""
    every = {"leg": leg, "back": leg, "morning": "same", "flare": False, "walks": ((35, leg),), **fields}
    mornings = [said(ago, **every) for ago in range(1, 10)]
    return both(*mornings, said(**{**every, "walks": ()}))


def both(*changes: Change) -> Change:
    """Make several changes."""

    def change(days: Days) -> Days | None:
        found: Days | None = days
        for one in changes:
            found = one(found) if found is not None else None
        return found

    return change


def answered(*flags: str) -> Change:
    """Answer yes to the first of these safety questions, and unsure to the others."""
    return said(answers=dict.fromkeys(flags, "unsure") | {flags[0]: "yes"})


def _all(*names: str) -> frozenset[str]:
    return frozenset(names)


def _asked(*flags: str, besides: Change | None = None) -> Twist:
    change = answered(*flags) if besides is None else both(besides, answered(*flags))
    return Twist("answers " + " ".join(flags), change, _all(*flags))


_LONG_AGO: Final = about(first=True, onset="2025-09-01")
QUESTIONS: Final = (
    _asked("CES1", "CES2"), _asked("CES4", "CES3"), _asked("CES5"), _asked("CES7", "CES6"), _asked("MOT1"),
    _asked("MOT2"), _asked("MOT3", besides=falls(4)), _asked("INF1"),
    _asked("OP1", besides=both(_LONG_AGO, said(operated=40, allowed=10))), _asked("FRA1"),
    _asked("CAN1", "CAN3", besides=about(had_cancer=True)), _asked("CAN2"), _asked("VAS1"),
    _asked("VAS2", "VAS3"), _asked("VAS4"), _asked("MED1"), _asked("PSY1"), _asked("AGE1", "AGE2"),
    _asked("INFL", "INFL2"),
)  # fmt: skip
"""Each safety question at least once; those that go together in life are answered together."""
EDGES: Final = (
    Twist("leg at worse", rises(2, to=range(3, 8)), _all("D7")),
    Twist("leg under worse", rises(1, to=range(3, 8)), bars=_all("D7", "D4", "D2", "D3")),
    Twist("second worse morning, leg 4", rises(2, 2, range(4, 5)), _all("D4")),
    Twist("second worse morning, leg 3", rises(2, 2, range(3, 4)), _all("D7")),
    Twist("third worse morning of a week", both(rises(2, 1, range(3, 8)), said(2, morning="worse", leg=9),
          said(4, morning="worse", leg=9)), _all("D7b")),
    Twist("two sites down", reaches(2), _all("D4")),
    Twist("one site down", reaches(1), _all("D7")),
    Twist("walk rose by three", walked(3, 5), _all("D8")),
    Twist("walk rose by two, to five", walked(2, 5), _all("D9")),
    Twist("walk rose by two, to six", walked(2, 6), _all("D8")),
    Twist("twice on the edge", walked(2, 4, (1, 3)), _all("D10")),
    Twist("two hard days", walked(3, 6, (1, 4)), _all("D8b")),
    Twist("numb once", numb(1), _all("D3"), _all("D0")),
    Twist("numb twice", numb(2), _all("D3"), _all("D0")),
    Twist("numb thrice", numb(3), _all("D0")),
    Twist("silent for seven", silent(7), _all("D2")),
    Twist("silent for eight", silent(8), _all("D2")),
    Twist("leg four less", falls(4), _all("R6")),
    Twist("leg three less", falls(3), bars=_all("R6", "D2")),
    Twist("pregnant", about(exclusions=("pregnant",)), _all("D1")),
    Twist("operated, not allowed", both(_LONG_AGO, said(operated=9)), _all("D1")),
    Twist("operated, allowed", both(_LONG_AGO, said(operated=50, allowed=2)), _all("OP")),
    Twist("therapist's ceiling", said(ceiling=2), _all("PROGRAMME")),
    Twist("over", both(calm(0, site="none", numb="none"), said(is_closed=True)), _all("END")),
    Twist("goals stand still, afraid", both(said(46, goals=(4, 4)), said(9, worry=8),
          said(2, goals=(5, 4), worry=7)), _all("R5", "R7")),
    Twist("questions left", said(is_unasked=True), _all("GATE")),
    Twist("balance", about(first=True, sensitivities=("balance", "flex")), bars=_all("D2")),
)  # fmt: skip
FIRST_DAYS: Final = (
    Twist("leg 6 at the start", both(said(leg=6), about(walk_tolerance=15)), _all("START")),
    Twist("leg 7 at the start", both(said(leg=7), about(walk_tolerance=15)), _all("START")),
    Twist("walks an hour, leg 4", both(said(leg=4), about(walk_tolerance=60, walks_now=60)), _all("START")),
    Twist("walks an hour, leg 5", both(said(leg=5), about(walk_tolerance=60, walks_now=60)), _all("START")),
)
_SEEN: Final = ("seen",)
_MUCH: Final = ("too_much", "seen")
_LITTLE: Final = ("too_little",)
PLANTED: Final = (
    Twist("saddle", answered("CES1", "CES3"), wrong=Wrong(finds=_SEEN, deaf=1), minutes=(20, 40)),
    Twist("weak leg", both(said(numb="more"), answered("MOT2")), wrong=Wrong(finds=_SEEN, deaf=1),
          minutes=(20, 40)),
    Twist("fever", answered("INF1"), wrong=Wrong(finds=_SEEN, deaf=1), minutes=(16, 40)),
    Twist("numb for days", both(numb(4), answered("MOT1")), wrong=Wrong(finds=_SEEN, deaf=4),
          minutes=(16, 40)),
    Twist("flare, up", both(rises(4, 2, range(7, 10)), said(flare=True, morning="worse")),
          wrong=Wrong(finds=_MUCH, level=12), minutes=(12, 26)),
    Twist("worse, up", both(rises(3, 1, range(6, 9)), said(morning="worse")),
          wrong=Wrong(finds=_MUCH, level=11), minutes=(12, 24)),
    Twist("walks hurt, up", walked(4, 8, (1, 2, 3)), wrong=Wrong(finds=_MUCH, level=12), minutes=(8, 26)),
    Twist("well, down", calm(0, site="none", numb="none"), wrong=Wrong(finds=_LITTLE, level=-2),
          minutes=(36, 40)),
    Twist("walks far, down", calm(1, site="buttock"), wrong=Wrong(finds=_LITTLE, level=-1), minutes=(34, 40)),
)  # fmt: skip
"""Plans that are wrong on purpose."""
PLANTED_FIRST: Final = Twist(
    "first day, far", both(said(leg=8, back=6), about(walk_tolerance=5)), wrong=Wrong(finds=_MUCH, level=9)
)
ALL: Final = tuple(chain(QUESTIONS, EDGES, PLANTED))
