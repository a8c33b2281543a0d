"""What of other days holds in the period of a report: a plan made without it would be another."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta

from ryggkompis.domain.base.scales import NUMB_FLAG, NUMB_LOCKS
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.catalogue.catalogue import RedFlags
from ryggkompis.domain.course.progress import Period
from ryggkompis.domain.journal.entries import CheckIn, Entry, Event
from ryggkompis.domain.journal.gate import Clearance, Gate
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.medicine import OwnMedicine
from ryggkompis.domain.journal.medicines import counted
from ryggkompis.domain.plan.safety import GateDay, gate_on
from ryggkompis.report.omit import Options, kept_line
from ryggkompis.store.lines import Line, day_of, id_of


class Outside(Value):
    """The rest of the diary, seen from a period."""

    before: int = 0
    """Entries from before the period."""
    after: int = 0
    """Entries from after it."""
    lines: tuple[Line, ...] = ()
    """Those of them that hold in it, as they are stored, without what was left out."""


def outside_of(  # noqa: PLR0913 - what is asked of, and what is asked for
    history: History,
    lines: Iterable[Line],
    flags: RedFlags,
    period: Period,
    options: Options,
    *,
    safety: Collection[date],
) -> Outside:
    """Tell what the diary has beside ``period``, and carry along what decides about its plans.

    ``safety`` are the days of all answers and clearances that the report tells of, also of later days.
    """
    others = [line for line in lines if date.fromisoformat(day_of(line)) not in period]
    before = sum(day_of(line) < str(period.first) for line in others)
    late = (one for one in history.entries if one.day > period.last and one.day in safety)
    holding = {one.id for one in (*_before(history, period.first, flags), *filter(_is_of_the_gate, late))}
    kept = (kept_line(line, options) for line in others if id_of(line) in holding)
    return Outside(before, len(others) - before, tuple(line for line in kept if line is not None))


def _before(history: History, first: date, flags: RedFlags) -> Iterator[Entry]:
    """Give what was said before ``first`` and still stands on it."""
    if history.first is None or history.first >= first:
        return
    eve = first - timedelta(days=1)
    yield from (one for one in (history.profile(eve), history.programme(eve)) if one is not None)
    yield from (mark for mark in history.episode_marks if mark.day < first)
    known = history.within(history.first, eve)
    yield from _counts_on(known)
    gate = gate_on(eve, known, flags)
    since = _unsettled_since(gate, known)
    if since is None:
        return
    # From the first answer that is not settled, with every yes and clearance: so the gate stands as it stood.
    for entry in known.within(since, eve).entries:
        if _is_of_the_gate(entry) or (isinstance(entry, CheckIn) and _is_numbness_counted(gate)):
            yield entry


def _counts_on(known: History) -> Iterator[Entry]:
    """Give what later answers are held against: the last drawing, and what was told of counted medicines."""
    yield from known.drawings[-1:]
    for one in counted(known.entries):
        told = [said for said in known.all(OwnMedicine) if one.has(said.name)]
        yield from (said for said in told if said is one.limits)
        yield from [said for said in told if said.turn is not None][-1:]


def _is_of_the_gate(entry: Entry) -> bool:
    return isinstance(entry, Gate | Clearance) or (isinstance(entry, Event) and entry.event == "visit")


def _is_numbness_counted(gate: GateDay) -> bool:
    """Tell whether mornings with more numbness lead to a lock, or have led to one."""
    return bool(gate.numb_mornings) or (gate.lock is not None and NUMB_FLAG in gate.lock.flags)


def _unsettled_since(gate: GateDay, known: History) -> date | None:
    """Give the first day of which an answer still counts; None where all is settled."""
    days = [said.day for said in known.gates if not {*gate.lasting}.isdisjoint(said.positive)]
    days += [draft.day for draft in gate.drafts]
    until, count = known.last or gate.day, gate.numb_mornings
    if gate.lock is not None:
        until, count = gate.lock.since, NUMB_LOCKS
        days.append(until)
    if _is_numbness_counted(gate):
        numb = [said.day for said in known.mornings if said.numb is not None and said.day <= until]
        days += numb[-count:]
    return min(days, default=None)
