"""What is answered to the safety questions, and who has looked at it since."""

from collections.abc import Mapping
from typing import Literal

from ryggkompis.domain.base.scales import DAILY_LINE, Answer, Name, Scope, Text
from ryggkompis.domain.journal.stamp import Stamp


class Gate(Stamp, kw_only=True):
    """Answers to the safety questions (clinical 2)."""

    kind: Literal["gate"] = "gate"
    scope: Scope
    answers: Mapping[str, Answer]
    """Red flag id, or ``DAILY_LINE``, to the answer given."""
    marked: Mapping[str, Answer] | None = None
    """Given in a list that was not finished, and not read back yet: it holds until the list is finished."""
    unanswered: tuple[str, ...] | None = None
    """Asked because of a drawing or of a leg that is weaker, and not answered: it counts as unsure."""

    @property
    def said(self) -> Mapping[str, Answer | None]:
        """Each question that counts as yes or unsure, with its answer; None where nobody has given one."""
        holds = {**{flag: self.answers[flag] for flag in self.positive}, **(self.marked or {})}
        if self.is_list_begun:
            # The one line stands for a list that is not finished, whether or not it was asked.
            holds.pop(DAILY_LINE, None)
        return {flag: None if flag in (self.unanswered or ()) else answer for flag, answer in holds.items()}

    @property
    def is_list_begun(self) -> bool:
        """Tell whether it is a list that was begun, or opened by a drawing, and not finished."""
        return self.marked is not None

    @property
    def is_by_itself(self) -> bool:
        """Tell whether neither the one line nor the list was asked, but a few questions by themselves."""
        return self.scope == "daily" and DAILY_LINE not in self.answers and not self.is_list_begun

    @property
    def positive(self) -> tuple[str, ...]:
        """The questions that count as yes: unsure does, and so does what was left open."""
        return tuple(flag for flag, answer in self.answers.items() if answer != "no")


class Clearance(Stamp, kw_only=True):
    """Seen by a doctor: the only thing that opens a red lock."""

    kind: Literal["clearance"] = "clearance"
    by: Name
    text: Text | None = None


def stays(entry: object) -> bool:
    """Tell whether ``entry`` holds as a yes, so that it is neither changed nor taken back."""
    return isinstance(entry, Gate) and bool(entry.positive)
