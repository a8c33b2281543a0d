"""What is told of medicines: what was taken, the patient's own limits, and what was begun or stopped."""

from typing import Annotated, Literal

from msgspec import Meta

from ryggkompis.domain.base.scales import MedicineTurn, Name, Text
from ryggkompis.domain.journal.stamp import Stamp


class Medicine(Stamp, kw_only=True):
    """What was taken, in the patient's own words; logged and never commented on."""

    kind: Literal["medicine"] = "medicine"
    text: Text
    name: Name | None = None
    """What it is counted as, name and strength as the patient writes them."""


class OwnMedicine(Stamp, kw_only=True):
    """What is told of a medicine that is counted; of its limits, and of its turns, the newest stands.

    No number here is ours: the patient types what the doctor or the package says.
    """

    kind: Literal["own_medicine"] = "own_medicine"
    name: Name
    most: Annotated[int, Meta(ge=1, le=99)] | None = None
    """At most so many times a day; where it is told of the limits, none is no limit."""
    apart: Annotated[int, Meta(ge=1, le=168)] | None = None
    """At least so many hours between two."""
    turn: MedicineTurn | None = None
    """It was begun or stopped on that day; then nothing is told of its limits."""
