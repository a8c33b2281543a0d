"""Make the pictures and the outputs of the README from the real program (make pictures).

The patient is the demo's, the clock stands still, and nothing of this machine is in what is written.
"""

import asyncio
import contextlib
import csv
import io
import os
import re
import tempfile
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from itertools import count, product
from pathlib import Path
from random import Random
from unittest.mock import patch

from ryggkompis.cli.main import main as ryggkompis
from ryggkompis.content.loading import load_catalogue, load_red_flags
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.i18n.language import use
from ryggkompis.services.clock import Today
from ryggkompis.services.companion import Companion, Library
from ryggkompis.services.demo import live_through
from ryggkompis.services.preferences import DARK, LIGHT
from ryggkompis.services.views.every import VIEWS
from ryggkompis.store.places import Places
from ryggkompis.store.settings import Settings
from ryggkompis.store.store import Store
from ryggkompis.tui.app import Ryggkompis
from ryggkompis.tui.screens.report import ReportPage

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
PICTURES = ROOT / "docs" / "pictures"
EXAMPLES = ROOT / "docs" / "examples"
DIARY = "tests/data/participant4_pain.csv"
PLACES = {"Knee Pain": "leg", "Elbow Pain": "back"}
NOW = datetime(2026, 3, 20, 8, 15, tzinfo=timezone(timedelta(hours=1)))
LANGUAGES: tuple[Language, ...] = ("nb", "en")


def _to(view: str) -> list[str]:
    """Give the keys to a picture of the course."""
    return ["2", *["down"] * [one.name for one in VIEWS].index(view)]


SCREENS: dict[str, list[str]] = {
    "today": [],
    "check-in": ["i"],
    "progress": ["2", "b"],
    "walking": _to("walking"),
    "reach": _to("reach"),
    "calendar": _to("calendar"),
    "session": ["g", "enter"],
    "report": ["5"],
    "finder": ["slash"],
}
SOUGHT: dict[Language, str] = {"nb": "søvn", "en": "sleep"}
"""What is typed in the finder."""
SHOWN_IN_ALL_LOOKS = ("today", "session", "progress", "calendar", "finder")
USUAL, WIDE = (80, 24), (120, 40)
LOOKS = {
    "": (USUAL, DARK),
    ".light": (USUAL, LIGHT),
    ".wide": (WIDE, DARK),
    ".wide.light": (WIDE, LIGHT),
}
"""What a picture's name ends with, to the size of the window and its colours."""
BLOCK = re.compile(r"(```console\n\$ ryggkompis )([^\n]*)(\n)(.*?)(```)", re.DOTALL)
FONT = re.compile(r"@font-face \{.*?\}", re.DOTALL)


class StandingClock:
    """The clock of the pictures."""

    zone = "Europe/Oslo"

    def __init__(self, *_: object) -> None:
        """Stand still, whatever machine this is."""

    def now(self) -> datetime:
        """Give the one time there is."""
        return NOW


def patient(folder: str) -> tuple[Companion, Places]:
    """Let the demo's patient live in ``folder``."""
    places = Places.find(folder, {})
    content = Library(load_catalogue, load_red_flags)
    companion = Companion(Store(places), content, Today(StandingClock()))
    live_through(companion)
    return companion, places


async def take(language: Language, name: str, look: str = "") -> None:
    """Take one picture of the window."""
    use(language)
    size, theme = LOOKS[look]
    with tempfile.TemporaryDirectory() as folder:
        companion, places = patient(folder)
        app = Ryggkompis(companion, Settings(motion=False, theme=theme), places)
        async with app.run_test(size=size) as pilot:
            for key in [*SCREENS[name], *(SOUGHT[language] if name == "finder" else "")]:
                await pilot.press(key)
                await pilot.pause()
            while isinstance(app.screen, ReportPage) and app.screen.summary is None:
                await pilot.pause()
            for worker in tuple(app.workers):
                if worker.node is app.screen and worker.is_running:
                    await worker.wait()
            await pilot.pause()
            # The font of the reader's own, instead of one that is fetched.
            picture = FONT.sub("", app.export_screenshot(title="Ryggkompis"))
    PICTURES.mkdir(parents=True, exist_ok=True)
    (PICTURES / f"{name}{look}.{language}.svg").write_text(picture, encoding="utf-8")


def printed(arguments: str, folder: str) -> str:
    """Run a command on the patient's journal and give what it printed."""
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="utf-8", write_through=True)
    words = [word.strip("'\"") for word in re.findall(r"\"[^\"]*\"|'[^']*'|\S+", arguments)]
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        ryggkompis([*words, "--data-dir", folder], StandingClock())
    said = raw.getvalue().decode().replace(folder, "~/.local/share/ryggkompis").replace(f"{ROOT}/", "")
    return "\n".join(line.rstrip() for line in said.splitlines()) + "\n"


def with_outputs(readme: str) -> str:
    """Fill every console block of ``readme`` with what its command prints, in the order of the page."""
    use("en")
    # What a command writes goes with the working folder; what it reads is found there by the same name.
    with _steady_ids(), tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as work:
        (Path(work) / "tests").symlink_to(ROOT / "tests")
        patient(folder)
        with contextlib.chdir(work):
            return _filled(readme, folder)


@contextlib.contextmanager
def _steady_ids() -> Iterator[None]:
    """Let new entries have the same ids each time, one after the other, after all of the demo's day."""
    ticks = count((NOW + timedelta(days=1)).timestamp())
    with (
        patch("time.time", lambda: next(ticks)),
        patch("os.urandom", Random(NOW.timestamp()).randbytes),
    ):
        yield


def _filled(readme: str, folder: str) -> str:
    return BLOCK.sub(lambda b: f"{b[1]}{b[2]}{b[3]}{printed(b[2], folder)}{b[5]}", readme)


def _real_diary() -> Iterator[tuple[date, str]]:
    """Give each day with what was said, as check-ins: a table that is taken in stands for itself."""
    told: dict[date, dict[str, list[float]]] = {}
    with (ROOT / DIARY).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["name"] in PLACES:
                day = date(*(int(row[f"start{part}"]) for part in ("year", "month", "day")))
                told.setdefault(day, {}).setdefault(PLACES[row["name"]], []).append(float(row["intensity"]))
    for day, places in sorted(told.items()):
        numbers = {place: int(sum(given) / len(given) + 0.5) for place, given in places.items()}
        yield day, " ".join(f"--{place} {number}" for place, number in numbers.items())


def examples(language: Language) -> None:
    """Write the report of a real pain diary in the formats that look like something."""
    EXAMPLES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(ROOT):
        for day, said in _real_diary():
            printed(f"checkin {said} --date {day}", folder)
        for ending in ("pdf", "html", "txt"):
            file = EXAMPLES.relative_to(ROOT) / f"diary.{language}.{ending}"
            printed(f"report {file} --until 2019-06-02 --force --lang {language}", folder)
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(ROOT):
        patient(folder)
        file = EXAMPLES.relative_to(ROOT) / f"sheet.{language}.pdf"
        printed(f"sheet {file} --force --lang {language}", folder)


def main() -> None:
    """Make them all."""
    os.environ["COLUMNS"] = "80"
    for language in LANGUAGES:
        examples(language)
    for language in LANGUAGES:
        for name in SCREENS:
            asyncio.run(take(language, name))
    for name, look in product(SHOWN_IN_ALL_LOOKS, LOOKS):
        asyncio.run(take("nb", name, look))
    README.write_text(with_outputs(README.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
