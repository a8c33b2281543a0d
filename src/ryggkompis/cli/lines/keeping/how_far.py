"""How far something long has come: one line that changes, or in plain words a new line now and then."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ryggkompis.cli.output import is_terminal, put


@contextmanager
def telling_how_far(words: Callable[[int], str], *, plain: bool) -> Iterator[Callable[[int], None] | None]:
    """Give what tells on standard error how many hundredths are done: one line that changes, and then goes.

    In plain words it is a new line each fifth of the way. Where nobody looks, on a pipe, it is nothing.
    """
    if not is_terminal(sys.stderr):
        yield None
        return
    step, before, after = (20, "", "\n") if plain else (1, "\r", "")
    told = list[int]()

    def tell(percent: int) -> None:
        if percent // step * step > (told[-1] if told else 0):
            told.append(percent // step * step)
            print(before + put(words(told[-1])), end=after, file=sys.stderr, flush=True)

    try:
        yield tell
    finally:
        if told and not plain:
            print("\r" + " " * len(put(words(100))) + "\r", end="", file=sys.stderr, flush=True)
