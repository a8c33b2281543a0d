"""Bringing the bokmål file up to date loses no words and guesses none."""

from pathlib import Path
from typing import Any

import pytest

OLD = """\
msgid ""
msgstr ""
"Language: nb\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Rest for today"
msgstr "Hvil i dag"

msgid "Long gone"
msgstr "Borte for lengst"
"""
SOURCE = '''\
"""A module."""
from ryggkompis.domain.base.errors import N_
from ryggkompis.i18n.language import _, ngettext

title = N_("Rest for tonight")
print(_("Rest for today"), ngettext("{n} walk", "{n} walks", 2), _("100 % of the plan"))
'''


@pytest.fixture
def root(tmp_path: Path, tool: dict[str, Any]) -> Path:
    (tmp_path / tool["PO"]).parent.mkdir(parents=True)
    (tmp_path / tool["PO"]).write_text(OLD, "utf-8")
    (tmp_path / tool["PACKAGE"] / "module.py").write_text(SOURCE, "utf-8")
    return tmp_path


@pytest.fixture
def text(root: Path, tool: dict[str, Any]) -> str:
    written: str = tool["updated"](tool["read"](root), tool["extract"](root))
    return written


def test_words_already_translated_are_kept(text: str) -> None:
    assert 'msgid "Rest for today"\nmsgstr "Hvil i dag"\n' in text


def test_new_messages_stand_empty_rather_than_guessed(text: str) -> None:
    assert 'msgid "Rest for tonight"\nmsgstr ""\n' in text
    assert 'msgid_plural "{n} walks"\nmsgstr[0] ""\nmsgstr[1] ""\n' in text
    assert "fuzzy" not in text


def test_messages_no_longer_in_the_source_are_dropped(text: str) -> None:
    assert "Long gone" not in text


def test_the_file_names_sources_but_no_lines_dates_or_tools(text: str) -> None:
    assert "#: src/ryggkompis/module.py\n" in text
    assert not any(noise in text for noise in ("module.py:", "Date", "Babel", "python-format"))


def test_a_second_update_changes_nothing(root: Path, text: str, tool: dict[str, Any]) -> None:
    (root / tool["PO"]).write_text(text, "utf-8")
    assert tool["updated"](tool["read"](root), tool["extract"](root)) == text


def test_compiling_leaves_one_finished_file_beside_the_source(root: Path, tool: dict[str, Any]) -> None:
    tool["compile_catalogues"](root)
    names = sorted(path.name for path in (root / tool["PO"]).parent.iterdir())
    assert names == ["ryggkompis.mo", "ryggkompis.po"]
