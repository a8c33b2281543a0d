"""Dots, glyphs and words share cells by one rule: the stronger role inks the cell."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from ryggkompis.pictures.canvas import Canvas, line_dots
from ryggkompis.pictures.ink import plain
from ryggkompis.pictures.picture import Role, Run, Size

ROLES = st.sampled_from(list(Role))
PLACES = st.integers(-5, 60)
WORDS = st.text(alphabet="aå 日😀\u0301\u200d\x1b\n\ud800́é", max_size=12)


def seen(canvas: Canvas) -> str:
    return plain(canvas.picture())


def test_a_blank_canvas_is_one_run_a_row() -> None:
    assert Canvas(Size(3, 2)).rows() == ((Run("   "),), (Run("   "),))


def test_each_dot_of_a_cell_has_its_place() -> None:
    shown = []
    for y in range(4):
        for x in range(2):
            canvas = Canvas(Size(1, 1))
            canvas.dot(x, y, Role.LEG)
            shown.append(seen(canvas))

    assert "".join(shown) == "⠁⠈⠂⠐⠄⠠⡀⢀"


def test_a_line_includes_both_ends() -> None:
    canvas = Canvas(Size(3, 1))
    canvas.line(0, 3, 5, 0, Role.FIGURE)

    assert seen(canvas) == "⡠⠔⠊"


def test_what_falls_outside_is_left_out() -> None:
    canvas = Canvas(Size(2, 1))
    canvas.line(-9, 0, 9, 0, Role.LEG)
    canvas.glyph(2, 0, "x", Role.LEG)
    canvas.ground(-3, 0, Role.BAND)
    canvas.ground(0, 7, Role.BAND)

    assert canvas.rows() == ((Run("⠉⠉", Role.LEG),),)


def test_neighbours_that_look_alike_are_one_run() -> None:
    canvas = Canvas(Size(5, 1))
    canvas.text(0, 0, "ab", Role.TEXT)
    canvas.text(2, 0, "cd", Role.LEG)
    canvas.ground(3, 0, Role.BAND, width=2)

    assert canvas.rows() == (
        (Run("ab", Role.TEXT), Run("c", Role.LEG), Run("d", Role.LEG, Role.BAND), Run(" ", None, Role.BAND)),
    )


def test_dots_of_two_lines_are_shown_together_in_the_stronger_role() -> None:
    canvas = Canvas(Size(1, 1))
    canvas.dot(0, 0, Role.LEG_MEAN)
    canvas.dot(1, 3, Role.BACK_MEAN)

    assert canvas.rows() == ((Run("⢁", Role.LEG_MEAN),),)


def test_scenery_gives_way_to_what_is_drawn_over_it() -> None:
    canvas = Canvas(Size(2, 1))
    canvas.dot(0, 0, Role.GOAL)
    canvas.dot(1, 3, Role.LEG)
    canvas.glyph(1, 0, "┊", Role.EVENT)
    canvas.dot(2, 0, Role.BACK)

    assert canvas.rows() == ((Run("⢀", Role.LEG), Run("⠁", Role.BACK)),)


def test_a_mark_hides_the_line_it_stands_on() -> None:
    canvas = Canvas(Size(1, 1))
    canvas.glyph(0, 0, "●", Role.LEG)
    canvas.dot(0, 0, Role.LEG_MEAN)

    assert canvas.rows() == ((Run("●", Role.LEG),),)


def test_words_hide_everything_whatever_their_role() -> None:
    canvas = Canvas(Size(2, 1))
    canvas.text(0, 0, "hi", Role.EVENT)
    canvas.dot(0, 0, Role.LEG_MEAN)
    canvas.glyph(1, 0, "●", Role.LEG)

    assert seen(canvas) == "hi"


@given(drawn=st.permutations([Role.EVENT, Role.GOAL, Role.LEG, Role.BACK_MEAN, Role.LEG_MEAN]))
@settings(derandomize=True)
def test_the_order_of_drawing_dots_does_not_matter(drawn: list[Role]) -> None:
    canvas = Canvas(Size(1, 1))
    for role in drawn:
        canvas.dot(0, list(Role).index(role) % 4, role)
    usual = Canvas(Size(1, 1))
    for role in sorted(drawn):
        usual.dot(0, list(Role).index(role) % 4, role)

    assert canvas.rows() == usual.rows()


def test_a_wide_character_that_loses_one_cell_loses_both() -> None:
    canvas = Canvas(Size(6, 1))
    canvas.text(0, 0, "日日日")
    canvas.text(1, 0, "a")
    canvas.text(4, 0, "b")

    assert seen(canvas) == " a日b"


def test_a_wide_character_is_not_cut_in_half_at_the_edges() -> None:
    canvas = Canvas(Size(4, 1))
    canvas.text(-1, 0, "日日日")

    assert seen(canvas) == " 日"


def test_words_from_people_cannot_command_the_terminal() -> None:
    canvas = Canvas(Size(20, 1))
    canvas.text(0, 0, "a\x1b[2J\nb\x07\u202ec\ud800")

    assert seen(canvas) == "a[2J bc?"


DRAWING = st.one_of(
    st.tuples(st.just("text"), PLACES, PLACES, WORDS, ROLES),
    st.tuples(st.just("glyph"), PLACES, PLACES, st.sampled_from("●×┊"), ROLES),
)


@given(
    cols=st.integers(1, 30),
    rows=st.integers(1, 6),
    drawings=st.lists(DRAWING, max_size=12),
    lines=st.lists(st.tuples(PLACES, PLACES, PLACES, PLACES, ROLES), max_size=4),
)
@settings(derandomize=True)
def test_every_row_is_exactly_as_wide_as_the_canvas(
    cols: int,
    rows: int,
    drawings: list[tuple[str, int, int, str, Role]],
    lines: list[tuple[int, int, int, int, Role]],
) -> None:
    canvas = Canvas(Size(cols, rows))
    for line in lines:
        canvas.line(*line)
    for kind, col, row, words, role in drawings:
        (canvas.text if kind == "text" else canvas.glyph)(col % 40 - 5, row % 7, words, role)

    assert len(canvas.rows()) == rows
    for picture in (canvas.picture(), canvas.picture().ascii()):
        assert {sum(cell_len(run.text) for run in row) for row in picture.rows} == {cols}
    assert plain(canvas.picture().ascii()).isascii()


@given(ends=st.tuples(PLACES, PLACES, PLACES, PLACES))
@settings(derandomize=True)
def test_a_line_has_no_holes(ends: tuple[int, int, int, int]) -> None:
    dots = list(line_dots(*ends))

    assert dots[0] == ends[:2]
    assert dots[-1] == ends[2:]
    for (x0, y0), (x1, y1) in pairwise(dots):
        assert max(abs(x1 - x0), abs(y1 - y0)) == 1
