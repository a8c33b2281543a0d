"""``log``, ``progress``, ``exercises``, ``urgent`` and ``where``."""

import json
from pathlib import Path

import pytest

from ryggkompis.content.loading import load_catalogue, load_red_flags
from ryggkompis.domain.catalogue.catalogue import Comfort, Exercise, Language, WalkGuide
from tests.cli.conftest import Shell


@pytest.fixture
def told(shell: Shell) -> Shell:
    """Three days of diary."""
    for day in (1, 2, 3):
        shell.on(day, "checkin", "--leg", str(day), "--back", "5", "--flags", "none")
        shell.on(day, "walk", str(10 + day))
    return shell


def test_the_log_has_the_newest_first_as_it_is_stored(told: Shell) -> None:
    entries = told.entries()

    assert [entry["day"] for entry in entries] == sorted((entry["day"] for entry in entries), reverse=True)
    stored = (told.home / "journal" / "2026-03.json").read_text(encoding="utf-8")
    lines = [json.loads(line.rstrip(",")) for line in stored.splitlines()[1:-1]]
    assert sorted(entries, key=lambda e: str(e["id"])) == sorted(lines, key=lambda e: str(e["id"]))


def test_the_log_leaves_out_what_was_taken_back(told: Shell) -> None:
    told("undo")

    assert len(told.entries()) == 8


def test_the_log_can_be_of_a_period_or_a_day(told: Shell) -> None:
    def days(*arguments: str) -> set[str]:
        return {entry["day"] for entry in told("log", "--json", *arguments).facts["entries"]}

    assert days("--from", "2026-03-02") == {"2026-03-02", "2026-03-03"}
    assert days("--until", "2026-03-02") == {"2026-03-01", "2026-03-02"}
    assert days("--date", "2026-03-02") == {"2026-03-02"}


@pytest.mark.parametrize("language", ["nb", "en"])
def test_an_id_from_the_log_in_words_can_be_undone(told: Shell, language: str) -> None:
    told.language = language
    said = told("log")
    short = said.out.splitlines()[1].split()[0]

    assert told("undo", short).status == 0
    assert len(told.entries()) == 8


def test_an_empty_log_says_so(either: Shell) -> None:
    assert either("log").out.strip()
    assert either("log", "--json").facts == {"entries": []}


def test_progress_is_a_picture_and_sentences(told: Shell) -> None:
    said = told("progress")

    assert "⠤" in said.out or "●" in said.out
    assert "Leg:" in said.out
    assert "\x1b" not in said.out


def test_plain_progress_is_sentences_alone(told: Shell) -> None:
    said = told("progress", "--plain")

    lines = said.out.splitlines()
    assert lines[0] == "Pain in the morning"
    assert "  Walking: 36 minutes since it began, on 3 days." in lines
    assert sum(line.startswith("  ") for line in lines) == 16
    assert not set(said.out) & set("●×█│┤⠶"), "no picture, only words"
    assert said.out.isprintable() or said.out.replace("\n", "").isprintable()


def test_progress_as_facts(told: Shell) -> None:
    facts = told("progress", "--json").facts

    assert facts["leg"]["values"] == {"2026-03-01": 1, "2026-03-02": 2, "2026-03-03": 3}
    assert facts["leg"]["first_week"] == {"mean": 2.0, "days": 3}
    assert facts["walking"]["minutes"] == [None, None, None, None, 11, 12, 13]


def test_every_exercise_has_a_line_and_a_page(either: Shell) -> None:
    catalogue = load_catalogue()
    language: Language = "nb" if either.language == "nb" else "en"
    everything: tuple[WalkGuide | Comfort | Exercise, ...] = (
        catalogue.walk, *catalogue.comfort, *catalogue.exercises,
    )  # fmt: skip
    said = either("exercises")
    for one in everything:
        assert one.name.in_(language) in said.out
        assert " ".join(one.caution.in_(language).split()) in " ".join(
            either("exercises", one.id.lower()).out.split()
        )


def test_exercises_as_facts(either: Shell) -> None:
    (one,) = either("exercises", "E01", "--json").facts["exercises"]

    assert one["id"] == "E01"
    assert len(one["levels"]) == 4
    assert len(either("exercises", "--json").facts["exercises"]) == 28


def test_urgent_has_every_question_and_what_to_say(either: Shell) -> None:
    flags = load_red_flags()
    language: Language = "nb" if either.language == "nb" else "en"
    said = either("urgent", "--plain")

    for flag in flags.flags:
        # Who does not want to live is met with somebody to talk to, not with a list.
        assert (flag.question.in_(language) in said.out) is (flag.id != "PSY1")
    begin = {"nb": "Begynn med: «Jeg har fått påvist prolaps", "en": "Begin with: “I have"}
    assert begin[language] in said.out
    assert len(either("urgent", "--json").facts["flags"]) == len(flags.flags)


def test_urgent_asks_for_no_answers_and_ends_with_somebody_to_talk_to(either: Shell) -> None:
    language: Language = "nb" if either.language == "nb" else "en"
    said = either("urgent", "--plain").out

    assert load_red_flags().intro.in_(language) not in said
    assert [line.split("  ")[1] for line in said.splitlines()[-2:]] == ["116\xa0123", "22\xa040\xa000\xa040"]


@pytest.mark.parametrize(
    ("language", "line"),
    [("nb", "Faser: rolige dager."), ("en", "Phases: gentle days.")],
)
def test_the_phases_of_an_exercise_have_the_names_they_have_in_the_window(
    shell: Shell, language: str, line: str
) -> None:
    shell.language = language

    assert line in shell("exercises", "E01").out


def test_urgent_works_without_a_journal_that_can_be_read(shell: Shell) -> None:
    shell.home.mkdir()
    (shell.home / "journal").write_text("not a folder")

    assert shell("urgent").status == 0


def test_where_names_the_places(either: Shell) -> None:
    said = either("where")

    assert str(either.home) in said.out
    assert Path(either("where", "--json").facts["journal"]) == either.home / "journal"
    assert not either.home.exists()


def test_the_data_dir_beats_the_surroundings(shell: Shell, tmp_path: Path) -> None:
    shell("walk", "5", "--data-dir", str(tmp_path / "other"))

    assert (tmp_path / "other" / "journal").is_dir()
    assert not shell.home.exists()
