"""Imports of other programs' files in words."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.text import shown, shown_name
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, ngettext

_NAMES: Final[Mapping[str, str]] = {
    "apple-health": "Apple Health",
    "bearable": "Bearable",
    "daylio": "Daylio",
    "fitbit": "Fitbit",
    "garmin": "Garmin",
    "google-fit": "Google Fit",
    "gpx": "GPX",
    "harsh": "harsh",
    "health-connect": "Health Connect",
    "jrnl": "jrnl",
    "loop": "Loop",
    "samsung-health": "Samsung Health",
    "strava": "Strava",
    "table": N_("a table"),
    "tcx": "TCX",
    "withings": "Withings",
}
_HEALTH: Final = "health"


def source_name(source: str) -> str:
    """Name the program that a file came from; one that only a newer version knows by its own word."""
    return _(_NAMES[source]) if source in _NAMES else shown_name(source)


def is_called(source: str, name: str) -> bool:
    """Tell whether somebody who writes ``name`` means ``source``."""
    named = source_name(source)
    # Half of the makers of watches call their program “Health”.
    alone = {_plain(word) for word in named.split()} - {_HEALTH}
    return _plain(name) in {_plain(source), _plain(named), *alone}


def _plain(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum())


def brought_from(source: str) -> str:
    """Mark an entry as brought in."""
    return _("brought in from {source}").format(source=source_name(source))


def import_named(source: str, entries: int, first: date, last: date) -> str:
    """Name an import: whose file, how much and of which days."""
    days = " – ".join(map(formats.day_month_year, sorted({first, last})))
    said = ngettext(
        "the import from {source} ({n} entry, {days})",
        "the import from {source} ({n} entries, {days})",
        entries,
    )
    return said.format(source=source_name(source), n=entries, days=days)


def import_in_list(source: str, on: date, entries: int, first: date, last: date) -> str:
    """Say an import in one line of the list."""
    named = import_named(source, entries, first, last)
    return _("{day}: {import_}").format(day=formats.brief_day(on), import_=named)


def would_replace(source: str, on: date, gone: int) -> str:
    """Say which earlier import goes out for the new one."""
    said = ngettext(
        "It corrects the import from {source} of {day}: {n} entry of that goes out.",
        "It corrects the import from {source} of {day}: {n} entries of that go out.",
        gone,
    )
    return said.format(source=source_name(source), day=formats.day_month_year(on), n=gone)


def difference(day: date, before: str, after: str) -> str:
    """Say what one day says now, and what it would say."""
    return _("{day}: {before} → {after}.").format(day=formats.brief_day(day), before=before, after=after)


def is_replacing_meant() -> str:
    """Ask whether the earlier import is to be replaced."""
    return _("Replace it?")


def is_removing_meant() -> str:
    """Ask whether an import is to be taken out."""
    return _("Take it out?")


def taken_out(entries: int) -> str:
    """Count what was taken out."""
    return ngettext("{n} entry was taken out.", "{n} entries were taken out.", entries).format(n=entries)


def says_otherwise(entries: int) -> str:
    """Count what says something else, since an import has gone."""
    said = ngettext("{n} entry says something else now.", "{n} entries say something else now.", entries)
    return said.format(n=entries)


def stays_with_another(entries: int) -> str:
    """Say how much of an import stays since another one has it as well."""
    said = ngettext(
        "{n} entry stays: another import has it, too.",
        "{n} entries stay: another import has them, too.",
        entries,
    )
    return said.format(n=entries)


def is_back_again(entries: int) -> str:
    """Say that what an import had replaced is there again."""
    said = ngettext(
        "{n} entry that it had replaced is there again.",
        "{n} entries that it had replaced are there again.",
        entries,
    )
    return said.format(n=entries)


def brought_in_name() -> str:
    """Name the marks of days that another program's file tells of."""
    return _("brought in")


def pain_brought_in(days: int, sources: Sequence[str]) -> str:
    """Say how many days of pain came from other programs; nothing where there is none."""
    if not days:
        return ""
    said = ngettext(
        "Brought in from {sources}: pain on {n} day. It stands apart, and does not change the plan.",
        "Brought in from {sources}: pain on {n} days. It stands apart, and does not change the plan.",
        days,
    )
    return said.format(n=days, sources=formats.list_of([*map(source_name, sources)]))


def shows_only() -> str:
    """Say what pain from another program is for."""
    return _(
        "Pain from another program stands in the charts and in the report, and does not change the plan. "
        "Walks of earlier days count from tomorrow."
    )


def how_far_read(percent: int) -> str:
    """Say how much of a file has been read."""
    return _("{share} of the file is read.").format(share=formats.percent(percent / 100))


def shall_many_steps_come_in() -> str:
    """Ask whether days of very many steps are to come in."""
    return _("Are they steps, and shall those days come in?")


def which_is_the_day() -> str:
    """Ask which column of a table is the day."""
    return _("Which of them is the day?")


def what_is(name: str) -> str:
    """Ask what a column, or a name in one, is about."""
    return _("What is “{name}”? Enter alone leaves it out.").format(name=shown(name))
