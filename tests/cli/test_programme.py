"""The therapist's programme from the shell."""

import json
from pathlib import Path

import pytest

from ryggkompis.cli.main import main


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RYGGKOMPIS_HOME", str(tmp_path / "home"))


@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_template_can_be_used_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    assert main(["programme", "template", "--lang", language]) == 0
    file = tmp_path / "p.yaml"
    file.write_text(capsys.readouterr().out, encoding="utf-8")
    assert main(["programme", "use", str(file), "--lang", language]) == 0
    assert "X1" in capsys.readouterr().out
    assert main(["programme", "show", "--lang", language]) == 0
    assert "E03" in capsys.readouterr().out
    assert main(["plan", "--json", "--lang", language]) == 0
    plan = json.loads(capsys.readouterr().out)
    assert plan["programme"]["name"] == "Program / Programme"
    assert len(plan["programme"]["sha"]) == 64


def test_a_broken_file_is_told_with_its_line_and_the_old_programme_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = tmp_path / "good.yaml", tmp_path / "bad.yaml"
    good.write_text("name: Good\n", encoding="utf-8")
    bad.write_text("name: Bad\nwalk_minutes: 300\n", encoding="utf-8")
    assert main(["programme", "use", str(good), "--lang", "en"]) == 0
    assert main(["programme", "use", str(bad), "--lang", "en"]) == 2
    assert "line 2: walk_minutes: this must be 40 or less." in capsys.readouterr().err
    assert main(["programme", "show", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["programme"]["name"] == "Good"


@pytest.mark.parametrize("arguments", [["use"], ["use", "nowhere.yaml"], ["mend"], ["export"]])
def test_what_is_missing_is_said(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["programme", *arguments, "--lang", "en"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err


def test_why_says_what_was_looked_at_and_what_the_next_step_needs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["checkin", "--leg", "6", "--flags", "none", "--lang", "en"]) == 0
    capsys.readouterr()
    assert main(["plan", "--why", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "This morning: as usual." in said
    assert "- not yet: 7 days at this level, so far 0" in said
    assert "a careful convention of ours" in said
