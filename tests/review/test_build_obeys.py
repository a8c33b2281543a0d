"""What clinicians have said of the plans and texts holds: whoever breaks it reads here what they said."""

from pathlib import Path

from ryggkompis.content.files import data_file
from tools.review import report
from tools.review.verdicts import Results, gathered

HERE = "Run: python -m tools.review report"


def broken(results: Results) -> list[str]:
    """Everything that a majority of at least two calls unsafe or wrong, with their reasons."""
    return [report.told(one) for one in results.must_change]


def test_nothing_stands_that_a_majority_calls_unsafe_or_wrong() -> None:
    assert broken(gathered()) == []


def test_every_file_that_came_back_can_be_read() -> None:
    assert [said for said in gathered().problems if "stand in" not in said] == []


def test_what_is_told_of_the_reviews_is_current() -> None:
    results = gathered()
    assert report.DOCS.read_text(encoding="utf-8") == report.document(results), HERE
    readme = report.README.read_text(encoding="utf-8")
    assert readme == report.readme(readme, results), HERE
    assert data_file("reviewed.json").read_bytes() == report.number(results), HERE


def test_simulated_reviewers_are_not_among_them() -> None:
    names = [voice.name.split()[0] for voice in gathered().voices]
    assert not {"careful", "average", "tired", "contrary"} & set(names)


def test_the_folder_of_answers_says_what_it_is_for() -> None:
    text = Path(report.ROOT, "reviews", "README.md").read_text(encoding="utf-8")
    for words in ("make review", "tools.review enter", "tools.review report", "review-NAME.json"):
        assert words in text
