"""Our own files come back without loss, and twice is the same as once."""

import json
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.domain.journal.entries import Entry, Note
from ryggkompis.domain.journal.history import History
from ryggkompis.importers import notices
from ryggkompis.importers.errors import NothingUsable, WrittenByNewer
from ryggkompis.importers.found import Found
from ryggkompis.importers.reading import read_file
from ryggkompis.importers.taking.taking import taking
from ryggkompis.report.gather import summary_of
from ryggkompis.report.omit import Options
from ryggkompis.report.rendering import render
from ryggkompis.store.acts import act_of
from ryggkompis.store.codec import encode
from ryggkompis.store.lines import Line, content
from ryggkompis.store.places import Places
from ryggkompis.store.store import Store
from tests.domain.patient import Patient, catalogue, red_flags
from tests.examples import examples
from tests.importers.files import HERE, told
from tests.report.anything import ENTRIES, FIRST, LAST
from tests.report.journals import HOSTILE, lines_of


def a_store(folder: Path) -> Store:
    """One moment for everything that is saved: two journals are compared to the second."""
    return Store(Places.find(str(folder), {}), now=lambda: datetime(2026, 3, 2, 9, 0, tzinfo=UTC))


def a_report(entries: Iterable[Entry], lines: list[Line], *, with_crisis: bool = False) -> bytes:
    history = History.of(entries)
    chosen = Options(with_crisis=with_crisis)
    facts = summary_of(history, lines, red_flags(), catalogue(), first=FIRST, last=LAST, options=chosen)
    return render("json", facts, "nb", chosen)


def back(data: bytes) -> Found:
    return read_file(data, HERE, name="report.json")


@settings(derandomize=True, max_examples=examples(20))
@given(ENTRIES)
def test_whatever_is_said_comes_back_from_a_report_as_it_was_stored(entries: list[Entry]) -> None:
    lines = [encode(entry) for entry in entries]
    data = a_report(entries, lines, with_crisis=True)
    if lines:
        assert list(back(data).lines) == lines
    else:
        assert back(data).lines == ()


def test_keys_and_kinds_of_a_newer_version_come_back_too() -> None:
    stamp = {"rev": 1, "day": "2026-03-02", "at": "2026-03-02T08:00:00+01:00", "tz": "Europe/Oslo"}
    lines: list[Line] = [
        {"id": "A", **stamp, "kind": "note", "text": "æøå 😀", "mood": {"is": [1, 2.0, None]}},
        {"id": "B", **stamp, "kind": "dream", "of": "walking"},
    ]
    found = back(a_report([], lines))
    assert list(found.lines) == lines
    assert told(found, notices.FromNewer) == [notices.FromNewer(1)]


def test_hostile_text_comes_back_as_it_was() -> None:
    patient = Patient()
    patient.say(Note, 0, time(8), text=HOSTILE)
    assert list(back(a_report(patient.entries, lines_of(patient))).lines) == lines_of(patient)


def test_a_report_into_an_empty_journal_gives_the_same_plan_and_twice_changes_nothing(tmp_path: Path) -> None:
    patient = Patient.at_level(2, days=20)
    store = a_store(tmp_path)
    data = a_report(patient.entries, lines_of(patient), with_crisis=True)
    store.put(taking(back(data), store.read().lines, HERE.today).lines)
    before = {path: path.read_bytes() for path in (tmp_path / "journal").iterdir()}
    store.put(back(data).lines)
    assert {path: path.read_bytes() for path in (tmp_path / "journal").iterdir()} == before
    assert taking(back(data), store.read().lines, HERE.today).lines == ()
    kept = [
        {name: v for name, v in line.items() if name not in {"act", "saved"}} for line in store.read().lines
    ]
    assert kept == lines_of(patient)


def test_a_month_of_the_journal_comes_back_with_every_edit(tmp_path: Path) -> None:
    home, other = (a_store(tmp_path / name) for name in ("home", "other"))
    patient = Patient()
    patient.walk(0, 10)
    patient.walk(1, 12)
    lines = lines_of(patient)
    home.put(lines)
    home.put([{**lines[0], "rev": 2, "minutes": 11}])
    home.delete(str(lines[1]["id"]))
    (month,) = (tmp_path / "home" / "journal").glob("2026-03.json")
    found = read_file(month, HERE)
    assert len(found.lines) == 4
    other.put(taking(found, other.read().lines, HERE.today).lines)
    assert list(map(content, other.read().lines)) == list(map(content, home.read().lines))
    assert len({act_of(line) for line in other.lines()}) == 1, "one import is one act"
    every = [line for known in lines for line in other.history(str(known["id"]))]
    assert taking(read_file(month, HERE), every, HERE.today).lines == ()


def test_a_damaged_month_gives_what_can_be_read_and_tells_the_rest(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    patient = Patient()
    for n in range(3):
        patient.walk(n, 10)
    store.put(lines_of(patient))
    (month,) = (tmp_path / "journal").glob("2026-03.json")
    data = month.read_bytes().replace(b'"minutes": 10', b'"minutes": 1', 1)
    first, second, *rest = data.split(b"\n")
    cut = b"\n".join([first, second[:40], *rest])
    found = read_file(cut, HERE, name="2026-03.json")
    assert len(found.lines) == 2
    assert told(found, notices.NotUnderstood) == [notices.NotUnderstood(1)]


def test_an_entry_that_lost_an_answer_on_its_way_out_never_touches_the_whole_one(tmp_path: Path) -> None:
    patient = Patient()
    patient.gate(0, PSY1="yes", MOT1="unsure")
    store = a_store(tmp_path)
    store.put(lines_of(patient))
    found = back(a_report(patient.entries, lines_of(patient)))
    assert "PSY1" not in str(found.lines[0]["answers"])
    assert taking(found, store.read().lines, HERE.today).lines == ()
    assert taking(found, [], HERE.today).lines == found.lines


def test_an_entry_that_was_edited_since_the_report_stays_edited(tmp_path: Path) -> None:
    patient = Patient()
    patient.walk(0, 10)
    (line,) = lines_of(patient)
    store = a_store(tmp_path)
    store.put([line])
    store.put([{**line, "rev": 2, "minutes": 20}])
    store.put(taking(back(a_report(patient.entries, [line])), store.read().lines, HERE.today).lines)
    assert [kept["minutes"] for kept in store.read().lines] == [20]


GOOD: Line = {
    "id": "G", "rev": 1, "day": "2026-03-02", "at": "2026-03-02T08:00:00+01:00", "tz": "Europe/Oslo",
    "kind": "walk", "minutes": 10,
}  # fmt: skip


def with_entries(*entries: object, version: object = 1) -> bytes:
    document = {"format": "ryggkompis", "version": version, "entries": list(entries)}
    return json.dumps(document).encode()


@pytest.mark.parametrize(
    "bad",
    [
        {**GOOD, "id": "../../etc/passwd"},
        {**GOOD, "day": "../2026-03"},
        {**GOOD, "day": "2026-02-30"},
        {**GOOD, "day": "0001-01-01"},
        {**GOOD, "day": "9999-12-31"},
        {**GOOD, "rev": 0},
        {**GOOD, "rev": True},
        {**GOOD, "minutes": 100_000},
        {**GOOD, "minutes": "ten"},
        {**GOOD, "at": "2026-03-02T08:00:00"},
        {**GOOD, "kind": 7},
        {**GOOD, "kind": "note", "text": "x" * 5_000},
        {name: value for name, value in GOOD.items() if name != "tz"},
        "an entry",
        None,
        [GOOD],
    ],
)
def test_an_entry_that_cannot_be_is_left_out_and_the_others_stay(bad: object) -> None:
    found = back(with_entries(GOOD, bad))
    assert list(found.lines) == [GOOD]
    assert told(found, notices.NotUnderstood) == [notices.NotUnderstood(1)]


def test_a_report_with_no_usable_entry_is_refused() -> None:
    with pytest.raises(NothingUsable):
        back(with_entries({**GOOD, "rev": 0}))


@pytest.mark.parametrize("version", [2, "1", None, 1e9])
def test_a_report_of_a_newer_version_is_left_alone(version: object) -> None:
    with pytest.raises(WrittenByNewer):
        back(with_entries(GOOD, version=version))


def test_a_month_of_a_newer_version_is_left_alone() -> None:
    with pytest.raises(WrittenByNewer):
        back(b'{"format": "ryggkompis/2", "month": "2026-03", "entries": []}')


@settings(derandomize=True, max_examples=examples(150))
@given(st.integers(0, 10_000), st.binary(max_size=8))
def test_a_damaged_report_never_ends_in_a_traceback(at: int, junk: bytes) -> None:
    data = with_entries(GOOD)
    at %= len(data)
    with suppress(ExpectedError):
        back(data[:at] + junk + data[at + len(junk) :])
