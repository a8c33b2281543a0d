"""Reports of patients told about in a test."""

import io
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from pypdf import PdfReader

from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.shown import Shown
from ryggkompis.report.gather import summary_of
from ryggkompis.report.omit import Options
from ryggkompis.report.summary import Summary
from ryggkompis.store.codec import encode
from ryggkompis.store.lines import Line
from tests.domain.patient import DAY_0, Patient, catalogue, red_flags

HOSTILE = (
    "=cmd|'/C calc'!A0 [b]x[/b] <script>alert(1)</script> "
    "\x1b]0;x\x07\x1b[2J \x9b31m \u202e *a* `b` | c\nline 2"
)


def day(n: int) -> date:
    return DAY_0 + timedelta(days=n)


def lines_of(patient: Patient) -> list[Line]:
    return [encode(entry) for entry in History.of(patient.entries).entries]


def words_of(format_: str, data: bytes) -> str:
    """Give what a reader of that format reads."""
    if format_ == "pdf":
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    return data.decode()


def report_of(
    patient: Patient, last: int, first: int = 0, shown: Sequence[Shown] = (), **options: Any
) -> Summary:
    return summary_of(
        History.of(patient.entries),
        lines_of(patient),
        red_flags(),
        catalogue(),
        first=day(first),
        last=day(last),
        options=Options(**options),
        shown=shown,
    )
