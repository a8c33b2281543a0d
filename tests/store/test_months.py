"""The month's file: the same set gives the same bytes, and nothing that happens to it goes unnoticed."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ryggkompis.store.lines import canonical, id_of, is_line, rev_of, union, view
from ryggkompis.store.months import decode_month, encode_month
from ryggkompis.store.ordinary import ordinary_lines
from tests.examples import examples
from tests.store.damage import mutate
from tests.store.journals import DAY, MONTH, home, month_path, on_disk, shown_ids, store_at
from tests.store.laws import LINE_SETS, LINES, LINES_OF_A_MONTH

SMALL = encode_month(MONTH, union([on_disk(f"E{n}", leg=n, text="vondt i låret, [b] «é»") for n in range(8)]))


@settings(derandomize=True, max_examples=examples(100))
@given(LINE_SETS, LINE_SETS, LINE_SETS)
def test_merging_is_commutative_associative_and_idempotent(a: LINES, b: LINES, c: LINES) -> None:
    assert encode_month(MONTH, union(a, b)) == encode_month(MONTH, union(b, a))
    assert encode_month(MONTH, union(union(a, b), c)) == encode_month(MONTH, union(a, union(b, c)))
    assert encode_month(MONTH, union(union(a), a)) == encode_month(MONTH, union(a))


@settings(derandomize=True, max_examples=examples(100))
@given(LINE_SETS, LINE_SETS)
def test_merging_loses_no_line_but_of_an_erased_entry(a: LINES, b: LINES) -> None:
    both = [*a, *b]
    erased = {id_of(line) for line in both if line.get("erased") is True}
    expected = {canonical(line) for line in both if id_of(line) not in erased or line.get("erased") is True}

    united = [canonical(line) for line in union(a, b)]
    assert set(united) == expected
    assert len(united) == len(expected)


@settings(derandomize=True, max_examples=examples(100))
@given(LINE_SETS)
def test_the_view_shows_each_entry_once_and_never_an_older_rev(lines: LINES) -> None:
    shown = view(lines)

    assert len({id_of(line) for line in shown}) == len(shown)
    for line in shown:
        same = [other for other in lines if id_of(other) == id_of(line)]
        assert rev_of(line) == max(map(rev_of, same))
        assert not any(other.get("erased") is True for other in same)


@settings(derandomize=True, max_examples=examples(100))
@given(LINES_OF_A_MONTH)
def test_what_is_written_is_read_back_to_the_last_type(lines: LINES) -> None:
    written = encode_month(MONTH, union(lines))
    found = decode_month(written, MONTH)

    assert found.status == "ok"
    assert [canonical(line) for line in found.lines] == [canonical(line) for line in union(lines)]
    assert encode_month(MONTH, found.lines) == written


@settings(derandomize=True, max_examples=examples(250))
@given(
    st.one_of(
        st.binary(max_size=300), st.text(alphabet='{}[]",:\n 0123456789einrdvay\x00\ud800', max_size=80)
    )
)
def test_any_bytes_are_judged_and_never_a_crash(data: bytes | str) -> None:
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    for found in (decode_month(raw, MONTH), decode_month(SMALL[:68] + raw + SMALL[68:], MONTH)):
        assert all(map(is_line, found.lines))
    assert decode_month(raw, MONTH).status not in ("ok", "edited")


def test_every_single_bit_that_flips_is_noticed() -> None:
    whole = decode_month(SMALL, MONTH)
    assert whole.status == "ok"
    for place in range(len(SMALL) * 8):
        flipped = bytearray(SMALL)
        flipped[place // 8] ^= 1 << place % 8
        assert decode_month(bytes(flipped), MONTH).status != "ok", place


def test_a_month_cut_at_any_byte_is_named_and_shows_every_line_that_is_left(tmp_path: Path) -> None:
    path = month_path(tmp_path)
    store = store_at(tmp_path)
    for length in range(len(SMALL)):
        path.write_bytes(SMALL[:length])
        reading = store.read()
        left = SMALL[:length].count(b"}\n") + SMALL[:length].count(b"},\n")
        assert len(reading.lines) >= left, length
        assert reading.problems, length
        assert all(problem.hides or length == len(SMALL) - 1 for problem in reading.problems), length


def test_a_damaged_month_is_helped_out_by_its_newest_backup(tmp_path: Path) -> None:
    path = month_path(tmp_path)
    path.write_bytes(SMALL)
    store_at(tmp_path).put([on_disk("LATER")])  # the day's first change: a copy is made
    path.write_bytes(path.read_bytes()[:300])

    reading = store_at(tmp_path).read()

    assert shown_ids(reading) == [f"E{n}" for n in range(8)]
    assert {problem.what for problem in reading.problems} == {"damaged"}
    assert all(problem.backup for problem in reading.problems)


def test_a_bad_month_never_becomes_a_backup(tmp_path: Path) -> None:
    month_path(tmp_path).write_bytes(SMALL[:300])

    store_at(tmp_path).put([on_disk("NEW")])

    assert not list(Path(home(tmp_path).state).rglob("2025-03*"))


def test_damaged_months_are_never_replaced_and_whole_ones_lose_no_line(tmp_path: Path) -> None:
    counts = mutate(tmp_path, SMALL, runs=540, seed=5)

    assert counts["rewritten"] > 60
    assert counts["left alone"] > 300


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ('{"format": "ryggkompis/1", "month": "2025-03", "entries": []}', "edited"),
        (
            '{"format": "ryggkompis/1", "entries": [{"id": "A", "rev": 1, "day": "2025-03-03", "leg": 4}]}',
            "edited",
        ),
        ('{"format": "ryggkompis/2", "something": "else"}', "newer"),
        ('{"format": "ryggkompis/17", "entries": [', "newer"),
        ('{"format": "ryggkompis/1", "entries": [], "added": "later"}', "newer"),
        ('{"format": "ryggkompis/1", "entries": [{"id": "A"}]}', "damaged"),
        ('{"format": "ryggkompis/1", "entries": [], "entries": []}', "damaged"),
        ('{"format": "ryggkompis/1", "entries": {}}', "damaged"),
        ('{"some": "other program"}', "foreign"),
        ("[1, 2, 3]", "foreign"),
        ("", "damaged"),
        ("\x00" * 12_061, "damaged"),
        ("[" * 200_000, "damaged"),
        ("9" * 100_000, "damaged"),
    ],
)
def test_a_file_is_known_for_what_it_is(text: str, status: str) -> None:
    assert decode_month(text.encode(), MONTH).status == status


def test_a_line_that_cannot_be_read_is_named_by_its_number() -> None:
    lines = SMALL.split(b"\n")
    lines[3] = lines[3].replace(b'"rev": 1', b'"rev": x')

    found = decode_month(b"\n".join(lines), MONTH)

    assert found.status == "damaged"
    assert found.bad == (4,)
    assert len(found.lines) == 7


def test_the_file_reads_as_the_format_says() -> None:
    line = {
        "saved": "2025-03-03T07:15:09Z",
        "site": "calf",
        "kind": "check_in",
        "leg": 4,
        "tz": "Europe/Oslo",
    }
    line |= {"at": "2025-03-03T08:15:00+01:00", "day": DAY, "rev": 1, "id": "01JNW3Z8T0F7K2C9QH5R6M4XBA"}

    assert encode_month(MONTH, [line]).decode() == (
        '{"format": "ryggkompis/1", "month": "2025-03", "entries": [\n'
        '{"id": "01JNW3Z8T0F7K2C9QH5R6M4XBA", "rev": 1, "day": "2025-03-03", '
        '"at": "2025-03-03T08:15:00+01:00", "tz": "Europe/Oslo", "kind": "check_in", '
        '"leg": 4, "site": "calf", "saved": "2025-03-03T07:15:09Z"}\n'
        '], "sum": "2730a5e9444ba9db"}\n'
    )


def test_a_month_edited_in_notepad_is_read_and_taken_over(tmp_path: Path) -> None:
    path = month_path(tmp_path)
    path.write_bytes(b"\xef\xbb\xbf" + SMALL.replace(b"\n", b"\r\n").replace(b'"leg": 3', b'"leg": 5'))

    reading = store_at(tmp_path).read()
    assert [line["leg"] for line in reading.lines] == [0, 1, 2, 5, 4, 5, 6, 7]
    assert [(problem.what, problem.hides) for problem in reading.problems] == [("edited", False)]

    store_at(tmp_path).put([on_disk("NEW")])
    assert decode_month(path.read_bytes(), MONTH).status == "ok"
    assert not store_at(tmp_path).read().problems


def test_the_view_orders_the_two_half_past_two_of_an_october_night_by_the_instant() -> None:
    night = "2025-10-26T02:30:00"
    later = on_disk("FIRST_BY_ID", day="2025-10-26", at=f"{night}+01:00")
    sooner = on_disk("SECOND_BY_ID", day="2025-10-26", at=f"{night}+02:00")

    assert [id_of(line) for line in view([later, sooner])] == ["SECOND_BY_ID", "FIRST_BY_ID"]


@pytest.mark.parametrize(
    "odd",
    [
        {"id": ""}, {"id": "a" * 65}, {"id": "a\n"}, {"id": "å"}, {"id": 1}, {"id": None},
        {"rev": 0}, {"rev": -1}, {"rev": True}, {"rev": 1.0}, {"rev": "1"}, {"rev": 10**9}, {"rev": 1 << 70},
        {"day": "2026-02-29"}, {"day": "20260301"}, {"day": "2026-03-01T00:00:00"}, {"day": "0000-03-01"},
    ],
    ids=repr,
)  # fmt: skip
def test_a_month_read_in_one_go_lets_nothing_pass_that_is_no_line(odd: dict[str, object]) -> None:
    line = on_disk("E2") | odd

    assert not is_line(line)
    assert ordinary_lines(json.dumps([on_disk("E1", leg=1), line]).encode()) is None


@pytest.mark.parametrize(
    "said",
    [{"id": "a" * 64}, {"rev": 999_999_999}, {"day": "2028-02-29"}, {"leg": 1.5}, {"goals": [None, 3]}],
    ids=repr,
)
def test_a_month_of_ordinary_lines_is_read_in_one_go(said: dict[str, object]) -> None:
    lines = [on_disk("E1", leg=1), on_disk("E2") | said]

    assert all(map(is_line, lines))
    assert ordinary_lines(json.dumps(lines).encode()) == lines


@pytest.mark.parametrize(
    "said", [{"text": "\ud800"}, {"own": [[1]]}, {"own": [{"levels": []}]}, {"answers": {"a": {}}}], ids=repr
)
def test_what_is_not_ordinary_is_read_all_the_same(said: dict[str, object]) -> None:
    lines = [on_disk("E1", leg=1), on_disk("E2") | said]

    assert ordinary_lines(json.dumps(lines).encode()) is None
    assert list(decode_month(encode_month(MONTH, lines), MONTH).lines) == lines
