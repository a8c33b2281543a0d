"""``learn``: every card can be found, read, and asked what it rests on."""

from tests.cli.conftest import Shell


def ids(shell: Shell, *arguments: str) -> list[str]:
    return [card["id"] for card in shell("learn", *arguments, "--json").facts["cards"]]


def test_every_card_is_listed_and_can_be_read(either: Shell) -> None:
    listed = either("learn").out
    found = ids(either)
    assert len(found) >= 20
    for id_ in found:
        assert id_ in listed
        said = either("learn", id_.upper(), "--plain")
        assert said.status == 0
        assert len(said.out.splitlines()) >= 4


def test_the_titles_stand_below_each_other_however_long_an_id_is(shell: Shell) -> None:
    cards = shell("learn", "--json").facts["cards"]
    lines = shell("learn").out.splitlines()
    ends = {line.removesuffix(card["title"]) for line, card in zip(lines, cards, strict=False)}
    assert len({len(end) for end in ends}) == 1
    assert all(end.endswith(" ") for end in ends)


def test_a_card_says_what_it_rests_on_and_where_it_is_convention(shell: Shell) -> None:
    walking = shell("learn", "walking").out
    assert "What it rests on:" in walking
    assert "no study says so" in walking
    assert "Source:" in walking
    assert "no study says so" not in shell("learn", "mri").out


def test_the_drawing_is_left_out_of_plain_words(shell: Shell) -> None:
    assert "~~~~" in shell("learn", "what").out
    assert "~~~~" not in shell("learn", "what", "--plain").out


def test_words_are_looked_for_in_the_language_that_is_spoken(shell: Shell) -> None:
    assert ids(shell, "--search", "pillow knees") == ["sleep"]
    shell.language = "nb"
    assert ids(shell, "--search", "PUTE knærne") == ["sleep"]
    assert shell("learn", "--search", "xyzzy").out.strip()


def test_a_card_there_is_not_names_those_there_are(either: Shell) -> None:
    said = either("learn", "elephants")
    assert (said.status, said.out) == (2, "")
    assert "walking" in said.err
