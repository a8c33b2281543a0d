"""Arbitrary lives. One seed is one life, and a life is a list of acts: what is found can be cut down."""

from collections.abc import Callable, Iterator
from datetime import timedelta, timezone

from ryggkompis.domain.base.scales import SENSITIVITIES
from tests.domain.episodes import EPISODES, silent
from tests.domain.person import Life, Person


def life(seed: int) -> Life:
    """Live the life of ``seed``: up to eight episodes of a few days each."""
    p = Person(seed)
    if p.dice.random() < 0.9:
        p.settings(
            walk_tolerance=p.dice.choice((None, 0, 3, 8, 12, 20, 60)),
            walks_now=p.dice.choice((None, None, 0, 10, 40, 90)),
            sensitivities=tuple(p.dice.sample(SENSITIVITIES, p.dice.choice((0, 0, 1, 2)))),
        )
    for _ in range(p.dice.randrange(1, 9)):
        if p.dice.random() < 0.1:
            p.zone = timezone(timedelta(hours=p.dice.randrange(-12, 15)))
        p.dice.choice(EPISODES)(p, p.dice.choice((1, 3, 7, 14, 21)))
    silent(p, p.dice.choice((1, 1, 3, 9, 16)))
    return Life(p.start, p.acts, p.now)


def without(one: Life, out: range) -> Life:
    """The same life with some acts unsaid."""
    return one._replace(acts=[act for n, act in enumerate(one.acts) if n not in out])


def smaller(one: Life) -> Iterator[Life]:
    """Lives with fewer acts, large cuts first."""
    size = max(len(one.acts) // 2, 1)
    while True:
        yield from (without(one, range(n, n + size)) for n in range(0, len(one.acts), size))
        if size == 1:
            return
        size //= 2


def smallest(one: Life, is_found: Callable[[Life], bool], tries: int = 400) -> Life:
    """Cut ``one`` down while the same is found; a few hundred tries make it short enough to read."""
    while tries > 0:
        for other in smaller(one):
            tries -= 1
            if is_found(other):
                one = other
                break
            if tries <= 0:
                return one
        else:
            return one
    return one
