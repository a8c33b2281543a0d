"""``report`` and ``import``: files out and in."""

import csv
import io
import json
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Shell

DATA = Path(__file__).resolve().parents[1] / "data"
MAP = ("--map", "Knee Pain=leg", "--map", "Elbow Pain=back")
FORMATS = ("md", "csv", "json")


@pytest.fixture
def told(either: Shell) -> Shell:
    """Three days of diary, the first with a visit."""
    either.on(1, "event", "To the doctor", "--kind", "visit")
    for day in (1, 2, 3):
        either.on(day, "checkin", "--leg", str(day), "--flags", "none")
        either.on(day, "note", f"=1+{day}")
    return either


@pytest.mark.parametrize("format_", FORMATS)
def test_a_report_is_written_by_its_ending(told: Shell, tmp_path: Path, format_: str) -> None:
    target = tmp_path / f"report.{format_}"
    said = told("report", str(target))

    assert (said.status, said.out) == (0, "")
    assert str(target) in said.err
    assert target.stat().st_size > 100
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


@pytest.mark.parametrize("format_", FORMATS)
def test_a_report_can_be_printed(told: Shell, tmp_path: Path, format_: str) -> None:
    said = told("report", "-", "--format", format_)
    told("report", str(tmp_path / f"r.{format_}"))

    assert said.status == 0
    assert said.out.encode() == (tmp_path / f"r.{format_}").read_bytes()


def test_a_report_as_json_comes_back_without_loss(told: Shell, tmp_path: Path) -> None:
    before = told.entries()
    told("report", str(tmp_path / "r.json"))
    document = json.loads((tmp_path / "r.json").read_text())
    assert document["format"] == "ryggkompis"
    assert {"version", "period", "entries", "summary"} <= document.keys()

    again = told("import", str(tmp_path / "r.json"), "--json")
    assert again.facts["added"] == 0
    other = ("--data-dir", str(tmp_path / "other"))
    assert told("import", str(tmp_path / "r.json"), *other).status == 0
    back = told("log", "--json", *other).facts["entries"]
    assert [entry["id"] for entry in back] == [entry["id"] for entry in before]


def test_a_table_has_a_row_a_day_or_entry_and_no_formulas(told: Shell) -> None:
    rows = list(csv.reader(io.StringIO(told("report", "-", "--format", "csv").out)))

    assert len(rows) > 3
    assert not any(cell.startswith("=") for row in rows for cell in row)


def test_a_report_can_leave_out_notes_and_begin_at_a_day_or_a_visit(told: Shell) -> None:
    def report(*arguments: str) -> str:
        return told("report", "-", "--format", "json", *arguments).out

    assert "=1+2" in report()
    assert "=1+2" not in report("--without", "notes,medicine")
    assert "=1+1" not in report("--from", "2026-03-02")
    assert "=1+3" not in report("--until", "2026-03-02")
    assert report("--since-visit") == report("--from", "2026-03-01")


@pytest.mark.parametrize(
    "arguments",
    [
        ("report.docx",),
        ("report",),
        ("-",),
        ("-", "--format", "docx"),
        ("nowhere/report.md",),
        (".",),
        ("there.md",),
        ("r.md", "--without", "nonsense"),
        ("r.md", "--from", "2026-03-02", "--until", "2026-03-01"),
    ],
)
def test_a_report_that_cannot_be_is_refused_in_a_sentence(
    told: Shell, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    (tmp_path / "there.md").write_text("mine")
    said = told("report", *arguments)

    assert said.status == 2
    assert said.out == ""
    assert said.err.strip()
    assert "Traceback" not in said.err
    assert (tmp_path / "there.md").read_text() == "mine"
    assert not (tmp_path / "r.md").exists()


def test_a_file_that_is_there_is_replaced_when_asked(told: Shell, tmp_path: Path) -> None:
    (tmp_path / "there.md").write_text("mine")

    assert told("report", "there.md", "--force").status == 0
    assert (tmp_path / "there.md").read_text() != "mine"


@pytest.mark.parametrize(
    ("name", "names"), [("participant4_pain.csv", MAP), ("participant2_pain.csv", MAP[:2])]
)
def test_a_real_diary_comes_in_once(either: Shell, name: str, names: tuple[str, ...]) -> None:
    first = either("import", str(DATA / name), *names)
    entries = either.entries()
    again = either("import", str(DATA / name), *names)

    assert (first.status, again.status) == (0, 0)
    assert len(first.out.splitlines()) > 2
    assert entries
    assert {entry["kind"] for entry in entries} == {"check_in"}
    assert either.entries() == entries


def test_a_dry_run_keeps_nothing(either: Shell) -> None:
    said = either("import", str(DATA / "participant4_pain.csv"), *MAP, "--dry-run")

    assert said.status == 0
    assert said.out
    assert not either.home.exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("missing.csv", None),
        ("empty.csv", b""),
        ("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00"),
        ("broken.json", b'{"format": "ryggkompis", '),
        ("foreign.json", b'{"a": 1}'),
        ("foreign.csv", b"a;b\n1;2\n"),
    ],
)
def test_a_broken_or_foreign_file_is_refused_in_a_sentence(
    either: Shell, tmp_path: Path, name: str, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    said = either("import", name)

    assert said.status == 2
    assert said.err.strip()
    assert "Traceback" not in said.err
    assert not either.home.exists()


def test_a_folder_is_no_file_to_import(either: Shell, tmp_path: Path) -> None:
    assert either("import", str(tmp_path)).status == 2
