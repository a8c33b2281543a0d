"""What a reviewer answered, as it is kept in one small file; what is wrong in one is said in a sentence."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Final, Literal, TypeAlias, get_args

from msgspec import DecodeError, Meta, ValidationError, convert, json

from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.domain.base.text import clean, shown_name
from ryggkompis.domain.base.value import Value, names
from ryggkompis.domain.catalogue.catalogue import Language
from tools.review.told import Verdict

FORMAT: Final = "ryggkompis-review/1"
LARGEST: Final = 1_000_000
"""Bytes; a whole answer has some fifty thousand."""
Opinion: TypeAlias = Literal["fine", "change", "wrong"]
Role: TypeAlias = Literal["physiotherapist", "doctor", "naprapath", "chiropractor", "other"]
ROLES: Final[tuple[Role, ...]] = get_args(Role)
VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)
OPINIONS: Final[tuple[Opinion, ...]] = get_args(Opinion)
Digest: TypeAlias = Annotated[str, Meta(pattern="^[0-9a-f]{12}$")]
Key: TypeAlias = Annotated[str, Meta(pattern="^[0-9A-Za-z:_-]{1,40}$")]
Line: TypeAlias = Annotated[str, Meta(max_length=400)]


class Judged(Value, forbid_unknown_fields=True):
    """What was said of one plan."""

    digest: Digest
    """Of the plan and of who it was for, as they were judged."""
    answer: Verdict
    sure: Annotated[int, Meta(ge=1, le=3)] | None = None
    """1 unsure, 2 rather sure, 3 sure."""
    why: Line = ""


class Opined(Value, forbid_unknown_fields=True):
    """What was said of one text, or of one course."""

    digest: Digest
    answer: Opinion
    why: Line = ""


class Reviewer(Value, forbid_unknown_fields=True):
    """Who answered, as they wish to be named."""

    role: Role
    name: Annotated[str, Meta(max_length=80)] = ""


class Review(Value, forbid_unknown_fields=True):
    """Everything one reviewer answered."""

    format: Literal["ryggkompis-review/1"]
    id: Annotated[str, Meta(pattern="^[0-9a-f]{16}$")]
    """Made when the page is first opened: one person's answers, however often they are saved."""
    language: Language
    saved: Annotated[str, Meta(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$")]
    """When, in UTC."""
    reviewer: Reviewer
    decisions: Mapping[Key, Judged] = {}
    texts: Mapping[Key, Opined] = {}
    idea: Annotated[str, Meta(max_length=4000)] = ""
    """What is to be said of the whole."""


class UnreadableReview(ExpectedError):
    """A file of answers that cannot be read as such."""

    says = "{file}: {what}"


def read(path: Path) -> Review:
    """Read a file of answers.

    Raises:
        UnreadableReview: with what is wrong, and where.

    """
    if path.stat().st_size > LARGEST:
        raise _unreadable(path, "This is too large for a file of answers.")
    data = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    if not data.strip():
        raise _unreadable(path, "The file is empty.")
    try:
        tree = json.decode(data)
    except DecodeError:
        raise _unreadable(path, "This is not JSON. Was it cut short, or edited by hand?") from None
    if not isinstance(tree, dict) or not str(tree.get("format", "")).startswith("ryggkompis-review/"):
        raise _unreadable(path, "This is not a file of answers: it has no format ryggkompis-review.")
    if tree["format"] != FORMAT:
        told = f"This is of another version of the form, {tree['format']}; this one reads {FORMAT}."
        raise _unreadable(path, told)
    return _whole(path, tree)


def written(review: Review) -> bytes:
    """Give a file's content, the same for the same answers."""
    return json.format(json.encode(review, order="sorted"), indent=1) + b"\n"


def _whole(path: Path, tree: dict[str, Any]) -> Review:
    """Read part by part, so that a fault is named with what it is about."""
    parts: dict[str, type[Value]] = {"decisions": Judged, "texts": Opined}
    for name, kind in parts.items():
        held = tree.get(name, {})
        for key, one in held.items() if isinstance(held, dict) else ():
            _checked(path, one, kind, f"{name}, {key}")
    found: Review = _checked(path, tree, Review, "The file")
    return found


def _checked(path: Path, tree: Any, kind: Any, where: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    if isinstance(tree, dict):
        unknown = sorted(set(tree) - set(names(kind)))
        if unknown:
            raise _unreadable(path, f"{where}: nothing here is called {unknown[0]}.")
    try:
        return convert(_clean(tree), kind)
    except ValidationError as fault:
        raise _unreadable(path, f"{where}: {fault}.") from None


def _clean(tree: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Take controls out of every text: a comment may be pasted from anywhere."""
    match tree:
        case str():
            return " ".join(clean(tree).split())
        case dict():
            return {name: _clean(one) for name, one in tree.items()}
        case list():
            return [_clean(one) for one in tree]
        case _:
            return tree


def _unreadable(path: Path, what: str) -> UnreadableReview:
    return UnreadableReview(file=shown_name(path.name), what=shown_name(what))
