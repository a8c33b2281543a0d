"""``report`` and ``import``: files out and in."""

import csv
import io
import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from ryggkompis.importers.source import LARGE
from tests.cli.conftest import Shell
from tests.importers.test_how_far import export
from tests.program import PROGRAM, without_bytecode
from tests.systems import IS_ROOT, is_private, posix

DATA = Path(__file__).resolve().parents[1] / "data"
MAP = ("--map", "Knee Pain=leg", "--map", "Elbow Pain=back")
FORMATS = ("pdf", "html", "md", "txt", "csv", "json", "fhir.json")


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
    assert is_private(target)


@pytest.mark.parametrize("format_", FORMATS[1:])
def test_a_report_can_be_printed(told: Shell, tmp_path: Path, format_: str) -> None:
    said = told("report", "-", "--format", format_.removesuffix(".json") or format_)
    told("report", str(tmp_path / f"r.{format_}"))

    assert said.status == 0
    assert said.out.encode() == (tmp_path / f"r.{format_}").read_bytes()


def test_a_report_as_json_comes_back_without_loss(told: Shell, tmp_path: Path) -> None:
    before = told.entries()
    told("report", str(tmp_path / "r.json"))
    document = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
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
    assert (tmp_path / "there.md").read_text(encoding="utf-8") == "mine"
    assert not (tmp_path / "r.md").exists()


def test_a_format_where_the_file_belongs_writes_nothing(told: Shell, tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())
    for format_, ending in (("pdf", ".pdf"), ("CSV", ".csv"), ("fhir", ".fhir.json")):
        refused = told("report", format_)
        assert refused.status == 2
        assert ending in refused.err
    assert set(tmp_path.iterdir()) == before


def test_a_file_that_is_there_is_replaced_when_asked(told: Shell, tmp_path: Path) -> None:
    (tmp_path / "there.md").write_text("mine")

    assert told("report", "there.md", "--force").status == 0
    assert (tmp_path / "there.md").read_text(encoding="utf-8") != "mine"


@pytest.mark.parametrize("name", ["rapport til Kåre – æøå.html", "Ærlig rapport.PDF"])
def test_a_name_may_hold_blanks_and_norwegian_letters(told: Shell, tmp_path: Path, name: str) -> None:
    assert told("report", name).status == 0
    assert (tmp_path / name).stat().st_size > 1000


def test_the_journal_itself_is_never_replaced_by_a_report(told: Shell) -> None:
    journal = told.home / "journal"
    months = {path: path.read_bytes() for path in journal.iterdir()}
    for file in (*months, journal / "new.json", told.home / "settings.json"):
        said = told("report", str(file), "--format", "json", "--force")
        assert said.status == 2
        assert "journal" in said.err
    assert told("reminders", str(journal / "r.ics")).status == 2
    assert {path: path.read_bytes() for path in journal.iterdir()} == months


def test_where_nobody_can_be_asked_it_says_that_notes_are_in_it(told: Shell) -> None:
    assert "--without notes" in told("report", "a.html").err
    assert "--without" not in told("report", "b.html", "--without", "notes").err
    assert "--without" not in told("report", "c.html", "--with", "notes").err


def test_a_day_alone_and_an_empty_journal_make_whole_pages(either: Shell, tmp_path: Path) -> None:
    for name in ("a.pdf", "a.html", "a.txt", "a.fhir.json"):
        assert either("report", name).status == 0
    either("walk", "5")
    for name in ("b.pdf", "b.html", "b.txt", "b.fhir.json"):
        assert either("report", name).status == 0
    assert "5 min" in (tmp_path / "b.txt").read_text(encoding="utf-8")


@posix("rights that are taken from a file's owner")
@pytest.mark.skipif(IS_ROOT, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_said_in_a_sentence(told: Shell, tmp_path: Path) -> None:
    shut = tmp_path / "shut"
    shut.mkdir(mode=0o500)
    said = told("report", "shut/r.pdf")
    assert said.status == 3
    assert "shut/r.pdf" in said.err
    assert list(shut.iterdir()) == []


@posix("pipe that lies in a folder")
def test_a_pipe_is_never_replaced_by_a_report(told: Shell, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    said = told("report", "pipe", "--format", "md", "--force")
    assert said.status == 2
    assert said.err.strip()
    assert (tmp_path / "pipe").is_fifo()


def _run(told: Shell, *arguments: str, cwd: Path, **more: Any) -> "subprocess.CompletedProcess[bytes]":
    command = [*PROGRAM, "--lang", told.language, *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, check=False, **more)


def _no_room() -> None:
    """Let no file grow, as on a full disk."""
    import resource  # noqa: PLC0415 - only where there is one

    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))


@posix("limit on the size of a file")
def test_where_there_is_no_room_nothing_half_written_stays(told: Shell, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "r.md").write_text("mine")
    # Python's own bytecode would be cut off too, and the program would never start again.
    environ = {**os.environ, **without_bytecode(tmp_path / "none")}
    ran = _run(told, "report", "out/r.md", "--force", cwd=tmp_path, preexec_fn=_no_room, env=environ)
    assert ran.returncode == 3
    assert b"out/r.md" in ran.stderr
    assert b"Traceback" not in ran.stderr
    assert [path.read_text(encoding="utf-8") for path in (tmp_path / "out").iterdir()] == ["mine"]


def test_a_pdf_goes_through_a_pipe(told: Shell, tmp_path: Path) -> None:
    ran = _run(told, "report", "-", "--format", "pdf", cwd=tmp_path)
    assert ran.returncode == 0
    assert ran.stdout.startswith(b"%PDF-")
    assert ran.stdout.rstrip().endswith(b"%%EOF")


def test_a_bundle_for_a_clinic_is_no_journal_to_import(told: Shell) -> None:
    told("report", "b.fhir.json")
    said = told("import", "b.fhir.json")
    assert said.status == 2
    assert "Traceback" not in said.err


def test_without_the_typesetter_the_same_page_comes_as_html(told: Shell, tmp_path: Path) -> None:
    """A real process in which the package cannot be imported."""
    hiding = tmp_path / "hiding"
    hiding.mkdir()
    (hiding / "typst.py").write_text("raise ModuleNotFoundError(name='typst')")
    first = os.pathsep.join([str(hiding), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
    ran = _run(told, "report", "r.pdf", cwd=tmp_path, env={**os.environ, "PYTHONPATH": first})
    assert ran.returncode == 0
    assert b'"typst' in ran.stderr
    assert not (tmp_path / "r.pdf").exists()
    assert (tmp_path / "r.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


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
    assert "progress" not in said.err, "there is no course of what was not kept"
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


def test_a_report_names_the_rules_that_its_plans_were_shown_under(shell: Shell) -> None:
    shell("checkin", "--leg", "4", "--flags", "none")
    shell("plan")
    (kept,) = shell.home.rglob("shown.json")
    kept.write_text(kept.read_text(encoding="utf-8").replace('"version":"3"', '"version":"2"'))
    shell.on(3, "plan")
    shell("report", "-", "--format", "md")

    said = " ".join(shell("report", "-", "--format", "md").out.split())
    assert "The plans of this period were shown under rules version 2 and 3." in said


def test_how_far_a_large_file_is_read_is_not_told_on_a_pipe(shell: Shell, tmp_path: Path) -> None:
    said = shell("import", str(export(tmp_path, LARGE)), "--dry-run")
    assert said.status == 0
    assert "%" not in said.err


MANY = "date,steps\n2026-02-27,5000\n2026-02-28,120000\n"


def test_days_of_very_many_steps_are_asked_about_and_come_in_where_they_are_steps(
    either: Shell, tmp_path: Path
) -> None:
    (tmp_path / "many.csv").write_text(MANY)
    left = either("import", "many.csv")
    assert "--many-steps" in left.err
    assert "2026-02-28: 120000" in left.out
    assert [entry["steps"] for entry in either.entries()] == [5000]
    either("import", "many.csv", "--many-steps")
    assert sorted(entry["steps"] for entry in either.entries()) == [5000, 120000]
    again = either("import", "many.csv")
    assert "--many-steps" not in again.err
    assert len(either.entries()) == 2
