"""What a voice reads in plain lines: numbers to call digit by digit, and nothing made for the eye alone."""

import io

import pytest

from ryggkompis.cli.lines.prompt import always_urgent, answer_to
from ryggkompis.cli.output import put, worded
from ryggkompis.cli.spoken import spoken
from ryggkompis.i18n.language import use


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("Ring 113 nå.", "Ring 1 1 3 nå."),
        ("Ring 116 117.", "Ring 1 1 6 1 1 7."),
        ("Mental Helse  116\u00a0123", "Mental Helse  1 1 6 1 2 3"),
        ("113 minutter gått", "113 minutter gått"),
        ("200 000 skritt", "200 000 skritt"),
        ("Kjørte E18 hjem. Skrev på A4 ark", "Kjørte E18 hjem. Skrev på A4 ark"),
        ("- Relief: A1 90/90 rest, A3 Pillow or A7 Heat", "- Relief: 90/90 rest, Pillow or Heat"),
        ("11 136 og 5,113", "11 136 og 5,113"),
        ("[0–10]", "[0 til 10]"),
        ("2 × 10, 5–15 min", "2 ganger 10, 5 til 15 min"),
        ("- E01 Bekkenvipp", "- Bekkenvipp"),
        ("A1 Leggene på en stol eller A7 Varme", "Leggene på en stol eller Varme"),
        ("  01M8EK7QJMC70RKAT377Y3HTX8  08:15  Notat", "  08:15  Notat"),
        ("bein 1 · rygg 2", "bein 1, rygg 2"),
        (
            "Tegning: smerte, venstre: sete · svak, høyre: legg",
            "Tegning: smerte, venstre: sete; svak, høyre: legg",
        ),
        (
            "Uka: verre av å sitte, å kjøre og å stå · bedre av varme",
            "Uka: verre av å sitte, å kjøre og å stå; bedre av varme",
        ),
        ("Uke 3 – rolige dager", "Uke 3 – rolige dager"),
    ],
)
def test_it_is_written_for_the_ear(written: str, heard: str) -> None:
    use("nb")
    assert spoken(written) == heard


def test_only_plain_lines_are_changed() -> None:
    use("nb")
    with worded(spoken):
        assert put("Ring 113.") == "Ring 1 1 3."
    assert put("Ring 113.") == "Ring 113."


def test_whom_to_call_is_shown_at_any_question(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("sys.stdin", io.StringIO("!\n3\n"))
    with always_urgent(lambda: asked.append("urgent")):
        assert answer_to("How bad?") == "3"
    assert asked == ["urgent"]
