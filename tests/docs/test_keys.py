"""The table of keys is what the window declares, and what the words name is the key that does it."""

from ryggkompis.tui.hints import HINTS
from ryggkompis.tui.keymap import declarations
from ryggkompis.tui.labels import key_name
from tools.keys import OUT, page


def test_the_table_of_keys_is_up_to_date() -> None:
    assert OUT.read_text(encoding="utf-8") == page(), "run: make keys"


def test_a_key_that_the_words_name_is_the_one_that_does_it() -> None:
    keys = {one.id: key_name(one.key.split(",")[0]) for _owner, one in declarations()}
    for hint in HINTS.values():
        if hint.usual:
            assert hint.usual == keys[hint.id], hint


def test_whatever_has_a_name_can_be_called_by_an_id() -> None:
    for owner, one in declarations():
        assert not one.description or one.id, (owner, one)
