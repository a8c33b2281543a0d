"""Whatever is asked is a list with two renderers; who reads keys or lines beside them says why."""

import ast
from collections.abc import Iterator
from pathlib import Path

import ryggkompis

SOURCE = Path(ryggkompis.__file__).parent
LINES = {
    "cli/lines/terminal.py": "reads the line",
    "cli/lines/prompt.py": "holds the line to answer on",
    "cli/lines/ask.py": "asks every list",
    "cli/lines/safety.py": "several questions on a page, each kept before the next (clinical-3 2.3)",
    "cli/lines/drawing.py": "several regions in one answer, each with its side",
    "cli/lines/menu.py": "what to do next, which is no question about the patient",
    "cli/lines/telling.py": "waits for Enter after a walk; nothing is answered by it",
    "cli/lines/session.py": "waits for Enter after an exercise; nothing is answered by it",
    "cli/commands/erase.py": "a word to write, so that no key erases everything",
    "cli/commands/lock.py": "the recovery key, from paper",
    "cli/drill.py": "the recovery key, from paper",
    "cli/window.py": "waits for Enter before the window comes back; nothing is answered by it",
    "cli/lines/hurting.py": "waits for Enter after a rest; nothing is answered by it",
    "cli/passphrase.py": "a passphrase is not shown",
}
BUILT_IN = {"input", "getpass"}
READ_LINES = {"read_line", "answer_line", "answer_to", "ask"}
WINDOW = {
    "tui/widgets/typed.py": "an answer of the dialog that asks every list",
    "tui/screens/entry_form.py": "shows a whole list at once",
    "tui/screens/settings.py": "a setting is changed where it stands, and is nothing about the patient",
    "tui/screens/import_.py": "shows what is in a file while its name is typed",
    "tui/screens/learn.py": "searches",
    "tui/finder/palette.py": "searches",
    "tui/screens/cover.py": "a passphrase is not shown",
    "tui/widgets/diary_list.py": "lists the diary",
    "tui/widgets/row_list.py": "lists rows: the plan, the questions of a page, the limits",
}
TAKE_KEYS = {
    "Checkbox", "Input", "MaskedInput", "OptionList", "RadioButton", "RadioSet", "Select", "SelectionList",
    "Stepper", "Switch", "TextArea", "TickBox",
}  # fmt: skip


def modules(room: str) -> Iterator[tuple[str, ast.Module]]:
    for path in sorted((SOURCE / room).rglob("*.py")):
        yield path.relative_to(SOURCE).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def called(tree: ast.Module) -> set[str]:
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {getattr(call, "id", getattr(call, "attr", "")) for call in calls}


def imported(tree: ast.Module, *rooms: str) -> set[str]:
    """Names taken from the modules whose name ends in one of ``rooms``."""
    found = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    return {name.name for node in found if (node.module or "").endswith(rooms) for name in node.names}


def reads_lines(tree: ast.Module) -> bool:
    return bool(called(tree) & BUILT_IN or imported(tree, "lines.prompt", "lines.terminal") & READ_LINES)


def test_in_lines_nobody_else_reads_an_answer() -> None:
    assert {name for name, tree in modules("cli") if reads_lines(tree)} == set(LINES)


def test_in_the_window_nobody_else_takes_an_answer() -> None:
    takes = {
        name for name, tree in modules("tui") if imported(tree, "widgets", "stepper", "tick") & TAKE_KEYS
    }
    assert takes == set(WINDOW)


def test_below_the_front_ends_nobody_is_asked() -> None:
    rooms = ("services", "report", "importers", "words", "content", "store", "i18n", "pictures", "domain")
    assert not {name for room in rooms for name, tree in modules(room) if called(tree) & BUILT_IN}
