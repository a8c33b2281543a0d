"""The window: from its start to a page that can be used, keys, doing nothing, memory, and leaving."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from tools.bench.driving import Driven, Key, Left
from tools.bench.measuring import ENVIRON, OURS, in_turns, table
from tools.bench.rivals import FOLDER, WINDOWS, Rival, hello, installed

ROUNDS = 7
KEYS = 200
IDLE = 10.0
BETWEEN_KEYS = 0.05
"""Seconds without a byte after which a key is done with."""
DOWN, UP, RIGHT, LEFT, ENTER = b"\x1b[B", b"\x1b[A", b"\x1b[C", b"\x1b[D", b"\r"
QUIT = b"\x11"
TYPED = (*(bytes([letter]) for letter in b"walk"), *[b"\x7f"] * 4)
"""A word, and back to nothing."""


class Started(NamedTuple):
    """One start, up to a page that can be used."""

    seconds: float
    cpu: float
    memory: int


def ours(folder: Path, name: str, program: Sequence[str] = OURS) -> Rival:
    """Give our window on the diary in ``folder``."""
    words = "Go back" if name == "empty" else "Change position every"
    return Rival(name, (), (*program, "--data-dir", str(folder), "--lang", "en"), words)


def environ_of(rival: Rival) -> Mapping[str, str]:
    """Keep what a rival writes about itself out of the way."""
    home = FOLDER / "home"
    home.mkdir(parents=True, exist_ok=True)
    return {**ENVIRON, "HOME": str(home)} if rival.requires else ENVIRON


def start(rival: Rival) -> Started:
    """Start ``rival``, wait for a page that can be used, and end it."""
    with Driven(rival.program, environ_of(rival)) as driven:
        seconds = driven.until(rival.ready)
        driven.settle()
        return Started(seconds, driven.cpu, driven.memory)


def starts(folders: Mapping[str, Path]) -> str:
    """Measure every start in turns."""
    rivals = [hello(), *(ours(folder, name) for name, folder in folders.items()), *installed(WINDOWS)]
    found = in_turns({rival.name: partial(start, rival) for rival in rivals}, ROUNDS)
    middles = {name: Started(*map(median, zip(*runs, strict=True))) for name, runs in found.items()}
    least = middles["hello"]
    rows = [
        (
            f"**Ryggkompis, {name}**" if name in folders else name,
            f"{1000 * one.seconds:.0f} ms",
            f"{one.seconds / least.seconds:.2f}",
            f"{one.cpu / least.cpu:.2f}",
            f"{one.memory / 1024:.0f} MB",
            f"{one.memory / least.memory:.2f}",
        )
        for name, one in middles.items()
    ]
    return table(("start to a usable page", "median", "÷ hello", "CPU ÷ hello", "memory", "÷ hello"), rows)


def _pressed(driven: Driven, keys: Sequence[bytes], count: int) -> list[Key]:
    found = (driven.press(keys[number % len(keys)], BETWEEN_KEYS) for number in range(count))
    return [key for key in found if key is not None]


def _opened(driven: Driven, *keys: bytes) -> None:
    for key in keys:
        driven.press(key)


def keys(folder: Path) -> str:
    """Press two hundred keys on each of a few pages, and change pages."""
    small, window = hello(), ours(folder, "182 days")
    pages: dict[str, tuple[Rival, tuple[bytes, ...], tuple[bytes, ...], int]] = {
        "hello: one text": (small, (), (b"x",), KEYS),
        "**Today**: up and down": (window, (), (DOWN, DOWN, UP, UP), KEYS),
        "**Check-in**: an answer": (window, (b"i", ENTER), (DOWN, UP), KEYS),
        "**Progress**: another day": (window, (b"2",), (LEFT, LEFT, RIGHT, RIGHT), KEYS),
        "**Finder**: a letter": (window, (b"/",), TYPED, KEYS),
        "**change of page**": (window, (b"2", b"3", b"1"), (b"2", b"3", b"1"), 60),
    }
    rows = []
    least = None
    for name, (rival, before, pressed, count) in pages.items():
        with Driven(rival.program, environ_of(rival)) as driven:
            driven.until(rival.ready)
            driven.settle()
            _opened(driven, *before)
            found = _pressed(driven, pressed, count)
            first = [1000 * key.first for key in found]
            settled = [1000 * key.settled for key in found]
        least = least or median(first)
        p95 = quantiles(first, n=20)[-1]
        whole = quantiles(settled, n=20)[-1]
        rows.append(
            (name, f"{len(found)} of {count}", f"{median(first):.1f} ms", f"{median(first) / least:.1f}",
             f"{p95:.1f} ms", f"{whole:.0f} ms")
        )  # fmt: skip
    return table(("key to changed screen", "drew", "median", "÷ hello", "p95", "settled, p95"), rows)


def idle(folder: Path) -> str:
    """Leave windows alone; the moving one is a session with its figure."""
    small, window = hello(), ours(folder, "182 days")
    rows = []
    still: dict[str, tuple[Rival, tuple[bytes, ...]]] = {
        "hello": (small, ()),
        "**Today**": (window, ()),
        "**a session that moves**": (window, (b"g", ENTER)),
    }
    for name, (rival, before) in still.items():
        with Driven(rival.program, environ_of(rival)) as driven:
            driven.until(rival.ready)
            driven.settle(1.0)
            _opened(driven, *before)
            cpu, woke, wrote = driven.idle(IDLE)
        rows.append((name, f"{100 * cpu / IDLE:.2f} %", f"{woke / IDLE:.1f}", wrote))
    return table(("left alone for ten seconds", "CPU", "wake-ups a second", "bytes written"), rows)


def leaving(folder: Path) -> str:
    """Leave by the key, in turns."""

    def leave(rival: Rival) -> Left:
        with Driven(rival.program, environ_of(rival)) as driven:
            driven.until(rival.ready)
            driven.settle()
            return driven.leave(QUIT)

    runs: dict[str, Callable[[], Left]] = {
        "hello": partial(leave, hello()),
        "**Ryggkompis**": partial(leave, ours(folder, "182 days")),
    }
    found = {name: Left(*map(median, zip(*lefts, strict=True))) for name, lefts in in_turns(runs, 3).items()}
    least = found["hello"]
    rows = [
        (name, f"{1000 * left.seconds:.0f} ms", f"{left.seconds / least.seconds:.2f}", f"{left.status:.0f}")
        for name, left in found.items()
    ]
    return table(("leaving", "median", "÷ hello", "status"), rows)
