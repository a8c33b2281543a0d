"""Files of answers: typed in from paper, and all that can be wrong with one."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
from msgspec import json
from msgspec.structs import replace

from ryggkompis.content.files import data_file
from tests.review.simulated import KINDS, review
from tests.review.test_build_obeys import broken
from tests.review.test_verdicts import CALLS, PLANS
from tools.review.answers import ROLES, Review, UnreadableReview, read, written
from tools.review.cases import cases
from tools.review.content import items
from tools.review.enter import enter
from tools.review.paper import MARKS, TEXT, letters_of
from tools.review.report import ROOT
from tools.review.verdicts import gathered

GOOD = review("careful", 1)


def typed(given: Review) -> Iterator[str]:
    """The lines that somebody types from the sheets."""
    yield given.reviewer.name
    yield str(ROLES.index(given.reviewer.role) + 1)
    yield given.language
    marks = {answer: mark for mark, answer in MARKS.items()}
    for case in cases():
        said = given.decisions[case.id]
        (letter,) = [letter for letter, answer in letters_of(case).items() if answer == said.answer]
        yield f"{case.number} {letter}{said.sure or ''} {said.why}"
    for item in items():
        yield f"{TEXT}{item.number} {marks[given.texts[item.key].answer]} {given.texts[item.key].why}"
    yield ""
    yield given.idea


def entered(folder: Path, lines: Iterator[str]) -> Review:
    def ask(question: str) -> str:
        del question
        try:
            return next(lines)
        except StopIteration:
            raise EOFError from None

    return read(enter(folder, ask))


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_typed_in_is_what_was_ticked(tmp_path: Path, kind: str) -> None:
    for seed in range(8):
        given = review(kind, seed)
        came = entered(tmp_path, typed(given))
        assert (came.decisions, came.texts, came.reviewer) == (given.decisions, given.texts, given.reviewer)
    found = gathered(tmp_path)
    assert [voice.is_tired for voice in found.voices] == [kind in {"tired", "contrary"}] * len(found.voices)
    assert broken(found) == []


def test_two_on_paper_turn_the_build_red(tmp_path: Path) -> None:
    for seed in (1, 2):
        entered(tmp_path, typed(review("careful", seed, frozenset({PLANS[1].id}))))
    (said,) = broken(gathered(tmp_path))
    assert said.startswith(f"Plan {PLANS[1].number} ")


def test_a_slip_of_the_keys_is_told_and_can_be_corrected(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        "Kari",
        "9",
        "2",
        "no",
        "nb",
        "1 A3",
        "1 B2 no, too far",
        "0 A",
        "999 A1",
        "1 E",
        "T999 1",
        "rubbish",
    ]
    came = entered(tmp_path, iter(lines))
    assert capsys.readouterr().out.count("Not understood") == 5
    assert [(one.answer, one.sure, one.why) for one in came.decisions.values()] == [
        ("too_much", 2, "no, too far")
    ]
    assert came.reviewer.role == "doctor"


def test_a_box_that_is_not_on_the_sheet_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call = CALLS[0].number
    came = entered(tmp_path, iter(["Kari", "2", "nb", f"{call} D3", f"{call} C3", ""]))
    told = capsys.readouterr().out
    assert f"Plan {call} has only the boxes A, B, C." in told
    assert f"plan {call}: More urgent" in told
    assert [one.answer for one in came.decisions.values()] == ["too_little"]


def test_two_of_one_name_are_two_files_and_two_people(tmp_path: Path) -> None:
    for seed in (1, 2):
        named = replace(review("careful", seed), reviewer=replace(GOOD.reviewer, name="Kari Åsen"))
        entered(tmp_path, typed(named))
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "review-kari-sen-2.json", "review-kari-sen.json",
    ]  # fmt: skip
    assert [voice.name for voice in gathered(tmp_path).voices] == ["Kari Åsen", "Kari Åsen (2)"]


def test_the_command_types_in_and_says_where(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tools.review", "enter", "--to", str(tmp_path)],
        input="Ola\n1\nnb\n1 A3\n\n\n", capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    assert "Saved: " in ran.stdout
    assert read(tmp_path / "review-ola.json").decisions[cases()[0].id].answer == "safe"


def with_(**changed: object) -> bytes:
    """A good file, changed by hand."""
    tree = json.decode(written(GOOD))
    return json.encode({**tree, **changed})


FIRST = cases()[0]


def with_answer(**changed: object) -> bytes:
    said = {"digest": FIRST.digest, "answer": "safe", "sure": 3, "why": ""}
    return with_(decisions={FIRST.id: {**said, **changed}})


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "The file is empty."),
        (b" \n", "The file is empty."),
        (written(GOOD)[:400], "This is not JSON. Was it cut short, or edited by hand?"),
        (b"\xff\xfe\x00", "This is not JSON."),
        (b"[]", "This is not a file of answers"),
        (b'{"format": "ryggkompis/1"}', "This is not a file of answers"),
        (with_(format="ryggkompis-review/0"), "another version of the form, ryggkompis-review/0"),
        (with_answer(answer="sfae"), f"decisions, {FIRST.id}: Invalid enum value 'sfae'"),
        (with_answer(sure=7), f"decisions, {FIRST.id}: "),
        (with_answer(mood="good"), f"decisions, {FIRST.id}: nothing here is called mood."),
        (with_answer(why="x" * 401), f"decisions, {FIRST.id}: "),
        (with_(diagnosis="x"), "The file: nothing here is called diagnosis."),
        (with_(reviewer={"name": "Kari"}), "missing required field `role`"),
        (with_(decisions=[]), "The file: Expected `object`"),
        (with_(id="../../etc"), "The file: "),
        (b'{"format": "ryggkompis-review/1"}' + b" " * 1_000_000, "too large"),
    ],
)
def test_a_bad_file_is_named_with_what_is_wrong(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "review-x.json"
    path.write_bytes(data)
    with pytest.raises(UnreadableReview) as caught:
        read(path)
    assert str(caught.value).startswith("review-x.json: ")
    assert says in str(caught.value)
    (problem,) = gathered(tmp_path).problems
    assert says in problem


def test_a_file_that_is_there_twice_counts_once_and_the_newest(tmp_path: Path) -> None:
    (tmp_path / "review-a.json").write_bytes(
        written(replace(GOOD, saved="2026-03-01T10:00:00Z", decisions={}))
    )
    (tmp_path / "review-a (1).json").write_bytes(written(replace(GOOD, saved="2026-03-02T10:00:00Z")))
    (tmp_path / "review-b.json").write_bytes(
        written(replace(GOOD, id="0" * 16, saved="2026-03-03T10:00:00Z"))
    )
    found = gathered(tmp_path)
    assert len(found.voices) == 1
    assert found.voices[0].met == 10
    assert len(found.problems) == 2


@pytest.mark.parametrize("kind", KINDS)
def test_every_file_is_as_the_schema_says(kind: str) -> None:
    schema = json.decode(data_file("schema/review.schema.json").read_bytes())
    jsonschema.validate(json.decode(written(review(kind, 1))), schema)


def test_controls_pasted_into_a_comment_are_taken_out(tmp_path: Path) -> None:
    path = tmp_path / "review-x.json"
    path.write_bytes(with_(idea="a\x1b[31m\u0007b\nc\t d"))
    assert read(path).idea == "a[31mb c d"
