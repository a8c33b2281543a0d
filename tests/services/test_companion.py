"""What the companion makes of a journal as it lies on the disk."""

from pathlib import Path

from ryggkompis.content.loading import load_catalogue, load_red_flags
from ryggkompis.domain.journal.entries import CheckIn
from ryggkompis.services.clock import Today
from ryggkompis.services.companion import Companion, Library
from tests.services.test_undo import Journal, StandingClock


def test_one_bad_line_never_stands_in_the_way_of_the_others(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    good = [journal.diary.say(CheckIn, leg=leg).id for leg in (4, 5)]
    (line, *_) = journal.store.read().lines
    journal.store.put([line | {"id": "X", "leg": 99}, line | {"id": "Y", "kind": "dream"}])
    companion = Companion(journal.store, Library(load_catalogue, load_red_flags), Today(StandingClock()))

    history, problems = companion.read()

    assert [entry.id for entry in history.entries] == good
    assert [problem.what for problem in problems] == ["refused", "unknown_kind"]
