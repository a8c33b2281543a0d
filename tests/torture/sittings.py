"""Moves at a terminal: a remark, the safety questions in either front end, and keys at random."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from random import Random
from typing import Final

from tests.e2e.answering import HEIGHT, RED, WIDTH, Given, InLines, InWindow
from tests.e2e.terminal import Terminal
from tests.torture.devices import Device
from tests.torture.program import DIES_AT
from tests.torture.world import World

HOME: Final = "Check in"
REMARK: Final = "Anything you want"
KEYS: Final = (
    *"123456ujkdegimnorswyz!?=+-.0 ", "\r", "\r", "\r", "\x1b", "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\t",
    "U", "O", "\x13", "\x0c", "\x7f",
)  # fmt: skip
"""All but those that leave, or stop the process."""
MOST_ANSWERS: Final = 5


def remark(world: World, device: Device) -> None:
    """Write a remark with the key for it, and be killed or leave: what was kept is kept."""
    word, ends = world.word(world.today), world.dice.choice((signal.SIGKILL, signal.SIGTERM, None))
    with _sitting(world, device, f"{word} in the window") as terminal:
        if HOME not in terminal.text:
            return
        terminal.press("n")
        terminal.still()
        if REMARK not in terminal.text:
            return
        terminal.press(word, "enter")
        terminal.until(HOME, gone=REMARK)
        device.said(word)
        if ends:
            os.kill(terminal.pid, ends)
        else:
            terminal.press("ctrl+q")
        terminal.left()


def safety(world: World, device: Device) -> None:
    """Answer safety questions in either front end, and end it somehow."""
    given, dice = Given(), Random(world.dice.random())
    kind = dice.choice((InLines, InWindow))
    arguments = ("checkin",) if kind is InLines else ()
    with _sitting(world, device, f"safety questions, {kind.__name__}", *arguments) as terminal:
        person = kind(terminal, given, dice)
        if kind is InWindow:
            terminal.press("i")
        terminal.still()
        for _move in range(dice.randint(1, MOST_ANSWERS)):
            if person.where() in {None, "over"}:
                break
            person.move()
            terminal.still()
        _end(terminal, dice.choice((signal.SIGKILL, signal.SIGHUP)))
    world.tell(f"      said: {given}")
    # The one line alone, and what is no red flag, wait for the whole list; a red flag for a clearance.
    assert world.state(device).plan.is_held or not given.holds, given
    if RED & {*given.marks, *given.confirmed}:
        device.holds, device.was_cleared = True, False
    elif given.finished and device.is_damaged and not device.saw_it_held:
        device.holds = False


def keys(world: World, device: Device) -> None:
    """Press keys at random, as a cat does, and end it somehow."""
    pressed = [world.dice.choice(KEYS) for _n in range(world.dice.randint(5, 25))]
    dies_at = world.dice.randint(1, 30) if world.dice.random() < 0.3 else None
    ends = world.dice.choice((signal.SIGKILL, signal.SIGHUP, signal.SIGTERM))
    with _sitting(world, device, f"keys {''.join(pressed)!r}", dies_at=dies_at) as terminal:
        for key in pressed:
            with suppress(OSError):  # it has died, as it was to
                terminal.press(key)
            terminal._settle()
        _end(terminal, ends)
    device.look_again()
    # A cat may say that somebody has seen them; nothing else that it does may make a yes be nothing.
    said = [line for line in device.store.lines() if line.get("kind") in {"gate", "clearance"}]
    device.holds = device.holds and not any(line["kind"] == "clearance" for line in said[-1:])


def _end(terminal: Terminal, how: signal.Signals) -> None:
    os.kill(terminal.pid, how)
    terminal.left()


@contextmanager
def _sitting(
    world: World, device: Device, what: str, *arguments: str, dies_at: int | None = None
) -> Iterator[Terminal]:
    """Sit down at ``device`` until it has drawn itself, and look that it never falls."""
    world.tell(f"{device.name}: {what}" + f", to die at {dies_at}" * bool(dies_at))
    # What the last cat has set is not what the next patient meets.
    Path(device.places.settings).unlink(missing_ok=True)
    environ = world.environ(device) | ({DIES_AT: str(dies_at)} if dies_at else {})
    command = world.command(*arguments)
    with Terminal(command, environ, columns=WIDTH, rows=HEIGHT, cwd=world.desk) as terminal:
        with suppress(AssertionError) if dies_at else nullcontext():  # it may die before it is drawn
            terminal.changed()
        terminal.still()
        yield terminal
    assert b"Traceback" not in terminal.raw, terminal.raw[-4000:].decode(errors="replace")
