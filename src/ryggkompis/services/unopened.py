"""A diary that is locked: what is said is kept, and judged by what was said since the program began."""

from collections.abc import Sequence

from ryggkompis.domain.journal.entries import Entry
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.problems import Problem
from ryggkompis.domain.journal.shown import Shown
from ryggkompis.services.companion import Companion


class Unopened(Companion):
    """A companion that never opens the diary: whoever notes something is not asked for the passphrase.

    Nothing is known of the days before: all is new, and every question that it may call for is asked.
    """

    _said: tuple[Entry, ...] = ()

    def read(self) -> tuple[History, tuple[Problem, ...]]:
        """Give what was said here."""
        return self._with_waiting(self._said), ()

    def read_needed(self, shown: Sequence[Shown] | None = None) -> tuple[History, tuple[Problem, ...]]:  # noqa: ARG002
        """Give what was said here; nothing more can be read."""
        return self.read()

    def shown(self) -> tuple[Shown, ...]:
        """Give nothing: what was shown is locked too."""
        return ()

    def remember_shown(self) -> None:
        """Leave what was shown as it is: what is known here is too little for a plan."""

    def hold(self, gates: Sequence[Gate], gone: Sequence[Gate] = (), beside: Sequence[Entry] = ()) -> None:
        """Make safety answers durable, and judge by them from here on.

        Raises:
            NotSaved: when they could not be written; they hold until they are, or the program ends.

        """
        super().hold(gates, gone, beside)
        new = {entry.id: entry for entry in (*self._said, *beside, *gates)}
        self._said = tuple(entry for id_, entry in new.items() if id_ not in {gate.id for gate in gone})

    def has_latest(self, gate: Gate) -> bool:  # noqa: ARG002
        """Take it for granted: every entry that is revised was written here, a moment ago."""
        return True

    def _before(self, gate: Gate) -> None:
        """Give nothing: what stands of ``gate`` cannot be read, and was written here."""
