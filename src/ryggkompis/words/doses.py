"""How much: walks, and one level of an exercise."""

from ryggkompis.domain.catalogue.catalogue import Level
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, ngettext


def walks_in_words(walks: tuple[int, ...]) -> str:
    """Say how often to walk, and for how long: “4 walks of 3 minutes each, 12 in all”."""
    first = formats.minutes(walks[0]) if walks else ""
    if len(walks) < 2:  # noqa: PLR2004 - one walk is all there is
        return _("1 walk of {minutes}.").format(minutes=first) if walks else _("No walks.")
    if len(set(walks)) == 1:
        return _("{n} walks of {minutes} each, {all} in all.").format(
            n=len(walks), minutes=first, all=sum(walks)
        )
    return _("{n} walks: {each} minutes, {all} in all.").format(
        n=len(walks), each=formats.list_of([str(n) for n in walks]), all=sum(walks)
    )


def amount(level: Level) -> str:
    """Say how much one level of an exercise is: “2 sets of 8 times, 5 seconds each, on each side”."""
    said = []
    if level.reps is not None:
        said.append(_times(level.sets, level.reps))
    elif level.sets > 1:
        said.append(ngettext("{n} set", "{n} sets", level.sets).format(n=level.sets))
    if level.seconds is not None:
        held = _held(level.seconds)
        said.append(_("{time} each").format(time=held) if said else held)
    if level.metres is not None:
        said.append(_("{n} metres").format(n=level.metres))
    if level.per_side:
        said.append(_("on each side"))
    if level.per_day > 1:
        said.append(_("{n} times a day").format(n=level.per_day))
    return ", ".join(said) or ngettext("{n} set", "{n} sets", 1).format(n=1)


def _times(sets: int, reps: int) -> str:
    times = ngettext("{n} time", "{n} times", reps).format(n=reps)
    if sets == 1:
        return times
    return ngettext("{n} set of {times}", "{n} sets of {times}", sets).format(n=sets, times=times)


def _held(seconds: int) -> str:
    """Say how long something is held, in whole minutes where it is that."""
    minutes, rest = divmod(seconds, 60)
    if not rest:
        return formats.minutes(minutes)
    return ngettext("{n} second", "{n} seconds", seconds).format(n=seconds)
