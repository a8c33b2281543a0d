"""What is not as it should be with the journal: what, where, and what is said instead of a claim."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.text import shown_name
from ryggkompis.domain.journal.hidden import Hidden
from ryggkompis.domain.journal.problems import Problem
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.store.errors import DiskFull, NotAllowed, NotSaved, ReadOnly
from ryggkompis.words.lines import Line

_SAYS: Final[Mapping[str, str]] = {
    "edited": N_("{file} was changed outside the program. All of it is used."),
    "damaged": N_("{file} is damaged. What can be read is used, and the file stays as it is."),
    "newer": N_("{file} is from a newer version of Ryggkompis. It stays as it is; please upgrade."),
    "foreign": N_("{file} is not a file of Ryggkompis. It stays as it is and is not used."),
    "unreadable": N_("{file} cannot be read. Check that it is yours to read; nothing has been changed."),
    "too_large": N_("{file} is too large to be a month, so it is not used. It stays as it is."),
    "not_a_file": N_("{file} is not an ordinary file, so it is not used. Move it away."),
    "away": N_("{file} is in the cloud and not on this disk. Open it in the file manager to fetch it."),
    "locked": N_(
        "{file} is locked with a key that is not here, or damaged. It stays as it is. "
        "The recovery key that belongs to it opens it."
    ),
    "stranger": N_("{file} is not a month of the diary. It is not used and stays as it is."),
    "lost": N_(
        "{file} could not be read whole, and not all of it could be saved. "
        "The file as it was is kept, with what could not."
    ),
    "settled": N_(
        "{file} could not be read whole once, and not all of it could be saved. You have said since that "
        "somebody has seen you or that nothing was left open, so nothing waits for it. "
        "The file as it was is kept."
    ),
    "misnamed": N_(
        "{file} is a month of the diary under another name, so it is not used. "
        "Give it its own name again, such as 2026-11.json."
    ),
    "refused": N_("An entry in {file} cannot be understood and is not shown. It stays in the file."),
    "vanished": N_(
        "{file} was here and is gone, and what it said is missing from everything shown. Put it back, or "
        "bring a copy of it back."
    ),
    "gone": N_(
        "A safety answer that held the plan back is no longer in {file}, so it may hold still. "
        "Put the file back as it was, or say that somebody has seen you."
    ),
    "unknown_kind": N_("An entry in {file} is from a newer version and is not shown. It stays in the file."),
}
_PERHAPS: Final = N_(
    "{file} could not be read whole, and whether all of it could be saved is not certain. "
    "The file as it was is kept."
)
_TROUBLES: Final[Mapping[type[NotSaved], str]] = {
    DiskFull: N_("Nothing can be saved now: the disk is full. Everything can be read."),
    ReadOnly: N_("Nothing can be saved now: the disk is read-only. Everything can be read."),
    NotAllowed: N_("Nothing can be saved now: {path} may not be written. Everything can be read."),
}
_TROUBLE: Final = N_("Nothing can be saved now: {path} cannot be written. Everything can be read.")
_OTHERWISE: Final = N_("{file} is not as it should be. It stays as it is.")


def problem_in_words(problem: Problem) -> str:
    """Say what is wrong, in which file and line, and what is used instead."""
    is_perhaps_lost = problem.what == "lost" and problem.line is None
    words = _PERHAPS if is_perhaps_lost else _SAYS.get(problem.what, _OTHERWISE)
    said = [_(words).format(file=shown_name(problem.file))]
    if problem.line is not None:
        said.append(_("Line {n} is at fault.").format(n=problem.line))
    if problem.entry is not None:
        said.append(_("Its id is {id}.").format(id=shown_name(problem.entry)))
    if problem.backup is not None:
        day = formats.day_month_year(date.fromisoformat(problem.backup))
        said.append(_("The copy of {day} is used beside it.").format(day=day))
    return " ".join(said)


def first_problems(problems: Iterable[Problem], most: int) -> Iterator[Line]:
    """Say the first ``most`` problems, and count the others."""
    told = tuple(problems)
    yield from (Line(problem_in_words(problem), "problem") for problem in told[:most])
    others = len(told) - most
    if others > 0:
        more = ngettext(
            "{n} more file or entry has a problem.", "{n} more files or entries have problems.", others
        )
        yield Line(more.format(n=others), act="doctor")


def nothing_is_saved(trouble: NotSaved | None) -> str:
    """Say that nothing can be saved, and what still works; empty when it can."""
    if trouble is None:
        return ""
    said = _(_TROUBLES.get(type(trouble), _TROUBLE))
    return said.format(path=shown_name(str(trouble.values["path"])))


def open_to_others(path: str) -> str:
    """Say that other people on this machine can read ``path``, and that it could not be changed."""
    told = _("Others who use this machine can read {path}. Move your data to a disk of your own.")
    return told.format(path=shown_name(path))


def readable_by_all() -> str:
    """Say of a file that was written from a locked journal that it is not locked itself."""
    return _("The diary is locked, and this file is not: anyone who has it can read it.")


def unread_named(hidden: Sequence[Hidden]) -> str:
    """Name each month, how many lines of it, and its file: “September 2026 (1 line of 2026-09.json)”."""
    found = sorted(hidden, key=lambda one: (one.first, one.file))
    months = [_month(file, list(lines)) for file, lines in groupby(found, key=lambda one: one.file)]
    return formats.list_of([*dict.fromkeys(months)])


def _month(file: str, lines: Sequence[Hidden]) -> str:
    count = len(lines)
    part = (
        ngettext("{n} line of {file}", "{n} lines of {file}", count).format(n=count, file=shown_name(file))
        if all(one.is_one_line for one in lines)
        else shown_name(file)
    )
    first: date = lines[0].first
    return f"{formats.month_year(first)} ({part})" if lines[0].is_dated else part


def unread_in_words(hidden: Sequence[Hidden]) -> str:
    """Say what could not be read, and that nobody may take it for quiet days."""
    return _(
        "Could not be read: {what}. What stands here is only what could be; "
        "the other days are unknown, not quiet."
    ).format(what=unread_named(hidden))


def unread_name() -> str:
    """Name the hatch of the days that could not be read."""
    return _("cannot be read")


def hatched() -> str:
    """Say what the hatch of a calendar is."""
    return _("What is hatched cannot be read.")


def of_the_week(said: str, known: int, unread: int) -> str:
    """Say a sentence about seven days; where some cannot be read, nothing is claimed of those.

    Args:
        said: the sentence, as it is where all can be read.
        known: how many of the days are known.
        unread: how many of the others could not be read.

    """
    if not unread:
        return said
    count = ngettext(
        "{n} of the last seven days cannot be read.", "{n} of the last seven days cannot be read.", unread
    ).format(n=unread)
    return f"{said} {count}" if known else count


def of_all_days(said: str, unread: Collection[date]) -> str:
    """Say instead of a sentence about every day that some cannot be read."""
    return not_all_read() if unread else said


def not_all_read() -> str:
    """Say why nothing is said of all the days."""
    return _("Not all of the days can be read, so nothing is said of them as a whole.")


def nothing_told(said: str, unread: Collection[date]) -> str:
    """Say in the middle of a picture that nothing is there, or that it cannot be read."""
    return _("These days cannot be read.") if unread else said
