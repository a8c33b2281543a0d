"""What makes it worse and what eases it, as the weekly reviews say: now, and beside the first time."""

from collections.abc import Iterable
from datetime import date

from ryggkompis.domain.base.scales import Eases, Worsens
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.journal.entries import Weekly
from ryggkompis.domain.journal.history import History


class Chosen(Value):
    """What was chosen in the latest review that says anything of it, and what is other than in the first."""

    now: tuple[Worsens | Eases, ...]
    """Empty where none of the list fits, which was said."""
    day: date
    since: date | None = None
    """The day of the first review that says anything of it; None where that is the latest, too."""
    new: tuple[Worsens | Eases, ...] = ()
    gone: tuple[Worsens | Eases, ...] = ()


def worsening(history: History, day: date) -> Chosen | None:
    """Tell what makes it worse on ``day``; None where that was never answered."""
    return _chosen((one, one.worsens) for one in history.weeklies if one.day <= day)


def easing(history: History, day: date) -> Chosen | None:
    """Tell what eases it on ``day``; None where that was never answered."""
    return _chosen((one, one.eases) for one in history.weeklies if one.day <= day)


def _chosen(said: Iterable[tuple[Weekly, tuple[Worsens | Eases, ...] | None]]) -> Chosen | None:
    known = [(one.day, found) for one, found in said if found is not None]
    if not known:
        return None
    (since, first), (day, now) = known[0], known[-1]
    if since == day:
        return Chosen(now, day)
    new = tuple(one for one in now if one not in first)
    return Chosen(now, day, since, new, tuple(one for one in first if one not in now))
