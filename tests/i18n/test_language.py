"""The patient chooses the language at any moment, and the words follow."""

import subprocess
import sys
from datetime import UTC, date, datetime, time
from pathlib import Path
from threading import Thread

import pytest

from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.i18n import language
from ryggkompis.i18n.errors import word
from ryggkompis.i18n.language import UnknownLanguage, _, detect, ngettext, parse, speaking, use


class RefusedError(ExpectedError):
    says = "No {thing} on {day}."


def test_words_follow_the_language_at_once() -> None:
    heard = []
    for one in ("nb", "en", "nb"):
        use(parse(one))
        heard.append(_("week {n}"))
    assert heard == ["uke {n}", "week {n}", "uke {n}"]


def test_a_marked_word_is_translated_when_it_is_shown() -> None:
    label = N_("week {n}")
    use("nb")
    assert (label, _(label)) == ("week {n}", "uke {n}")


def test_a_word_without_bokmaal_is_shown_in_english() -> None:
    use("nb")
    assert _("Never translated") == "Never translated"
    assert [ngettext("{n} unknown", "{n} unknowns", n) for n in (0, 1, 2)] == [
        "{n} unknowns",
        "{n} unknown",
        "{n} unknowns",
    ]


@pytest.mark.parametrize("language", ["nb", "en"])
def test_nothing_is_said_as_nothing(language: Language) -> None:
    """The empty message is where a catalogue keeps its header."""
    use(language)
    assert not _("")


@pytest.mark.parametrize(
    ("language", "one", "many"), [("nb", "{n} minutt", "{n} minutter"), ("en", "{n} minute", "{n} minutes")]
)
def test_one_is_singular_and_every_other_number_plural(language: Language, one: str, many: str) -> None:
    use(language)
    said = [ngettext("{n} minute", "{n} minutes", n) for n in (0, 1, 2, 11, 21, 101)]
    assert said == [many, one, many, many, many, many]


def test_a_report_may_speak_another_language_than_the_screen() -> None:
    use("nb")
    with speaking("en"):
        assert _("week {n}") == "week {n}"
        heard_elsewhere: list[str] = []
        elsewhere = Thread(target=lambda: heard_elsewhere.append(_("week {n}")))
        elsewhere.start()
        elsewhere.join()
    assert heard_elsewhere == ["uke {n}"]
    assert _("week {n}") == "uke {n}"


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("nb", "nb"),
        ("no", "nb"),
        ("nn", "nb"),
        ("en", "en"),
        ("NB", "nb"),
        (" nb ", "nb"),
        ("nb_NO.UTF-8", "nb"),
        ("nn-NO", "nb"),
        ("no_NO@euro", "nb"),
        ("en-GB", "en"),
        ("EN_us.ISO-8859-1", "en"),
    ],
)
def test_language_codes_are_understood_with_their_trimmings(code: str, language: Language) -> None:
    assert parse(code) == language


@pytest.mark.parametrize("code", ["", "C", "sv", "norsk", "nbx", "{code}", "_nb"])
def test_another_language_is_refused_with_what_to_do(code: str) -> None:
    use("nb")
    with pytest.raises(UnknownLanguage) as refused:
        parse(code)
    assert (
        word(refused.value)
        == f"Ryggkompis kan ikke språket «{code}». Skriv nb for norsk eller en for engelsk."
    )
    assert refused.value.status == 2


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "nb"),
        ({"LANG": ""}, "nb"),
        ({"LANG": "C"}, "nb"),
        ({"LC_ALL": "POSIX", "LANG": "C.UTF-8"}, "nb"),
        ({"LANG": "nb_NO.UTF-8"}, "nb"),
        ({"LANG": "no"}, "nb"),
        ({"LANG": "nn_NO"}, "nb"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "sv_SE.UTF-8"}, "en"),
        ({"LC_ALL": "en_US.UTF-8", "LC_MESSAGES": "nb_NO", "LANG": "nb_NO", "LANGUAGE": "nb"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "nb_NO.UTF-8", "LANG": "en_GB.UTF-8"}, "nb"),
        ({"LC_ALL": "C.UTF-8", "LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "nb_NO.UTF-8", "LANGUAGE": "en"}, "nb"),
        ({"LANG": "C", "LANGUAGE": "sv:nn:en"}, "nb"),
        ({"LANGUAGE": "sv:en:nb"}, "en"),
        ({"LANGUAGE": "sv:da"}, "en"),
    ],
)
def test_the_environment_tells_the_language(environ: dict[str, str], language: Language) -> None:
    assert detect(environ) == language


@pytest.mark.parametrize(
    ("language", "day", "shown"),
    [
        ("en", date(2026, 3, 2), "No walk on Monday 2 March 2026."),
        ("nb", date(2026, 3, 2), "No walk on mandag 2. mars 2026."),
        ("nb", datetime(2026, 3, 2, 8, 15, tzinfo=UTC), "No walk on mandag 2. mars 2026 kl. 08:15."),
        ("en", datetime(2026, 3, 2, 8, 15, tzinfo=UTC), "No walk on Monday 2 March 2026 at 08:15."),
        ("nb", time(8, 15), "No walk on 08:15."),
        ("nb", 2.5, "No walk on 2,5."),
        ("nb", 2026, "No walk on 2026."),
        ("nb", ["F1", "F2", "F3"], "No walk on F1, F2 og F3."),
        ("nb", "{thing} [b]", "No walk on {thing} [b]."),
    ],
)
def test_an_error_shows_its_values_as_the_language_writes_them(
    language: Language, day: object, shown: str
) -> None:
    use(language)
    assert word(RefusedError(thing="walk", day=day)) == shown


def test_an_english_start_loads_no_catalogue_and_bokmaal_no_more_than_gettext() -> None:
    """Start-up is measured in parts of a bare interpreter; Babel and locale would be the greater part."""
    script = (
        "import sys; from ryggkompis.i18n.language import _, use; _('week {n}');"
        "print('gettext' in sys.modules);"
        "use('nb'); print(_('week {n}'));"
        "print({'locale', 'babel', 'pydantic', 'dataclasses', 'pathlib'} & {*sys.modules})"
    )
    # Without site, so that what an editable install imports is not counted.
    path = str(language.__file__).removesuffix("ryggkompis/i18n/language.py")
    done = subprocess.run(
        [
            sys.executable,
            "-S",
            "-E",
            "-X",
            "utf8",
            "-c",
            f"import sys; sys.path.insert(0, {path!r}); {script}",
        ],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.stdout.splitlines() == ["False", "uke {n}", "set()"]


def test_a_checkout_that_was_never_installed_speaks_english(tmp_path: Path) -> None:
    """The compiled catalogue is made by the installation; without it nothing may break."""
    script = (
        "from ryggkompis.i18n import language; language.MESSAGES = 'nowhere.mo'; language.use('nb');"
        "print(language._('week {n}'), language.ngettext('a', 'b', 2))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, encoding="utf-8", cwd=tmp_path
    )
    assert done.stdout == "week {n} b\n"
