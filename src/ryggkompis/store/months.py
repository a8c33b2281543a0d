"""The text of a month file, format 1: a head, one line an entry, and a sum that notices a changed bit."""

import hashlib
import json
import re
from collections.abc import Iterable
from typing import Final, TypeGuard, cast

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.journal.problems import Status
from ryggkompis.store.lines import Line, canonical, is_line

LIMIT: Final = 4 << 20
"""The largest month file that is read or written, in bytes: fifty times a heavy month."""

REPLACEABLE: Final[tuple[Status, ...]] = ("ok", "edited")
"""Only such a file may ever be replaced."""

_FORMAT: Final = "ryggkompis/1"
_ANY_FORMAT: Final = r"ryggkompis/([0-9]+)"
_NEWER: Final = rb'\s*\{\s*"format"\s*:\s*"ryggkompis/(?!1")[0-9]+"'
_KEYS: Final = {"format", "month", "entries", "sum"}
# 64 bits: enough to notice what a disk or an editor did; it is no seal against a person.
_SUM_LENGTH: Final = 16
_TAIL_LENGTH: Final = len('], "sum": ""}\n') + _SUM_LENGTH


class Decoded(Value):
    """What the bytes of a month file say."""

    status: Status
    lines: tuple[Line, ...]
    """Every line that could be read."""
    bad: tuple[int, ...] = ()
    """The numbers, from 1, of the lines of the file that could not."""


def encode_month(month: str, lines: Iterable[Line]) -> bytes:
    """Write the file of ``month``; ``lines`` come from ``union`` and so give the same bytes everywhere."""
    texts = [canonical(line).encode() for line in lines]
    body = b",\n".join(texts) + b"\n" if texts else b""
    return _head(month) + body + _tail(body)


def decode_month(data: bytes, month: str) -> Decoded:
    """Read the file of ``month``, whatever it is; never raises."""
    try:
        # Quickly where the sum proves the bytes to be ours; strictly, line by line, where it does not.
        body = _body(data, month)
        lines = None if body is None else _lines(body)
        if lines is not None:
            return Decoded("ok", tuple(lines))
        document = _strict(data)
    except (ValueError, RecursionError):
        return Decoded("newer", ()) if re.match(_NEWER, data) else Decoded("damaged", *_salvage(data))
    return _judge(document, data)


def is_as_written(data: bytes, month: str) -> bool:
    """Tell whether ``data`` is to the byte as it was written for ``month``."""
    return _body(data, month) is not None


def _judge(document: object, data: bytes) -> Decoded:
    """Say what a file is that is JSON, but not as it was written."""
    head = document if isinstance(document, dict) else {}
    form = head.get("format")
    entries = head.get("entries")
    if form == _FORMAT and isinstance(entries, list) and _are_lines(entries):
        # Keys in the head that this version does not know would be lost by replacing the file.
        return Decoded("edited" if head.keys() <= _KEYS else "newer", tuple(entries))
    if isinstance(form, str) and form != _FORMAT and re.fullmatch(_ANY_FORMAT, form):
        return Decoded("newer", ())
    lines, bad = _salvage(data)
    known = [*lines, *(entries if isinstance(entries, list) else [])]
    readable = tuple(line for line in known if is_line(line))
    return Decoded("damaged" if form == _FORMAT or readable else "foreign", readable, bad)


def _lines(body: bytes) -> list[Line] | None:
    from ryggkompis.store.ordinary import ordinary_lines  # noqa: PLC0415 - who saves need not have it

    whole = b"[" + body + b"]"
    if (found := ordinary_lines(whole)) is not None:
        return found
    entries = cast("list[object]", _quick.decode(whole.decode()))
    return entries if _are_lines(entries) else None


def _are_lines(entries: list[object]) -> TypeGuard[list[Line]]:
    return all(map(is_line, entries))


def _salvage(data: bytes) -> tuple[tuple[Line, ...], tuple[int, ...]]:
    """Read what can be read line by line, and number what cannot."""
    lines: list[Line] = []
    bad: list[int] = []
    for number, raw in enumerate(data.split(b"\n"), 1):
        text = raw.strip().removesuffix(b",")
        if not text or (number == 1 and text.startswith(b'{"format"')) or text.startswith(b"]"):
            continue
        try:
            value = _strict(text) if b'"id"' in text else None
        except (ValueError, RecursionError):
            value = None
        if is_line(value):
            lines.append(value)
        else:
            bad.append(number)
    return tuple(lines), tuple(bad)


def _body(data: bytes, month: str) -> bytes | None:
    """Give the lines of entries of a file that is to the byte as it was written; None when it is not."""
    head = _head(month)
    body = data[len(head) : -_TAIL_LENGTH]
    whole = data.startswith(head) and len(data) >= len(head) + _TAIL_LENGTH and data.endswith(_tail(body))
    return body if whole else None


def _head(month: str) -> bytes:
    return f'{{"format": "{_FORMAT}", "month": "{month}", "entries": [\n'.encode()


def _tail(body: bytes) -> bytes:
    return f'], "sum": "{hashlib.sha256(body).hexdigest()[:_SUM_LENGTH]}"}}\n'.encode()


def _strict(data: bytes) -> object:
    return _careful.decode(data.decode(json.detect_encoding(data)).removeprefix("\ufeff"))


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) < len(pairs):
        raise ValueError  # rewriting the file would drop one of the two
    return made


def _no_constant(_: str) -> object:
    raise ValueError  # NaN and Infinity are not JSON


def _finite(text: str) -> float:
    number = float(text)
    if number - number != 0:
        raise ValueError  # 1e999
    return number


_quick: Final = json.JSONDecoder(parse_constant=_no_constant, parse_float=_finite)
_careful: Final = json.JSONDecoder(parse_constant=_no_constant, parse_float=_finite, object_pairs_hook=_once)
