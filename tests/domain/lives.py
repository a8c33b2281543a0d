"""Arbitrary lives. One seed is one life, and a life is a list of acts: what is found can be cut down."""

from collections.abc import Callable, Iterator
from datetime import timedelta, timezone
from typing import Final

from ryggkompis.domain.base.scales import SENSITIVITIES
from ryggkompis.domain.journal.hidden import Hidden
from tests.domain.episodes import EPISODES, silent
from tests.domain.person import Life, Person, Unread
from tests.domain.rounds import ROUNDS, steady

STEADY: Final = 0.01
"""How often months go well."""


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
        lives_through = steady if p.dice.random() < STEADY else p.dice.choice((*EPISODES, *ROUNDS))
        lives_through(p, p.dice.choice((1, 3, 7, 14, 21)))
    silent(p, p.dice.choice((1, 1, 3, 9, 16)))
    return Life(p.start, p.acts, p.now, tuple(_unread(p)) if p.dice.random() < 0.15 else ())


def _unread(p: Person) -> Iterator[Unread]:
    """Some days of the journal cannot be read, for a while or from then on."""
    for _ in range(p.dice.choice((1, 1, 2))):
        first = p.start + timedelta(days=p.dice.randrange(p.now))
        last = first + timedelta(days=p.dice.choice((0, 6, 30)))
        since = p.dice.randrange(p.now)
        yield Unread(since, since + p.dice.choice((0, 3, 20, 999)), Hidden("x.json", first, last))


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
