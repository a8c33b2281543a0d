"""The page of the figures tells how well each is known, and all are known well enough."""

from ryggkompis.content.loading import load_catalogue
from tools.figures import PAGE, drawn, judged, table

SCORES = ("paper", "80×24", "40×15", "blocks")


def test_every_figure_has_been_looked_at() -> None:
    assert sorted(row["figure"] for row in judged()) == sorted(
        name for name, _one, _figure in drawn(load_catalogue())
    )
    assert all(row["position"] and row["moves"] for row in judged())


def test_none_is_below_three_and_three_quarters_are_known_at_once() -> None:
    rows = judged()
    assert [row["figure"] for row in rows if any(int(row[where]) < 3 for where in SCORES)] == []
    for where in SCORES[:2]:
        assert sum(int(row[where]) >= 4 for row in rows) >= 0.75 * len(rows)


def test_the_page_says_so() -> None:
    assert table(judged()) in PAGE.read_text(encoding="utf-8")
