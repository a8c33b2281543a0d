"""What of a file is not taken: lines that cannot be used, and what nobody asked for."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.importers import notices
from ryggkompis.importers.errors import NothingCounted, NothingLeft, NothingUsable, OtherActivitiesOnly
from ryggkompis.importers.mapping import pains
from ryggkompis.importers.notices import LineNotice, Notice
from ryggkompis.importers.understood import Example, OtherActivities
from ryggkompis.importers.wording import notice_in_words

SHOWN: Final = 3
"""Examples that are kept of each kind."""
_OF_THE_ROW: Final = frozenset({notices.NoSuchDay, notices.NotYet, notices.OtherDay, notices.Repeated})
"""What is wrong with the whole row, however many of its cells are asked for."""
_LONGEST: Final = 80


@dataclass
class Faults:
    """Remembers each line that was left out, by the reason."""

    _lines: dict[type[LineNotice], list[int]] = field(default_factory=dict)
    _examples: dict[type[LineNotice], list[Example]] = field(default_factory=dict)
    _rows: set[tuple[type[LineNotice], str, int]] = field(default_factory=set)

    def add(self, kind: type[LineNotice], line: int, said: str = "", file: str = "") -> None:
        """Remember ``line`` of ``file`` and what it says; a row that is wrong as a whole counts once."""
        if kind in _OF_THE_ROW and line:
            if (kind, file, line) in self._rows:
                return
            self._rows.add((kind, file, line))
        self._lines.setdefault(kind, []).append(line)
        examples = self._examples.setdefault(kind, [])
        if len(examples) < SHOWN:
            examples.append(Example(line, said[:_LONGEST], file))

    @property
    def has_any(self) -> bool:
        """Something was left out."""
        return bool(self._lines)

    def told(self) -> Iterator[LineNotice]:
        """Tell of every kind."""
        for kind, lines in self._lines.items():
            yield kind(tuple(lines), tuple(self._examples[kind]))


@dataclass
class Asked:
    """What somebody said to be what, by the names of the file, and the names that nobody asked for."""

    wanted: dict[str, str] = field(default_factory=dict)
    """Each name that was asked for, in small letters, to what it is."""
    there: dict[str, str] = field(default_factory=dict)
    """Those that the file has, as it writes them, in small letters."""
    numbers: Counter[str] = field(default_factory=Counter)
    """How many numbers of pain each gave."""
    left_out: Counter[str] = field(default_factory=Counter)
    """How often each of the others says something."""
    others: Counter[str] = field(default_factory=Counter)
    """Activities that are not walks, by what the file calls them; nothing where it has only a number."""

    def told(self, kept: Callable[[str, str], int]) -> Iterator[Notice]:
        """Tell of each name what came of it; ``kept`` counts the entries of a name and a target."""
        for name, small in self.there.items():
            target = self.wanted[small]
            yield notices.Mapped(name, target, self.numbers[name] or kept(name, target))
        yield from (notices.NotThere(name) for name in self.wanted if name not in self.there.values())
        if self.left_out:
            yield notices.NotMapped(tuple(self.left_out.items()))
        yield from self.other_activities()

    def other_activities(self) -> Iterator[Notice]:
        """Tell of the activities that are not walks, and what most of them are."""
        if self.others:
            named = tuple((name, n) for name, n in self.others.most_common(SHOWN + 1) if name)[:SHOWN]
            yield OtherActivities(self.others.total(), named)


def why_nothing(file: str, left_out: Iterable[Notice], asked: Asked) -> ExpectedError:
    """Say why nothing of ``file`` can be taken in."""
    if why := " ".join(map(notice_in_words, left_out)):
        return NothingLeft(file=file, why=why)
    if why := " ".join(map(notice_in_words, asked.other_activities())):
        return OtherActivitiesOnly(file=file, why=why)
    return (NothingUsable if pains(asked.wanted) else NothingCounted)(file=file)
