"""Everything a command works with, connected once: places, settings, clock, journal, content."""

import os
import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Final

from ryggkompis.cli.options.declared import Said
from ryggkompis.cli.parser import PROGRAM, Parser
from ryggkompis.cli.plain import plain
from ryggkompis.domain.base.days import EARLIEST
from ryggkompis.domain.base.value import Value, replace
from ryggkompis.i18n.language import _
from ryggkompis.services.clock import Clock, Today
from ryggkompis.services.errors import FutureDay, TooLongAgo
from ryggkompis.store.places import Places
from ryggkompis.store.saving import fold
from ryggkompis.store.seal import READ_FROM, Seal
from ryggkompis.store.settings import Settings
from ryggkompis.store.store import Store, utc_now

if TYPE_CHECKING:
    from ryggkompis.services.companion import Companion, Library
    from ryggkompis.services.diary import Diary

PLAIN: Final = "RYGGKOMPIS_PLAIN"
LOCAL_TIME: Final = "/etc/localtime"
_ZONES: Final = "zoneinfo/"


_ZONE: Final = r"(?=.{1,64}$)[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){0,2}"
"""The name of a zone; other rules that TZ may hold are told by their offset."""


_UNREAD: Final = re.compile("[\udc80-\udcff]+")
"""How Python hands over the bytes of a command line that it could not read."""


class SystemClock:
    """The clock and the zone of this machine."""

    def __init__(self, environ: Mapping[str, str] = os.environ) -> None:
        """Look for the zone in ``environ`` first."""
        self._environ = environ

    def now(self) -> datetime:
        """Give the local time with its offset."""
        # This is the clock that everything else is handed.
        try:
            return datetime.now().astimezone()  # noqa: TID251
        except ValueError:  # a zone more than a day away from UTC
            return datetime.now(UTC)  # noqa: TID251

    @property
    def zone(self) -> str:
        """Name the time zone, as “Europe/Oslo”; where nothing names it, by its offset, as “UTC+01:00”."""
        named = self._environ.get("TZ", "").removeprefix(":") or _linked()
        name = named.rpartition(_ZONES)[2]
        return name if re.fullmatch(_ZONE, name, re.ASCII) else _offset(self.now().utcoffset())


def _linked() -> str:
    try:
        linked = os.path.realpath(LOCAL_TIME)
    except OSError:
        return ""
    return linked if _ZONES in linked else ""


def _offset(offset: timedelta | None) -> str:
    minutes = int(offset.total_seconds()) // 60 if offset else 0
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


class Surroundings(Value, dict=True):
    """Where one command runs."""

    said: Said
    """What was said on the command line."""
    places: Places
    settings: Settings
    clock: Clock
    commands: "Mapping[str, Command]"
    """Every command by its name, for those that list the others or run them."""

    @property
    def is_json(self) -> bool:
        """Facts are printed for another program."""
        return bool(getattr(self.said, "json", False))

    @property
    def is_plain(self) -> bool:
        """Words alone: asked for, or always on this machine."""
        always = self.settings.plain or os.environ.get(PLAIN, "") not in {"", "0"}
        return always or bool(getattr(self.said, "plain", False))

    @property
    def asks_why(self) -> bool:
        """All that lies behind a plan is wanted."""
        return bool(getattr(self.said, "why", False))

    @property
    def words(self) -> str:
        """The patient's own words."""
        return _mended(" ".join(self.said.words))

    @cached_property
    def today(self) -> Today:
        """The day that is spoken of; a day that has not come cannot be."""
        now = Today(self.clock, self.settings.starts)
        return replace(now, chosen=self.day("date", now.real))

    @cached_property
    def store(self) -> Store:
        """The journal on the disk."""
        return Store(self.places, seal=Seal(self.places.key, _open_with_passphrase))

    @cached_property
    def diary(self) -> "Diary":
        """The patient's verbs, for a command that only writes."""
        from ryggkompis.services.diary import Diary

        return Diary(self.store, self.today)

    @cached_property
    def companion(self) -> "Companion":
        """The one front door, for a command that decides something."""
        return companion_of(self.store, self.today)

    @property
    def is_closed(self) -> bool:
        """The diary is locked, and who wants to read it must be asked for the passphrase."""
        return self.store.seal.is_blind and not os.environ.get(READ_FROM)

    @cached_property
    def unopened(self) -> "Companion":
        """The same for a diary that stays locked: what is said now is all that is known."""
        from ryggkompis.services.unopened import Unopened

        return Unopened(self.store, _content(), self.today)

    def fold(self) -> None:
        """Unite what was noted blindly with its months, where this command has opened the journal."""
        if "store" in vars(self) and self.store.seal.is_on:
            fold(self.places, self.store.seal, utc_now())

    def day(self, name: str, real: date | None = None) -> date | None:
        """Give a day said under ``name``; None when none was.

        Raises:
            FutureDay, TooLongAgo: for a day that has not come, or cannot be meant.

        """
        day: date | None = getattr(self.said, name, None)
        if day is not None and day > (real or self.today.real):
            raise FutureDay(day=day)
        if day is not None and day < EARLIEST:
            raise TooLongAgo(day=day)
        return day

    def fields(self, *names: str) -> dict[str, Any]:
        """Give what was said under ``names``; what was not is unknown and left out."""
        said = {name: getattr(self.said, name) for name in names}
        return {
            name: _mended(value) if isinstance(value, str) else value
            for name, value in said.items()
            if value is not None
        }


def _mended(words: str) -> str:
    """Read words that the shell gave in another encoding than it says; names of files stay as they are."""
    return _UNREAD.sub(lambda found: _decoded(found[0].encode("ascii", "surrogateescape")), words)


def _decoded(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _open_with_passphrase(seal: Seal) -> None:
    from ryggkompis.cli.passphrase import open_with_passphrase

    open_with_passphrase(seal)


def companion_of(store: Store, today: Today) -> "Companion":
    """Connect a journal, the program's content and a clock."""
    from ryggkompis.domain.journal.episodes import needed_since
    from ryggkompis.services.companion import Companion

    return Companion(store, _content(), today, needed_since)


@cache
def _content() -> "Library":
    """Give the program's content, read when it is first needed and never again."""
    from ryggkompis.content.loading import load_catalogue, load_red_flags
    from ryggkompis.services.companion import Library

    return Library(cache(load_catalogue), cache(load_red_flags))


Run = Callable[[Surroundings], int]
"""What a command does; it answers with the exit status."""


class Command(Value):
    """One command, which is imported only when it is asked for."""

    name: str
    take: Callable[[Parser], Run]
    """Imports the command's module, when the command is asked for, and gives its parser what it takes."""
    does: str

    def load(self) -> tuple[Parser, Run]:
        """Import the command alone, and give its parser and what it does."""
        parser = Parser(f"{PROGRAM} {self.name}", _(self.does), _in_an_emergency)
        return parser, self.take(parser)


def _in_an_emergency() -> str:
    from ryggkompis.words.urgent import in_an_emergency  # only help says it

    return " ".join(plain((in_an_emergency(),)))
