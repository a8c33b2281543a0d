"""Whatever can be done in the window can be done in the shell or in plain lines, too."""

from importlib import import_module
from pkgutil import iter_modules

from textual.binding import Binding
from textual.dom import DOMNode

from ryggkompis import tui
from ryggkompis.cli.lines.items import ITEMS
from ryggkompis.cli.registry import COMMANDS
from ryggkompis.tui import screens, widgets

MOVES = {
    "list",
    "answer",
    "asking",
    "card",
    "cover",
    "dialog",
    "drawing",
    "form",
    "learn",
    "limits",
    "movement",
    "plan",
    "safety",
    "taking",
    "tour",
    "typed",
}
"""Beginnings of the ids of keys that answer a question or move about in what is shown."""
SAME = {
    "app.today": "plan",
    "app.progress": "progress",
    "app.exercises": "exercises",
    "app.log": "log",
    "app.report": "report",
    "app.settings": "Settings",
    "app.undo": "undo",
    "app.redo": "redo",
    "app.urgent": "urgent",
    "app.urgent_anywhere": "urgent",
    "app.drawing": "drawing",
    "app.learn": "learn",
    "app.finish_lock": "lock",
    "app.moved": "moved",
    "app.put_off": "sit",
    "app.tour": "A short tour",
    "clock.tell": "walk",
    "exercises.do": "did",
    "exercises.read": "exercises",
    "log.bring_in": "import",
    "log.delete": "undo",
    "log.edit": "Change an entry",
    "log.all": "log",
    "log.find": "log",
    "log.narrow": "log",
    "log.move": "Change an entry",
    "log.new": "note",
    "log.undo": "undo",
    "report.save": "report",
    "report.format": "report",
    "report.period": "report",
    "report.period_before": "report",
    "report.without": "report",
    "report.visit": "visit",
    "report.wall": "sheet",
    "settings.backup": "backup",
    "settings.erase": "erase",
    "settings.lock": "lock",
    "settings.look": "doctor",
    "settings.reminders": "reminders",
    "settings.limits": "The limits of the plan",
    "settings.profile": "The first questions, about you",
    "today.bad_day": "less",
    "today.before": "plan",
    "today.check_in": "checkin",
    "today.clear": "clear",
    "today.easier": "less",
    "today.enough": "Is this much walking enough for you?",
    "today.episode": "episode",
    "today.evening": "evening",
    "today.event": "event",
    "today.hurts": "It hurts now",
    "today.first": "The first questions, about you",
    "today.medicine": "medicine",
    "today.again": "The latest medicine again",
    "today.note": "note",
    "today.operation": "After an operation on the back",
    "today.programme": "programme",
    "today.review": "weekly",
    "today.session": "Exercises, one at a time",
    "today.skip": "less",
    "today.smaller": "Take the smaller plan",
    "today.visit": "visit",
    "today.walk": "walk",
    "today.why": "plan",
    "today.why_less": "What came in the way of walking",
}
"""Each key that does something, and the command, or the entry of the list, that does the same."""
OF_THE_WINDOW = {
    "app.help",
    "app.help_anywhere",
    "app.leave",
    "app.quit",
    "app.palette",
    "app.redraw",
    "app.suspend",
    "clock.end",
    "clock.pause",
    "report.folder",
    "report.open",
    "settings.above",
    "settings.below",
    "today.back",
}
"""Keys that only a window needs; a pause in plain lines is Ctrl+C."""
OF_A_PICTURE = {"progress", "session"}
"""What moves in a picture, or in a session that the lines count themselves."""


def keys() -> set[str]:
    """Give the id of every key of the window."""
    packages = (tui, screens, widgets)
    names = [m.name for package in packages for m in iter_modules(package.__path__, f"{package.__name__}.")]
    values = [value for name in names for value in vars(import_module(name)).values()]
    nodes = [value for value in values if isinstance(value, type) and issubclass(value, DOMNode)]
    ours = [node for node in nodes if node.__module__.startswith("ryggkompis")]
    bindings = [key for node in ours for key in node.__dict__.get("BINDINGS", ())]
    return {key.id for key in bindings if isinstance(key, Binding) and key.id}


def test_every_key_of_the_window_has_its_like() -> None:
    doing = keys() - OF_THE_WINDOW
    needed = {id_ for id_ in doing if id_.partition(".")[0] not in MOVES | OF_A_PICTURE}
    assert needed == SAME.keys()
    assert len(needed) > 40


def test_what_they_are_said_to_be_is_there() -> None:
    names = {name for name, _do in ITEMS}
    assert {same for same in SAME.values() if same not in COMMANDS} <= names
