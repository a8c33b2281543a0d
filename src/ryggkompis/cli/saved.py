"""What was kept, said back: in words beside the facts, or as the journal has it."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, cast

from ryggkompis.cli.held import tell_held
from ryggkompis.cli.output import print_json, told
from ryggkompis.cli.status import DONE
from ryggkompis.cli.unfinished import tell_keyless
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.domain.base.text import shown
from ryggkompis.domain.base.value import is_unsaid
from ryggkompis.domain.catalogue.catalogue import Catalogue
from ryggkompis.domain.journal.entries import Adjustment, ComfortDone, Entry, ExerciseDone
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.store.codec import encode
from ryggkompis.store.errors import Closed
from ryggkompis.store.remembered.shown import read_shown
from ryggkompis.words.problems import readable_by_all
from ryggkompis.words.saved import nothing_answered


def keep(here: Surroundings, *drafts: Entry) -> int:
    """Keep ``drafts``, all or none, and say so when they are on the disk."""
    kept = here.diary.add(*drafts)
    tell_saved(here, *drafts)
    if here.is_json:
        print_json({"saved": list(kept)})
    # It is saved, also where a month is locked that this would have to read.
    with suppress(Closed):
        _tell_held(here)
    return DONE


def _tell_held(here: Surroundings) -> None:
    """Say beside what was kept what holds the plan back, where it did when it was last shown."""
    if here.store.seal.is_blind:  # noting something never asks for the passphrase
        return
    last = next(reversed(read_shown(here.places, here.store.seal)), None)
    # Working the plan out costs more than logging does, so a day like any other is taken for one.
    if last is None or not (last.is_held or last.is_in_doubt):
        return
    tell_held(here.companion.state())


def keep_answers(
    here: Surroundings,
    kind: type[Entry],
    said: Mapping[str, Any],
    questions: Callable[[Surroundings], Mapping[str, Any]],
) -> int:
    """Keep one entry of what was said, or of what is answered line by line."""
    said = said or questions(here)
    if all(is_unsaid(kind, field, value) for field, value in said.items()):
        told(nothing_answered())
        return DONE
    return keep(here, here.diary.draft(kind, **said))


def tell_saved(here: Surroundings, *entries: Entry) -> None:
    """Say in words what was kept."""
    for line in saved_in_words(here, *entries):
        told(line)
    if entries:
        tell_keyless(here.places)


def saved_in_words(here: Surroundings, *entries: Entry) -> list[str]:
    """Give a line for each entry that was kept."""
    return [_("Saved: {entry}").format(entry=in_a_line(here, entry)) for entry in entries]


def in_a_line(here: Surroundings, entry: Entry) -> str:
    """Say ``entry`` in one line, with its day when that is not today."""
    from ryggkompis.words.entries import entry_line  # it costs more than a plan in short may

    line = shown(entry_line(entry, _names(here, entry)))
    if entry.day == here.today.real:
        return line
    return f"{line} ({formats.weekday_day(entry.day)})"


def _names(here: Surroundings, entry: Entry) -> Catalogue | None:
    # Reading the catalogue costs more than the rest of logging a walk.
    named = ExerciseDone | ComfortDone | Adjustment
    return here.companion.catalogue if isinstance(entry, named) else None


def tell_readable(here: Surroundings) -> None:
    """Say of a file that was written that no lock is on it, where one is on the journal."""
    if here.store.seal.is_on:
        told(readable_by_all())


def tell_beside_the_plan(here: Surroundings, exercise: str | None = None) -> None:
    """Say how what was just told stands to the plan: more than it, or held back for now."""
    if here.store.seal.is_blind:  # noting something never asks for the passphrase
        return
    from ryggkompis.words.today.exercises import beside_the_plan

    with suppress(Closed):
        if said := beside_the_plan(here.companion.state(), exercise):
            told(said)


def as_stored(here: Surroundings, *entries: Entry) -> list[object]:
    """Give ``entries`` as the journal has them now, or as they were said where it cannot be read."""
    if here.store.seal.is_blind:
        return [encode(entry) for entry in entries]
    return [cast("object", here.store.find(entry.id, entry.day)) for entry in entries]
