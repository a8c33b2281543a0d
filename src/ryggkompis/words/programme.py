"""The therapist's programme in words: what it is called, since when it is in use, and its file's mark."""

from collections.abc import Iterator

from ryggkompis.domain.base.text import shown
from ryggkompis.domain.journal.entries import Programme
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.words.lines import Line


def in_use(programme: Programme) -> Iterator[Line]:
    """Say which programme is in use."""
    yield Line(
        _("{name}, in use from {day}.").format(
            name=shown(programme.name), day=formats.brief_day(programme.day)
        )
    )


def mark_of(programme: Programme) -> Line:
    """Say by which mark its file is known."""
    return Line(_("The file's mark is {sha}.").format(sha=programme.sha[:8]), "muted")


def told_by_therapist(programme: Programme | None) -> Iterator[Line]:
    """Give the therapist's own word to the patient, whole: what must wait, and until when, may stand last."""
    words = " ".join(shown(programme.note).split()) if programme and programme.note else ""
    if words:
        yield Line(_("From your therapist: {note}").format(note=words))
