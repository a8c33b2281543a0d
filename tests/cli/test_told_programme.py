"""What the therapist said, in the shell and in plain lines: asked, kept once, written for the clinic."""

from pathlib import Path

import pytest

from tests.cli.conftest import Shell
from tests.cli.test_lines import FIRST, lines, place

WHOLE = (
    "Kari", "1", "3", "", "2,4", "20", "1", "Hip lift", "Slowly.", "3", "8", "", "2",
    "", "10", "0", "2026-03-20", "Call me.",
)  # fmt: skip
"""Name, to do, to leave out, to avoid, days, minutes, one exercise of their own, until, note."""


def programmes(shell: Shell) -> list[dict[str, object]]:
    return [entry for entry in shell.entries() if entry["kind"] == "programme"]


def answers(*said: str) -> str:
    return "\n".join(said) + "\n"


@pytest.mark.parametrize("command", [("programme", "tell"), ("programme",)])
def test_the_questions_make_a_programme(either: Shell, command: tuple[str, ...]) -> None:
    said = either(*command, answers=answers(*WHOLE))
    assert said.status == 0
    (kept,) = programmes(either)
    assert (kept["name"], kept["required"], kept["barred"]) == ("Kari", ["E01"], ["E04"])
    assert (kept["days"], kept["walk_ceiling"], kept["until"]) == (["tue", "thu"], 4, "2026-03-20")
    assert "20" in said.err
    shown = either("programme", "show").out
    assert "Hip lift" in shown
    assert "2026" in shown


def test_broken_off_after_any_answer_nothing_half_is_kept(shell: Shell) -> None:
    for n in range(len(WHOLE)):
        said = shell("programme", "tell", answers=answers(*WHOLE[:n]) if n else "")
        assert said.status == 2, n
        assert said.err.strip()
        assert programmes(shell) == []


def test_what_is_exported_can_be_used_as_it_is(either: Shell, tmp_path: Path) -> None:
    either("programme", "tell", answers=answers(*WHOLE))
    (told,) = programmes(either)
    file = tmp_path / "clinic.yaml"
    assert either("programme", "export", str(file.with_suffix(""))).status == 0
    assert either("programme", "export").out.encode() == file.read_bytes()
    refused = either("programme", "export", str(file))
    assert refused.status == 2
    assert "--force" in refused.err
    assert either("programme", "export", str(file), "--force").status == 0
    either.monkeypatch.setenv("RYGGKOMPIS_HOME", str(tmp_path / "another home"))
    assert either("programme", "use", str(file)).status == 0
    used = programmes(either)[0]
    stamp = {"id", "at", "saved", "act"}
    assert {k: v for k, v in used.items() if k not in stamp} == {
        k: v for k, v in told.items() if k not in stamp
    }


def test_ones_own_exported_file_used_is_what_is_followed_already(either: Shell, tmp_path: Path) -> None:
    either("programme", "tell", answers=answers(*WHOLE))
    file = tmp_path / "mine.yaml"
    either("programme", "export", str(file))
    said = either("programme", "use", str(file))
    already = {"en": "That is what you follow already", "nb": "Det følger du allerede"}[either.language]
    assert said.status == 0
    assert already in said.err
    assert either("programme", "use", str(file), "--json").facts == {"saved": []}
    assert len(programmes(either)) == 1
    file.write_text(file.read_text(encoding="utf-8").replace("walk_minutes: 20", "walk_minutes: 21"), "utf-8")
    assert either("programme", "use", str(file)).status == 0
    assert len(programmes(either)) == 2, "one minute more is another file"
    either("programme", "tell", answers=answers("4"))
    assert either("programme", "use", str(file)).status == 0
    assert len(programmes(either)) == 4, "what is over can be followed again"


def test_the_same_told_twice_is_once(either: Shell) -> None:
    either("programme", "tell", answers=answers(*WHOLE))
    again = either("programme", "tell", answers=answers("1", *[""] * 6, "", "0", "", ""))
    assert again.status == 0, again.err
    assert len(programmes(either)) == 1


@pytest.mark.parametrize(
    ("place_of", "odd"),
    [(5, "3"), (5, "41"), (5, "a lot"), (9, "0"), (1, "21"), (16, "2026-03-01"), (16, "soon")],
)
def test_an_odd_answer_is_told_in_one_sentence_and_asked_again(shell: Shell, place_of: int, odd: str) -> None:
    said = shell("programme", "tell", answers=answers(*WHOLE[:place_of], odd, *WHOLE[place_of:]))
    assert said.status == 0
    assert "Traceback" not in said.err
    assert len(programmes(shell)) == 1


def test_after_its_last_day_it_is_asked_and_holds_until_it_is_answered(either: Shell) -> None:
    either("programme", "tell", answers=answers(*WHOLE))
    asked = {"en": "Does it go on?", "nb": "Fortsetter det?"}[either.language]
    either.on(20, "checkin", "--leg", "3", "--flags", "none")
    assert asked not in either("plan").out
    assert asked in either.on(21, "plan").out
    assert either("plan", "--json").facts["programme"]["name"] == "Kari"
    assert either("programme", answers=answers("1", "2026-04-20")).status == 0
    assert asked not in either("plan").out
    assert programmes(either)[0]["until"] == "2026-04-20"
    assert either.on(22, "programme", "show").status == 0


def test_after_weeks_of_silence_it_is_asked_beside_the_welcome(either: Shell) -> None:
    either("checkin", "--leg", "3", "--flags", "none")
    either("programme", "tell", answers=answers(*WHOLE))
    told = either.on(31, "plan").out
    assert {"en": "Good to have you back", "nb": "Fint at du er tilbake"}[either.language] in told
    assert {"en": "Does it go on?", "nb": "Fortsetter det?"}[either.language] in told


def test_it_can_be_ended(either: Shell) -> None:
    either("programme", "tell", answers=answers(*WHOLE))
    assert either("programme", "tell", answers=answers("4")).status == 0
    assert either("plan", "--json").facts["programme"] is None
    assert either("programme", "export").status == 2
    assert either("undo").status == 0
    assert either("plan", "--json").facts["programme"]["name"] == "Kari"


def test_the_list_of_plain_lines_leads_to_it(either: Shell) -> None:
    said = lines(either, *FIRST, place("What the therapist said"), *WHOLE)
    assert said.status == 0
    assert len(programmes(either)) == 1


def test_after_a_visit_it_is_offered(either: Shell) -> None:
    lines(either, *FIRST)
    either("visit", "--next", "2026-03-03")
    either.on(4, "plan")
    said = lines(either, place("The next visit"), "less sitting", "", "1", *WHOLE)
    assert said.status == 0
    assert len(programmes(either)) == 1
    assert [entry["kind"] for entry in either.entries()].count("event") == 1


def test_what_an_exercise_is_can_be_heard_while_it_is_chosen(either: Shell) -> None:
    said = either("programme", "tell", answers=answers("Kari", ""))
    what_one_does = {"en": "Pelvic tilt: Tip your pelvis slowly", "nb": "Bekkenvipp: "}[either.language]
    assert what_one_does in said.err


def test_while_a_safety_answer_holds_no_exercise_is_shown(shell: Shell) -> None:
    shell("checkin", "--leg", "3", "--flags", "CES1")
    said = shell("programme", "tell", answers=answers("Kari", ""))
    assert "Pelvic tilt" in said.err
    assert "Tip your pelvis" not in said.err


@pytest.mark.parametrize(("said", "holds"), [("0", "Kari"), ("1", "Ola")])
def test_a_file_given_at_a_visit_replaces_another_therapist_only_when_that_is_meant(
    either: Shell, tmp_path: Path, said: str, holds: str
) -> None:
    lines(either, *FIRST)
    either("programme", "tell", answers=answers(*WHOLE))
    either("visit", "--next", "2026-03-03")
    either.on(4, "plan")
    file = tmp_path / "ola.yaml"
    file.write_text("name: Ola\n", encoding="utf-8")
    asked = lines(either, place("The next visit"), "less sitting", "", "2", str(file), said)
    assert asked.status == 0
    assert either("programme", "show", "--json").facts["programme"]["name"] == holds
    assert [entry["kind"] for entry in either.entries()].count("event") == 1


def test_what_was_told_by_questions_has_no_mark_of_a_file_and_a_file_has_one(
    either: Shell, tmp_path: Path
) -> None:
    mark = {"en": "The file's mark is", "nb": "Filens merke er"}[either.language]
    lines(either, *FIRST)
    either("programme", "tell", answers=answers(*WHOLE))
    assert mark not in either("programme", "show").out
    assert mark not in either("plan", "--why").out
    either("report", "r.md", "--with", "notes,medicine")
    report = (tmp_path / "r.md").read_text(encoding="utf-8")
    assert "Kari" in report
    assert str(programmes(either)[0]["sha"])[:8] not in report
    (tmp_path / "p.yaml").write_text("name: Kari\nwalk_minutes: 8\n", encoding="utf-8")
    used = either("programme", "use", str(tmp_path / "p.yaml")).out
    assert mark in used
    assert {"en": "8 minutes a day at most.", "nb": "høyst 8 minutter om dagen."}[either.language] in used
    assert mark in either("plan", "--why").out


def test_without_a_programme_it_is_said_how_one_is_told(either: Shell) -> None:
    said = either("programme", "show").err
    assert "programme tell" in said
    assert "programme template" in said


def test_an_activity_that_was_rated_before_it_had_a_name_is_no_bare_number(
    either: Shell, tmp_path: Path
) -> None:
    either("checkin", "--leg", "3", "--flags", "none")
    assert either("weekly", "--goals", "4").status == 0
    either("report", "r.csv", "--without", "notes,medicine")
    either("report", "r.md", "--without", "notes,medicine")
    name = {"en": "activity 1", "nb": "aktivitet 1"}[either.language]
    for file in ("r.csv", "r.md"):
        assert name in (tmp_path / file).read_text(encoding="utf-8-sig")
    assert name in either("progress", "--view", "goals").out
