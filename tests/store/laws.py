"""Strategies: sets of lines that collide as often as possible."""

from typing import TypeAlias

from hypothesis import strategies as st

from ryggkompis.store.lines import Line
from tests.store.journals import DAY

LINES: TypeAlias = list[Line]

_FLAGS: st.SearchStrategy[Line] = st.sampled_from(
    [
        {},
        {},
        {},
        {"deleted": True},
        {"erased": True},
        {"moved": "2025-04-01"},
        {"deleted": 1},
        {"erased": "yes"},
    ]
)
_VALUES: st.SearchStrategy[object] = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-2, 2),
        st.floats(allow_nan=False, allow_infinity=False),
        st.text(max_size=5),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=2), st.dictionaries(st.text(max_size=2), inner, max_size=2)
    ),
    max_leaves=4,
)


@st.composite
def _lines(draw: st.DrawFn, days: st.SearchStrategy[str]) -> Line:
    line: Line = {
        "id": draw(st.sampled_from("AB")),
        "rev": draw(st.integers(1, 2)),
        "day": draw(days),
        "saved": draw(st.sampled_from(["2025-03-03T07:15:09Z", "2025-03-03T07:15:10Z"])),
    }
    line |= draw(_FLAGS)
    line |= draw(st.dictionaries(st.sampled_from(["at", "text", "é"]), _VALUES, max_size=2))
    # What Python calls equal and JSON does not.
    line["leg"] = draw(st.sampled_from([0, False, 0.0, None]))
    return line


LINE_SETS = st.lists(_lines(st.sampled_from([DAY, "2025-03-04"])), max_size=6)
LINES_OF_A_MONTH = st.lists(_lines(st.just(DAY)), max_size=6)
