"""What the user should know about a file of the journal, as a small value; worded at the edge."""

from datetime import datetime
from typing import Final, Literal, TypeAlias

from ryggkompis.domain.base.value import Value, asdict

Status: TypeAlias = Literal[
    "ok", "edited", "damaged", "newer", "foreign", "missing", "unreadable", "too_large", "not_a_file", "away",
    "locked",
]  # fmt: skip
"""What became of a month's file.

``edited``: whole, but not as we wrote it (by hand, or by a flipped bit). ``foreign``: nothing of ours.
``away``: taken from this disk by iCloud for now. ``locked``: sealed with another key, or damaged so.
"""
What: TypeAlias = (
    Status | Literal["stranger", "misnamed", "refused", "unknown_kind", "vanished", "lost", "settled", "gone"]
)
"""Also: a file that is no month, a month under a name that tells of none, a line that no entry can be made
of, an entry of a newer version, a month that was here and is gone, what a repair could not save, the same
after somebody was seen for it, a safety answer that held the plan and is no longer there."""

_HARMLESS: Final[tuple[What, ...]] = ("edited", "stranger", "settled")


class Problem(Value):
    """Something about a file of the journal that is not as it should be."""

    file: str
    what: What
    line: int | None = None
    """The line of the file, from 1, that could not be read."""
    backup: str | None = None
    """The day (YYYY-MM-DD) of the backup whose lines are shown as well."""
    entry: str | None = None
    """The id of the entry that is not shown."""
    day: str | None = None
    """The day (YYYY-MM-DD) that it is about."""
    changed: datetime | None = None
    """When the file was last changed."""

    @property
    def facts(self) -> dict[str, object]:
        """Give it as facts for another program."""
        changed = self.changed.isoformat() if self.changed else None
        return {**asdict(self), "changed": changed, "hides": self.hides}

    @property
    def hides(self) -> bool:
        """Tell whether something may be missing from what is shown."""
        return self.what not in _HARMLESS
