"""What an import would do and has done, in the patient's language."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.i18n.language import _
from ryggkompis.importers import notices as told
from ryggkompis.importers.notices import Notice
from ryggkompis.importers.taking.taking import Done, Taking
from ryggkompis.store.acts import ORIGIN
from ryggkompis.store.codec import decode
from ryggkompis.store.lines import Line, day_of
from ryggkompis.words.entries import short_kind_name, values_in_words
from ryggkompis.words.imports.names import difference, shows_only, taken_out, would_replace
from ryggkompis.words.saved import entries_added, would_be_added

_NOTHING: Final[Mapping[type[Notice] | None, str]] = {
    told.AlreadyHere: N_("Nothing was added: the diary has it all."),
    told.TakenOut: N_("Nothing was added: it had been taken out of the diary, and stays out."),
    told.Erased: N_("Nothing was added: it was erased from the diary, and does not come back."),
    told.BeforeStart: N_("Nothing was added: all of it is from before what this diary is about."),
    told.HigherStands: N_("Nothing was added: of those days the diary has higher numbers."),
    told.DayTaken: N_("Nothing was added: those days have what you told yourself."),
}
_DAYS_SHOWN: Final = 3


def would_do(new: Taking) -> tuple[str, ...]:
    """Say what taking it in would add, and what goes out for it."""
    out = (would_replace(one.source, one.on, len(one.lines)) for one in new.replaced)
    return (*out, *_differences(new), would_be_added(len(new.lines)) if new.lines else nothing_added(new))


def _differences(new: Taking) -> Iterator[str]:
    """Show some days as they are and as they would be."""
    going = [line for one in new.replaced for line in one.lines]
    for day in sorted({day_of(line) for line in going})[:_DAYS_SHOWN]:
        both = (_of_day(going, day), _of_day(new.lines, day))
        yield difference(date.fromisoformat(day), *(" + ".join(said) or "–" for said in both))


def _of_day(lines: Iterable[Line], day: str) -> list[str]:
    entries = (
        decode({name: said for name, said in line.items() if name != ORIGIN})
        for line in lines
        if day_of(line) == day
    )
    return [f"{short_kind_name(entry.kind)} {values_in_words(entry)}" for entry in entries]


def done_in_words(new: Taking, done: Done) -> tuple[str, ...]:
    """Say what was added and taken out, as the journal counts it afterwards."""
    out = (taken_out(done.gone),) if done.gone else ()
    if not done.added:
        # It may have come in meanwhile, from another window.
        return (*out, _(_NOTHING[told.AlreadyHere]) if new.lines else nothing_added(new))
    is_foreign = not new.found.is_ours and any(line.get("kind") == "check_in" for line in new.lines)
    return (entries_added(done.added), *out, *((shows_only(),) if is_foreign else ()))


def nothing_added(new: Taking) -> str:
    """Say that nothing comes in, and the one reason where there is one."""
    why = new.only_reason
    return _(_NOTHING[why]) if why in _NOTHING else _("Nothing was added.")
