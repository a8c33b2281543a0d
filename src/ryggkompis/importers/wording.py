"""What an import has to tell, in the patient's language."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.text import shown_name
from ryggkompis.domain.base.value import asdict
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.importers import notices as told
from ryggkompis.importers import understood
from ryggkompis.importers.mapping import PAINS
from ryggkompis.importers.notices import Notice
from ryggkompis.words.entries import parts_named
from ryggkompis.words.entry_names import kind_name
from ryggkompis.words.progress import measure_name

LONGEST: Final = 30
"""Signs of a cell that are shown."""
MOST_NAMES: Final = 12
"""Names that are told of those that nobody asked for."""
SENTENCES: Final[Mapping[type[Notice], str]] = {
    told.Read: N_("Rows read: {rows}. Entries: {entries}, from {first} to {last}."),
    told.Mapped: N_("Read as {target}: “{name}” ({values})."),
    told.NotThere: N_("Asked for, but not in the file: “{name}”."),
    told.NotMapped: N_("Not asked for, so left out: {named}."),
    told.ScaleAssumed: N_("The file does not say which scale it uses. 0 to 10 was assumed."),
    told.Averaged: N_("Days with several numbers for one place, where the mean was used: {days}."),
    told.Rounded: N_("Numbers rounded to the nearest whole one, a half goes up: {values}."),
    told.Blank: N_("Empty cells, kept as unknown: {values}."),
    told.Repeated: N_("Said again word for word, so counted once: {lines}{examples}."),
    told.OutOfScale: N_("Not from 0 to 10, so left out (is it another scale?): {lines}{examples}."),
    told.NotANumber: N_("Not a number, so left out: {lines}{examples}."),
    told.NoSuchDay: N_("Without a real day, so left out: {lines}{examples}."),
    told.NotYet: N_("A day that has not come yet, so left out: {lines}{examples}."),
    told.OtherDay: N_(
        "A time that lies on another day; the day was kept and the time was not: {lines}{examples}."
    ),
    understood.TooMuchToWalk: N_(
        "More than 200,000 steps in a day, left out. Are they steps? {lines}{examples}."
    ),
    understood.ManySteps: N_(
        "Days of more than 100,000 steps, left out unless you say that they are steps: {days}{examples}."
    ),
    understood.OfUnknownKind: N_(
        "It is not told whether they were walks, so left out: {lines}{examples}. "
        "Tell of a walk yourself in the diary."
    ),
    understood.TooLongWalk: N_(
        "Longer than 12 hours, left out. Is it minutes, and a walk? {lines}{examples}."
    ),
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
    told.Erased: N_("Entries that were erased here, and do not come back: {entries}."),
    told.DayTaken: N_("Days that have a check-in or a walk already, which stays as it is: {days}."),
    told.Counted: N_("Days with steps, counted by “{source}”: {days}."),
    told.SeveralSources: N_(
        "Days that several devices counted, where the highest number is used and never the sum: {days}."
    ),
    understood.DayTwice: N_(
        "Days that stand several times with different sums, where the highest is used: {days}."
    ),
    understood.SameWalk: N_("Walks that two devices or programs have, counted once: {walks}."),
    understood.OtherActivities: N_("Activities that are not walks, passed over: {activities}{kinds}."),
    understood.OtherColumns: N_("Other columns, left out: {names}."),
    understood.SignGuessed: N_("In “{name}”, “{text}” was read as {number}."),
    understood.DayFromTime: N_(
        "Rows without a day, dated by their timestamp ({hours} hours): {rows}. "
        "In all {proofs} rows that have both, that is the day."
    ),
    told.NotWorn: N_("Days with 0 steps, kept as unknown, since nothing was worn: {days}."),
    told.NotDone: N_("Lines that say it was not done, so left out: {values}."),
    told.BeforeStart: N_("From before what this diary is about, so left out: {entries}."),
    told.Revised: N_("Days whose steps have grown since the last import: {days}."),
    told.HigherStands: N_("Days whose steps the diary has with a higher number, which stays: {days}."),
    told.Damaged: N_("{name} in the archive is damaged or locked, and nothing of it is taken."),
    told.NotOurs: N_("Other files in the archive, passed over: {files}{examples}."),
}


def notice_in_words(notice: Notice) -> str:
    """Say ``notice`` in one or two sentences of the current language."""
    values = {name: _value(name, held) for name, held in asdict(notice).items()}
    return _(SENTENCES[type(notice)]).format(**values)


def _value(name: str, value: object) -> str:
    said = _VALUES.get(name)
    return shown_name(str(value)) if said is None else said(value)


def _shown(examples: tuple[understood.Example | str, ...]) -> str:
    """Show the first of what was left out, so that it can be seen what was meant."""
    if not examples:
        return ""
    return f" ({'; '.join(one if isinstance(one, str) else _example(one) for one in examples)})"


def _example(example: understood.Example) -> str:
    where = _("line {n}").format(n=example.line) if example.line else ""
    said = shown_name(example.text.strip())
    said = said[:LONGEST] + "…" if len(said) > LONGEST else said
    parts = (shown_name(example.file), where)
    named = ", ".join(part for part in parts if part)
    return ": ".join(part for part in (named, formats.quoted(said) if said else "") if part)


def _target(target: object) -> str:
    named = str(target)
    if named in PAINS:
        return measure_name(named).lower()
    return kind_name(named).lower() if named in _KINDS else shown_name(named)


def _named(named: tuple[tuple[str, int], ...]) -> str:
    """Name the first of what was left out, each with how much of it there is."""
    said = [f"{formats.quoted(shown_name(name))} ({n})" for name, n in named[:MOST_NAMES]]
    return ", ".join(said) + (" …" if len(named) > MOST_NAMES else "")


_KINDS: Final = frozenset({"walk", "steps", "note", "medicine"})
_VALUES: Final[Mapping[str, Callable[[Any], str]]] = {
    "target": _target,
    "first": formats.brief_day,
    "last": formats.brief_day,
    "lines": lambda lines: str(len(lines)),
    "examples": _shown,
    "names": lambda names: (
        ", ".join(map(shown_name, names[:MOST_NAMES])) + (" …" if len(names) > MOST_NAMES else "")
    ),
    "number": lambda number: formats.number(number, 3),
    "named": _named,
    "kinds": lambda kinds: f" – {_named(kinds)}" if kinds else "",
    "hours": formats.signed,
    "parts": lambda parts: formats.list_of([*parts_named(parts).values()]),
}
"""How the values of notices are said that are not said as they stand."""
