"""A therapist's programme: a YAML file a physiotherapist can read and write, checked as ours are."""

from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Final, TypeAlias

from msgspec import Meta

from ryggkompis.content.catalogue import refuse_same_ids
from ryggkompis.content.checking import checked
from ryggkompis.content.errors import (
    BarredAndRequiredError,
    BarsEverythingError,
    NoAmountError,
    UnknownExerciseError,
)
from ryggkompis.content.figures import figure_or_none
from ryggkompis.content.files import data_file
from ryggkompis.content.reading import Document, decoded, read_bytes, read_text
from ryggkompis.domain.base.scales import Name, Text
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.base.weekdays import Weekday
from ryggkompis.domain.catalogue.catalogue import PHASES, Catalogue, Exercise, Level, Sentence, Tag, Words
from ryggkompis.domain.catalogue.figures import Figure
from ryggkompis.domain.catalogue.positions import contradiction
from ryggkompis.domain.catalogue.ways import way_of
from ryggkompis.domain.plan.ladder import highest

OwnText: TypeAlias = Words | Sentence
"""A text in both languages, or in the one the therapist writes."""
LARGEST: Final = 256 * 1024
"""Bytes."""
LAST_PLACE: Final = 9
TEMPLATE: Final = "programme.yaml"


class OwnLevel(Value, kw_only=True):
    """One step of a therapist's own exercise."""

    sets: Annotated[int, Meta(ge=1, le=5)]
    reps: Annotated[int, Meta(ge=1, le=20)] | None = None
    seconds: Annotated[int, Meta(ge=1, le=300)] | None = None
    metres: Annotated[int, Meta(ge=1, le=100)] | None = None
    per_side: bool = False
    per_day: Annotated[int, Meta(ge=1, le=5)] = 1
    how: OwnText | None = None


class OwnExercise(Value, kw_only=True):
    """A therapist's own exercise."""

    id: Annotated[str, Meta(min_length=1, max_length=20)]
    name: OwnText
    how: OwnText
    position: OwnText | None = None
    purpose: OwnText | None = None
    caution: OwnText | None = None
    tags: tuple[Tag, ...] = ()
    levels: Annotated[tuple[OwnLevel, ...], Meta(min_length=1, max_length=4)]
    figure: object = None
    """Its poses, or the id of an exercise whose figure it has. One that cannot be drawn is left out."""


class ProgrammeFile(Value, kw_only=True):
    """What a therapist may say; the plan keeps to it where it is stricter."""

    name: Name
    note: Text | None = None
    until: date | None = None
    """The last day it is meant for; then the patient is asked whether it goes on."""
    walk_minutes: Annotated[int, Meta(ge=4, le=40)] | None = None
    """Most walking in a day, in minutes."""
    barred: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    days: tuple[Weekday, ...] = ()
    exercises: Annotated[tuple[OwnExercise, ...], Meta(max_length=12)] = ()


class ReadProgramme(Value):
    """A programme as the journal keeps it: the fields of its entry."""

    name: str
    sha: str
    walk_ceiling: int | None
    barred: tuple[str, ...]
    required: tuple[str, ...]
    days: tuple[Weekday, ...]
    own: tuple[Exercise, ...]
    note: str | None
    text: str
    until: date | None


def load_programme(path: Path, catalogue: Catalogue) -> ReadProgramme:
    """Read a therapist's programme, or refuse it with the line at fault.

    Raises:
        ContentError: naming file, line and field.

    """
    # The whole text goes into the journal with its hash: every machine then plans by the same words. It is
    # read once, since a file can change between two readings.
    content = read_bytes(path, LARGEST)
    return _read(read_text(decoded(content, str(path)), str(path)), content, catalogue)


def load_text(text: str, catalogue: Catalogue, file: str) -> ReadProgramme:
    """Read a programme from its text, as from a file that is called ``file``.

    Raises:
        ContentError: naming line and field.

    """
    return _read(read_text(text, file), text.encode(), catalogue)


def _read(document: Document, text: bytes, catalogue: Catalogue) -> ReadProgramme:
    said = checked(ProgrammeFile, document)
    ids = (e.id for e in catalogue.exercises)
    own = ((e.id, ("exercises", i, "id")) for i, e in enumerate(said.exercises))
    refuse_same_ids(document, [*((id_, ()) for id_ in ids), *own])
    for i, exercise in enumerate(said.exercises):
        for j, level in enumerate(exercise.levels):
            if level.reps is level.seconds is level.metres is None:
                raise document.fault(NoAmountError, ("exercises", i, "levels", j))
    barred = tuple(_known(document, catalogue, "barred", said.barred))
    required = tuple(_known(document, catalogue, "required", said.required))
    _refuse_contradictions(document, catalogue, said, barred, required)
    return ReadProgramme(
        name=said.name,
        sha=sha256(text).hexdigest(),
        # The therapist thinks in minutes; the plan climbs by levels, and takes the highest within them.
        walk_ceiling=None if said.walk_minutes is None else highest(said.walk_minutes),
        barred=barred,
        required=required,
        days=said.days,
        own=tuple(_exercise(exercise, catalogue) for exercise in said.exercises),
        note=said.note,
        text=text.decode("utf-8-sig"),
        until=said.until,
    )


def template() -> str:
    """Give a programme to fill in, with every key explained in both languages."""
    return data_file(TEMPLATE).read_text(encoding="utf-8")


def _known(document: Document, catalogue: Catalogue, key: str, ids: Iterable[str]) -> Iterable[str]:
    for i, id_ in enumerate(ids):
        exercise = catalogue.exercise(id_)
        if exercise is None:
            raise document.fault(UnknownExerciseError, (key, i), id=id_)
        yield exercise.id


def _refuse_contradictions(
    document: Document,
    catalogue: Catalogue,
    said: ProgrammeFile,
    barred: tuple[str, ...],
    required: tuple[str, ...],
) -> None:
    for i, id_ in enumerate(required):
        if id_ in barred:
            raise document.fault(BarredAndRequiredError, ("required", i), id=id_)
    if not said.exercises and {e.id for e in catalogue.exercises} <= set(barred):
        raise document.fault(BarsEverythingError, ("barred",))


def _words(said: OwnText | None, otherwise: Words) -> Words:
    if said is None:
        return otherwise
    return Words(nb=said, en=said) if isinstance(said, str) else said


def _figure(own: OwnExercise, catalogue: Catalogue) -> Figure | None:
    shown = catalogue.exercise(own.figure) if isinstance(own.figure, str) else None
    if shown is None:
        return figure_or_none(own.figure, own.tags)
    figure = way_of(shown, 1).figure
    return None if figure is None or contradiction(figure, own.tags) else figure


def _exercise(own: OwnExercise, catalogue: Catalogue) -> Exercise:
    name, how = _words(own.name, NOTHING_SAID), _words(own.how, NOTHING_SAID)
    return Exercise(
        id=own.id,
        name=name,
        start=_words(own.position, name),
        purpose=_words(own.purpose, name),
        cue=how,
        caution=_words(own.caution, how),
        tags=own.tags,
        # Bending waits after getting up, whoever prescribes it (invariant I8).
        after_waking_hours=2 if "FLEX" in own.tags else 0,
        phases=dict.fromkeys(PHASES, LAST_PLACE),
        levels=tuple(
            Level(
                sets=level.sets,
                reps=level.reps,
                seconds=level.seconds,
                metres=level.metres,
                per_side=level.per_side,
                per_day=level.per_day,
                how=_words(level.how, how),
            )
            for level in own.levels
        ),
        figure=_figure(own, catalogue),
    )


NOTHING_SAID: Final = Words(nb="–", en="–")
