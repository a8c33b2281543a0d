"""What the answers come to: whom to believe, what a majority says, how far they agree, what is unseen."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Final, Literal, NamedTuple, TypeAlias, TypeVar

from ryggkompis.domain.base.value import Value
from tools.review.answers import VERDICTS, Judged, Opined, Review, UnreadableReview, read
from tools.review.cases import AGREES, Case, cases
from tools.review.content import Item, items

FOLDER: Final = Path(__file__).resolve().parents[2] / "reviews"
ENOUGH_WRONG: Final = 3
"""Wrong plans that must have been met before it can be told whether the answers are to be believed."""
FOUND_SHARE: Final = 0.6
"""Of the wrong plans that were met, how many must have been found."""
LEAST: Final = 20
"""Answers that must stand for somebody to be counted as a reviewer."""
MAJORITY_OF: Final = 2
"""Reviewers that a majority needs."""
Lost: TypeAlias = Literal["changed", "gone", "not offered"]
Answer = TypeVar("Answer", Judged, Opined)


class Voice(NamedTuple):
    """One reviewer, and whether what they say is believed."""

    name: str
    """As they wish to be named; two of one name are told apart."""
    review: Review
    met: int
    """Plans that are wrong on purpose, and were answered."""
    found: int
    standing: int
    """Answers about what is still as it was."""
    lost: tuple[tuple[str, Lost], ...]

    @property
    def is_tired(self) -> bool:
        """Too many wrong plans went by: none of these answers counts."""
        return self.met >= ENOUGH_WRONG and self.found < FOUND_SHARE * self.met

    @property
    def judges_plans(self) -> bool:
        """Enough wrong plans were met and found for the other answers about plans to be believed."""
        return self.met >= ENOUGH_WRONG and not self.is_tired

    @property
    def is_counted(self) -> bool:
        """Counts as a reviewer of the program."""
        return not self.is_tired and self.standing >= LEAST


class Votes(NamedTuple):
    """What was said of one thing, by those who are believed."""

    subject: Case | Item
    answers: Mapping[str, Judged | Opined]
    """Who to what."""

    @property
    def counts(self) -> Counter[str]:
        """How often each answer was given."""
        return Counter(one.answer for one in self.answers.values())

    def is_majority(self, *answers: str) -> bool:
        """Tell whether more than half, of two at least, gave one of these answers."""
        given = sum(self.counts[answer] for answer in answers)
        return len(self.answers) >= MAJORITY_OF and 2 * given > len(self.answers)

    @property
    def must_change(self) -> bool:
        """A majority calls the plan unsafe, or the text wrong."""
        if isinstance(self.subject, Item):
            return self.is_majority("wrong")
        return not self.subject.is_planted and self.is_majority(*self.subject.asked.unsafe)

    @property
    def should_change(self) -> bool:
        """A majority would have it otherwise, though it is not unsafe."""
        if self.must_change:
            return False
        if isinstance(self.subject, Item):
            return self.is_majority("change", "wrong")
        return not self.subject.is_planted and self.is_majority(*(set(VERDICTS) - {AGREES}))


class Results(Value, dict=True):
    """Everything that came back."""

    voices: tuple[Voice, ...]
    problems: tuple[str, ...] = ()
    """What could not be read, or was there twice."""

    @cached_property
    def counted(self) -> tuple[Voice, ...]:
        """The reviewers of the program."""
        return tuple(voice for voice in self.voices if voice.is_counted)

    @cached_property
    def decisions(self) -> tuple[Votes, ...]:
        """What was said of each plan."""
        judges = [voice for voice in self.voices if voice.judges_plans]
        return tuple(Votes(case, dict(_of(case, judges))) for case in cases())

    @cached_property
    def texts(self) -> tuple[Votes, ...]:
        """What was said of each text and course."""
        readers = [voice for voice in self.voices if not voice.is_tired]
        return tuple(Votes(item, dict(_about(item, readers))) for item in items())

    @property
    def must_change(self) -> tuple[Votes, ...]:
        """What the build obeys."""
        return tuple(one for one in (*self.decisions, *self.texts) if one.must_change)

    @property
    def should_change(self) -> tuple[Votes, ...]:
        """What a majority would have otherwise."""
        return tuple(one for one in (*self.decisions, *self.texts) if one.should_change)

    @property
    def unseen(self) -> tuple[Votes, ...]:
        """What nobody has looked at, or not as it is now."""
        return tuple(one for one in (*self.decisions, *self.texts) if not one.answers)


def gathered(folder: Path = FOLDER) -> Results:
    """Read whatever came back."""
    found: list[tuple[str, Review]] = []
    problems = []
    for path in sorted(folder.glob("*.json")):
        try:
            found.append((path.name, read(path)))
        except UnreadableReview as fault:
            problems.append(str(fault))
    kept: dict[str, tuple[str, Review]] = {}
    for file, review in sorted(found, key=lambda one: one[1].saved):
        same = _same(review, kept.values())
        if same is not None:
            problems.append(f"{file}: the same reviewer's answers stand in {same}. The newest count.")
            kept.pop(next(id_ for id_, (name, _) in kept.items() if name == same))
        kept[review.id] = file, review
    return results([review for _file, review in kept.values()], problems)


def _same(review: Review, others: Iterable[tuple[str, Review]]) -> str | None:
    """Find the file with the same answers: saved twice, or typed in twice."""
    for file, other in others:
        is_typed_twice = review.decisions and (review.decisions, review.texts) == (
            other.decisions,
            other.texts,
        )
        if review.id == other.id or is_typed_twice:
            return file
    return None


def results(reviews: Sequence[Review], problems: Iterable[str] = ()) -> Results:
    """Work out what these answers come to."""
    called: Counter[str] = Counter()
    voices = []
    for review in reviews:
        name = review.reviewer.name or "no name"
        called[name] += 1
        voices.append(_voice(f"{name} ({called[name]})" if called[name] > 1 else name, review))
    return Results(tuple(voices), tuple(problems))


def _voice(name: str, review: Review) -> Voice:
    known: dict[str, frozenset[str]] = {case.id: frozenset({case.digest}) for case in cases()}
    known |= {item.key: frozenset(text.digest for text in item.texts.values()) for item in items()}
    lost: list[tuple[str, Lost]] = []
    given = [(key, one.digest) for part in (review.decisions, review.texts) for key, one in part.items()]
    for key, digest in given:
        if digest not in known.get(key, frozenset()):
            lost.append((key, "changed" if key in known else "gone"))
    for case in cases():
        one = review.decisions.get(case.id)
        if one is not None and one.digest == case.digest and one.answer not in case.asked.answers:
            lost.append((case.id, "not offered"))
    planted = [(case, review.decisions.get(case.id)) for case in cases() if case.is_planted]
    met = [(case, one) for case, one in planted if one is not None and one.digest == case.digest]
    found = sum(one.answer in case.situation.wrong.finds for case, one in met if case.situation.wrong)
    return Voice(name, review, len(met), found, len(given) - len(lost), tuple(lost))


def _of(case: Case, voices: Iterable[Voice]) -> Iterator[tuple[str, Judged]]:
    for voice in voices:
        one = voice.review.decisions.get(case.id)
        if one is not None and one.digest == case.digest and one.answer in case.asked.answers:
            yield voice.name, one


def _about(item: Item, voices: Iterable[Voice]) -> Iterator[tuple[str, Opined]]:
    for voice in voices:
        one = voice.review.texts.get(item.key)
        if one is not None and one.digest in {text.digest for text in item.texts.values()}:
            yield voice.name, one


def agreement(votes: Iterable[Votes]) -> tuple[float, float] | None:
    """Give the share of pairs that agree, and Fleiss' kappa; None where no two judged the same thing."""
    several = [one.counts for one in votes if len(one.answers) >= MAJORITY_OF]
    pairs = sum(n.total() * (n.total() - 1) for n in several)
    if not pairs:
        return None
    agreed = sum(count * (count - 1) for n in several for count in n.values()) / pairs
    all_ = sum(several, Counter[str]())
    chance = sum((count / all_.total()) ** 2 for count in all_.values())
    return agreed, 1.0 if chance == 1 else (agreed - chance) / (1 - chance)
