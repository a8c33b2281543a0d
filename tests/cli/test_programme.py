"""The therapist's programme from the shell."""

import json
from pathlib import Path

import pytest

from ryggkompis.cli.main import main
from tests.cli.conftest import Shell


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


WHO = {"en": "Kari, in use from", "nb": "Kari, i bruk fra"}


def of_two(folder: Path) -> tuple[str, str]:
    """Write the files of two therapists."""
    kari, ola = folder / "kari.yaml", folder / "ola.yaml"
    kari.write_text("name: Kari\nwalk_minutes: 20\nbarred: [E03]\n", encoding="utf-8")
    ola.write_text("name: Ola\n", encoding="utf-8")
    return str(kari), str(ola)


def in_use(shell: Shell) -> str:
    name: str = shell("programme", "show", "--json").facts["programme"]["name"]
    return name


def test_another_therapists_programme_is_replaced_only_when_that_is_meant(
    either: Shell, tmp_path: Path
) -> None:
    kari, ola = of_two(tmp_path)
    assert either("programme", "use", kari).status == 0
    nobody = either("programme", "use", ola)
    assert nobody.status == 2
    assert "--yes" in nobody.err
    assert WHO[either.language] in nobody.err
    assert "E03" in nobody.err
    assert either("programme", "use", ola, answers="0\n").status == 2
    assert in_use(either) == "Kari"
    assert either("programme", "use", ola, answers="1\n").status == 0
    assert in_use(either) == "Ola"
    assert either("programme", "use", kari, "--yes").status == 0
    assert in_use(either) == "Kari"


def test_the_same_therapists_new_file_and_one_after_an_end_are_taken_at_once(
    shell: Shell, tmp_path: Path
) -> None:
    kari, ola = of_two(tmp_path)
    shell("programme", "use", kari)
    Path(kari).write_text("name: '  KARI '\nwalk_minutes: 12\n", encoding="utf-8")
    assert shell("programme", "use", kari).status == 0
    shell("programme", "tell", answers="4\n")
    assert shell("programme", "use", ola).status == 0
    assert in_use(shell) == "Ola"


def test_a_programme_that_is_over_is_refused_and_one_of_today_is_followed(
    either: Shell, tmp_path: Path
) -> None:
    file = tmp_path / "p.yaml"
    file.write_text("name: Kari\nuntil: 2026-03-01\n", encoding="utf-8")
    over = either("programme", "use", str(file))
    assert over.status == 2
    assert {"nb": "1. mars 2026", "en": "1 March 2026"}[either.language] in over.err
    assert not either("programme", "show", "--json").facts["programme"]
    file.write_text("name: Kari\nuntil: 2026-03-02\n", encoding="utf-8")
    assert either("programme", "use", str(file)).status == 0
    assert in_use(either) == "Kari"
