"""The latest act, taken back; what was taken back last, brought back: what that means, and when to ask first.

Taking back twice takes back two acts. A safety answer of yes or unsure stays whatever is taken back with it.
"""

from collections.abc import Container, Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime
from typing import Final, Literal, TypeAlias

from ryggkompis.domain.base.days import logical_day
from ryggkompis.domain.base.value import Value, replace
from ryggkompis.domain.journal.entries import Entry
from ryggkompis.services.acts import (
    REDONE,
    UNDONE,
    Act,
    Change,
    Entered,
    Step,
    When,
    entries_of,
    is_gone,
    is_kept,
)
from ryggkompis.services.clock import Today
from ryggkompis.store.acts import GONE_WITH, act_of, import_of, is_from_here
from ryggkompis.store.codec import decode
from ryggkompis.store.errors import Refused
from ryggkompis.store.lines import Line, id_of, living, rev_of, view

MANY: Final = 10
"""Entries of one act that are taken back without asking, at the most."""
Doubt: TypeAlias = Literal["ahead", "older", "elsewhere", "overtaken", "many"]
"""Why somebody who presses a key may not mean this act."""


class Undone(Value):
    """What was taken back, or brought back."""

    entries: tuple[Entry, ...]
    """As they were said, or as they are again."""
    stays: tuple[Entry, ...]
    """Safety answers of the same act that are not taken back."""
    is_back: bool
    """They had been taken away, and are there again."""
    returned: tuple[Entry, ...] = ()
    """What the act had taken out, and is there again."""

    @property
    def entry(self) -> Entry:
        """The first of them."""
        return self.entries[0]


def latest(lines: Iterable[Line], now: datetime) -> Act | None:
    """Find the latest act that has not been taken back; None when there is none.

    Args:
        lines: every line of the entries that are meant, also of those taken out, each entry's by rank.
        now: by the clock that says when a line was saved.

    """
    entries = list(entries_of(lines))
    begun = {step.act for entry in entries for _by, step in entry.taken}
    tops: dict[str, list[Entered]] = {}
    for entry in entries:
        if entry.done:
            tops.setdefault(entry.done[-1].act, []).append(entry)
    when = {act: When.of(_last(group), act, now) for act, group in tops.items()}
    for act in sorted(tops, key=lambda act: (when[act], act), reverse=True):
        found = replace(_to_undo(act, tops[act]), is_ahead=when[act].is_ahead)
        # What stays of an act that was taken back is not in the way of the act before.
        if found.changes or act not in begun:
            return found
    return None


def taken_last(lines: Iterable[Line], now: datetime) -> Act | None:
    """Find what was taken back, or taken out, last; None when all of it is back, or was written anew.

    Args:
        lines: every line of every entry, each entry's by rank.
        now: by the clock that says when a line was saved.

    """
    entries = list(entries_of(lines))
    groups: dict[str, list[tuple[Line, Change]]] = {}
    for entry in entries:
        rev = rev_of(entry.standing)
        if entry.taken and _comes_again(entry.taken[-1][1]):
            by, step = entry.taken[-1]
            about = step.before if step.took_out and step.before is not None else step.line
            groups.setdefault(act_of(by), []).append((by, Change(about, step.line, rev)))
        elif entry.done and (before := _taken_out(entry.done[-1])) is not None:
            by = entry.done[-1].line
            groups.setdefault(act_of(by), []).append((by, Change(before, before, rev)))
    if not groups:
        return None
    when = {id_: When.of(max(_saved(by) for by, _c in group), id_, now) for id_, group in groups.items()}
    act = max(groups, key=lambda id_: (when[id_], id_))
    done = (entry.done[-1] for entry in entries if entry.done)
    written = (When.of(_saved(step.line), step.act, now) for step in done)
    is_overtaken = max(written, default=when[act]) > when[act]
    changes = tuple(change for _by, change in groups[act])
    return Act(
        act,
        when[act].saved,
        changes,
        (),
        REDONE,
        is_back=any(not is_gone(change.to) for change in changes),
        is_overtaken=is_overtaken,
        is_ahead=when[act].is_ahead,
    )


def _comes_again(step: Step) -> bool:
    """Tell whether what was taken back is brought back; what was taken out alone is not taken out again."""
    return not step.took_out or GONE_WITH in step.line


def _taken_out(step: Step) -> Line | None:
    """Give what was taken out for itself; not what had to go for something else that came in."""
    if not step.took_out or step.before is None:
        return None
    is_covered = step.line.get(GONE_WITH, import_of(step.before)) != import_of(step.before)
    return None if is_covered else step.before


def doubt(act: Act, today: Today) -> Doubt | None:
    """Tell why ``act`` is asked about before anything is done; None when it is plainly what is meant."""
    if act.is_ahead:
        return "ahead"
    written = _day_of(act, today)
    if written is None or written < today.real:
        return "older"
    if not is_from_here(act.id):
        return "elsewhere"
    if act.is_overtaken:
        return "overtaken"
    return "many" if len(act.changes) > MANY else None


def _day_of(act: Act, today: Today) -> date | None:
    """Give the day on which ``act`` was written; None when that is not known."""
    try:
        saved = datetime.fromisoformat(act.saved)
    except ValueError:
        return None
    return logical_day(saved.astimezone(today.clock.now().tzinfo), today.starts)


def lines_of(act: Act, journal: Iterable[Line], on: date) -> Iterator[Line]:
    """Give the lines that take ``act`` back, or bring it back, on the patient's day ``on``.

    What goes out with its whole import says so: that file may be brought in again.
    """
    from ryggkompis.services.imports.turning import turned_back  # noqa: PLC0415 - to note needs none

    lines = list(journal)
    changed = {id_of(one.about) for one in act.changes}
    left = {import_of(line) for line in living(lines) if id_of(line) not in changed}
    made = [one.line(act.mark, act.id) | _gone_with(one, left) for one in act.changes]
    yield from turned_back(act.id, act.mark, lines, made, on)


def _gone_with(one: Change, left: Container[str | None]) -> Line:
    """Say of what is out that it went with an import, where it had before, or nothing of that is left."""
    if one.to is not None and is_gone(one.to):
        return {GONE_WITH: one.to[GONE_WITH]} if GONE_WITH in one.to else {}
    came = import_of(one.about)
    is_same = one.to is not None and import_of(one.to) == came
    return {} if came is None or is_same or came in left else {GONE_WITH: came}


def undone_of(act: Act, journal: Iterable[Line], on: date) -> Undone:
    """Tell what taking ``act`` back, or bringing it back, would do.

    Args:
        act: what it is.
        journal: every line of it, each entry's by rank.
        on: the patient's day.

    """
    from ryggkompis.services.imports.turning import weighed  # noqa: PLC0415 - to note needs none

    lines = list(journal)
    written = list(lines_of(act, lines, on))
    stays = tuple(_readable(act.stays))
    gained, lost = weighed(lines, written)
    is_back = gained and (not lost or act.mark == REDONE)
    if (gained or lost) and (told := _of_imports(lines, written, stays, is_back=is_back)).entries:
        return told
    came = tuple(decode(one.about) for one in act.changes if one.about is not one.to)
    back = tuple(decode(one.about) for one in act.changes if one.about is one.to)
    # What replaced something else is named by what it brought.
    return (
        Undone(came, stays, is_back=False, returned=back)
        if came and back
        else Undone((*came, *back), stays, act.is_back)
    )


def _of_imports(lines: list[Line], made: list[Line], stays: tuple[Entry, ...], *, is_back: bool) -> Undone:
    """Count what imports come to have, or have no longer, by what the journal says before and after."""
    from ryggkompis.services.imports.turning import is_same  # noqa: PLC0415 - to note needs none

    ids = set(map(id_of, made))
    there = [line for line in lines if id_of(line) in ids]
    before, after = ({id_of(line): line for line in view(some)} for some in (there, [*there, *made]))
    went = (line for id_, line in before.items() if id_ not in after or not is_same(line, after[id_]))
    came = (line for id_, line in after.items() if id_ not in before or not is_same(line, before[id_]))
    if is_back:
        return Undone(tuple(_readable(came)), stays, is_back=True)
    returned = (line for line in came if id_of(line) not in before)
    return Undone(tuple(_readable(went)), stays, is_back=False, returned=tuple(_readable(returned)))


def _readable(lines: Iterable[Line]) -> Iterator[Entry]:
    """Give what this version can name; what a newer one wrote stays as well, without a name."""
    for line in lines:
        with suppress(Refused):
            yield decode(line)


def _to_undo(id_: str, group: Iterable[Entered]) -> Act:
    """Sort what one act did into what can be taken back and what stays."""
    changes, kept, saved, is_back = [], [], "", False
    for entry in group:
        step = entry.done[-1]
        saved = max(saved, _saved(step.line))
        if not step.took_out and is_kept(step.line):
            kept.append(step.line)
            continue
        is_back = is_back or step.took_out
        about = step.before if step.took_out and step.before is not None else step.line
        changes.append(Change(about, step.before, rev_of(entry.standing)))
    return Act(id_, saved, tuple(changes), tuple(kept), UNDONE, is_back=is_back)


def _last(group: Iterable[Entered]) -> str:
    return max(_saved(entry.done[-1].line) for entry in group)


def _saved(line: Line) -> str:
    saved = line.get("saved")
    return saved if isinstance(saved, str) else ""
