"""Lines that cannot be used: how many there are of each kind, and what stands in the first."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from ryggkompis.importers.notices import LineNotice
from ryggkompis.importers.understood import Example

SHOWN: Final = 3
"""Examples that are kept of each kind."""
_LONGEST: Final = 80


@dataclass
class Faults:
    """Remembers each line that was left out, by the reason."""

    _lines: dict[type[LineNotice], list[int]] = field(default_factory=dict)
    _examples: dict[type[LineNotice], list[Example]] = field(default_factory=dict)

    def add(self, kind: type[LineNotice], line: int, said: str = "", file: str = "") -> None:
        """Remember ``line`` of ``file`` and what it says."""
        self._lines.setdefault(kind, []).append(line)
        examples = self._examples.setdefault(kind, [])
        if len(examples) < SHOWN:
            examples.append(Example(line, said[:_LONGEST], file))

    @property
    def has_any(self) -> bool:
        """Something was left out."""
        return bool(self._lines)

    def count(self, kind: type[LineNotice]) -> int:
        """Count what was left out for one reason."""
        return len(self._lines.get(kind, ()))

    def told(self) -> Iterator[LineNotice]:
        """Tell of every kind."""
        for kind, lines in self._lines.items():
            yield kind(tuple(lines), tuple(self._examples[kind]))
