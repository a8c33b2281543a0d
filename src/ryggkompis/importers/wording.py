"""What an import has to tell, in the patient's language."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.text import shown_name
from ryggkompis.domain.base.value import asdict
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.importers import notices as told
from ryggkompis.importers.notices import Notice
from ryggkompis.importers.taking import Done, Taking
from ryggkompis.store.acts import ORIGIN
from ryggkompis.store.codec import decode
from ryggkompis.store.lines import Line, day_of
from ryggkompis.words.entries import parts_named, short_kind_name, values_in_words
from ryggkompis.words.entry_names import kind_name
from ryggkompis.words.imports.names import difference, shows_only, taken_out, would_replace
from ryggkompis.words.progress import measure_name
from ryggkompis.words.saved import entries_added, would_be_added

_NOTHING: Final[Mapping[type[Notice] | None, str]] = {
    told.AlreadyHere: N_("Nothing was added: the diary has it all."),
    told.TakenOut: N_("Nothing was added: it had been taken out of the diary, and stays out."),
    told.BeforeStart: N_("Nothing was added: all of it is from before what this diary is about."),
    told.DayTaken: N_("Nothing was added: those days have what you told yourself."),
}
_DAYS_SHOWN: Final = 3
LISTED: Final = 5
"""How many line numbers are named."""
SENTENCES: Final[Mapping[type[Notice], str]] = {
    told.Read: N_("Rows read: {rows}. Entries: {entries}, from {first} to {last}."),
    told.Mapped: N_("Taken in as {target}: “{name}” ({values})."),
    told.NotThere: N_("Asked for, but not in the file: “{name}”."),
    told.NotMapped: N_("Not asked for, so left out: “{name}” ({values})."),
    told.ScaleAssumed: N_("The file does not say which scale it uses. 0 to 10 was assumed."),
    told.Averaged: N_("Days with several numbers for one place, where the mean was used: {days}."),
    told.Rounded: N_("Numbers rounded to the nearest whole one, a half goes up: {values}."),
    told.Blank: N_("Empty cells, kept as unknown: {values}."),
    told.Repeated: N_("Said again word for word, so counted once: {lines}."),
    told.OutOfScale: N_("Not from 0 to 10, so left out: {lines}."),
    told.NotANumber: N_("Not a number, so left out: {lines}."),
    told.NoSuchDay: N_("Without a real day, so left out: {lines}."),
    told.NotYet: N_("A day that has not come yet, so left out: {lines}."),
    told.OtherDay: N_("A time that lies on another day; the day was kept and the time was not: {lines}."),
    told.NotUnderstood: N_("Entries that could not be understood, so left out: {entries}."),
    told.OnlyPart: N_(
        "The report is of {first} to {last}. Of the days before, {entries} entries did not come along, "
        "so the plan may be another than in the diary it was written from."
    ),
    told.LeftOut: N_("Left out when the report was written, and unknown here: {parts}."),
    told.WasUnread: N_(
        "Not all of the diary could be read when the report was written. What stood there is missing here; "
        "a safety answer may be among it."
    ),
    told.FromNewer: N_(
        "Entries of a kind that only a newer Ryggkompis knows, kept but not shown: {entries}."
    ),
    told.AlreadyHere: N_("Entries that the diary has already: {entries}."),
    told.TakenOut: N_("Entries that had been taken out here, and stay out: {entries}."),
    told.DayTaken: N_("Days that have a check-in or a walk already, which stays as it is: {days}."),
    told.Counted: N_("Days with steps, counted by “{source}”: {days}."),
    told.SeveralSources: N_(
        "Days that several devices counted, where the highest number is used and never the sum: {days}."
    ),
    told.NotWorn: N_("Days with 0 steps, kept as unknown, since nothing was worn: {days}."),
    told.NotDone: N_("Lines that say it was not done, so left out: {values}."),
    told.BeforeStart: N_("From before what this diary is about, so left out: {entries}."),
    told.Revised: N_("Days whose steps have grown since the last import: {days}."),
    told.Damaged: N_("{name} in the archive is damaged or locked, and nothing of it is taken."),
    told.NotOurs: N_("Other files in the archive, left out: {files}."),
}


def notice_in_words(notice: Notice) -> str:
    """Say ``notice`` in one or two sentences of the current language."""
    values = {name: _value(name, held) for name, held in asdict(notice).items()}
    return _(SENTENCES[type(notice)]).format(**values)


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
        return (*out, nothing_added(new))
    is_foreign = not new.found.is_ours and any(line.get("kind") == "check_in" for line in new.lines)
    return (entries_added(done.added), *out, *((shows_only(),) if is_foreign else ()))


def nothing_added(new: Taking) -> str:
    """Say that nothing comes in, and the one reason where there is one."""
    why = new.only_reason
    return _(_NOTHING[why]) if why in _NOTHING else _("Nothing was added.")


def _value(name: str, value: object) -> str:
    match name, value:
        case "target", ("leg" | "back"):
            return measure_name(value).lower()
        case "target", ("walk" | "steps" | "note"):
            return kind_name(value).lower()
        case (("first" | "last"), date()):
            return formats.brief_day(value)
        case "lines", tuple():
            return _listed(value)
        case "parts", tuple():
            return formats.list_of([*parts_named(value).values()])
        case _:
            return shown_name(str(value))


def _listed(lines: told.Lines) -> str:
    named = ", ".join(map(str, lines[:LISTED])) + (" …" if len(lines) > LISTED else "")
    return _("{n} (line {lines})").format(n=len(lines), lines=named)
