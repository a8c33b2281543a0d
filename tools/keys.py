"""Write docs/keys.md from what the window declares (make keys)."""

from collections import defaultdict
from pathlib import Path

from textual.binding import Binding

from ryggkompis.i18n.language import _, speaking
from ryggkompis.tui.keymap import declarations, is_fixed
from ryggkompis.tui.labels import key_name

OUT = Path(__file__).resolve().parents[1] / "docs" / "keys.md"
HEAD = """# Keys · Taster

Made by `make keys` from what the window declares; do not edit.

Everything that has a key can also be clicked, and found by its name with Ctrl+P.
Alt som har en tast, kan også klikkes på, og finnes på navnet med Ctrl+P.

## Your own keys · Egne taster

`keys.toml` in the folder of your settings (`ryggkompis where`) gives an action another key, several, or none.
Keys of a single letter, figure or sign can be switched off all at once, for whoever speaks to the machine or
hits keys by chance; what answers a question, and `!`, stay. `ryggkompis doctor` and the window say what could
not be done, and why.

`keys.toml` i mappen med innstillingene (`ryggkompis where`) gir en handling en annen tast, flere eller ingen.
Taster på én bokstav, ett siffer eller ett tegn kan slås av alle på en gang, for den som snakker til maskinen
eller lett kommer borti taster. Det som svarer på et spørsmål, og `!`, blir værende. `ryggkompis doctor` og
vinduet sier hva som ikke lot seg gjøre, og hvorfor.

```toml
letters = false         # no key of a single letter, figure or sign · ingen taster på ett tegn

[today]
note = "f5"             # another key · en annen tast
why = ["w", "f6"]       # two · to
medicine = false        # none · ingen
```

An id in brackets cannot be changed. · En id i parentes kan ikke endres.
"""


def rows(one: Binding) -> str:
    """Write one action as a line of the table."""
    said = []
    for language in ("nb", "en"):
        with speaking(language):
            name = _(one.description) if one.description else ""
            tip = _(one.tooltip) if one.tooltip else ""
            keys = ", ".join(f"`{key_name(key)}`" for key in one.key.split(","))
            said.append(f"{name}. {tip}" if tip and not tip.startswith(name) else tip or name)
    id_ = f"(`{one.id}`)" if is_fixed(one) else f"`{one.id}`"
    return f"| {keys} | {said[0]} | {said[1]} | {id_} |"


def page() -> str:
    """Write the whole page, a table for each page of the window."""
    rooms: dict[str, dict[str, str]] = defaultdict(dict)
    for _owner, one in declarations():
        if one.id and one.description:
            rooms[one.id.split(".")[0]].setdefault(one.id, rows(one))
    parts = [HEAD]
    for room, said in rooms.items():
        parts += [
            f"\n## {room}\n\n| tast · key | | | id |\n|---|---|---|---|\n",
            "\n".join(said.values()),
            "\n",
        ]
    return "".join(parts)


def main() -> None:
    """Write the file."""
    OUT.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
