"""Class-level words and keys, said in the patient's language when they are shown."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from textual.binding import ActiveBinding, Binding
from textual.content import Content
from textual.dom import DOMNode
from textual.style import Style

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.value import Value
from ryggkompis.i18n.language import _
from ryggkompis.services.keys import OFF

UNDO_TIP: Final = N_("Take back what was done last")
VISIT_TIP: Final = N_("When it is and what to ask; afterwards what was agreed")
"""Tips of keys that several pages have."""
PRESS: Final = "press"
"""What the cells of words that can be clicked remember: the id of the key that is pressed by it."""
KEY: Final = "bold $accent"
"""The look of a key."""
KEYS: Final = {
    "space": N_("Space"),
    "enter": "Enter",
    "escape": "Esc",
    "backspace": N_("Backspace"),
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "question_mark": "?",
    "exclamation_mark": "!",
    "equals_sign": "=",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "tab": "Tab",
    "home": "Home",
    "end": "End",
    "delete": "Del",
    "plus": "+",
    "slash": "/",
    "minus": "-",
    "comma": ",",
    "full_stop": ".",
}
"""How a key is written on the screen, where its name would not do."""


class Visible(Value):
    """One thing that can be done now, and its keys."""

    keys: tuple[str, ...]
    label: str
    tip: str
    action: str
    namespace: DOMNode
    """Whose action it is."""
    enabled: bool
    in_footer: bool
    id: str
    """What the key is called for good, in every language."""


def pressable(words: Content, id_: str) -> Content:
    """Let a click on ``words`` do what the key called ``id_`` does."""
    return words.stylize(Style.from_meta({PRESS: id_}))


def named(id_: str, usual: str, words: str | Content) -> Content:
    """Say what a key does, after the key; all of it can be clicked."""
    return pressable(Content.assemble((key_of(id_, usual), KEY), " ", words), id_)


def key_name(key: str) -> str:
    """Write one key: “ctrl+p” is “Ctrl+P”, “f1” is “F1”."""
    if key.startswith(OFF):
        return ""
    parts = key.split("+")
    if len(parts) > 1:
        return "+".join(key_name(part).capitalize() if len(part) == 1 else key_name(part) for part in parts)
    if key in KEYS:
        return _(KEYS[key])
    return key if len(key) == 1 else key.capitalize()


_OWN: Final[dict[str, str]] = {}


def use_keys(keymap: Mapping[str, str]) -> None:
    """Name these keys from now on, by the id of what they do; all others are the program's own."""
    _OWN.clear()
    _OWN.update(keymap)


def key_of(id_: str, usual: str) -> str:
    """Write the key called ``id_``, which is ``usual`` unless this patient has another.

    What is switched off is found by its name.
    """
    return _written(id_, usual) or _written("app.palette", "ctrl+p") or "–"


def _written(id_: str, usual: str) -> str:
    return key_name(_OWN.get(id_, usual).split(",")[0])


def translated(bindings: dict[str, ActiveBinding]) -> dict[str, ActiveBinding]:
    """Give the active bindings with labels and tips in the current language; ours alone have an id."""
    return {key: _translated(one) if one.binding.id else one for key, one in bindings.items()}


def _translated(active: ActiveBinding) -> ActiveBinding:
    binding: Binding = active.binding
    tip = _(binding.tooltip)
    said = replace(binding, description=_(binding.description), tooltip=tip)
    return ActiveBinding(active.node, said, active.enabled, tip)


def visible(bindings: Iterable[ActiveBinding]) -> list[Visible]:
    """List what can be done now, one for each action, with all its keys; ours only, never a widget's own."""
    found: dict[str, Visible] = {}
    for node, binding, enabled, tip in bindings:
        if not binding.id or not binding.description:
            continue
        old = found.get(binding.action)
        keys = (*old.keys, binding.key) if old else (binding.key,)
        found[binding.action] = Visible(
            keys,
            binding.description,
            old.tip or tip if old else tip,
            binding.action,
            node,
            enabled,
            binding.show or (old is not None and old.in_footer),
            old.id if old else binding.id,
        )
    return list(found.values())


def declared(bindings: Iterable[Binding], node: DOMNode) -> list[Visible]:
    """List what a class binds, whether it works just now or not."""
    single = (
        replace(binding, key=key)
        for binding in bindings
        for key in _OWN.get(binding.id or "", binding.key).split(",")
    )
    return visible(_translated(ActiveBinding(node, one, enabled=True, tooltip=one.tooltip)) for one in single)
