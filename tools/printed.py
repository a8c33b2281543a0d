"""The schemas of what ``plan --json`` and ``status --json`` print: these keys stay, more may come."""

from typing import Any, Final, TypeAlias, get_args

from ryggkompis.domain.catalogue.catalogue import Phase

Schema: TypeAlias = dict[str, Any]
DAY: Final[Schema] = {"type": "string", "format": "date"}
COUNT: Final[Schema] = {"type": "integer", "minimum": 0}
_TEXT: Final[Schema] = {"type": "string"}
_FLAG: Final[Schema] = {"type": "boolean"}
_ID: Final[Schema] = {"type": "string", "pattern": "^[A-Z][0-9A-Z_-]{1,15}$"}


def _object(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _or_null(one: Schema) -> Schema:
    return {"anyOf": [one, {"type": "null"}]}


_DOSE: Final[Schema] = {
    "id": _ID,
    "level": COUNT,
    "sets": COUNT,
    "reps": _or_null(COUNT),
    "seconds": _or_null(COUNT),
}


def status() -> Schema:
    """Describe what ``status --json`` prints; what is unknown, or not to be told yet, is null."""
    return {
        "title": "How the day stands",
        **_object(
            {
                "date": DAY,
                "readable": {
                    **_FLAG,
                    "description": "False where the passphrase is needed first: then the rest is null.",
                },
                "held": {
                    **_or_null(_FLAG),
                    "description": "A safety answer holds the plan back, or may for all that can be read.",
                },
                "excluded": {
                    **_or_null(_FLAG),
                    "description": "The plan must come from somebody who knows the patient.",
                },
                "in_doubt": {
                    **_or_null(_FLAG),
                    "description": "A safety answer may stand in what cannot be read.",
                },
                "safety_answered": {
                    **_or_null(_FLAG),
                    "description": "The safety questions were answered as fully as this day asks for.",
                },
                "checked_in": _or_null(_FLAG),
                "walks_left": {
                    **_or_null(COUNT),
                    "description": "Null where there is no plan, and while a safety answer is missing.",
                },
                "minutes_sat": {
                    **_or_null(COUNT),
                    "description": "Since the last change of position; null where none is known today.",
                },
                "next_visit": _or_null(DAY),
            }
        ),
    }


def plan() -> Schema:
    """Describe what ``plan --json`` prints of one day; a period is one such object a line."""
    keys = {
        "date": DAY,
        "rules_version": _TEXT,
        "lock": _or_null(_object({"flags": _list(_TEXT), "since": DAY})),
        "excluded": {**_FLAG, "description": "The plan must come from somebody who knows the patient."},
        "flare": _FLAG,
        "phase": {"enum": list(get_args(Phase))},
        "level": {"type": "integer"},
        "walks": {**_list(COUNT), "description": "Minutes of each."},
        "walk_minutes": COUNT,
        "exercises": _list(_object({**_DOSE, "name": _TEXT, "not_before": _or_null(_TEXT)})),
        "comfort": _list(_ID),
        "position_minutes": COUNT,
        "decisions": _list(_object({"rule": _TEXT, "reason": _TEXT})),
        "programme": _or_null(_object(dict.fromkeys(("name", "sha", "note"), _or_null(_TEXT)))),
        "next_step": _list(_object({"wanted": _TEXT, "met": _FLAG, "have": {}, "need": {}})),
        "advice": _list(_object({"rule": _TEXT, "text": _TEXT, "since": DAY})),
    }
    return {"title": "The plan of a day", **_object(keys | _beside_the_plan())}


def _beside_the_plan() -> Schema:
    """Describe what stands beside the plan: what holds it, and what the patient makes of it."""
    unread = {"file": _TEXT, "first": _or_null(DAY), "last": _or_null(DAY), "one_line": _FLAG}
    less = {
        "minimum": _FLAG,
        "walks": _list(COUNT),
        "exercises": _list(_object({**_DOSE, "easier": _FLAG, "as_little_as_fits": _FLAG})),
        "skipped": _list(_ID),
        "comfort": _list(_ID),
    }
    return {
        "held": {**_FLAG, "description": "A safety answer holds it back, or may for all that can be read."},
        "unread": {**_list(_object(unread)), "description": "Where a safety answer may stand unread."},
        "adjusted": {**_or_null(_object(less)), "description": "Where the patient does less."},
        "episode": _object({"start": _or_null(DAY), "end": _or_null(DAY), "closed": _FLAG}),
    }
