"""Ways in which a file comes to harm."""

import random
from collections.abc import Callable
from pathlib import Path

from ryggkompis.store.lines import canonical
from ryggkompis.store.month_files import is_whole, listing, read_month
from ryggkompis.store.months import decode_month
from ryggkompis.store.seal import Seal
from tests.store.journals import MONTH, a_line, home, month_path, shown_ids, store_at

Mutation = Callable[[bytes, random.Random], bytes]


def _flip(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data) * 8)
    return data[: place // 8] + bytes([data[place // 8] ^ 1 << place % 8]) + data[place // 8 + 1 :]


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _hole(data: bytes, chance: random.Random) -> bytes:
    first = chance.randrange(len(data))
    return data[:first] + b"\0" * min(64, len(data) - first) + data[first + 64 :]


def _missing_piece(data: bytes, chance: random.Random) -> bytes:
    first = chance.randrange(len(data))
    return data[:first] + data[first + chance.randrange(1, 80) :]


def _swapped_lines(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    chance.shuffle(lines)
    return b"\n".join(lines)


def _twice(data: bytes, _: random.Random) -> bytes:
    return data + data


def _merge_markers(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    lines.insert(chance.randrange(len(lines)), b"<<<<<<< HEAD")
    return b"\n".join(lines)


def _other_number(data: bytes, chance: random.Random) -> bytes:
    return data.replace(
        b'"minutes": 10', b'"minutes": ' + chance.choice([b"NaN", b"1e999", b"11", b"-", b"9" * 5000]), 1
    )


def _doubled_key(data: bytes, _: random.Random) -> bytes:
    return data.replace(b'"kind": "walk"', b'"kind": "walk", "kind": "note"', 1)


def _deep(data: bytes, chance: random.Random) -> bytes:
    depth = chance.choice([10, 40, 900, 100_000])
    return data.replace(b'"minutes": 10', b'"minutes": ' + b"[" * depth + b"]" * depth, 1)


def _windows(data: bytes, _: random.Random) -> bytes:
    return b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n")


def _utf_16(data: bytes, _: random.Random) -> bytes:
    return data.decode().encode("utf-16")


def _latin_1(data: bytes, _: random.Random) -> bytes:
    return data.decode().encode("latin-1", "replace")


def _half_character(data: bytes, _: random.Random) -> bytes:
    return data.replace(b'"walk"', b'"wa\\ud800lk"', 1)


def _other_head(data: bytes, chance: random.Random) -> bytes:
    return data.replace(
        b"ryggkompis/1", chance.choice([b"ryggkompis/2", b"ryggkompis/", b"diary/1", b"x" * 9]), 1
    )


def _wrong_line(data: bytes, chance: random.Random) -> bytes:
    old, new = chance.choice(
        [
            (b'"rev": 1', b'"rev": 0'),
            (b'"rev": 1', b'"rev": true'),
            (b"2025-03-03", b"2025-02-30"),
            (b'"id": "', b'"id": "/'),
        ]
    )
    return data.replace(old, new, 1)


def _nothing(_: bytes, __: random.Random) -> bytes:
    return b""


def _other_json(_: bytes, chance: random.Random) -> bytes:
    return chance.choice(
        [b"[]", b"{}", b"null", b"3", b'"x"', b'{"entries": [1]}', b"[[", b'{"format": "ryggkompis/1"}']
    )


MUTATIONS: tuple[Mutation, ...] = (
    _flip, _cut, _hole, _missing_piece, _swapped_lines, _twice, _merge_markers, _other_number,
    _doubled_key, _deep, _windows, _utf_16, _latin_1, _half_character, _other_head, _wrong_line,
    _nothing, _other_json,
)  # fmt: skip


def mutate(folder: Path, good: bytes, runs: int, seed: int) -> dict[str, int]:
    """Damage a month again and again, save, and count what became of the file; every promise is asserted."""
    chance = random.Random(seed)
    counts = {"rewritten": 0, "left alone": 0}
    for run in range(runs):
        place = folder / str(run)
        path = month_path(place)
        mutation = MUTATIONS[run % len(MUTATIONS)]
        damaged = mutation(good, chance)
        path.write_bytes(damaged)
        _save_over(place, path, damaged, mutation.__name__, counts)
    return counts


def _save_over(folder: Path, path: Path, damaged: bytes, name: str, counts: dict[str, int]) -> None:
    before = decode_month(damaged, MONTH)
    store = store_at(folder)
    store.put([a_line("NEW")])
    assert "NEW" in shown_ids(store.read()), name
    if path.read_bytes() == damaged:
        counts["left alone"] += 1
        assert store.read().problems, name
        return
    counts["rewritten"] += 1
    assert before.status in ("ok", "edited"), name
    journal, seal = home(folder).journal, Seal(home(folder).key)
    _, own = read_month(journal, MONTH, listing(journal, seal), seal)
    assert is_whole(own), name
    assert {canonical(line) for line in before.lines} <= {canonical(line) for line in own.lines}, name
