"""What a machine of the patient's is to hold: told by nobody but what the program has acknowledged."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

import pyrage

from ryggkompis.store.lines import id_of, is_hidden, rev_of
from ryggkompis.store.places import Places
from ryggkompis.store.seal import Seal, is_sealed
from ryggkompis.store.store import Store

FOREVER: Final = 10**6
"""The version of what was erased: no copy of it comes back."""


class Version(NamedTuple):
    """How one remark stands."""

    rev: int
    is_there: bool


@dataclass
class Keys:
    """Every recovery key that was handed over."""

    folder: Path

    @property
    def identities(self) -> list[pyrage.x25519.Identity]:
        found = []
        for file in sorted(self.folder.glob("recovery*")):
            (key,) = [line for line in file.read_text().splitlines() if line.startswith("AGE-SECRET")] or [""]
            with suppress(pyrage.IdentityError):
                found.append(pyrage.x25519.Identity.from_str(key))
        return found

    def opened(self, data: bytes) -> bytes:
        """Give what is sealed in the open, where a key fits."""
        if is_sealed(data):
            with suppress(pyrage.DecryptError):
                opened: bytes = pyrage.decrypt(data, self.identities)
                return opened
        return data


@dataclass
class Device:
    """One home, and what is known of it."""

    name: str
    home: Path
    keys: Keys
    remarks: dict[str, Version] = field(default_factory=dict)
    """Each remark that was acknowledged here, or came along with a sync that was whole."""
    unsure: set[str] = field(default_factory=set)
    """Remarks that may be there or not: their month was damaged, or their writer killed."""
    holds: bool = False
    """A yes or unsure was acknowledged, and no clearance since."""
    was_cleared: bool = False
    """Since it last met the other."""
    saw_it_held: bool = False
    """The plan shown here last was held back."""
    is_damaged: bool = False
    """Somebody has damaged a file of it."""

    @property
    def places(self) -> Places:
        return Places.find(str(self.home), {})

    @property
    def journal(self) -> Path:
        return Path(self.places.journal)

    @property
    def is_locked(self) -> bool:
        return Seal(self.places.key).is_on

    @property
    def store(self) -> Store:
        """Read as the patient does who knows the recovery keys."""
        seal = Seal(self.places.key)
        for identity in self.keys.identities:
            seal.adopt(identity)
        return Store(self.places, lock_wait=1, seal=seal)

    @property
    def there(self) -> set[str]:
        """What must be there."""
        return {word for word, one in self.remarks.items() if one.is_there} - self.unsure

    @property
    def gone(self) -> set[str]:
        """What must not be there."""
        return {word for word, one in self.remarks.items() if not one.is_there} - self.unsure

    def files(self) -> Iterator[tuple[Path, bytes]]:
        """Give every file of it, as it lies on the disk."""
        for path in sorted(self.home.rglob("*")):
            if path.is_file():
                yield path, path.read_bytes()

    def months(self) -> list[Path]:
        """List the months of the journal that hold something."""
        found = sorted(self.journal.glob("2*")) if self.journal.is_dir() else []
        return [path for path in found if path.is_file()]

    def said(self, *words: str) -> None:
        """Remember that these were acknowledged."""
        self.remarks |= dict.fromkeys(words, Version(1, is_there=True))

    def learn(self, remarks: Mapping[str, Version]) -> None:
        """Take in what another knows: the higher version stands."""
        for word, version in remarks.items():
            self.remarks[word] = max(self.remarks.get(word, version), version)

    def look_again(self) -> None:
        """Take from the journal how each remark stands that somebody may have taken out, and said so."""
        stands = {}
        for line in self.store.lines():  # by rank: the last one stands
            stands[id_of(line)] = line
        for word, id_ in self.ids().items():
            line = stands[id_]
            rev = FOREVER if line.get("erased") else rev_of(line)
            if word in self.remarks and rev > self.remarks[word].rev:
                self.remarks[word] = Version(rev, is_there=not is_hidden(line))

    def ids(self) -> dict[str, str]:
        """Give the id of every remark that the journal has ever held, as far as its lines are there."""
        return {str(line["text"]): id_of(line) for line in self.store.lines() if line.get("kind") == "note"}

    def damaged_in(self, month: str, days: Mapping[str, date]) -> None:
        """Know no more of what was said in ``month``."""
        self.is_damaged = True
        self.unsure |= {word for word in self.remarks if str(days[word])[:7] == month}

    def erased(self) -> None:
        """Begin anew."""
        self.remarks, self.unsure = {}, set()
        self.holds = self.was_cleared = self.saw_it_held = self.is_damaged = False
