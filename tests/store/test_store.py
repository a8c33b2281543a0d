"""The store as its callers know it."""

import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ryggkompis.domain.base.text import TEXT_LIMIT
from ryggkompis.store.acts import new_id
from ryggkompis.store.errors import Refused, TextTooLong
from ryggkompis.store.lines import day_of, id_of, rev_of
from ryggkompis.store.store import Store
from tests.program import PYTHON
from tests.store.journals import (
    a_line,
    everything,
    home,
    month_path,
    on_disk,
    shown_ids,
    store_at,
    write_month,
)


def test_what_is_put_is_read_back_stamped_and_in_order(tmp_path: Path) -> None:
    store = Store(home(tmp_path), now=lambda: datetime(2025, 3, 3, 7, 15, 9, tzinfo=UTC))

    store.put([a_line("B", day="2025-04-01"), a_line("A", day="2025-03-31", text="vondt å gå")])

    first, second = Store(home(tmp_path)).read().lines
    said = a_line("A", day="2025-03-31", text="vondt å gå")
    assert first == {**said, "act": second["act"], "saved": "2025-03-03T07:15:09Z"}
    assert id_of(second) == "B"
    assert (
        (Path(home(tmp_path).data) / "LES MEG.txt")
        .read_text(encoding="utf-8")
        .startswith("Dette er dagboken")
    )


def test_a_save_that_is_repeated_does_not_double(tmp_path: Path) -> None:
    moments = iter(datetime(2025, 3, 3, hour, tzinfo=UTC) for hour in range(9))
    store = Store(home(tmp_path), now=lambda: next(moments))

    store.put([a_line("A")])
    before = month_path(tmp_path).read_bytes()
    store.put([a_line("A")])

    assert month_path(tmp_path).read_bytes() == before


def test_an_edit_stands_and_its_history_stays(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    store.put([a_line("A", leg=4)])
    store.put([a_line("A", rev=2, leg=3)])

    found = store.find("A")
    assert found is not None
    assert found["leg"] == 3
    assert [line["leg"] for line in store.history("A")] == [4, 3]
    assert len(store.read().lines) == 1


def test_a_deleted_entry_is_gone_from_the_view_and_can_be_brought_back(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    store.put([a_line("A", leg=4)])

    assert store.delete("A")
    assert store.find("A") is None
    assert store.read().lines == ()
    assert [sorted(line) for line in store.history("A")][1] == ["act", "day", "deleted", "id", "rev", "saved"]
    assert not store.delete("A")
    assert not store.delete("NEVER")

    store.put([a_line("A", rev=3, leg=4)])
    assert shown_ids(store.read()) == ["A"]


@pytest.mark.parametrize("to", ["2025-01-05", "2025-03-20", "2026-03-03"])
def test_an_entry_moved_to_another_day_is_there_and_only_there(tmp_path: Path, to: str) -> None:
    store = store_at(tmp_path)
    store.put([a_line("A", leg=4), a_line("B")])
    store.put([a_line("A", rev=2, day=to, leg=4)])

    assert [day_of(line) for line in store.read().lines if id_of(line) == "A"] == [to]
    old_day = store.read(date(2025, 3, 1), date(2025, 3, 10))
    assert shown_ids(old_day) == ["B"]
    new_day = store.read(date.fromisoformat(to), date.fromisoformat(to))
    assert shown_ids(new_day) == ["A"]
    assert rev_of(store.history("A")[-1]) == 2
    assert "moved" not in store.history("A")[-1]


def test_an_entry_moved_away_and_back_and_deleted_leaves_no_trace_in_any_view(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    store.put([a_line("A")])
    store.put([a_line("A", rev=2, day="2025-01-05")])
    store.put([a_line("A", rev=3)])
    assert shown_ids(store.read()) == ["A"]
    assert store.read(until=date(2025, 1, 31)).lines == ()

    store.delete("A")
    assert (
        store.read().lines
        == store.read(date(2025, 3, 1)).lines
        == store.read(until=date(2025, 1, 31)).lines
        == ()
    )


def test_a_crash_between_the_two_halves_of_a_move_shows_the_entry_once(tmp_path: Path) -> None:
    write_month(tmp_path, [on_disk("A")])
    write_month(tmp_path, [on_disk("A", rev=2, day="2025-01-05")], month="2025-01")

    assert [day_of(line) for line in store_at(tmp_path).read().lines] == ["2025-01-05"]


def test_a_reader_may_ask_for_the_last_months_only(tmp_path: Path) -> None:
    for month in range(1, 13):
        write_month(tmp_path, [on_disk(f"M{month}", day=f"2025-{month:02}-15")], month=f"2025-{month:02}")
    month_path(tmp_path, "2025-02").write_text("not needed, so not looked at")

    reading = store_at(tmp_path).read(since=date(2025, 11, 15), until=date(2025, 12, 14))

    assert shown_ids(reading) == ["M11"]
    assert not reading.problems


def test_unknown_kinds_and_keys_stay_on_the_disk_as_they_are(tmp_path: Path) -> None:
    later = on_disk("A", kind="dream", depth={"b": [1, 2.50, None], "a": {"æ": True}})
    write_month(tmp_path, [later])

    store_at(tmp_path).put([a_line("NEW")])

    assert store_at(tmp_path).read().lines[0] == later


def test_the_signature_changes_with_every_change_and_only_then(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    seen = [store.signature()]
    store.put([a_line("A")])
    seen.append(store.signature())
    assert store.signature() == seen[-1]
    store.put([a_line("B")])
    seen.append(store.signature())
    write_month(tmp_path, [on_disk("C")], unique="-KARI-PC")
    seen.append(store.signature())

    assert len(set(seen)) == 4


@pytest.mark.parametrize(
    "bad",
    [
        {"day": "../../../etc/passwd"},
        {"day": "2025-03-03/../../x"},
        {"day": "2025-02-30"},
        {"day": "20250303"},
        {"day": "2025-W10-1"},
        {"day": "２０２５-03-03"},
        {"day": date(2025, 3, 3)},
        {"day": None},
        {"id": "../A"},
        {"id": ""},
        {"id": "A" * 65},
        {"id": "A\n"},
        {"id": 7},
        {"rev": 0},
        {"rev": True},
        {"rev": 1.0},
        {"rev": 10**12},
        {"leg": float("nan")},
        {"leg": float("inf")},
        {"leg": object()},
        {"leg": [[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]},
    ],
)
def test_a_line_that_is_none_is_refused_before_anything_is_written(
    tmp_path: Path, bad: dict[str, object]
) -> None:
    with pytest.raises(Refused):
        store_at(tmp_path / "home").put([a_line("GOOD"), a_line() | bad])

    assert not (tmp_path / "home").exists()


def test_text_is_cleaned_on_its_way_in_and_too_much_of_it_refused(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    store.put([a_line("A", text="\x1b]0;x\x07\x1b[2J\x9b31m æ\r\nb\tc \ud83d\ude00 \ud800", more=["\x00x"])])
    store.put([a_line("B", kind="programme", text="x" * 262_144)])

    line = store.find("A")
    assert line is not None
    assert line["text"] == "]0;x[2J31m æ\nb\tc 😀 \ufffd"
    assert line["more"] == ["x"]
    with pytest.raises(TextTooLong, match="4001"):
        store.put([a_line("C", text="x" * (TEXT_LIMIT + 1))])
    assert len(store.read().lines) == 2


def test_importing_the_same_twice_changes_nothing(tmp_path: Path) -> None:
    lines = [a_line(f"E{n}", day=f"2025-{1 + n % 6:02}-03") for n in range(300)]
    store = store_at(tmp_path)
    store.put(lines)
    before = {name: data for name, data in everything(tmp_path).items() if "backups" not in name}
    store.put(lines)

    assert {name: data for name, data in everything(tmp_path).items() if "backups" not in name} == before


def test_ids_sort_by_time_and_are_unique() -> None:
    moments = [datetime(2025, 3, 3, 8, minute, tzinfo=UTC) for minute in range(60)]
    ids = [new_id(moment) for moment in moments]

    assert ids == sorted(ids)
    assert all(len(id_) == 26 and set(id_) <= set("0123456789ABCDEFGHJKMNPQRSTVWXYZ") for id_ in ids)
    assert len({new_id(moments[0]) for _ in range(1_000)}) == 1_000
    assert new_id() > ids[-1]


def test_saving_and_reading_import_nothing_dear() -> None:
    code = (
        "import sys\n"
        "from ryggkompis.store.errors import NotSaved, Refused; from ryggkompis.store.acts import new_id\n"
        "from ryggkompis.store.places import Places; from ryggkompis.store.settings import read_settings\n"
        "from ryggkompis.store.store import Store\n"
        "dear = {'textual', 'rich', 'pydantic', 'asyncio', 'dataclasses', 'importlib.metadata', 'pathlib', "
        "'platformdirs', 'logging', 'random', 'tempfile', 'subprocess'}\n"
        "print(sorted(dear & set(sys.modules)))"
    )
    found = subprocess.run([PYTHON, "-c", code], capture_output=True, check=True, encoding="utf-8")
    assert found.stdout.strip() == "[]"
