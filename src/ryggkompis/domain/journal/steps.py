"""Steps, as a device or a phone counts them."""

from typing import Annotated, Literal

from msgspec import Meta

from ryggkompis.domain.base.scales import Name
from ryggkompis.domain.journal.stamp import Stamp


class Steps(Stamp, kw_only=True):
    """Steps that one device counted on one day; shown, and never looked at by the plan.

    A day of no steps is a day on which the device was not worn: unknown, and so no entry.
    """

    kind: Literal["steps"] = "steps"
    steps: Annotated[int, Meta(ge=1, le=200_000)]
    source: Name
    """The device or program. Several count the same steps, so of several one counts."""
