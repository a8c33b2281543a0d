"""Whatever is wrong is one clear sentence and the right status, and nothing is lost."""

import pytest

from ryggkompis.cli.main import main
from ryggkompis.domain.base.text import TEXT_LIMIT
from ryggkompis.i18n.language import current
from tests.cli.conftest import Shell

WRONG = [
    ("walk",),
    ("walk", "0"),
    ("walk", "721"),
    ("walk", "-5"),
    ("walk", "3.5"),
    ("walk", "ten"),
    ("walk", "１２x"),
    ("walk", "9" * 5000),
    ("walk", "10", "--peak", "11"),
    ("walk", "10", "--settled", "-1"),
    ("walk", "10", "extra"),
    ("walk", "10", "--nonsense"),
    ("walk", "10", "--date", "2026-02-30"),
    ("walk", "10", "--date", "30.02.2026"),
    ("walk", "10", "--date", "20260301"),
    ("walk", "10", "--date", "2026-03-03"),
    ("walk", "10", "--date", "1899-01-01"),
    ("walk", "10", "--date"),
    ("checkin", "--leg", "11"),
    ("checkin", "--back", "-1"),
    ("checkin", "--site", "knee"),
    ("checkin", "--numb", "very"),
    ("checkin", "--wakes", "4"),
    ("checkin", "--flags", ""),
    ("checkin", "--flags", "CES99"),
    ("checkin", "--flags", "none,CES1"),
    ("checkin", "--flags", "CES1=maybe"),
    ("checkin", "--flags", ",CES1"),
    ("evening", "--sit", "long"),
    ("weekly", "--change", "4"),
    ("weekly", "--goals", "1,11"),
    ("weekly", "--worse", "sitting,swimming"),
    ("weekly", "--eases", "heat,walking,standing,sitting,moving,ninety"),
    ("weekly", "--goals", "1,2,3,4"),
    ("did",),
    ("did", "E99"),
    ("did", "W1"),
    ("did", "E01", "--level", "5"),
    ("did", "E01", "--sets", "0"),
    ("did", "E01", "--helped"),
    ("did", "E01", "--response", "sideways"),
    ("did", "A1", "--level", "1"),
    ("note",),
    ("note", ""),
    ("note", " \n "),
    ("note", "x" * (TEXT_LIMIT + 1)),
    ("event", "x", "--kind", "party"),
    ("clear",),
    ("clear", "--by", "", "--yes"),
    ("undo",),
    ("undo", "NOPE"),
    ("redo",),
    ("profile", "--side", "left"),
    ("profile", "--exclusions", "nothing"),
    ("profile", "--tolerance", "-1", "--exclusions", "none"),
    ("profile", "--onset", "2026-03-03", "--exclusions", "none"),
    ("profile", "--exclusions", "none", *("--goal", "x") * 4),
    ("exercises", "E99"),
    ("progress", "--span", "1y"),
    ("plan", "--from", "2026-03-02", "--until", "2026-03-01"),
    ("plan", "--date", "2026-03-03"),
    ("plan", "--until", "2026-03-03"),
    ("log", "--from", "2026-03-02", "--until", "2026-03-01"),
    ("nonsense",),
    ("wlak", "10"),
    ("plan", "--lang", "xx"),
    ("--nonsense",),
]


@pytest.mark.parametrize("arguments", WRONG, ids=lambda arguments: " ".join(arguments)[:40])
def test_what_is_wrong_is_said_in_one_line_and_nothing_is_kept(
    either: Shell, arguments: tuple[str, ...]
) -> None:
    said = either(*arguments)

    assert said.status == 2
    assert said.out == ""
    assert len(said.err.strip().splitlines()) == 1
    assert not (either.home / "journal").exists()


def test_the_sentence_names_the_option_and_its_range(shell: Shell) -> None:
    said = shell("checkin", "--leg", "11").err

    assert "--leg" in said
    assert "10" in said


@pytest.mark.parametrize(("typed", "meant"), [("wlak", "walk"), ("plna", "plan"), ("checkn", "checkin")])
def test_a_mistyped_command_finds_the_right_one(either: Shell, typed: str, meant: str) -> None:
    assert meant in either(typed).err


HOSTILE = "\x1b]0;x\x07\x1b[2J \x9b31m [/b] [TODO] [red]x[/red] \u202e end"


@pytest.mark.parametrize("command", ["note", "medicine", "event"])
def test_a_note_cannot_steer_the_terminal_and_keeps_its_brackets(either: Shell, command: str) -> None:
    said = either(command, HOSTILE)
    shown = [said.err, either("log").out, either("report", "-", "--format", "md").out]

    assert said.status == 0
    for text in shown:
        assert "[red]x[/red]" in text.replace("\\", "")
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(text)


def test_an_error_cannot_steer_the_terminal(shell: Shell) -> None:
    assert "\x1b" not in shell("did", "\x1b[2J").err + shell("\x1b[2J").err + shell("walk", "\x1b[2J").err


def test_a_lone_surrogate_from_the_shell_is_kept_as_a_mark(shell: Shell) -> None:
    assert shell("note", "bad \udc81 byte").status == 0
    assert "�" in shell("log").out


def test_a_journal_that_is_a_file_is_named(either: Shell) -> None:
    either.home.mkdir()
    (either.home / "journal").write_text("")
    read, written = either("plan"), either("walk", "5")

    assert (read.status, written.status) == (3, 3)
    assert "journal" in read.err
    assert "journal" in written.err


def test_a_month_that_is_a_folder_is_named_and_the_rest_is_printed(either: Shell) -> None:
    either("walk", "5")
    (either.home / "journal" / "2026-02.json").mkdir()
    said = either("log", "--json")

    assert said.status == 3
    assert "2026-02.json" in said.err
    assert len(said.facts["entries"]) == 1


@pytest.mark.parametrize(
    "content", [b"", b"not json", b'{"format": "ryggkompis/9", "month": "2026-02", "entries": []}']
)
def test_a_month_that_cannot_be_used_is_named_and_stays(either: Shell, content: bytes) -> None:
    either("walk", "5")
    month = either.home / "journal" / "2026-02.json"
    month.write_bytes(content)

    for command, status in (("plan", 1), ("log", 3), ("progress", 3)):
        said = either(command)
        assert said.status == status, "a yes may be in it"
        assert "2026-02.json" in said.err
        assert said.out
    either("walk", "5", "--date", "2026-02-10")
    assert month.read_bytes() == content


def test_settings_that_are_damaged_are_named_and_do_not_stop_anything(either: Shell) -> None:
    either.home.mkdir()
    (either.home / "settings.json").write_text("{")
    said = either("plan", "--json")

    assert said.status == 0
    assert "settings.json" in said.err


def test_the_language_asked_for_beats_the_settings_and_they_beat_the_surroundings(shell: Shell) -> None:
    shell.home.mkdir()
    (shell.home / "settings.json").write_text('{"language": "en"}')
    shell.monkeypatch.setenv("LANG", "nb_NO.UTF-8")

    main(["where"], shell.clock)
    assert current() == "en"
    main(["where", "--lang", "nb"], shell.clock)
    assert current() == "nb"
    (shell.home / "settings.json").unlink()
    main(["where"], shell.clock)
    assert current() == "nb"
