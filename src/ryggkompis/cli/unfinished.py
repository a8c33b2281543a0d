"""What every command says of a lock that is not whole."""

from ryggkompis.cli.output import told
from ryggkompis.store.inventory.looking import unfinished
from ryggkompis.store.places import Places


def tell_unfinished(places: Places, *, thoroughly: bool = False) -> None:
    """Say which files lie open although the journal is locked; nothing where there are none."""
    files = unfinished(places, thoroughly=thoroughly)
    if not files:
        return
    from ryggkompis.cli.hints import hint_of
    from ryggkompis.words.locked import lock_is_not_finished

    line = lock_is_not_finished(files)
    told(f"{line.text} {hint_of(line)}")
