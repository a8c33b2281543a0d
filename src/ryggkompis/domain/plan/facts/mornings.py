"""How a morning compares with the mornings before it (clinical 4.3)."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import IntEnum
from typing import Final, Literal, TypeAlias

from ryggkompis.domain.base.averages import median
from ryggkompis.domain.base.scales import SITES, Site
from ryggkompis.domain.base.thresholds import CONVENTIONS
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.journal.entries import CheckIn
from ryggkompis.domain.journal.history import History

USUAL_MORNINGS: Final = 7
LOOKS_BACK: Final = 28
"""How many days back a morning can be usual; what was before that is another time."""
LEAST_MORNINGS: Final = 3
SITE_DAYS: Final = 7
"""Days in which pain must not have reached so far, for a morning to be worse by its place."""
WORSE_LEG: Final = 3
"""Leg pain (NRS) below which a rise is within the error of one answer (Childs 2005)."""
SAYS_WORSE_LEG: Final = 1
"""How much a rise needs where the patient also says "worse"."""
MUCH_WORSE_RISE, MUCH_WORSE_LEG = 3, 4
MUCH_WORSE_STEPS: Final = 2
WORSE_BACK: Final = 3
MOVED_UP_BACK: Final = 2
"""How much more pain the back may have while the pain draws back from the leg."""


class Morning(IntEnum):
    """How a morning is, by rising concern; UNKNOWN is not known, which is never good news."""

    UNKNOWN = 0
    BETTER = 1
    SAME = 2
    WORSE = 3
    MUCH_WORSE = 4

    @property
    def is_calm(self) -> bool:
        """Known, and not worse."""
        return Morning.BETTER <= self <= Morning.SAME

    @property
    def is_worse(self) -> bool:
        """Worse or much worse."""
        return self >= Morning.WORSE


Sign: TypeAlias = Literal["leg", "back", "site", "word"]
"""What can be worse about a morning: a number, how far down the pain reaches, or the patient's own word."""


class Usual(Value):
    """What is usual for this patient on the morning of a day."""

    leg: float | None = None
    """Median leg pain (NRS) of the last seven logged mornings; the first value while fewer than three."""
    back: float | None = None
    site: Site | None = None
    """The last known lowest site."""
    reach: Site | None = None
    """The lowest site of the seven days before; where none is known, the last known."""
    last_leg: int | None = None
    last_back: int | None = None


class Judgement(Value):
    """A morning judged against the usual ones."""

    state: Morning
    usual: Usual
    moved_up: bool = False
    """The pain drew back towards the spine, pre-step P1."""
    steps_down: int = 0
    """How many sites further down the pain reaches than it did all week."""
    signs: tuple[Sign, ...] = ()
    """What was worse, where the morning is."""


class Worse(Value):
    """What was worse about a morning, with the numbers; no sign where nothing was."""

    signs: tuple[Sign, ...]
    leg: int | None
    usual_leg: float | None
    back: int | None
    usual_back: float | None


def _middle(values: list[int]) -> float | None:
    """Give the middle one; of too few the oldest, which is the last."""
    return median(values) if len(values) >= LEAST_MORNINGS else values[-1] if values else None


def usual_of(day: date, check_ins: Sequence[CheckIn]) -> Usual:
    """Tell what has been usual on the morning of ``day``, from the check-ins before it, oldest first."""
    first, week = day - timedelta(days=LOOKS_BACK), day - timedelta(days=SITE_DAYS)
    before = check_ins[: -USUAL_MORNINGS - 1 : -1]  # the nearest first: most often a week of them is enough
    if not all(c.day >= first and None not in (c.leg, c.back, c.site) for c in before):
        before = [c for c in check_ins[: -LOOKS_BACK - 1 : -1] if c.day >= first]
    legs = [c.leg for c in before if c.leg is not None][:USUAL_MORNINGS]
    backs = [c.back for c in before if c.back is not None][:USUAL_MORNINGS]
    sites = [c for c in before if c.site is not None]
    last = sites[0].site if sites else None
    lately = [c.site for c in sites if c.site is not None and c.day >= week]
    return Usual(
        leg=_middle(legs),
        back=_middle(backs),
        site=last,
        reach=max(lately, key=SITES.index, default=last),
        last_leg=legs[0] if legs else None,
        last_back=backs[0] if backs else None,
    )


def usual(history: History, day: date) -> Usual:
    """Tell what has been usual before ``day``."""
    return usual_of(day, history.mornings_before(day, LOOKS_BACK))


def _rise(now: int | None, before: float | None) -> float | None:
    return None if now is None or before is None else now - before


def steps_down(now: Site | None, before: Site | None) -> int:
    """Count the sites from ``before`` down to ``now``; 0 where one is not known."""
    return 0 if now is None or before is None else SITES.index(now) - SITES.index(before)


def _at_least(value: float | None, limit: float) -> bool:
    return value is not None and value >= limit


def moved_up(check_in: CheckIn, before: Usual) -> bool:
    """Tell whether the pain drew back towards the spine without the leg paying for it, pre-step P1."""
    leg, back = _rise(check_in.leg, before.last_leg), _rise(check_in.back, before.last_back)
    return (
        steps_down(check_in.site, before.site) < 0
        and leg is not None
        and leg <= 0
        and (back is None or back <= MOVED_UP_BACK)
        and check_in.numb != "more"
    )


def _is_much_worse(check_in: CheckIn, before: Usual) -> bool:
    by_leg = _at_least(_rise(check_in.leg, before.leg), MUCH_WORSE_RISE)
    return (
        (by_leg and _at_least(check_in.leg, MUCH_WORSE_LEG))
        or steps_down(check_in.site, before.reach) >= MUCH_WORSE_STEPS
        or check_in.numb == "more"
    )


def _signs(check_in: CheckIn, before: Usual, worse_leg: int) -> Iterator[Sign]:
    rise = _rise(check_in.leg, before.leg)
    if _at_least(rise, worse_leg) and _at_least(check_in.leg, WORSE_LEG):
        yield "leg"
    if _at_least(_rise(check_in.back, before.back), WORSE_BACK):
        yield "back"
    if steps_down(check_in.site, before.reach) >= 1:
        yield "site"
    if check_in.morning == "worse" and (rise is None or rise >= SAYS_WORSE_LEG):
        yield "word"


def _calm(check_in: CheckIn, before: Usual) -> Morning:
    leg = _rise(check_in.leg, before.leg)
    if leg is None and check_in.morning is None:
        return Morning.UNKNOWN if check_in.leg is None else Morning.SAME
    if check_in.morning == "better" or (leg is not None and leg <= -1):
        return Morning.BETTER
    return Morning.SAME


def judge(check_in: CheckIn | None, before: Usual, worse_leg: int = CONVENTIONS.worse_leg) -> Judgement:
    """Judge one morning; a word without a number is enough to be worse, and nothing at all is unknown."""
    if check_in is None:
        return Judgement(Morning.UNKNOWN, before)
    is_much_worse = _is_much_worse(check_in, before)
    if not is_much_worse and moved_up(check_in, before):
        return Judgement(Morning.SAME, before, moved_up=True)
    signs = tuple(_signs(check_in, before, worse_leg))
    if not (is_much_worse or signs):
        return Judgement(_calm(check_in, before), before)
    down = max(steps_down(check_in.site, before.reach), 0)
    return Judgement(
        Morning.MUCH_WORSE if is_much_worse else Morning.WORSE, before, steps_down=down, signs=signs
    )
