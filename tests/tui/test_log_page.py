"""The Log page: what was said is found again, mended, moved, taken out and brought back."""

from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input

from ryggkompis.domain.base.value import defaults
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.journal.entries import KINDS, CheckIn, Note, Walk
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.i18n.language import speaking
from ryggkompis.services.drawing.keep import drawn, talk_about
from ryggkompis.services.questions.form import NEW
from ryggkompis.tui.screens.entry_form import EntryForm
from ryggkompis.tui.screens.log import LogPage
from ryggkompis.tui.widgets.key_line import KeyLine
from ryggkompis.tui.widgets.line_list import LineList
from ryggkompis.words.entries import short_kind_name
from tests.gates import answer_daily, answer_gate
from tests.tui.screen_text import (
    HOSTILE,
    LANGUAGES,
    SIZES,
    TODAY,
    a_companion,
    an_app,
    known,
    later,
    reads,
    screen_text,
    until,
)


async def the_log(pilot: Pilot[None]) -> None:
    """Open the page."""
    await pilot.press("4")
    await until(pilot, lambda: isinstance(pilot.app.screen, LogPage))
    await pilot.pause()


async def typed(pilot: Pilot[None], field: str, text: str) -> None:
    """Type into a field of the form, over what stands there."""
    line = pilot.app.screen.query_one(f"#ask-{field}", Input)
    line.focus()
    await until(pilot, lambda: pilot.app.focused is line)
    line.clear()
    await pilot.press(*text)


def _has_focus(widget: Widget) -> bool:
    return widget.has_focus


async def a_form(pilot: Pilot[None]) -> EntryForm:
    """Wait for a form and give it."""
    await until(pilot, lambda: isinstance(pilot.app.screen, EntryForm) and pilot.app.focused is not None)
    form = pilot.app.screen
    assert isinstance(form, EntryForm)
    return form


async def test_an_edit_is_saved_and_found_in_a_new_window(tmp_path: Path) -> None:
    known(a_companion(tmp_path)).diary.say(Walk, minutes=12, peak_leg=3)
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await the_log(pilot)
        await pilot.press("e")
        await a_form(pilot)
        await typed(pilot, "minutes", "17")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.state.today.walked == 17)
    (walk,) = a_companion(tmp_path).state().today.walks
    assert (walk.minutes, walk.peak_leg, walk.rev) == (17, 3, 2)


async def test_a_number_out_of_range_is_told_and_nothing_typed_is_lost(tmp_path: Path) -> None:
    known(a_companion(tmp_path)).diary.say(CheckIn, leg=4, back=2)
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await the_log(pilot)
        await pilot.press("enter")
        form = await a_form(pilot)
        await typed(pilot, "leg", "11")
        await typed(pilot, "back", "9")
        await pilot.press("ctrl+s")
        await reads(pilot, "“11” does not fit Leg pain now. Use a whole number from 0 to 10.")
        assert app.focused is form.query_one("#ask-leg")
        assert form.query_one("#ask-back", Input).value == "9"
        assert app.state.today.check_in is not None
        assert app.state.today.check_in.leg == 4
        await typed(pilot, "leg", "")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.screen is not form)
        check_in = app.state.today.check_in
        assert (check_in.leg, check_in.back) == (None, 9), "blank is unknown, never zero"


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("05.03.2026", "has not come yet"),
        ("31.02.2026", "“31.02.2026” is not a day"),
        ("1066-10-14", "is too long ago"),
        ("", "cannot be left blank"),
    ],
)
async def test_a_day_that_cannot_be_is_told_and_the_form_stays(
    tmp_path: Path, day: str, sentence: str
) -> None:
    known(a_companion(tmp_path)).diary.say(Walk, minutes=12)
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await the_log(pilot)
        await pilot.press("m")
        form = await a_form(pilot)
        await typed(pilot, "day", day)
        await pilot.press("ctrl+s")
        await reads(pilot, sentence)
        assert app.screen is form
        assert app.state.today.walked == 12


async def test_an_entry_moves_to_another_day_and_keeps_its_clock_time(tmp_path: Path) -> None:
    walk = known(a_companion(tmp_path)).diary.say(Walk, minutes=12)
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await the_log(pilot)
        await pilot.press("m")
        await a_form(pilot)
        await typed(pilot, "day", "28/2/2026")
        await pilot.press("enter")
        await until(pilot, lambda: not app.state.today.walks)
        (moved,) = app.state.history[TODAY - timedelta(days=4)].walks
        assert (moved.id, moved.at) == (walk.id, walk.at - timedelta(days=4))


async def test_something_forgotten_is_written_for_an_earlier_day(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await the_log(pilot)
        await pilot.press("n")
        await reads(pilot, "What do you want to write down?")
        await pilot.press("3")
        await a_form(pilot)
        await typed(pilot, "day", "2026-03-01")
        await pilot.press("enter", "2", "2", "ctrl+s")
        await until(pilot, lambda: len(app.state.history.entries) == 3)
    (walk,) = a_companion(tmp_path).state().history[TODAY - timedelta(days=3)].walks
    assert (walk.minutes, walk.peak_leg) == (22, None)


async def test_every_kind_can_be_written(tmp_path: Path) -> None:
    """What a kind needs is asked for; nothing else is."""
    known(a_companion(tmp_path), goals=("drive",))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await the_log(pilot)
        for place, kind in enumerate(NEW.values()):
            await pilot.press("n")
            await reads(pilot, "What do you want to write down?")
            await pilot.press(*["down"] * (place + 1), "enter")
            form = await a_form(pilot)
            for question in form.form:
                if getattr(question.answer, "is_needed", False) and question.key != "day":
                    field = form.query_one(f"#ask-{question.key}")
                    field.focus()
                    await until(pilot, partial(_has_focus, field))
                    await pilot.press("7")
            await pilot.press("ctrl+s")
            await until(pilot, lambda kind=kind: app.state.today.all(kind))  # type: ignore[misc]  # a loop's own


async def test_what_is_taken_out_can_be_brought_back(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    note = companion.diary.say(Note, text="first")
    companion.diary.edit(note.id, text="second")
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await the_log(pilot)
        await pilot.press("d")
        await reads(pilot, "Take this entry out?", "Note: second")
        await pilot.press("1")
        await until(pilot, lambda: not app.state.today.all(Note))
        await pilot.press("u")
        await until(pilot, lambda: app.state.today.all(Note))
        await reads(pilot, "second")
    assert [one.text for one in a_companion(tmp_path).state().today.all(Note)] == ["second"]


async def test_undo_means_what_was_done_last_also_after_a_deletion(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    companion.diary.say(Note, text="gone")
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await the_log(pilot)
        await pilot.press("d")
        await reads(pilot, "Take this entry out?")
        await pilot.press("1")
        await until(pilot, lambda: not app.state.today.all(Note))
        app.do(lambda: app.companion.diary.say(Walk, minutes=9))
        await pilot.press("u")
        await until(pilot, lambda: not app.state.today.walks)
        assert not app.state.today.all(Note)


async def test_delete_asks_first(tmp_path: Path) -> None:
    known(a_companion(tmp_path)).diary.say(Note, text="stays")
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await the_log(pilot)
        for answer in ("0", "escape"):
            await pilot.press("d")
            await reads(pilot, "Take this entry out?")
            await pilot.press(answer)
            await until(pilot, lambda: isinstance(app.screen, LogPage))
        assert app.state.today.all(Note)


async def test_undo_takes_an_edit_back(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    walk = companion.diary.say(Walk, minutes=12)
    companion.diary.edit(walk.id, minutes=20)
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await the_log(pilot)
        await pilot.press("u")
        await until(pilot, lambda: app.state.today.walked == 12)
        await pilot.press("u")
        await until(pilot, lambda: not app.state.today.walks)


@pytest.mark.parametrize("key", ["e", "d", "m", "u"])
async def test_a_positive_safety_answer_stays_and_says_why(tmp_path: Path, key: str) -> None:
    companion = known(a_companion(tmp_path))
    answer_gate(companion, {companion.flags.flags[0].id: "unsure"})
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await the_log(pilot)
        before = app.state.history.entries
        await pilot.press(key)
        await reads(pilot, "A yes, an unsure")
        (said,) = (notice.message for notice in app._notifications)
        assert said.endswith("press c on Today.")
        assert app.state.history.entries == before
        assert app.state.gate.lock is not None


async def test_a_safety_answer_of_no_is_not_rewritten(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    answer_daily(companion, "no")
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await the_log(pilot)
        await pilot.press("e")
        await reads(pilot, "This is not changed here.")
        assert isinstance(app.state.history.entries[-1], Gate)


async def test_a_drawing_is_called_no_note_and_the_footer_offers_nothing_that_it_refuses(
    tmp_path: Path,
) -> None:
    companion = known(a_companion(tmp_path))
    companion.diary.say(Note, text="below")
    drawing = drawn(companion, {"pain": ("back_left",)})
    talk_about(companion, drawing).begin_with(drawing)
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await the_log(pilot)
        await reads(pilot, "pain, left: low back", "d Delete")
        await until(pilot, lambda: "Edit" not in screen_text(app))
        await pilot.press("enter")
        await reads(pilot, "This is not changed here.")
        app.speak("nb")
        await pilot.press("d")
        await reads(pilot, "Slette denne oppføringen?", "Tegning: smerte")
        await pilot.press("0", "down")
        await reads(pilot, "Notat      below", "Enter Endre")


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_text_is_shown_as_it_was_written(tmp_path: Path, size: tuple[int, int]) -> None:
    known(a_companion(tmp_path)).diary.say(Note, text=HOSTILE)
    app = an_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await the_log(pilot)
        await reads(pilot, "[/b] [red]x[/red]")
        assert "\x1b" not in screen_text(app)
        await pilot.press("e")
        await a_form(pilot)
        await reads(pilot, "[/b] [red]")


async def test_leaving_with_something_typed_warns_once(tmp_path: Path) -> None:
    known(a_companion(tmp_path)).diary.say(Walk, minutes=12)
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await the_log(pilot)
        await pilot.press("e")
        form = await a_form(pilot)
        await typed(pilot, "minutes", "3")
        await pilot.press("escape")
        await reads(pilot, "Not saved yet.")
        assert app.screen is form
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, LogPage))
        assert app.state.today.walked == 12


async def test_what_cannot_be_read_is_told_with_its_file_and_line(tmp_path: Path) -> None:
    known(a_companion(tmp_path)).diary.say(Note, text="here")
    (month,) = (tmp_path / "journal").glob("2026-*.json")
    month.write_bytes(month.read_bytes().replace(b'"text": "here"', b'"text": "he'))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await the_log(pilot)
        await reads(pilot, "! 2026-03.json", "Line ")
        assert app.state.history.entries, "the rest is here"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_the_page_fits(tmp_path: Path, size: tuple[int, int], language: Language) -> None:
    known(a_companion(tmp_path)).diary.say(CheckIn, leg=4, back=2, site="calf")
    app = an_app(tmp_path, language=language)
    async with app.run_test(size=size) as pilot:
        await the_log(pilot)
        line = app.screen.query_one(KeyLine)
        await until(pilot, lambda: line.keys)
        if size[0] >= 80:
            assert line.fitting(size[0]) == line.keys
        assert len(line.keys) <= 6
        assert all(len(row) <= size[0] for row in screen_text(app).splitlines())


async def test_ten_years_of_entries_are_drawn_a_window_at_a_time(tmp_path: Path) -> None:
    """Only the lines in sight are worded, wherever one is."""
    from ryggkompis.tui.widgets.log_lines import LogLines  # noqa: PLC0415 - counted here alone

    worded = []

    class Counted(LogLines):
        def pieces(self, at: int, width: int) -> tuple[tuple[str, str], ...]:
            worded.append(at)
            return super().pieces(at, width)

    companion = known(a_companion(tmp_path))
    entry = companion.diary.say(Walk, minutes=12)
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await the_log(pilot)
        listed = app.screen.query_one(LineList)
        listed.lines = Counted([entry] * 20_000, app.state.catalogue, app.state.flags)
        await pilot.press("end")
        await until(pilot, lambda: 19_999 in worded)
        assert len(set(worded)) < 60


async def test_what_was_said_has_room_at_the_usual_size(tmp_path: Path) -> None:
    words = "Slept badly, and stiff until ten o'clock."
    known(a_companion(tmp_path)).diary.say(Note, text=words)
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await the_log(pilot)
        await until(pilot, lambda: f"08:15 Note       {words}" in screen_text(app))


async def test_what_was_noted_in_the_night_says_which_day_the_clock_showed(tmp_path: Path) -> None:
    known(a_companion(tmp_path)).diary.say(Note, text="Before bed.")
    clock = later(hours=18)
    a_companion(tmp_path, clock).diary.say(Note, text="Awake.")
    app = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await the_log(pilot)
        await until(pilot, lambda: "02:15 Note       5 Mar Awake." in screen_text(app))
        assert "08:15 Note       Before bed." in screen_text(app)
        await reads(pilot, "Wednesday 4 March 2026 · 5 Mar 02:15 · Note")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_a_name_that_fits_its_column(language: Language) -> None:
    kinds = [defaults(kind)["kind"] for kind in KINDS]
    with speaking(language):
        names = [short_kind_name(str(kind)) for kind in kinds]
    assert max(map(len, names)) <= 10
    assert len(set(names)) == len(names)
