"""Before a visit and after it: when it is, what to ask, and what was agreed."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.domain.base.value import asdict
from ryggkompis.domain.journal.entries import Entry, Event, Profile, Programme
from ryggkompis.services.companion import Companion
from ryggkompis.services.diary import said_of
from ryggkompis.services.programme.keeping import stands

if TYPE_CHECKING:
    from ryggkompis.content.programme import ReadProgramme


class PastVisit(ExpectedError):
    """A next visit on a day that has passed."""

    says = N_("The next visit cannot be on {day}, which has passed. Give today or a later day.")


class PastProgramme(ExpectedError):
    """A programme that was over before it was followed."""

    says = N_("This programme was over on {day}. Ask for a new one, or change “until” in the file.")


def prepare_visit(companion: Companion, next_visit: date | None, questions: Sequence[str]) -> Profile:
    """Keep the day of the next visit, and what to ask there, in place of what stood.

    Raises:
        PastVisit: for a day that has passed.

    """
    return companion.diary.say(Profile, **_profile(companion, next_visit, questions))


def agree(companion: Companion, agreed: str, on: date, next_visit: date | None) -> tuple[Entry, ...]:
    """Keep what was agreed at the visit of the day ``on``; the questions have been asked then.

    Raises:
        PastVisit: for a next visit that has passed.

    """
    diary = companion.diary
    told = companion.read_needed()[0].within(on, on).entries
    same = [one for one in told if isinstance(one, Event) and (one.event, one.text) == ("visit", agreed)]
    event = diary.on(on).draft(Event, event="visit", text=agreed)
    known, planned = _known(companion), _profile(companion, next_visit, ())
    entries = (*same[:1],) or (event,)
    added = () if known == planned else (diary.draft(Profile, **planned),)
    # In one save: what was agreed without the next visit would be half of it. Told twice it is one visit.
    diary.add(*(() if same else (event,)), *added)
    return (*entries, *added)


def read_programme(companion: Companion, file: Path) -> "ReadProgramme":
    """Read the therapist's file.

    Raises:
        PastProgramme: when it is over already.
        ExpectedError: when it cannot be read, or says what cannot be.

    """
    from ryggkompis.content.programme import load_programme  # noqa: PLC0415 - brings pydantic and yaml

    read = load_programme(file, companion.catalogue)
    if read.until is not None and read.until < companion.today.day:
        raise PastProgramme(day=read.until)
    return read


def use_programme(companion: Companion, read: "ReadProgramme") -> Programme | None:
    """Follow a programme from today on; None where it says what is followed already."""
    from ryggkompis.content.programme_text import said_in  # noqa: PLC0415

    now, new = stands(companion), companion.diary.draft(Programme, **asdict(read))
    if now is not None and said_in(now, companion.catalogue) == said_in(new, companion.catalogue):
        return None
    companion.diary.add(new)
    return new


def _profile(companion: Companion, next_visit: date | None, questions: Sequence[str]) -> dict[str, object]:
    if next_visit is not None and next_visit < companion.today.real:
        raise PastVisit(day=next_visit)
    asked = tuple(text for text in questions if text.strip())
    return {**_known(companion), "next_visit": next_visit, "questions": asked}


def _known(companion: Companion) -> dict[str, object]:
    history, _problems = companion.read_needed()
    return said_of(history.profile(companion.today.day) or companion.diary.draft(Profile))
