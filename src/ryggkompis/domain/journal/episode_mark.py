"""What the patient tells of one round of the illness as a whole."""

from datetime import date
from typing import Literal

from ryggkompis.domain.base.scales import Ended, Name, Rhythm
from ryggkompis.domain.journal.stamp import Stamp


class EpisodeMark(Stamp, kw_only=True):
    """One round of the illness, as the patient tells it: when it began, how it was treated, how it ended."""

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
