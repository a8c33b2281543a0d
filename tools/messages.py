"""Gather the program's messages, bring the bokmål file up to date with them, compile it: ``make messages``.

What is written depends on the sources alone: no dates, no line numbers, no version of any tool.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import generate_po, read_po

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = Path("src", "ryggkompis")
PO = PACKAGE / "i18n" / "locale" / "nb" / "LC_MESSAGES" / "ryggkompis.po"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
NOTE_TO_TRANSLATORS = "Translators:"
HEADER = (
    "Language: nb\n"
    "MIME-Version: 1.0\n"
    "Content-Type: text/plain; charset=utf-8\n"
    "Content-Transfer-Encoding: 8bit\n"
    "Plural-Forms: nplurals=2; plural=(n != 1);\n"
)


class Bare(Catalog):
    """A catalogue whose header says what gettext needs and nothing else."""

    def __iter__(self) -> Iterator[Message]:
        """Give the header, then the messages."""
        yield Message("", HEADER)
        yield from (message for message in super().__iter__() if message.id)


def extract(root: Path = ROOT) -> Catalog:
    """Gather every message marked in the program's source."""
    found = Catalog()
    for file, _line, message, comments, context in extract_from_dir(
        root / PACKAGE, keywords=KEYWORDS, comment_tags=(NOTE_TO_TRANSLATORS,), strip_comment_tags=True
    ):
        # Without the line, messages stand in the order of the source and a diff shows words only.
        place = ((PACKAGE / file).as_posix(), 0)
        found.add(message, locations=[place], auto_comments=comments, context=context)
    return found


def read(root: Path = ROOT) -> Catalog:
    """Read the bokmål file; a file that cannot be read raises."""
    with (root / PO).open("rb") as source:
        return read_po(source, locale="nb", abort_invalid=True)


def updated(known: Catalog, found: Catalog) -> str:
    """Write the bokmål file anew: what was ``found``, with the words already ``known``, nothing guessed."""
    known.update(found, no_fuzzy_matching=True)
    for message in known:
        # Our placeholders are checked by a test; a stray "100 % of" is no format.
        message.flags -= {"python-format", "python-brace-format"}
    title = "# Ryggkompis in bokmål. Brought up to date with the source by: make messages"
    header = "".join(f'"{line}\\n"\n' for line in HEADER.splitlines())
    messages = generate_po(
        known, ignore_obsolete=True, include_lineno=False, omit_header=True, sort_by="location", width=0
    )
    body = "".join(messages).rstrip()
    return f'{title}\nmsgid ""\nmsgstr ""\n{header}\n{body}\n'


def compiled(known: Catalog) -> bytes:
    """Give ``known`` as gettext reads it, without fuzzy and empty messages."""
    bare = Bare(locale="nb")
    for message in known:
        if message.id:
            bare[message.id] = message
    target = BytesIO()
    write_mo(target, bare)
    return target.getvalue()


def compile_catalogues(root: Path = ROOT) -> None:
    """Write the ``.mo`` beside the ``.po``, in one step, so that a running program never reads half of it."""
    unfinished = (root / PO).with_suffix(".mo.new")
    unfinished.write_bytes(compiled(read(root)))
    unfinished.replace((root / PO).with_suffix(".mo"))


def main() -> None:
    """Extract, update, compile; list what still lacks bokmål."""
    text = updated(read(), extract())
    (ROOT / PO).write_text(text, encoding="utf-8", newline="\n")
    compile_catalogues()
    lacking = [message for message in read() if message.id and (message.fuzzy or not all(_strings(message)))]
    for message in lacking:
        print("without bokmål:", message.id, file=sys.stderr)
    print(f"{len(read())} messages, {len(lacking)} without bokmål", file=sys.stderr)


def _strings(message: Message) -> tuple[str, ...]:
    """Give the translations of a message, one for each plural form."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))


if __name__ == "__main__":
    main()
