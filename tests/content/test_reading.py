"""YAML is narrowed to what people write, and everything knows its line."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ryggkompis.content import reading as reading_module
from ryggkompis.content.errors import ContentError
from ryggkompis.content.reading import Document, read_yaml

SHARED_DIRECTORY = [HealthCheck.function_scoped_fixture]  # each example overwrites the one before


def reading(directory: Path, text: str | bytes) -> Document:
    path = directory / "file.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_yaml(path)


def refusal(directory: Path, text: str | bytes) -> str:
    with pytest.raises(ContentError) as caught:
        reading(directory, text)
    sentence = str(caught.value)
    assert "\n" not in sentence
    return sentence.removeprefix(str(directory) + "/")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("12:30", "12:30"),
        ("12:30:45", "12:30:45"),
        ("2026-01-02", "2026-01-02"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("010", "010"),
        ("1e3", "1e3"),
        ("2.5", "2.5"),
        (".inf", ".inf"),
        ("True", "True"),
        ("'12'", "12"),
        ('"true"', "true"),
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("true", True),
        ("false", False),
        ("null", None),
        ("", None),
        ("9" * 5000, "9" * 5000),
    ],
)
def test_a_value_is_what_it_looks_like_to_a_reader(tmp_path: Path, written: str, meant: object) -> None:
    tree = reading(tmp_path, f"value: {written}\n").tree

    assert tree == {"value": meant}
    assert isinstance(tree, dict)
    assert type(tree["value"]) is type(meant)


def test_norway_is_a_key_like_any_other(tmp_path: Path) -> None:
    assert reading(tmp_path, "no: hei\n1: en\n<<: x\n").tree == {"no": "hei", "1": "en", "<<": "x"}


def test_every_key_and_item_knows_its_line(tmp_path: Path) -> None:
    document = reading(tmp_path, "a: 1\nb:\n  - x: 1\n    y:\n      text\n  - z\n")

    assert document.line(("a",)) == 1
    assert document.line(("b", 0, "y")) == 4
    assert document.line(("b", 1)) == 6
    assert document.line(("b", 0, "missing")) == 3
    assert document.line(("missing",)) == 1


def test_a_byte_order_mark_and_windows_line_ends_are_nothing_special(tmp_path: Path) -> None:
    assert reading(tmp_path, "\ufeffa: 1\r\nb: to\r\n").tree == {"a": 1, "b": "to"}


def test_an_empty_file_is_read_as_nothing(tmp_path: Path) -> None:
    assert reading(tmp_path, "").tree is None
    assert reading(tmp_path, "# only a comment\n").tree is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "a:\n  b: 1\n  b: 2\n",
            "file.yaml, line 3: a.b: this key stands here already. Remove one of the two.",
        ),
        ("a: &x 1\n", "file.yaml, line 1: a: write the value out; &, * and ! are not used in this file."),
        (
            "a: 1\nb:\n  - *a\n",
            "file.yaml, line 3: b.1: write the value out; &, * and ! are not used in this file.",
        ),
        ("a: !!int 3\n", "file.yaml, line 1: a: write the value out; &, * and ! are not used in this file."),
        ("a: !!python/name:os.system x\n", "file.yaml, line 1: a: write the value out"),
        ("&k a: 1\n", "file.yaml, line 1: a: write the value out"),
        ("a: 1\n? [b]\n: 2\n", "file.yaml, line 2: -: this must be text. Put quotes around it."),
        ("a: b: c\n", "file.yaml, line 1: this is not YAML (mapping values are not allowed"),
        ("a: 1\n  b: 2\n", "file.yaml, line 2: this is not YAML ("),
        ("a: 'open\n", "this is not YAML ("),
        ("a:\n\t- 1\n", "file.yaml, line 2: this is not YAML ("),
        ("%YAML 9.9\n---\na: 1\n", "file.yaml, line 1: this is not YAML ("),
        ("a: 1\n---\nb: 2\n", "file.yaml, line 2: this is not YAML (a second document begins)"),
        ("[" * 40 + "]" * 40, "too many levels inside one another. Check the indents."),
        ("a: 1\nb: \x00\n", "file.yaml, line 2: this is not text in UTF-8. Save the file as UTF-8."),
        (b"a: 1\nb: bl\xe5r\n", "file.yaml, line 2: this is not text in UTF-8. Save the file as UTF-8."),
        ("a: 1\n".encode("utf-16"), "file.yaml, line 1: this is not text in UTF-8. Save the file as UTF-8."),
    ],
)
def test_what_is_not_plain_is_refused_with_its_line(tmp_path: Path, text: str | bytes, said: str) -> None:
    assert said in refusal(tmp_path, text)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    assert "larger than 1024 kB" in refusal(tmp_path, "# " + "x" * reading_module.LARGEST)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"none\.yaml cannot be read: .*No such file"):
        read_yaml(tmp_path / "none.yaml")
    with pytest.raises(ContentError, match=r"cannot be read: .*Is a directory"):
        read_yaml(tmp_path)


@given(
    junk=st.one_of(
        st.binary(max_size=200),
        st.text(max_size=200),
        st.text(alphabet="ab:-?[]{}&*!|>'\"%#, \n\t\r0", max_size=60),
    )
)
@settings(derandomize=True, max_examples=400, suppress_health_check=SHARED_DIRECTORY)
def test_any_junk_is_read_or_refused_in_one_line(tmp_path: Path, junk: str | bytes) -> None:
    path = tmp_path / "junk.yaml"
    path.write_bytes(junk if isinstance(junk, bytes) else junk.encode("utf-8", "surrogatepass"))
    try:
        read_yaml(path)
    except ContentError as error:
        assert "\n" not in str(error)  # noqa: PT017 - both outcomes are right
