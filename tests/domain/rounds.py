"""What a person lives through beside the days themselves: rounds, rhythms, steady months, graver answers."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Final

from ryggkompis.domain.base.scales import CRISIS, DAILY_LINE, ENDED, RHYTHMS
from ryggkompis.domain.journal.entries import CheckIn, Event, ExerciseDone, Walk
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.journal.gate import Clearance, Gate
from tests.domain.episodes import RED, flare, good, own_way, silent, wild
from tests.domain.person import ALL_NO, Person


def _started(p: Person) -> date:
    """Give the beginning of the round that the newest mark is about."""
    marks = [act.entry for act in p.acts if isinstance(act.entry, EpisodeMark)]
    return marks[-1].start if marks else p.start


def _away(p: Person, days: int) -> None:
    """Say nothing at all."""
    for _ in range(days):
        p.wake()
        p.now += 1


def closed(p: Person, days: int) -> None:
    """The episode is closed; at times something is said meanwhile, and at times it goes on."""
    start = _started(p)
    p.say(EpisodeMark, start=start, end=p.start + timedelta(days=p.now), ended=p.dice.choice((None, *ENDED)))
    p.dice.choice((good, silent, wild))(p, min(days, 5))
    if p.dice.random() < 0.5:
        p.say(EpisodeMark, start=start)
        good(p, days)


def another(p: Person, days: int) -> None:
    """Another round begins: soon after the one before or long after it, told the same day or late."""
    dice = p.dice
    if dice.random() < 0.5:
        p.say(EpisodeMark, start=_started(p), end=p.start + timedelta(days=p.now), ended="well")
    _away(p, dice.choice((0, 0, 0, 3, 20, 40)))
    start = p.start + timedelta(days=max(1, p.now - dice.choice((0, 0, 0, 1, 8))))
    p.say(EpisodeMark, start=start)
    if dice.random() < 0.7:
        tolerance, now = dice.choice((None, 3, 8, 20, 60)), dice.choice((None, 10, 90))
        p.settings(onset=start, walk_tolerance=tolerance, walks_now=now)
    p.gate()
    dice.choice((good, wild, flare, own_way))(p, days)


def rhythm(p: Person, days: int) -> None:
    """Check-ins as rare as was chosen, and what is walked meanwhile."""
    chosen = p.dice.choice(RHYTHMS)
    p.say(EpisodeMark, start=_started(p), rhythm=chosen)
    every, leg = {"daily": 1, "twice": 3, "monthly": 28}[chosen], p.dice.choice((0, 1, 3))
    for n in range(days):
        if n % every == 0:
            p.gate()
            p.say(CheckIn, leg=leg, back=2, morning="same")
        for minutes in p.wake().walks:
            if p.dice.random() < 0.6:
                p.walk(minutes, leg, fate=0.5)
        p.now += 1


def steady(p: Person, days: int) -> None:
    """Months that go well, so that check-ins grow rare, and at times enough is enough."""
    leg = p.dice.choice((0, 1))
    enough = p.dice.choice((None, 6, 7, 9))
    if p.dice.random() < 0.5:
        p.say(Clearance, by="GP")
        p.settings(exclusions=(), walk_tolerance=60, walks_now=p.dice.choice((None, 60)))
    for n in range(40 + 6 * days):
        if n == 30 and enough is not None:
            p.settings(walk_enough=enough)
        plan = p.wake()
        if not plan.is_weekly_enough or n % (28 if plan.is_monthly_enough else 7) == 0:
            p.say(Gate, scope="full", answers=ALL_NO)
            p.say(CheckIn, leg=leg, back=2, site="none", morning="same")
        for minutes in plan.walks:
            p.walk(minutes, leg, fate=p.dice.uniform(0.05, 0.97))
        for exercise in plan.exercises:
            p.say(ExerciseDone, exercise=exercise.id, level=exercise.level, response="same")
        p.now += 1


def grave(p: Person, days: int) -> None:
    """Not wanting to live, pain at night after cancer, or an answer that a visit has looked at."""
    dice = p.dice
    if dice.random() < 0.4:
        p.settings(had_cancer=dice.choice((True, True, False)))
    for n in range(min(days, 6)):
        p.gate(**{dice.choice((CRISIS, CRISIS, "CAN2", "AGE1")): dice.choice(("yes", "unsure", "no"))})
        p.say(CheckIn, leg=dice.randrange(6), back=3, numb=dice.choice((None, "none", "more")))
        if n == 3:
            p.say(Event, event="visit", text="x")
        for minutes in p.wake().walks:
            p.walk(minutes, 3)
        p.now += 1
    if dice.random() < 0.7:
        p.say(Clearance, by="GP")
    good(p, min(days, 7))


def begun(p: Person, days: int) -> None:
    """A list that is begun and not finished, or the one line answered with more than no."""
    dice = p.dice
    marked: dict[str, Any] = {dice.choice(RED): dice.choice(("yes", "unsure"))}
    p.say(Gate, scope="daily", answers={DAILY_LINE: "unsure"}, marked=dice.choice((None, marked)))
    for _ in range(dice.choice((0, 1, 4))):
        p.say(CheckIn, leg=3, back=3)
        p.wake()
        p.now += 1
    p.say(Gate, scope="full", answers=ALL_NO | dice.choice(({}, {}, marked)))
    p.say(Walk, minutes=5)
    good(p, min(days, 7))


ROUNDS: Final[tuple[Callable[[Person, int], None], ...]] = (closed, another, rhythm, grave, begun)
"""All but ``steady``, which takes months and so is rare."""
