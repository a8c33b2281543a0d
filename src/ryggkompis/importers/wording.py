"""What an import has to tell, in the patient's language."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.text import shown_name
from ryggkompis.domain.base.value import asdict
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.importers import notices as told
from ryggkompis.importers.notices import Notice
from ryggkompis.words.entries import parts_named
from ryggkompis.words.entry_names import kind_name
from ryggkompis.words.progress import measure_name

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
