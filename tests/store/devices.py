"""Devices that share a folder through a sync client: each works while apart, and what meets may conflict."""

import random
from dataclasses import dataclass, field
from pathlib import Path

from ryggkompis.store.lines import Line, canonical, id_of, rev_of, union, view
from tests.store.journals import a_line, home, store_at

DEVICES = 3
_NAMES = (
    "{stem}.sync-conflict-2025031{n}-093612-7OD3KPL{end}",
    "{stem} (conflicted copy 2025-03-1{n} 093612){end}",
    "{stem} (Kari Nordmann's conflicted copy 2025-03-1{n}){end}",
    "{stem}-KARI-PC{n}{end}",
)


@dataclass
class Client:
    """A sync client between two folders; it knows what both had when they last met."""

    one: Path
    other: Path
    chance: random.Random
    names: str = "2*"
    """What it carries."""
    met: dict[str, bytes] = field(default_factory=dict)
    conflicts: int = 0

    def sync(self) -> None:
        """Bring both to the same files; of two that were changed apart, one gets another name."""
        ours, theirs = files(self.one, self.names), files(self.other, self.names)
        for name in sorted({*ours, *theirs}):
            mine, yours, before = ours.get(name), theirs.get(name), self.met.get(name)
            if mine == yours:
                continue
            if mine is None or yours is None:
                self._lonely(name, mine if mine is not None else yours, before)
            elif before in (mine, yours):
                self._to_both(name, yours if before == mine else mine)
            else:
                self._conflict(name, mine, yours)
        self.met = files(self.one, self.names)

    def _lonely(self, name: str, data: bytes | None, before: bytes | None) -> None:
        if data == before:  # the other side removed it, and nobody changed it since
            for place in (self.one, self.other):
                (place / name).unlink(missing_ok=True)
        else:
            self._to_both(name, data)

    def _conflict(self, name: str, mine: bytes, yours: bytes) -> None:
        self.conflicts += 1
        wins, loses = (mine, yours) if self.chance.random() < 0.5 else (yours, mine)
        end = Path(name).suffix
        stem = name.removesuffix(end)
        copy = self.chance.choice(_NAMES).format(stem=stem, n=self.chance.randrange(10), end=end)
        while (self.one / copy).exists() or (self.other / copy).exists():
            copy = f"{copy.removesuffix(end)}~{end}"
        self._to_both(name, wins)
        self._to_both(copy, loses)

    def _to_both(self, name: str, data: bytes | None) -> None:
        for place in (self.one, self.other):
            (place / name).write_bytes(data or b"")


def files(folder: Path, names: str) -> dict[str, bytes]:
    """Give what a sync client carries."""
    return {path.name: path.read_bytes() for path in folder.glob(names) if path.is_file()}


@dataclass
class Tally:
    """What came of histories on several devices."""

    histories: int = 0
    steps: int = 0
    conflicts: int = 0
    wrong: list[str] = field(default_factory=list)


def live_apart(folder: Path, histories: int, seed: int, steps: int = 25) -> Tally:
    """Let devices live apart and meet, again and again; in the end all must show the same, and all of it."""
    tally = Tally()
    for number in range(histories):
        _one_history(folder / str(number), random.Random(seed + number), steps, tally)
    return tally


def _one_history(folder: Path, chance: random.Random, steps: int, tally: Tally) -> None:
    places = [folder / str(n) for n in range(DEVICES)]
    journals = [Path(home(place).journal) for place in places]
    for journal in journals:
        journal.mkdir(parents=True)
    clients = [Client(journals[n], journals[(n + 1) % DEVICES], chance) for n in range(DEVICES)]
    said: list[Line] = []
    for step in range(steps):
        if chance.random() < 0.35:
            chance.choice(clients).sync()
        else:
            said += _say(places[chance.randrange(DEVICES)], chance, f"{step}")
    for _round in range(2 * DEVICES):
        for client in chance.sample(clients, len(clients)):
            client.sync()
    tally.histories += 1
    tally.steps += steps
    tally.conflicts += sum(client.conflicts for client in clients)
    expected = [_said(line) for line in view(union(said))]
    for place in places:
        reading = store_at(place).read()
        if [_said(line) for line in reading.lines] != expected or reading.problems:
            tally.wrong.append(f"{place}: {reading.problems}")


def _say(place: Path, chance: random.Random, name: str) -> tuple[Line, ...]:
    """Write a new entry, an edit, or a deletion of something that this device knows."""
    store = store_at(place)
    known = store.read().lines
    kind = chance.random()
    if known and kind < 0.3:
        old = chance.choice(known)
        return store.put([a_line(id_of(old), rev_of(old) + 1, str(old["day"]), leg=chance.randrange(11))])
    if known and kind < 0.4:
        old = chance.choice(known)
        gone = {"id": id_of(old), "rev": rev_of(old) + 1, "day": str(old["day"]), "deleted": True}
        return store.put([gone])
    return store.put([a_line(f"N{name}", day=f"2025-0{chance.randrange(1, 4)}-03")])


def _said(line: Line) -> str:
    return canonical(line)
