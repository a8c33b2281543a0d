"""Whatever stands after an option that is declared: one sentence, and nothing is kept that was not meant."""

import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import count

import pytest

from ryggkompis.cli.options.declared import Kind, Option
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.registry import COMMANDS
from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.domain.catalogue.catalogue import LANGUAGES
from ryggkompis.i18n.language import speaking
from tests.cli.conftest import TODAY, Shell

CONTROLS = "\x1b[2J\x07\x9b31m\u202eend"
DIGITS = "9" * 5_000
ANOTHER = "blåbærsyltetøy"
"""A word that no option takes, in another language than the one that is spoken."""
ODD = ("", " ", CONTROLS, DIGITS, ANOTHER, "-", "none,none,,", "１２", "\udcff")
JUDGED_LATER = {"flags", "without", "along"}
"""What the command itself judges, once it needs it."""


def parser_of(name: str) -> Parser:
    parser = COMMANDS[name].load()[0]
    parser.today = date.fromisoformat(TODAY)
    return parser


def declared(name: str) -> list[Option]:
    return [option for option in parser_of(name).options if option.dest != "help"]


def is_free(kind: Kind) -> bool:
    """Whether any words will do, or only the command can tell: a text, a name, a file."""
    return not (kind.offers or kind.day or kind.is_list) and is_read(kind, "words of one's own")


def is_read(kind: Kind, text: str) -> bool:
    try:
        kind.read(text)
    except ExpectedError:
        return False
    return True


def two_of(kind: Kind) -> tuple[str, str]:
    """Two values that differ."""
    if kind.day:
        return "2026-03-01", "2026-02-28"
    if kind.offers:
        first, second, *_ = [one.value for one in kind.offers()]
        return first, second
    if ":" in kind.shape:
        return "07:00", "08:00"
    numbers = (str(n) for n in count(1) if is_read(kind, str(n)))
    return next(numbers), next(numbers)


def before(name: str, option: Option) -> Sequence[str]:
    """What must stand before a word by its place, so that it is read at that place."""
    places = [one for one in declared(name) if one.is_word]
    earlier = places[: [one.dest for one in places].index(option.dest)] if option.is_word else []
    return [two_of(one.kind)[0] for one in earlier if one.kind]


def typed(name: str, option: Option, *values: str) -> list[str]:
    if option.is_word:
        return [name, "--", *before(name, option), *values]
    return [name, *(part for value in values for part in (option.names[0], value))]


def is_calm(text: str) -> bool:
    return not any(unicodedata.category(char) in {"Cc", "Cs"} and char != "\n" for char in text)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_what_does_not_fit_is_said_in_one_sentence(either: Shell, name: str) -> None:
    for option in declared(name):
        if option.kind is None or is_free(option.kind) or option.names[0] == "--lang":
            continue
        for value in ODD:
            if option.is_many or option.dest in JUDGED_LATER:
                continue
            said = either(*typed(name, option, value))
            assert said.status == 2, (option.names, value[:20], said)
            assert said.out == ""
            assert len(said.err.strip().splitlines()) == 1, said.err
            assert is_calm(said.err)
    assert not (either.home / "journal").exists()


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_an_option_with_nothing_after_it_says_what_belongs_there(either: Shell, name: str) -> None:
    for option in declared(name):
        if option.kind is not None and not option.is_word:
            for after in ((), ("--json",), ("--",)):
                said = either(name, option.names[0], *after)
                assert (said.status, said.out) == (2, "")
                assert option.names[0] in said.err
                assert len(said.err.strip().splitlines()) == 1


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_two_words_for_one_thing_are_refused_and_neither_is_taken(either: Shell, name: str) -> None:
    for option in declared(name):
        if option.kind is not None and not (option.is_many or option.is_general or option.is_word):
            said = either(*typed(name, option, *two_of(option.kind)))
            assert (said.status, said.out) == (2, ""), option.names
            assert option.names[0] in said.err
    assert not (either.home / "journal").exists()


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_free_words_never_steer_the_terminal_nor_break_the_program(shell: Shell, name: str) -> None:
    for option in declared(name):
        if option.kind is not None and is_free(option.kind) and not option.is_general:
            for value in ("", CONTROLS, DIGITS):
                said = shell(*typed(name, option, value))
                assert said.status in {0, 1, 2, 3}, option.names
                assert is_calm(said.out + said.err), option.names


def labels() -> Iterator[tuple[Option, Kind]]:
    for name in COMMANDS:
        for option in declared(name):
            if option.kind is not None and option.kind.offers is not None and option.names[0] != "--lang":
                yield option, option.kind


def test_a_value_may_be_said_in_either_language() -> None:
    for option, kind in labels():
        assert kind.offers is not None
        for language in LANGUAGES:
            with speaking(language):
                for value, says in kind.offers():
                    is_none = kind.is_list and value == "none"
                    if says and not is_none and "," not in says and option.dest not in BY_ID:
                        assert kind.read(says) in (value, (value,)), (option.names, says)


BY_ID = {"flags", "sleep_wakes", "global_change"}
"""Safety questions, and numbers, which are the same in every language."""


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (("checkin", "--lge", "3"), "--leg"),
        (("walk", "10", "--peek", "3"), "--peak"),
        (("gåtrr", "10"), "gåtur"),
        (("hlep",), "help"),
        (("checkin", "--site", "thihg"), "thigh"),
        (("checkin", "--site", "lårte"), "låret"),
        (("did", "bekkenvp"), "E01"),
        (("did", "E111"), "E11"),
        (("exercises", "pelvic-tit"), "E01"),
        (("learn", "wlaking"), "walking"),
        (("report", "r.pdf", "--rows", "day"), "days"),
        (("episode", "reopn"), "reopen"),
    ],
)
def test_what_was_perhaps_meant_is_asked(either: Shell, arguments: tuple[str, ...], meant: str) -> None:
    said = either(*arguments)
    assert (said.status, said.out) == (2, "")
    assert meant in said.err
    assert "?" in said.err


def test_what_is_suggested_would_be_understood(either: Shell) -> None:
    said = either("checkin", "--site", "kne")
    assert "?" not in said.err, "“ned” is near, and stands for nothing by itself"
    assert "thigh" in said.err


@pytest.mark.parametrize("text", ["numbness", "nummenhet", "pain", "smerter", "no", "ne"])
def test_a_word_out_of_a_no_is_never_read_as_one(either: Shell, text: str) -> None:
    for option in ("--numb", "--site"):
        with pytest.raises(ExpectedError):
            parser_of("checkin").parse_args([option, text])
