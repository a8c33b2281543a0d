"""How many clinicians have reviewed the rules and texts: a number that ``tools/review`` writes down."""

from functools import cache
from typing import Annotated

from msgspec import Meta, json

from ryggkompis.content.files import data_path
from ryggkompis.domain.base.value import Value


class _Reviewed(Value):
    reviewers: Annotated[int, Meta(ge=0)]


@cache
def reviewers() -> int:
    """Give their number; 0 is nobody yet."""
    with open(data_path("reviewed.json"), "rb") as file:  # noqa: PTH123 - pathlib costs more than the data
        return json.decode(file.read(), type=_Reviewed).reviewers
