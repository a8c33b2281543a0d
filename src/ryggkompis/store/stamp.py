"""New lines on their way in: checked, cleaned and stamped."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Final

from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.domain.base.text import TEXT_LIMIT, clean, shown
from ryggkompis.store.acts import ACT, stamp_of
from ryggkompis.store.errors import Refused, TextTooLong
from ryggkompis.store.lines import Line, canonical, is_day, is_id, is_line, is_rev, rev_of

_LINE_LIMIT: Final = 2 << 20
"""In bytes: half of what a file may hold."""
_LONG: Final = "programme"
"""The one kind that carries a whole file of the therapist's."""


def stamped(line: Mapping[str, object], now: datetime, act: str) -> Line:
    """Give ``line`` as it will be written by ``act``, saved at ``now``, or raise Refused or TextTooLong."""
    if not (is_id(line.get("id")) and is_rev(line.get("rev"))):
        raise _refused(line, "id", "it does not name an entry")
    if not is_day(line.get("day")):
        raise _refused(line, "day", "it is not a day")
    try:
        new: Line = {**line, "saved": as_saved(now)}
        new[ACT] = stamp_of(act, rev_of(new))
        plain = json.loads(json.dumps(new, allow_nan=False))
    except (TypeError, ValueError, RecursionError) as error:
        raise _refused(line, "kind", "it cannot be written as JSON") from error
    whole = {name: _cleaned(value) for name, value in plain.items()} if is_line(plain) else {}
    if not whole or len(canonical(whole).encode()) > _LINE_LIMIT:
        raise _refused(line, "size", "it is too large")
    _check_lengths(whole)
    return whole


def as_saved(moment: datetime) -> str:
    """Write ``moment`` as it stands in a line; later ones sort after earlier ones."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def in_their_order(
    now: datetime, new: Sequence[Mapping[str, object]], known: Callable[[], Iterable[Line]]
) -> datetime:
    """Give the moment for ``new``: a yes comes after every clearance there is, a clearance after every yes.

    So it is by what was on the disk: a clock that was put back must not let somebody's look answer for what
    came later, nor keep the next one from it (I16).
    """
    is_yes, is_cleared = any(map(_says_yes, new)), any(one.get("kind") == "clearance" for one in new)
    if not (is_yes or is_cleared):
        return now
    # It is kept whatever cannot be read, and whatever somebody has written there by hand.
    with suppress(ExpectedError, OSError, ValueError, TypeError, OverflowError):
        for line in known():
            saved = str(line.get("saved", ""))
            is_other = (is_yes and line.get("kind") == "clearance") or (is_cleared and _says_yes(line))
            if saved and is_other:
                now = max(now, datetime.fromisoformat(saved) + timedelta(seconds=1))
    return now


def _says_yes(line: Mapping[str, object]) -> bool:
    answers = line.get("answers")
    if line.get("kind") != "gate" or not isinstance(answers, Mapping):
        return False
    return not {"yes", "unsure"}.isdisjoint(answers.values())


def _check_lengths(line: Line) -> None:
    if line.get("kind") == _LONG:
        return
    longest = max((len(value) for value in line.values() if isinstance(value, str)), default=0)
    if longest > TEXT_LIMIT:
        raise TextTooLong(length=longest, limit=TEXT_LIMIT)


def _cleaned(value: object) -> object:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(part) for part in value]
    if isinstance(value, dict):
        return {clean(name): _cleaned(part) for name, part in value.items()}
    return value


def _refused(line: Mapping[str, object], field: str, reason: str) -> Refused:
    return Refused(
        id=shown(str(line.get("id"))[:80]), day=shown(str(line.get("day"))[:80]), field=field, reason=reason
    )
