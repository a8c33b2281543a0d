"""A sentence is said by one module of the program, so that its copies can never come to differ."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "src" / "ryggkompis"
SAYING = {"_", "N_", "ngettext"}
ON_THE_WAY = {
    "cli/lines/entries.py",
    "tui/screens/thresholds.py",
    "cli/commands/report.py",
    "tui/report_questions.py",
}
"""Modules whose questions move into ``services/questions`` just now, with their sentences."""
LABEL = 25
"""Characters up to which a text may be the name of something, such as a key or a column."""
SENTENCE = re.compile(r"[.?!:…]$|\S+ \S+ \S+")
"""Ends as a sentence does, or has three words: the rest are names of pages, kinds and keys."""


def said_in() -> dict[str, set[str]]:
    """Give every text that is marked for translation, with the modules it stands in."""
    found = defaultdict[str, set[str]](set)
    for path in sorted(SOURCE.rglob("*.py")):
        module = path.relative_to(SOURCE).as_posix()
        if module in ON_THE_WAY:
            continue
        for text in texts(ast.parse(path.read_text("utf-8"))):
            found[text].add(module)
    return found


def texts(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in SAYING:
            for given in node.args:
                yield from (
                    part.value
                    for part in ast.walk(given)
                    if isinstance(part, ast.Constant) and isinstance(part.value, str)
                )


def test_a_sentence_stands_in_one_module_only() -> None:
    twice = {text: modules for text, modules in said_in().items() if len(text) > LABEL and len(modules) > 1}
    assert twice == {}, "let it be said by one function, in words/"


def test_no_sentence_stands_in_both_front_ends() -> None:
    both = {
        text: modules
        for text, modules in said_in().items()
        if SENTENCE.search(text) and {"tui", "cli"} <= {module.split("/")[0] for module in modules}
    }
    assert both == {}, "let it be said in words/, with a hint of each front end where they differ"


def test_the_search_for_sentences_finds_some() -> None:
    found = said_in()
    assert len(found) > 1500
    assert sum(SENTENCE.search(text) is not None for text in found) > 1000
    assert found["Saved."] == {"words/saved.py"}
