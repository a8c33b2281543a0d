"""Two machines of one patient, a sync client between them, a clock that moves, and what must hold."""

import os
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from random import Random
from typing import Final

import pyrage

from ryggkompis.cli.wiring import companion_of
from ryggkompis.domain.today.state import State
from ryggkompis.services.clock import Today
from tests.program import PYTHON
from tests.store.devices import Client
from tests.torture.devices import Device, Keys
from tests.torture.program import CHANCE, DIES_AT, MOMENT, STANDS_IN
from tests.tui.screen_text import FixedClock, a_companion, known

ROOT: Final = Path(__file__).parents[2]
OSLO: Final = timezone(timedelta(hours=1))
BEGIN: Final = datetime(2026, 3, 2, 8, 0, tzinfo=OSLO)
FURTHEST: Final = timedelta(days=700)
SHOW_THE_PLAN: Final = frozenset({"plan", "checkin"})
STATUSES: Final = frozenset({0, 1, 2, 3})
KILLED: Final = -9


@dataclass
class Ran:
    """What a process came to."""

    status: int
    out: str
    err: str

    @property
    def has_saved(self) -> bool:
        return "Saved:" in self.out + self.err


class Broken(AssertionError):
    """A promise that did not hold, with all that was done until then."""


class World:
    """Everything that one seed does happens in here."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.seed = seed
        self.dice = Random(seed)
        self.moment = BEGIN
        self.told: list[str] = []
        self.days: dict[str, date] = {}
        self.desk = folder / "desk"
        """Where the patient's own files lie: backups, recovery keys, files to import."""
        self.desk.mkdir(parents=True)
        (self.desk / "passphrase").write_text("tre gule støvler\n", encoding="utf-8")
        (self.desk / "stands-in").write_text(str(pyrage.x25519.Identity.generate()), encoding="ascii")
        self.backups: dict[str, dict[str, object]] = {}
        keys = Keys(self.desk)
        self.devices = [Device(name, folder / name, keys) for name in ("one", "other")]
        self.broken: list[bytes] = []
        """Files that could not be read whole, to the byte."""
        for device in self.devices:
            device.journal.mkdir(parents=True)
            Path(device.places.key).mkdir()
        self.clients = self._met()
        known(a_companion(self.devices[0].home, FixedClock(self.moment - timedelta(days=2))))
        self.sync()

    def _met(self) -> list[Client]:
        one, other = self.devices
        return [
            Client(one.journal, other.journal, self.dice),
            Client(Path(one.places.key), Path(other.places.key), self.dice, "[!.]*"),
        ]

    @property
    def today(self) -> date:
        return (self.moment - timedelta(hours=4)).date()

    def word(self, day: date) -> str:
        """Make a word that nothing else holds, to be said about ``day``."""
        word = f"ord{len(self.days):04}q"
        self.days[word] = day
        return word

    def tell(self, what: str) -> None:
        """Write down what is done, for whoever has to find out why it went wrong."""
        self.told.append(f"{len(self.told):3} {self.moment:%Y-%m-%d %H:%M} {what}")

    def environ(self, device: Device) -> dict[str, str]:
        moment = self.desk / "moment"
        moment.write_text(str(self.moment.timestamp()), encoding="ascii")
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        return {
            **kept,
            "LANG": "en_GB.UTF-8",
            "TERM": "xterm-256color",
            "PYTHONPATH": str(ROOT),
            "RYGGKOMPIS_HOME": str(device.home),
            "RYGGKOMPIS_PASSPHRASE_FILE": str(self.desk / "passphrase"),
            MOMENT: str(moment),
            STANDS_IN: str(self.desk / "stands-in"),
            CHANCE: f"{self.seed} {device.name} {len(self.told)}",
        }

    def command(self, *arguments: str) -> list[str]:
        return [PYTHON, "-m", "tests.torture.program", "--lang", "en", *arguments]

    def run(self, device: Device, *arguments: str, dies_at: int | None = None) -> Ran:
        """Run a command to its end, or to its death at its ``dies_at``th change on the disk."""
        environ = self.environ(device) | ({DIES_AT: str(dies_at)} if dies_at else {})
        done = subprocess.run(
            self.command(*arguments),
            env=environ, cwd=self.desk, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        ran = Ran(done.returncode, done.stdout, done.stderr)
        self.tell(
            f"{device.name}: {' '.join(arguments)} → {'killed' if ran.status == KILLED else ran.status}"
        )
        assert "Traceback" not in ran.out + ran.err, ran.err
        assert ran.status in STATUSES or (dies_at and ran.status == KILLED), ran
        shows = arguments[0] in SHOW_THE_PLAN
        assert ran.status != 1 or shows, f"only what shows the plan ends so: {ran}"
        assert ran.status in {0, KILLED} or (ran.out + ran.err).strip(), f"not a word: {ran}"
        self.moment += timedelta(seconds=self.dice.randrange(1, 90))
        return ran

    def move(self, by: timedelta) -> None:
        """Set the clock."""
        if abs(self.moment + by - BEGIN) < FURTHEST:
            self.moment += by
            self.tell(f"the clock goes by {by}")

    def sync(self) -> None:
        """Let the two machines meet, until both have the same."""
        for client in self.clients:
            client.sync()
        self.tell("sync")
        one, other = self.devices
        is_damaged = one.is_damaged or other.is_damaged
        still = one.holds and other.holds if is_damaged else one.holds or other.holds
        held = still and not (one.was_cleared or other.was_cleared)
        for device, its in ((one, other), (other, one)):
            device.learn(its.remarks)
            device.unsure |= its.unsure
            device.is_damaged = device.is_damaged or its.is_damaged
        for device in self.devices:
            device.holds, device.was_cleared = held, False

    def part(self, device: Device) -> None:
        """Forget what the two have had in common: one of them was erased."""
        device.erased()
        self.broken.clear()
        self.clients = self._met()
        for each in self.devices:
            each.journal.mkdir(parents=True, exist_ok=True)
            Path(each.places.key).mkdir(exist_ok=True)

    def state(self, device: Device) -> State:
        """Decide as the program does now."""
        return companion_of(device.store, Today(FixedClock(self.moment, step=0))).state()

    def check(self) -> None:
        """Look whether everything holds that was promised."""
        for device in self.devices:
            self._nothing_is_lost(device)
            if device.holds:
                assert self.state(device).plan.is_held, (
                    f"{device.name}: a yes holds until somebody has seen them"
                )
        for data in self.broken:
            assert any(self._has(device, data) for device in self.devices), (
                "what nobody could read was replaced"
            )

    def _nothing_is_lost(self, device: Device) -> None:
        reading = device.store.read()
        shown = Counter(str(line["text"]) for line in reading.lines if line.get("kind") == "note")
        is_told = any(problem.hides for problem in reading.problems)
        for word in device.there - shown.keys():
            assert is_told, f"{device.name}: {word} is not shown, and nothing is said"
            assert self._has(device, word.encode()), f"{device.name}: {word} is lost"
        back = device.gone & shown.keys()
        assert not back, f"{device.name}: {back} is back"
        twice = {word for word, count in shown.items() if count > 1}
        assert not twice, f"{device.name}: {twice} is there twice"

    def _has(self, device: Device, data: bytes) -> bool:
        return any(data in device.keys.opened(raw) for _path, raw in device.files())

    @contextmanager
    def replayed(self, how: str) -> Iterator[None]:
        """Say of what goes wrong in here how it came about, and how it is done again."""
        try:
            yield
        except Exception as error:
            steps = "\n".join(self.told)
            raise Broken(f"{error}\n\n{steps}\n\n{how}") from error


def utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
