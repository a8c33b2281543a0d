"""Answers about what a therapist said, made into what their file would say; and two of them into one."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from ryggkompis.content.programme import OwnExercise, OwnLevel, ProgrammeFile
from ryggkompis.domain.base.text import TEXT_LIMIT
from ryggkompis.domain.catalogue.catalogue import Tag
from ryggkompis.domain.catalogue.positions import POSITIONS
from ryggkompis.domain.catalogue.ways import way_of
from ryggkompis.domain.journal.entries import Programme
from ryggkompis.domain.journal.visits import therapists
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.services.questions.kinds import most
from ryggkompis.services.questions.own_exercise import AVOIDED
from ryggkompis.services.questions.programme_before import MOST_OWN, Before, avoided_by, contradicted, listed
from ryggkompis.services.questions.programme_both import days_of_both, ends_in_words


def told(found: Before, answers: Mapping[str, object], earlier: ProgrammeFile | None) -> ProgrammeFile:
    """Make the programme that the answers tell.

    Args:
        found: what was known before they were asked.
        answers: what was answered; where it was not, nothing is said.
        earlier: what the programme in use says; of that the exercises go on that were named.

    """
    odd = set(contradicted(found.catalogue, answers))
    asked, is_slip = listed(answers, "required"), answers.get("do") is True
    out = {*listed(answers, "barred"), *avoided_by(found.catalogue, listed(answers, "avoid"))}
    barred = [one.id for one in found.catalogue.exercises if one.id in out]
    kept = listed(answers, "kept")
    own: list[OwnExercise] = []
    if earlier and not found.is_beside:
        own = [one for one in earlier.exercises if one.id in kept]
    taken = {one.id.casefold() for one in found.catalogue.exercises}
    taken |= {one.id.casefold() for one in earlier.exercises} if earlier else set()
    walk, until = answers.get("walk"), answers.get("until")
    return ProgrammeFile(
        name=str(answers["name"]),
        note=_note(answers),
        until=until if isinstance(until, date) else None,
        walk_minutes=walk if isinstance(walk, int) else None,
        barred=tuple(id_ for id_ in barred if not (is_slip and id_ in odd)),
        required=tuple(id_ for id_ in asked if is_slip or id_ not in odd),
        days=listed(answers, "days"),  # type: ignore[arg-type]  # chosen among the days of the week
        exercises=(*own, *_own(found, answers, taken)),
    )


def _note(answers: Mapping[str, object]) -> str | None:
    """Let what is to be avoided stand in words before the note: all that can be left out is an exercise."""
    tags = listed(answers, "avoid")
    avoided = [_(words) for tag, words in AVOIDED.items() if tag in tags]
    said = [_("Avoid {what}.").format(what=formats.list_of(avoided))] if avoided else []
    note = answers.get("note")
    return " ".join((*said, *([str(note)] if note else []))) or None


def _own(found: Before, answers: Mapping[str, object], taken: set[str]) -> Iterator[OwnExercise]:
    ids = (id_ for n in range(1, 10 * MOST_OWN) if (id_ := f"X{n}").casefold() not in taken)
    for n in range(MOST_OWN):
        if answers.get(f"own {n}") is not True:
            return
        said = {key: answers.get(f"own {n} {key}") for key in ("name", "how", "reps", "seconds")}
        figure = next(iter(listed(answers, f"own {n} figure")), None)
        yield OwnExercise(
            id=next(ids),
            name=str(said["name"]),
            how=str(said["how"] or said["name"]),
            tags=tuple(_tags(found, listed(answers, f"own {n} moves"), figure)),
            levels=(
                OwnLevel(
                    sets=_number(answers.get(f"own {n} sets")) or 1,
                    reps=_number(said["reps"]),
                    seconds=_number(said["seconds"]),
                    per_day=_number(answers.get(f"own {n} per_day")) or 1,
                ),
            ),
            figure=figure,
        )


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _tags(found: Before, moves: Iterable[str], figure: str | None) -> list[Tag]:
    """Take what it asks of the body from the answer and from what it looks like: more is stricter."""
    shown = found.catalogue.exercise(figure) if figure else None
    tags: list[Tag] = [tag for tag in AVOIDED if tag in tuple(moves)]
    if shown is not None:
        way = way_of(shown, 1)
        tags += [tag for tag in shown.tags if tag not in POSITIONS or tag in way.positions]
    return list(dict.fromkeys(tags))


def stricter(one: ProgrammeFile, other: ProgrammeFile, *, is_new: bool = False) -> ProgrammeFile:
    """Let two programmes hold together: where they differ, the stricter.

    Args:
        one: the one in use.
        other: the one that is told.
        is_new: whether the days of the one that is told hold where the two share none.

    """
    barred = tuple(dict.fromkeys((*one.barred, *other.barred)))
    walks = [said.walk_minutes for said in (one, other) if said.walk_minutes is not None]
    # Somebody who is followed already is not named twice.
    both = ", ".join(dict.fromkeys((*therapists(one.name), *therapists(other.name))))
    return ProgrammeFile(
        name=both if len(both) <= most(Programme, "name") else other.name,
        note=_note_of_both(one, other),
        # The first end is when the patient is asked; until that is answered all of it stands.
        until=min((said.until for said in (one, other) if said.until is not None), default=None),
        walk_minutes=min(walks, default=None),
        barred=barred,
        required=tuple(id_ for id_ in dict.fromkeys((*one.required, *other.required)) if id_ not in barred),
        days=days_of_both(one.days, other.days, is_new=is_new),
        exercises=(*one.exercises, *other.exercises),
    )


def _note_of_both(one: ProgrammeFile, other: ProgrammeFile) -> str | None:
    """Put two notes after each other, and before them who named which end: a programme has one end alone."""
    note = _joined(one.note, other.note)
    is_another = not set(therapists(other.name)) <= set(therapists(one.name))
    if is_another and one.until != other.until:
        ends = ends_in_words((said.name, said.until) for said in (one, other))
        note = " ".join(filter(None, (*ends, note)))
    # Words that a therapist said are never cut for it.
    return (note if len(note) <= TEXT_LIMIT else _joined(one.note, other.note)) or None


def _joined(one: str | None, other: str | None) -> str:
    """Put two notes after each other; one that says the other's words already stands alone."""
    if one and other and other in one:
        return one
    return " ".join(note for note in (one, other) if note)
