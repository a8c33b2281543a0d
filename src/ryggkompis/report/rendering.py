"""The formats a report is written in."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple, TypeAlias

from ryggkompis.domain.base.text import shown
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.i18n.language import speaking
from ryggkompis.report.as_html import html
from ryggkompis.report.as_markdown import markdown
from ryggkompis.report.as_text import text
from ryggkompis.report.errors import UnknownFormat
from ryggkompis.report.layout import message, messages, one_page, sheets
from ryggkompis.report.omit import Options
from ryggkompis.report.records.as_csv import table
from ryggkompis.report.records.as_fhir import bundle
from ryggkompis.report.records.as_json import document
from ryggkompis.report.summary import Summary

Write: TypeAlias = Callable[[Summary, Options], bytes]


class _Format(NamedTuple):
    ending: str
    write: Write


def _pdf(summary: Summary, _options: Options) -> bytes:
    # It brings a typesetter along, which nothing else needs.
    from ryggkompis.report.as_pdf import pdf  # noqa: PLC0415

    return pdf([*sheets(summary)], summary.period.last)


_FORMATS: Final[Mapping[str, _Format]] = {
    "pdf": _Format(".pdf", _pdf),
    "html": _Format(".html", lambda summary, _options: html(one_page(summary))),
    "md": _Format(".md", lambda summary, _options: markdown(message(summary))),
    "txt": _Format(".txt", lambda summary, options: text(messages(summary), options.letters)),
    # Before the other .json, since the first ending that fits is taken.
    "fhir": _Format(".fhir.json", lambda summary, _options: bundle(summary)),
    "csv": _Format(".csv", table),
    "json": _Format(".json", document),
}
FORMATS: Final[Mapping[str, str]] = {name: known.ending for name, known in _FORMATS.items()}
"""Name of a format to the ending of its files."""
_DEFAULT: Final = Options()


def format_of(name: str) -> str:
    """Choose the format by the ending of a file's name, or by its own name, in any case of letters.

    Raises:
        UnknownFormat: for any other; it lists those there are.

    """
    plain = name.casefold()
    for format_, ending in FORMATS.items():
        if plain == format_ or plain.endswith(ending):
            return format_
    raise UnknownFormat(format=shown(name), known=", ".join(FORMATS.values()))


def render(format_: str, summary: Summary, language: Language, options: Options = _DEFAULT) -> bytes:
    """Write ``facts`` in a format of ``FORMATS`` and in ``language``; the same facts give the same bytes.

    Raises:
        UnknownFormat: for a format that is not there.
        NoPdf: where the typesetter is not installed.

    """
    write = _FORMATS[format_of(format_)].write
    with speaking(language):
        return write(summary, options)
