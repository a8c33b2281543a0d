"""Write the man page from the program's own help (make man)."""

import os
from pathlib import Path

from ryggkompis import __version__
from ryggkompis.cli.parser import PROGRAM, Parser
from ryggkompis.cli.plain import plain
from ryggkompis.cli.registry import GROUPS
from ryggkompis.i18n.language import use
from ryggkompis.words.about import about_the_program

ENVIRONMENT = (
    ("RYGGKOMPIS_HOME", "The folder of your data."),
    ("RYGGKOMPIS_PLAIN", "Plain lines instead of the window, where it is set to anything but 0."),
    ("RYGGKOMPIS_PASSPHRASE_FILE", "A file with the passphrase of a locked diary, for scripts."),
    ("NO_COLOR", "No colours."),
)
EXIT = (
    "0 done; 1 the day's plan was shown, and a safety answer holds it or may stand in what cannot be read; "
    "2 something that you can mend; 3 the disk or the diary cannot be used, or not all of it be read; "
    "130 interrupted. What only writes something down ends with 0 when it is saved."
)
OUT = Path(__file__).resolve().parents[1] / "docs" / "man" / "ryggkompis.1"


def escaped(text: str) -> str:
    """Write text as roff has it."""
    plain = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + plain if plain[:1] in {".", "'"} else plain


def options(parser: Parser) -> list[str]:
    """List what a command takes."""
    lines = []
    for action in parser._actions:  # noqa: SLF001 - argparse has no other way
        names = ", ".join(action.option_strings)
        value = action.metavar if isinstance(action.metavar, str) and action.nargs != 0 else ""
        if not names or names.startswith("-h"):
            if not names:
                lines += [".TP", f".I {escaped(str(value))}", escaped(str(action.help or ""))]
            continue
        lines += [".TP", f".B {escaped(names)} \\fI{escaped(value)}\\fR", escaped(str(action.help or ""))]
    return lines


def page() -> str:
    """Write the whole page."""
    use("en")
    lines = [
        f'.TH RYGGKOMPIS 1 "" "Ryggkompis {__version__}" "User Commands"',
        ".SH NAME",
        "ryggkompis \\- a diary and a daily plan for people recovering from a lumbar disc herniation",
        ".SH SYNOPSIS",
        f".B {PROGRAM}",
        "[\\fIcommand\\fR] [\\fIoptions\\fR]",
        ".SH DESCRIPTION",
        "Without a command it opens the window, or with \\fB\\-\\-plain\\fR asks in plain lines.",
    ]
    for paragraph in plain(about_the_program()):
        lines += [".PP", escaped(paragraph)]
    for group, commands in GROUPS:
        lines += [f".SH {escaped(group.upper())}"]
        for command in commands:
            parser, _run = command.load()
            lines += [f".SS {command.name}", escaped(command.does), *options(parser)]
    lines += [
        ".SH ENVIRONMENT",
        *(line for name, says in ENVIRONMENT for line in (".TP", f".B {name}", says)),
        ".SH EXIT STATUS",
        EXIT,
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write it."""
    os.environ.pop("COLUMNS", None)
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
