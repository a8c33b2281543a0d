"""An entry and its stored line lose the same things."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ryggkompis.domain.journal.entries import Entry
from ryggkompis.report.omit import PARTS, Options, kept_entry, kept_line
from ryggkompis.store.codec import decode, encode
from tests.examples import examples
from tests.report.anything import ENTRY

OPTIONS = st.builds(Options, without=st.frozensets(st.sampled_from(list(PARTS))), with_crisis=st.booleans())


@settings(derandomize=True, max_examples=examples(70))
@given(ENTRY, OPTIONS)
def test_the_line_says_what_the_entry_says(entry: Entry, options: Options) -> None:
    line = kept_line(encode(entry), options)
    assert (decode(line) if line else None) == kept_entry(entry, options)


@settings(derandomize=True, max_examples=examples(50))
@given(ENTRY)
def test_what_loses_nothing_carries_no_mark(entry: Entry) -> None:
    assert kept_line(encode(entry), Options(with_crisis=True)) == encode(entry)
