"""What a running clock says: of a walk, and of a position for rest."""

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.catalogue.catalogue import Catalogue, Comfort
from ryggkompis.domain.catalogue.figures import Figure
from ryggkompis.domain.session.stopwatch import MINUTE, Stopwatch
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, current
from ryggkompis.words.doses import range_in_short
from ryggkompis.words.lines import Line
from ryggkompis.words.urgent import unbroken


class Timed(Value):
    """Something that is done by the clock."""

    title: str
    half: float
    """Minutes from which on something else is said: the turning point of a walk, the shortest rest."""
    most: int
    """Minutes that are planned, or that are long enough."""
    half_way: str
    """What is said from ``half`` on."""
    full: str
    """What is said from ``most`` on."""
    before: str
    """What is said until then."""
    cue: str
    caution: str
    figure: Figure | None = None

    def stage(self, watch: Stopwatch) -> int:
        """Tell how far it is: 0 at first, 1 from ``half``, 2 from ``most`` on."""
        return int(watch.gone >= self.half * MINUTE) + int(watch.gone >= self.most * MINUTE)


def a_walk(title: str, minutes: int, catalogue: Catalogue) -> Timed:
    """Word a walk of ``minutes``: the way out, the turning point at half time, and enough."""
    guide = catalogue.walk
    return Timed(
        title=f"{title} · {formats.minutes_short(minutes)}",
        half=minutes / 2,
        most=minutes,
        before=_("On the way out"),
        half_way=_("Time to turn back"),
        full=_("That was the whole walk. You can stop here"),
        cue=guide.cue.in_(current()),
        caution=unbroken(guide.caution.in_(current())),
    )


def a_rest(relief: Comfort) -> Timed:
    """Word a position for rest, or heat: between its shortest and its longest time."""
    low, high = relief.minutes
    return Timed(
        title=f"{relief.name.in_(current())} · {range_in_short(relief)}",
        half=low,
        most=high,
        before=_("Rest, and breathe calmly"),
        half_way=_("You can stop whenever you like"),
        full=_("That is long enough. Move a little now"),
        cue=relief.cue.in_(current()),
        caution=relief.caution.in_(current()),
        figure=relief.figure,
    )


def now(timed: Timed, watch: Stopwatch) -> Line:
    """Say what to do now."""
    if watch.is_paused:
        return paused()
    return Line((timed.before, timed.half_way, timed.full)[timed.stage(watch)])


def paused() -> Line:
    """Say that the clock stands still until it is wanted again."""
    return Line(_("Paused."), act="go_on")


def count(watch: Stopwatch) -> str:
    """Give minutes and seconds."""
    minutes, seconds = divmod(int(watch.gone), MINUTE)
    return f"{minutes}:{seconds:02}"


def how(timed: Timed) -> tuple[Line, ...]:
    """Say how it is done, and when to stop."""
    return Line(timed.cue), Line(""), Line(timed.caution, "muted")
