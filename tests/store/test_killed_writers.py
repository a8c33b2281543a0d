"""What was acknowledged is there, whatever happens to the one who wrote it."""

import os
from pathlib import Path

from ryggkompis.store import lock
from tests.store.journals import home, shown_ids, store_at
from tests.store.processes import (
    acknowledging_writer,
    ended_well,
    in_folder,
    in_process,
    kill_writers,
    told,
    write_at_once,
)


def test_a_killed_writer_loses_nothing_it_has_acknowledged(tmp_path: Path) -> None:
    tally = kill_writers(tmp_path, kills=220, seed=1)

    assert tally.kills == 220
    assert len(tally.acknowledged) > 100
    assert not tally.lost
    assert not tally.problems
    assert not tally.doubled
    assert tally.unasked <= 1


def test_writers_at_once_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    expected = write_at_once(tmp_path, writers=4, each=50, months=3)

    ids = shown_ids(store_at(tmp_path).read())
    assert sorted(ids) == sorted(expected)


def test_a_reader_sees_every_earlier_save_while_others_write_and_fold(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.set_blocking(reader, False)
    # They do not wait for each other, so many a save goes beside and is folded by the next.
    processes = [
        in_process(acknowledging_writer(tmp_path, f"R{number}", "2025-03-03", writer, count=60, lock_wait=0))
        for number in range(3)
    ]
    acknowledged: set[str] = set()
    reads = 0
    while len(acknowledged) < 180 and reads < 5_000:
        acknowledged |= set(told(reader))
        assert acknowledged <= in_folder(tmp_path)
        reads += 1

    statuses = [ended_well(process) for process in processes]
    assert all(statuses)
    assert len(in_folder(tmp_path)) == 180


def test_a_writer_that_holds_the_lock_and_stands_still_keeps_nobody_from_saving(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    store.put([{"id": "A", "rev": 1, "day": "2025-03-03"}])
    held = lock.take(home(tmp_path).journal, 1)
    assert held is not None

    store.put([{"id": "B", "rev": 1, "day": "2025-03-03"}])
    names = sorted(path.name for path in Path(home(tmp_path).journal).glob("2025*"))
    lock.release(held)
    store.put([{"id": "C", "rev": 1, "day": "2025-03-03"}])

    assert len(names) == 2
    assert [path.name for path in Path(home(tmp_path).journal).glob("2025*")] == ["2025-03.json"]
    assert shown_ids(store.read()) == ["A", "B", "C"]
