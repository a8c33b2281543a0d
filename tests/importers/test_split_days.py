"""A day of steps whose records come in with several imports: each counts once, whatever the order."""

import json
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ryggkompis.domain.base.value import replace
from ryggkompis.i18n.language import speaking
from ryggkompis.importers import notices
from ryggkompis.importers.found import Here
from ryggkompis.importers.reading import read_file
from ryggkompis.importers.taking.preview import preview_in_words
from ryggkompis.importers.taking.taking import Taking, taking
from ryggkompis.importers.taking.wording import done_in_words
from ryggkompis.importers.wording import notice_in_words
from ryggkompis.services.imports.whole import imports, take_out
from ryggkompis.store.store import Store
from tests.examples import examples
from tests.importers.files import HERE, steps
from tests.store.journals import store_at

BEGUN = datetime.fromisoformat("2026-11-18T20:00:00+01:00")
WATCH, PHONE = "Watch", "Phone"
Record = tuple[int, int, str]
"""Minutes after ``BEGUN``, steps, and who counted them."""


def export(records: Sequence[Record]) -> str:
    written = [(BEGUN + timedelta(minutes=at), count, source) for at, count, source in records]
    rows = "".join(
        f'<Record type="HKQuantityTypeIdentifierStepCount" sourceName="{source}" value="{count}"'
        f' startDate="{start:%Y-%m-%d %H:%M:%S %z}" endDate="{start:%Y-%m-%d %H:%M}:59 {start:%z}"/>'
        for start, count, source in written
    )
    return f"<HealthData>{rows}</HealthData>"


def looked_at(store: Store, text: str, here: Here = HERE) -> Taking:
    return taking(read_file(text.encode(), here, name="export.xml"), store.lines(), here.today)


def bring_in(store: Store, text: str) -> None:
    looked_at(store, text).put_into(store)


def meaning(store: Store) -> list[tuple[object, ...]]:
    """What the journal says, whoever brought it, and however often it was written."""
    said = ("id", "day", "at", "tz", "kind", "source", "steps", "records")
    return [tuple(line[name] for name in said) for line in store.read().lines]


RECORDS = (
    st.dictionaries(
        st.tuples(st.integers(0, 600), st.sampled_from((WATCH, PHONE))),
        st.integers(0, 120),
        min_size=1,
        max_size=12,
    )
    .map(lambda counted: [(at, count, source) for (at, source), count in counted.items()])
    .filter(lambda records: any(count for _at, count, _source in records))
)


@settings(max_examples=examples(20), deadline=None)
@given(RECORDS, st.data())
def test_records_split_in_any_way_and_in_any_order_are_the_same_journal(
    records: list[Record], data: st.DataObject
) -> None:
    # Each record in one file or more, so that files may also overlap.
    homes = data.draw(st.tuples(*(st.sets(st.integers(0, 2), min_size=1) for _ in records)))
    parts = [[one for one, home in zip(records, homes, strict=True) if n in home] for n in range(3)]
    order = data.draw(st.permutations([part for part in (*parts, parts[0]) if any(n for _, n, _ in part)]))
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        whole, split = store_at(Path(one)), store_at(Path(other))
        bring_in(whole, export(records))
        for part in order:
            before, known = meaning(split), {one.id for one in imports(split.lines())}
            bring_in(split, export(part))
            for came in imports(split.lines()):
                if came.id not in known:
                    take_out(split, came, HERE.today)
                    assert meaning(split) == before
                    bring_in(split, export(part))
        assert meaning(split) == meaning(whole)
        bring_in(split, export(records))
        assert meaning(split) == meaning(whole)
        while left := imports(split.lines()):
            take_out(split, left[0], HERE.today)
        assert split.read().lines == ()


def test_the_preview_says_what_the_day_would_be(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    bring_in(store, export([(0, 100, WATCH), (30, 50, WATCH)]))
    new = looked_at(store, export([(10, 80, WATCH)]))
    with speaking("en"):
        assert preview_in_words(new.lines) == ["18 Nov 2026: steps 230 (Watch)"]
        assert "Days whose steps have grown since the last import: 1." in map(notice_in_words, new.notices)
    new.put_into(store)
    assert steps_there(store) == {date(2026, 11, 18): 230}


def test_a_day_of_which_only_the_sum_is_known_keeps_the_higher_number_and_says_so(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    bring_in(store, "date,steps\n2026-11-18,900\n2026-11-19,40\n")
    new = looked_at(store, "date,steps\n2026-11-18,300\n2026-11-19,40\n")
    assert [one for one in new.notices if isinstance(one, notices.HigherStands | notices.AlreadyHere)] == [
        notices.AlreadyHere(1), notices.HigherStands(1),
    ]  # fmt: skip
    assert steps_there(store) == {date(2026, 11, 18): 900, date(2026, 11, 19): 40}
    with speaking("en"):
        assert done_in_words(new, new.put_into(store)) == ("Nothing was added.",)
        assert "Days whose steps the diary has with a higher number, which stays: 1." in map(
            notice_in_words, new.notices
        )


def test_the_same_records_on_the_clock_of_another_place_are_not_added(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    times = (("10:00:00", 100), ("11:00:00", 50))
    counted = json.dumps([{"dateTime": f"11/18/26 {at}", "value": f"{n}"} for at, n in times])
    for tz in ("Europe/Oslo", "Europe/Helsinki"):
        here = replace(HERE, tz=tz)
        taking(
            read_file(counted.encode(), here, name="steps-2026-11-18.json"), store.lines(), here.today
        ).put_into(store)
    assert steps_there(store) == {date(2026, 11, 18): 150}


def test_the_same_steps_in_longer_pieces_are_not_added(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    minutes = [(n, 50, WATCH) for n in range(10)]
    bring_in(store, export(minutes))
    longer = export([(0, 450, WATCH)]).replace('"2026-11-18 20:00:59 +0100"', '"2026-11-18 20:10:00 +0100"')
    new = looked_at(store, longer)
    assert [one for one in new.notices if isinstance(one, notices.HigherStands)] == [notices.HigherStands(1)]
    new.put_into(store)
    assert steps_there(store) == {date(2026, 11, 18): 500}


@pytest.mark.parametrize("kept", ["", "x", "eJwDAAAAAAE=", "eNozAAAAMQAx", 7, None, "eNozsLYGAADYAHI="])
def test_records_that_cannot_be_read_leave_the_higher_number(tmp_path: Path, kept: object) -> None:
    store = store_at(tmp_path)
    before = store_at(tmp_path / "before")
    bring_in(before, export([(0, 100, WATCH)]))
    # As a version wrote it that kept no list of what an import has.
    store.put([{**line, "records": kept} for line in before.read().lines])
    bring_in(store, export([(10, 80, WATCH)]))
    assert steps_there(store) == {date(2026, 11, 18): 100}
    bring_in(store, export([(0, 100, WATCH), (10, 80, WATCH)]))
    assert steps_there(store) == {date(2026, 11, 18): 180}


def steps_there(store: Store) -> dict[date, int]:
    return {date.fromisoformat(str(line["day"])): int(str(line["steps"])) for line in store.read().lines}


def test_more_records_than_any_watch_makes_are_not_kept(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    begun = (BEGUN + timedelta(seconds=n) for n in range(6_000))
    seconds = "".join(f"{at:%Y-%m-%d %H:%M:%S},{at:%Y-%m-%d %H:%M:%S},1\n" for at in begun)
    bring_in(store, f"start,end,count\n{seconds}")
    (line,) = store.read().lines
    assert (line["steps"], "records" in line) == (6_000, False)
    assert steps(looked_at(store, f"start,end,count\n{seconds}")) == {}
