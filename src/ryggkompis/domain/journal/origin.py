"""Where an entry comes from that was made of another program's file."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from msgspec import Meta

from ryggkompis.domain.base.scales import Name
from ryggkompis.domain.base.value import Value


class Origin(Value, kw_only=True):
    """Whose file it was, and the import that brought it; what the patient said here has none."""

    source: Name
    """The program, as `fitbit`; `table` where the file is any table."""
    import_id: Annotated[str, Meta(min_length=1, max_length=64)]
    """What came in with one import shares it, and goes out with it."""
    on: date
    """The patient's day on which it came: it raises nothing before the next."""
    file: Annotated[str, Meta(max_length=64)] | None = None
    """Tells one file from another, and nothing of what is in it."""
    names: Mapping[str, str] | None = None
    """What the patient said was what, by its name in the file."""
