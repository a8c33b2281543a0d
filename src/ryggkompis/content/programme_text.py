"""A programme as the text of its file: what was told by answers is kept as what a therapist would write."""

from collections.abc import Iterator
from typing import Any, Final

import yaml
from msgspec import to_builtins

from ryggkompis.content.checking import checked
from ryggkompis.content.programme import OwnExercise, OwnLevel, ProgrammeFile
from ryggkompis.content.reading import read_text
from ryggkompis.domain.base.value import asdict, defaults
from ryggkompis.domain.catalogue.catalogue import Catalogue, Exercise
from ryggkompis.domain.journal.entries import Programme
from ryggkompis.domain.plan.ladder import day_minutes

_ORDER: Final = ("name", "until", "note", "walk_minutes", "days", "required", "barred", "exercises")
_BY_ID: Final = frozenset({"required", "barred"})
"""Lists of ids, each with its name beside it: nobody knows an exercise by its number."""


def written(said: ProgrammeFile, catalogue: Catalogue) -> str:
    """Write the file that says ``said``; what is not said has no line."""
    tree = to_builtins(said)
    usual = defaults(ProgrammeFile)
    lines: list[str] = []
    for key in _ORDER:
        if key in usual and getattr(said, key) == usual[key]:
            continue
        if key in _BY_ID:
            lines += [f"{key}:", *_named(tree[key], catalogue)]
        elif key == "exercises":
            lines += _dumped({key: [_without_usual(one) for one in tree[key]]})
        elif key == "until":
            lines.append(f"until: {said.until}")
        else:
            lines += _dumped({key: tree[key]})
    return "\n".join(lines) + "\n"


def said_in(programme: Programme, catalogue: Catalogue) -> ProgrammeFile:
    """Give what a programme says, as its file did; where no text was kept, from what the plan knows.

    Raises:
        ContentError: for a text that is no programme any more.

    """
    if programme.text:
        return checked(ProgrammeFile, read_text(programme.text, programme.name))
    ceiling = programme.walk_ceiling
    return ProgrammeFile(
        name=programme.name,
        note=programme.note,
        until=programme.until,
        walk_minutes=None if ceiling is None else day_minutes(ceiling),
        barred=tuple(one for one in programme.barred if catalogue.exercise(one)),
        required=tuple(one for one in programme.required if catalogue.exercise(one)),
        days=programme.days,
        exercises=tuple(map(_as_told, programme.own)),
    )


def _as_told(exercise: Exercise) -> OwnExercise:
    return OwnExercise(
        id=exercise.id,
        name=exercise.name,
        how=exercise.cue,
        position=exercise.start,
        purpose=exercise.purpose,
        caution=exercise.caution,
        tags=exercise.tags,
        levels=tuple(
            OwnLevel(**{name: value for name, value in asdict(level).items() if name in _LEVEL})
            for level in exercise.levels
        ),
        figure=to_builtins(exercise.figure),
    )


_LEVEL: Final = frozenset({"sets", "reps", "seconds", "metres", "per_side", "per_day", "how"})


def _named(ids: list[str], catalogue: Catalogue) -> Iterator[str]:
    for id_ in ids:
        found = catalogue.exercise(id_)
        yield f"- {id_}  # {found.name.nb} / {found.name.en}" if found else f"- {id_}"


def _without_usual(exercise: dict[str, Any]) -> dict[str, Any]:
    """Leave out what goes without saying."""
    usual, of_level = defaults(OwnExercise), defaults(OwnLevel)
    said = {key: value for key, value in exercise.items() if value not in (usual.get(key), [], ())}
    said["levels"] = [
        {key: value for key, value in level.items() if key not in of_level or value != of_level[key]}
        for level in exercise["levels"]
    ]
    return said


def _dumped(tree: dict[str, Any]) -> list[str]:
    text: str = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=100)
    return text.rstrip("\n").split("\n")
