"""What the patient tells of one round of the illness as a whole."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

from ryggkompis.domain.base.scales import Ended, Name, Rhythm
from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.stamp import Stamp


class EpisodeMark(Stamp, kw_only=True):
    """One round of the illness, as the patient tells it: when it began, how it was treated, how it ended.

    A mark says one thing: how it goes on, or an operation. So each can be taken out by itself. Older
    marks say again what those before them said.
    """

    kind: Literal["episode"] = "episode"
    start: date
    """When the pain of this round began."""
    end: date | None = None
    """The day on which the patient closed it."""
    ended: Ended | None = None
    rhythm: Rhythm | None = None
    """How often the patient wants to be asked."""
    operated: date | None = None
    """The day of an operation on the back."""
    cleared: date | None = None
    """The day from which the surgeon or the hospital's physiotherapist allows exercise."""
    cleared_by: Name | None = None

    @property
    def is_of_course(self) -> bool:
        """It says how the episode goes on, and is the last word on that until another does."""
        return self.end is not None or self.rhythm is not None

    @property
    def is_beginning(self) -> bool:
        """It says that an episode began; any other only names the day from which it was known."""
        return not self.is_of_course and self.operated is None


def standing(marks: Iterable[EpisodeMark]) -> Mapping[date, EpisodeMark]:
    """Give for each beginning the last mark, with the last word on how the episode goes on."""
    found: dict[date, EpisodeMark] = {}
    for mark in marks:
        last = found.get(mark.start, mark)
        goes_on = mark if mark.is_of_course else last
        rhythm = mark.rhythm or last.rhythm
        found[mark.start] = replace(mark, end=goes_on.end, ended=goes_on.ended, rhythm=rhythm)
    return found


def changed_with(old: EpisodeMark, new: EpisodeMark, marks: Iterable[EpisodeMark]) -> list[EpisodeMark]:
    """Give the other ``marks`` that say what ``old`` said and now ``new`` corrects, each as it is then.

    Marks of one beginning are of one episode, and those of one day of one operation.
    """
    told = {name: getattr(new, name) for name in ("operated", "cleared", "cleared_by")}
    found = []
    for mark in marks:
        if mark.id == old.id:
            continue
        said = {"start": new.start} if mark.start == old.start else {}
        said |= told if old.operated is not None and mark.operated == old.operated else {}
        other = replace(mark, **said)
        found += [other] if other != mark else []
    return found
