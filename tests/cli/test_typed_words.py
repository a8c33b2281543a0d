"""The words that people type: a bare number, either language, a day as it is said, words through a pipe."""

import re
import shlex
from datetime import date

import pytest

from ryggkompis.cli.options.declared import SHORT
from ryggkompis.cli.options.typed import HELP, VERSION, split
from ryggkompis.cli.registry import COMMANDS, NORWEGIAN, called, whole_program
from tests.cli.conftest import Shell


def test_a_score_is_one_word_and_answers_nothing_else(either: Shell) -> None:
    assert len("ryggkompis 3\n") <= 13
    before = either("plan", "--json").facts
    said = either("3", "--json")

    (entry,) = said.facts["saved"]
    assert (entry["kind"], entry["leg"], entry.get("back")) == ("check_in", 3, None)
    assert [one["kind"] for one in either.entries()] == ["check_in"], "the safety line stays unanswered"
    assert either("plan", "--json").facts["level"] == before["level"], "and nothing rises"


@pytest.mark.parametrize(
    "arguments", [("3", "2"), ("checkin", "3", "2"), ("sjekk", "3", "2"), ("checkin", "-l3", "-b", "2")]
)
def test_leg_and_back_by_their_places_or_in_short(either: Shell, arguments: tuple[str, ...]) -> None:
    (entry,) = either(*arguments, "--json").facts["saved"]
    assert (entry["leg"], entry["back"]) == (3, 2)


def test_it_is_said_first_that_the_safety_line_waits(either: Shell) -> None:
    either("checkin", "3", "--flags", "none", "--date", "-1")
    waits = {"nb": "Dagens trygghetsspørsmål", "en": "The day's safety question"}[either.language]
    assert waits in either("3").err.splitlines()[0]
    assert waits not in either("3", "-n").err


def test_a_score_that_is_none_is_refused(either: Shell) -> None:
    for arguments in (("11",), ("3", "11"), ("3", "2", "1"), ("3", "--leg", "4")):
        said = either(*arguments)
        assert (said.status, said.out) == (2, "")
    assert not (either.home / "journal").exists()


def test_switches_in_one(shell: Shell) -> None:
    assert [one["kind"] for one in shell("3", "-jn").facts["saved"]] == ["gate", "check_in"]


def test_a_short_name_means_one_thing() -> None:
    parsers = [whole_program(), *(command.load()[0] for command in COMMANDS.values())]
    named = {(name, one.names[0]) for parser in parsers for one in parser.options for name in one.names[1:]}
    short = {pair for pair in named if not pair[0].startswith("--")}

    assert short == {(letter, full) for full, letter in SHORT.items()}
    assert len({letter for letter, _full in short}) == len(short)


def test_every_command_has_a_norwegian_name_of_its_own() -> None:
    norwegian = [name for also in NORWEGIAN.values() for name in also]
    assert len(set(norwegian)) == len(norwegian)
    assert not set(norwegian) & (COMMANDS.keys() | HELP.keys() | VERSION.keys())
    for name, also in NORWEGIAN.items():
        assert all(called(one) is COMMANDS[name] for one in (name, *also, name.upper()))


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        (("help",), ("--help",)),
        (("hjelp",), ("--help",)),
        (("help", "walk"), ("walk", "--help")),
        (("hjelp", "gåtur"), ("walk", "--help")),
        (("version",), ("--version",)),
        (("-V",), ("--version",)),
    ],
)
def test_help_and_version_as_words(either: Shell, typed: tuple[str, ...], same: tuple[str, ...]) -> None:
    said = either(*typed)
    assert said.status == 0
    assert said.out == either(*same).out


def test_help_begins_with_examples_that_can_be_typed(either: Shell) -> None:
    for name, command in COMMANDS.items():
        parser, said = command.load()[0], either(name, "--help").out
        assert parser.examples, name
        assert said.index(parser.examples[0].typed) < said.index(
            {"nb": "Bruk:", "en": "Usage:"}[either.language]
        )
        for example in parser.examples:
            line = example.typed.partition(">")[0]
            meant, rest = split(shlex.split(line)[1:])
            assert meant is not None
            assert called(meant) is command, example.typed
            parser.today = date(2026, 11, 28)
            parser.parse_args(rest)


DAYS = {
    "i går": "2026-03-01",
    "yesterday": "2026-03-01",
    "-1": "2026-03-01",
    "1.3.2026": "2026-03-01",
    "1. mars 2026": "2026-03-01",
    "søndag": "2026-03-01",
    "fredag": "2026-02-27",
    "last Friday": "2026-02-27",
    "for 3 dager siden": "2026-02-27",
    "28 februar": "2026-02-28",
}


@pytest.mark.parametrize("in_quotes", [True, False])
@pytest.mark.parametrize(("said", "meant"), DAYS.items())
def test_a_day_is_typed_as_it_is_said(either: Shell, said: str, meant: str, *, in_quotes: bool) -> None:
    words = [said] if in_quotes else said.split()
    for before, after in ((["--date", *words], ["note", "x"]), (["note"], ["--date", *words, "x"])):
        assert either(*before, *after).status == 0
        entry = either.entries()[0]
        assert (entry["day"], entry["text"]) == (meant, "x")
        either("undo", "--yes")


def test_a_number_after_a_day_stays_a_number(shell: Shell) -> None:
    (entry,) = shell("checkin", "--date", "fredag", "3", "2", "--json").facts["saved"]
    assert (entry["day"], entry["leg"], entry["back"]) == ("2026-02-27", 3, 2)


@pytest.mark.parametrize("command", ["note", "event", "notat", "hendelse"])
@pytest.mark.parametrize("words", [(), ("-",)])
def test_words_come_through_a_pipe(either: Shell, command: str, words: tuple[str, ...]) -> None:
    assert either(command, *words, answers="sov dårlig\nstiv til ti\n").status == 0
    assert either.entries()[0]["text"] == "sov dårlig\nstiv til ti"


@pytest.mark.parametrize("answers", ["", " \n", "x" * 5_000, "x" * 100_000])
def test_a_pipe_without_words_or_without_an_end_is_refused(either: Shell, answers: str) -> None:
    said = either("note", answers=answers)
    assert (said.status, said.out) == (2, "")
    counted = {int(number) for number in re.findall(r"\d+", said.err)}
    assert counted <= {4_000, len(answers)}, "what was not counted is not told"
    assert not (either.home / "journal").exists()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("E1", "E01"),
        ("e01", "E01"),
        ("bekkenvipp", "E01"),
        ("Pelvic tilt", "E01"),
        ("a7", "A7"),
        ("varme", "A7"),
    ],
)
def test_an_exercise_by_its_number_or_its_name(either: Shell, typed: str, meant: str) -> None:
    (entry,) = either("did", typed, "--json").facts["saved"]
    assert meant in {entry.get("exercise"), entry.get("comfort")}


@pytest.mark.parametrize("typed", ["thigh", "låret", "lår", "ned i låret", "down to the thigh", "THIGH"])
def test_a_value_in_either_language(either: Shell, typed: str) -> None:
    (entry,) = either("checkin", "--site", typed, "--json").facts["saved"]
    assert entry["site"] == "thigh"


def test_the_last_of_what_every_command_takes_counts(shell: Shell) -> None:
    """An alias may hold the language, and a command line overrule it."""
    assert "Notat" in shell("note", "x", "--lang", "en", "--lang", "nb").err


@pytest.mark.parametrize("said", [("-Lnb",), ("-L", "nb"), ("-L=nb",), ("--lang=nb",), ("--lang", "nb")])
def test_the_language_is_known_before_anything_is_said_however_it_is_asked_for(
    shell: Shell, said: tuple[str, ...]
) -> None:
    assert "Noter en gåtur" in shell.bare("walk", *said, "--help").out


@pytest.mark.parametrize("said", ["-Lxx", "-jLxx", "--lang=xx"])
def test_a_language_that_there_is_not_is_never_passed_over(shell: Shell, said: str) -> None:
    assert shell.bare("sit", said).status == 2


@pytest.mark.parametrize(
    ("typed", "helps"),
    [
        (("tre",), "ryggkompis 3”"),
        (("3,5",), "ryggkompis 3”"),
        (("7/10",), "ryggkompis 7 2”"),
        (("gåtur", "8", "i", "går"), "“--date i går”"),
        (("walk", "8", "yesterday"), "“--date yesterday”"),
        (("3", "i", "går"), "“--date i går”"),
        (("did", "E01", "2026-03-01"), "“--date 2026-03-01”"),
        (("did", "E99"), "E01 to E20"),
        (("did", "a12"), "A1 to A7"),
        (("did", "[9"), "ryggkompis exercises"),
        (("checkin", "3", "2.5"), "whole number from 0 to 10"),
    ],
)
def test_what_is_nearly_right_is_told_how_it_is_written(
    shell: Shell, typed: tuple[str, ...], helps: str
) -> None:
    refused = shell(*typed)
    assert refused.status == 2
    assert helps in refused.err
    assert shell.entries() == []
