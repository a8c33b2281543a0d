"""Days of steps of an import, as they are told."""

from collections import Counter
from collections.abc import Mapping, Sequence

from ryggkompis.domain.base.value import replace
from ryggkompis.importers.faults import SHOWN
from ryggkompis.importers.notices import Counted, Mapped, Notice, Read
from ryggkompis.importers.understood import Example, ManySteps
from ryggkompis.store.lines import Line, day_of


def asked_about(many: Sequence[Line]) -> ManySteps:
    """Tell of the days that are left out unless they are said to be steps."""
    said = (f"{day_of(line)}: {line['steps']} ({line['source']})" for line in many[:SHOWN])
    return ManySteps(len(many), tuple(Example(0, one) for one in said))


def without_these(notices: Sequence[Notice], many: Sequence[Line]) -> list[Notice]:
    """Count no more days of a source than are left of them; of one that has none left nothing is told."""
    gone = Counter(str(line["source"]) for line in many)
    fewer = (_fewer(notice, gone) for notice in notices)
    return [one for one in fewer if not (isinstance(one, Counted) and one.days == 0)]


def _fewer(notice: Notice, gone: Mapping[str, int]) -> Notice:
    match notice:
        case Read():
            return replace(notice, entries=notice.entries - sum(gone.values()))
        case Counted():
            return replace(notice, days=notice.days - gone.get(notice.source, 0))
        case Mapped(target="steps"):
            return replace(notice, values=notice.values - gone.get(notice.name, 0))
        case _:
            return notice
