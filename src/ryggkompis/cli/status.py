"""Exit statuses: what a script can rely on. An `ExpectedError` brings its own, mostly 2."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ryggkompis.domain.journal.problems import Problem
    from ryggkompis.domain.plan.plan import Plan

DONE: Final = 0
HELD: Final = 1
"""What shows the day's plan ends so while a safety answer holds it, or may for all that can be read."""
UNUSABLE: Final = 3
"""The disk or the journal cannot be used, or only a part of it; nothing is lost."""
INTERRUPTED: Final = 130


def of_reading(problems: "Iterable[Problem]") -> int:
    """Give the status of a command that read the journal, or as much of it as could be read."""
    return UNUSABLE if any(problem.hides for problem in problems) else DONE


def of(plan: "Plan") -> int:
    """Give the status of a command that showed ``plan``."""
    return HELD if plan.is_held else DONE
