"""LIX, the Nordic measure of how hard a text is to read: 20-30 very easy, 30-40 easy."""

import re

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
SENTENCE_END = re.compile(r"[.!?:]+(?=\W*(?:\s|$))")
LONG = 7
"""Letters from which a word counts as long."""


def lix(text: str) -> float:
    """Measure ``text``: words per sentence plus the share of long words in per cent; 0 without words.

    Numbers are not words here, so telephone numbers do not make a text look easier than it is.
    """
    words = WORD.findall(text)
    if not words:
        return 0.0
    sentences = max(1, sum(1 for part in SENTENCE_END.split(text) if WORD.search(part)))
    long = sum(1 for word in words if sum(map(str.isalpha, word)) >= LONG)
    return len(words) / sentences + 100 * long / len(words)
