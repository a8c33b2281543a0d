"""What a person lives through for some days: good weeks, bad ones, silence, contradictions, changes."""

from collections.abc import Callable
from datetime import time, timedelta
from typing import Any, Final

from ryggkompis.domain.base.scales import NUMBS, SENSITIVITIES, SITES, VERSUS
from ryggkompis.domain.base.thresholds import BOUNDS
from ryggkompis.domain.base.value import names, replace
from ryggkompis.domain.base.weekdays import WEEKDAYS
from ryggkompis.domain.journal.entries import (
    WALK,
    Adjustment,
    CheckIn,
    Evening,
    ExerciseDone,
    Programme,
    Walk,
)
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.journal.gate import Clearance, Gate
from tests.domain.patient import catalogue, red_flags
from tests.domain.person import ALL_NO, Act, Person

RED: Final = [flag.id for flag in red_flags().flags if flag.lock == "red"]
SOFT: Final = [flag.id for flag in red_flags().flags if flag.lock == "soft"]
IDS: Final = [exercise.id for exercise in catalogue().exercises]


WALKED: Final = (None, False, True)
"""What may be said of walking in the evening."""


def good(p: Person, days: int) -> None:
    """Days that go as they should, most of the plan done."""
    leg, share = p.dice.choice((0, 1, 2, 3, 5, 7)), p.dice.choice((0.75, 0.9, 1.0))
    numbers = p.dice.random() < 0.85
    for _ in range(days):
        p.gate()
        noise = p.dice.choice((0, 0, 0, 1, -1)) if leg else 0
        said: dict[str, Any] = {"leg": leg + noise, "back": 3, "site": "calf"} if numbers else {}
        p.say(CheckIn, morning="same", **said)
        plan = p.wake()
        for minutes in plan.walks:
            if p.dice.random() < share:
                p.walk(minutes, leg, fate=p.dice.uniform(0.02, 0.98))
        for exercise in plan.exercises:
            p.say(ExerciseDone, exercise=exercise.id, level=exercise.level, response="same")
        p.now += 1


def own_way(p: Person, days: int) -> None:
    """Walks as much as they like: far less, far more, or the same every day; with answers or none."""
    factor, steady, answers = (
        p.dice.choice((0.1, 0.5, 1.5, 2.5)),
        p.dice.choice((None, 35, 60)),
        p.dice.random() < 0.6,
    )
    for _ in range(days):
        p.gate()
        p.say(CheckIn, leg=2 + p.dice.randrange(2), back=2)
        plan = p.wake()
        minutes = steady or round(plan.walk_minutes * factor * p.dice.uniform(0.8, 1.2))
        if minutes:
            p.walk(minutes, 2, fate=p.dice.random(), answers=answers)
        else:
            p.say(Evening, walked=False)
        if p.dice.random() < 0.05:
            p.say(Adjustment, adjust=p.dice.choice(("easier", "skip")), exercise=WALK, because="fear")
        p.now += 1


def silent(p: Person, days: int) -> None:
    """Nothing at all, or one kind of word: an evening, a walk from a watch, a check-in a week."""
    kind = p.dice.choice(("nothing", "nothing", "evening", "walk", "weekly"))
    for _ in range(days):
        if kind == "weekly" and p.now % 7 == 0:
            p.gate()
            p.say(CheckIn, leg=3, back=3)
        p.wake()
        if kind == "evening":
            leg, said = p.dice.randrange(8), p.dice.choice((None, None, False, True))
            p.say(Evening, leg_avg=leg, flare=said, walked=WALKED[leg % 3])
        if kind == "walk":
            p.walk(15, 3, answers=False)
        p.now += 1


def wild(p: Person, days: int) -> None:
    """Anything may be said, more than once, and the opposite of it."""
    dice = p.dice

    def some(*values: Any) -> Any:
        return dice.choice((None, *values))

    for _ in range(days):
        for _again in range(dice.choice((0, 1, 1, 1, 2))):
            if dice.random() < 0.8:
                p.gate(**({dice.choice(SOFT): "unsure"} if dice.random() < 0.05 else {}))
            p.say(
                CheckIn, at=time(dice.randrange(5, 22)), leg=some(*range(11)), back=some(*range(11)),
                site=some(*SITES), numb=some(*NUMBS[:3], *NUMBS[:3], "more"), morning=some(*VERSUS),
                flare=some(False, False, False, True),
            )  # fmt: skip
        p.wake()
        for _walk in range(dice.randrange(4)):
            p.walk(dice.randrange(1, 70), dice.randrange(7), fate=dice.random(), answers=dice.random() < 0.8)
        for id_ in dice.sample(IDS, dice.randrange(3)):
            p.say(
                ExerciseDone, exercise=id_, level=some(1, 2, 3), response=some("up", "same", "same", "down")
            )
        if dice.random() < 0.1:
            p.say(Adjustment, adjust=dice.choice(("minimum", "skip", "easier")), exercise=some(*IDS))
        # Whatever was noted of walks: they are what counts.
        p.say(Evening, walked=WALKED[p.now % 3])
        p.now += 1


def flare(p: Person, days: int) -> None:
    """A flare of some days, told by word or by numbers, at times followed by a calm morning or two."""
    word, leg = p.dice.random() < 0.5, p.dice.choice((4, 5, 7))
    for n in range(min(days, 10)):
        p.gate()
        p.say(CheckIn, leg=leg, back=3, flare=word or None, morning="worse" if n == 0 else None)
        for minutes in p.wake().walks:
            p.walk(minutes, leg)
        p.now += 1
    good(p, p.dice.randrange(4))


def locked(p: Person, days: int) -> None:
    """An answer that locks, what is said meanwhile, and a clearance after some days."""
    p.gate(**{p.dice.choice(RED): p.dice.choice(("yes", "unsure"))})
    cleared = p.dice.choice((0, 1, 2, 5, 16))
    for n in range(max(cleared + 1, min(days, 4))):
        if n == cleared:
            p.say(Clearance, at=time(p.dice.choice((6, 9, 15))), by="GP")
        if p.dice.random() < 0.6:
            p.gate()
            p.say(CheckIn, leg=p.dice.randrange(8), back=3)
        p.wake()
        p.now += 1


def changed(p: Person, days: int) -> None:
    """The profile is edited: what they can walk or do not tolerate, numbers, who gets no plan here."""
    dice = p.dice
    choice = dice.randrange(5)
    if choice == 0:
        p.settings(
            walk_tolerance=dice.choice((0, 2, 3, 8, 20, 60, 90)), walks_now=dice.choice((None, 0, 5, 30, 90))
        )
    elif choice == 1:
        p.settings(sensitivities=tuple(dice.sample(SENSITIVITIES, dice.randrange(3))))
    elif choice == 2:
        chosen = dice.sample(sorted(BOUNDS), 2)
        p.settings(thresholds={name: dice.choice(BOUNDS[name]) for name in chosen} | {"no_such_number": 3})
    else:
        p.settings(exclusions=() if p.profile.get("exclusions") else (dice.choice(("operated", "pregnant")),))
    good(p, days)


def guided(p: Person, days: int) -> None:
    """A therapist's programme comes, and later an empty one in its place, or it is ended."""
    dice = p.dice
    p.say(
        Programme, name="Spring", sha="ab" * 32, walk_ceiling=dice.choice((None, -1, 0, 2, 5, 12)),
        barred=tuple(dice.sample(IDS, 3)), required=tuple(dice.sample(IDS, 2)),
        days=tuple(dice.sample(WEEKDAYS, dice.choice((0, 2)))),
    )  # fmt: skip
    dice.choice((good, wild, own_way))(p, days)
    if dice.random() < 0.6:
        p.say(Programme, name="None", sha="cd" * 32, over=len(p.acts) % 2 == 0 or None)


def mended(p: Person, days: int) -> None:
    """What was said earlier is edited, taken back, or told only now."""
    living = {act.entry.id: act.entry for act in p.acts}
    gone = {act.entry.id for act in p.acts if act.is_taken_back}
    recent = [e for e in living.values() if e.id not in gone and not isinstance(e, Gate | Clearance)][-25:]
    for entry in p.dice.sample(recent, min(len(recent), p.dice.randrange(1, 5))):
        if p.dice.random() < 0.4:
            p.acts.append(Act(p.now, entry, is_taken_back=True))
            p._keep(entry, gone=True)
        elif isinstance(entry, CheckIn | Walk):
            field = p.dice.choice(("leg", "back") if isinstance(entry, CheckIn) else ("minutes", "peak_leg"))
            assert field in names(entry)
            newer = replace(entry, rev=entry.rev + 1, **{field: p.dice.randrange(1, 10)})
            p.acts.append(Act(p.now, newer))
            p._keep(newer)
    for _ in range(p.dice.randrange(3)):
        about = max(0, p.now - p.dice.randrange(1, 6))
        if p.dice.random() < 0.5:
            p.say(Gate, about, scope="full", answers=ALL_NO)
            p.say(CheckIn, about, leg=p.dice.randrange(6), back=2, site=p.dice.choice(SITES))
        else:
            p.say(Walk, about, minutes=p.dice.randrange(3, 40), peak_leg=p.dice.randrange(8), settled=0)
    good(p, min(days, 5))


def operated(p: Person, days: int) -> None:
    """An operation is told of, at times late; exercise is allowed at once, later, or not until it is."""
    dice = p.dice
    day = p.start + timedelta(days=p.now - dice.choice((0, 0, 1, 5, 20, 83, 84, 200)))
    allowed = dice.choice((None, 0, 0, 3, 10, 30))
    cleared = None if allowed is None else max(day, p.start + timedelta(days=p.now)) + timedelta(days=allowed)
    start = min(day, p.start)
    p.say(EpisodeMark, start=start, operated=day, cleared=cleared)
    dice.choice((good, wild, silent, locked))(p, days)
    if cleared is None and dice.random() < 0.7:
        p.say(EpisodeMark, start=start, operated=day, cleared=p.start + timedelta(days=p.now))
        good(p, days)


EPISODES: Final[tuple[Callable[[Person, int], None], ...]] = (
    good,
    good,
    good,
    own_way,
    silent,
    wild,
    flare,
    locked,
    changed,
    guided,
    mended,
    mended,
    operated,
)
