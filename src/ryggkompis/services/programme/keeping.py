"""What a therapist said, as told by answers: it becomes the text of a file, and is read as every file is."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from ryggkompis.domain.base.value import asdict, replace
from ryggkompis.domain.journal.entries import Programme
from ryggkompis.domain.journal.visits import TOLD, is_past
from ryggkompis.i18n.language import _
from ryggkompis.services.companion import Companion
from ryggkompis.services.programme.errors import NoProgramme
from ryggkompis.services.questions.programme import ANOTHER, CHANGE
from ryggkompis.services.questions.programme_before import Before

if TYPE_CHECKING:
    # What reads and writes a file brings pydantic and yaml, which most days do without.
    from ryggkompis.content.programme import ProgrammeFile, ReadProgramme


def stands(companion: Companion) -> Programme | None:
    """Give the programme in use."""
    history, _problems = companion.read_needed()
    return history.programme(companion.today.day)


def replaced_by(companion: Companion, read: "ReadProgramme") -> Programme | None:
    """Give the programme that would no longer hold with ``read``; None where it is the same therapist's."""
    now = stands(companion)
    return now if now is not None and _is_another(now, read) else None


def _is_another(now: Programme, read: "ReadProgramme") -> bool:
    """Tell whether a file is from somebody else than the programme in use."""
    one, other = (" ".join(name.split()).casefold() for name in (now.name, read.name))
    return one != other


def before(companion: Companion, what: object = None) -> Before:
    """Give what is known before a programme is told.

    Args:
        companion: reads it.
        what: `CHANGE` of the one in use, or told by `ANOTHER`.

    """
    state = companion.state()
    profile = state.profile
    return Before(
        catalogue=companion.catalogue,
        sensitivities=profile.sensitivities if profile else (),
        programme=stands(companion) if what in {CHANGE, ANOTHER} else None,
        is_beside=what == ANOTHER,
        has_plan=not state.plan.is_empty,
        is_held=state.plan.is_held,
    )


def known(companion: Companion, found: Before) -> dict[str, object]:
    """Give the answers that stand already: all of them where the programme in use is changed."""
    from ryggkompis.content.programme_text import said_in  # noqa: PLC0415

    if found.programme is None or found.is_beside:
        profile = companion.state().profile
        therapist = profile.therapist if profile and found.programme is None else None
        return {"name": therapist} if therapist else {}
    said = said_in(found.programme, found.catalogue)
    answers: dict[str, object] = {
        "name": said.name,
        "required": said.required,
        "barred": said.barred,
        "days": said.days,
        "walk": said.walk_minutes,
        "kept": tuple(one.id for one in said.exercises),
        "until": None if is_past(found.programme, companion.today.real) else said.until,
        "note": said.note,
    }
    return {key: value for key, value in answers.items() if value not in (None, ())}


def tell(companion: Companion, found: Before, answers: Mapping[str, object]) -> Programme | None:
    """Follow from today on what was told; None where that is what is followed already.

    Raises:
        ExpectedError: when it leaves no exercise, or could not be saved.

    """
    from ryggkompis.content.programme_text import said_in  # noqa: PLC0415
    from ryggkompis.services.programme.told import stricter, told  # noqa: PLC0415

    now = stands(companion)
    earlier = said_in(now, found.catalogue) if now else None
    said = told(found, answers, earlier)
    if earlier is not None and answers.get("both") is True:
        said = stricter(earlier, said, is_new=answers.get("which_days") is True)
    return None if said == earlier else _keep(companion, said)


def go_on(companion: Companion, until: date | None) -> Programme:
    """Follow the programme in use until another day; None names no end."""
    from ryggkompis.content.programme_text import said_in  # noqa: PLC0415

    now = _in_use(companion)
    return _keep(companion, replace(said_in(now, companion.catalogue), until=until))


def end(companion: Companion) -> Programme:
    """Follow the programme in use no longer: the plan goes on from where it held it, and nothing jumps."""
    now = _in_use(companion)
    return companion.diary.say(Programme, name=now.name, sha=now.sha, over=True)


def last_day(answers: Mapping[str, object]) -> date | None:
    """Give the day until which it goes on, as it was answered."""
    day = answers.get("until")
    return day if isinstance(day, date) else None


def as_file(companion: Companion, programme: Programme) -> bytes:
    """Give the file that says what a programme says: the therapist's own text where there is one."""
    from ryggkompis.content.programme_text import said_in, written  # noqa: PLC0415

    catalogue = companion.catalogue
    return (programme.text or written(said_in(programme, catalogue), catalogue)).encode()


def _in_use(companion: Companion) -> Programme:
    found = stands(companion)
    if found is None:
        raise NoProgramme
    return found


def _keep(companion: Companion, said: "ProgrammeFile") -> Programme:
    from ryggkompis.content.programme import load_text  # noqa: PLC0415
    from ryggkompis.content.programme_text import written  # noqa: PLC0415

    text = TOLD + written(said, companion.catalogue)
    read = load_text(text, companion.catalogue, _("Your answers"))
    return companion.diary.say(Programme, **asdict(read))
