"""What every command says of a lock that is not whole, and of what it may not touch."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from ryggkompis.cli.output import told
from ryggkompis.store.errors import NotFinished
from ryggkompis.store.inventory.found import Found
from ryggkompis.store.inventory.looking import unfinished
from ryggkompis.store.places import Places


def tell_left(left: Iterable[Found]) -> None:
    """Say of each thing that was neither sealed nor erased why it is still there, and what to do."""
    for one in left:
        from ryggkompis.words.locked import left_in_words

        told(left_in_words(one))


def tell_unfinished(files: Sequence[str]) -> None:
    """Say which files lie open although the journal is locked; nothing where there are none."""
    if not files:
        return
    from ryggkompis.cli.hints import hint_of
    from ryggkompis.words.locked import lock_is_not_finished

    line = lock_is_not_finished(files)
    told(f"{line.text} {hint_of(line)}")


@contextmanager
def telling_if_stopped(places: Places) -> Iterator[None]:
    """Say what lies open where locking or unlocking stops half way, by Ctrl+C or by the disk."""
    try:
        yield
    except (NotFinished, KeyboardInterrupt):
        tell_unfinished(unfinished(places, thoroughly=True))
        raise
