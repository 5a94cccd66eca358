"""The schema that editors use says the same as the program's own check."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from supple.core.routine import Position, Sides
from supple.core.routine_format import parse_document
from supple.core.terms import CONDITIONS, EQUIPMENT, MUSCLES, OCCASIONS

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "resources/schema/routines.schema.json").read_text(encoding="utf-8"))
SHIPPED = json.loads((ROOT / "routines.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

MISSING = object()

SMALL: dict[str, Any] = {
    "format": 1,
    "stretches": [
        {
            "id": "heel",
            "name": "Heel out",
            "position": "seated",
            "sides": "each",
            "difficulty": 2,
            "setup": ["Your {side} heel out."],
            "hold_cue": "Lean over your {side} leg.",
            "dose": {"hold_s": 30, "sets": 2, "reps": {"count": 10, "pace_s": 3}},
            "source": [{"document": "general practice"}],
        }
    ],
    "routines": [{"id": "mine", "name": "Mine", "steps": [{"stretch": "heel", "hold_s": 20}]}],
}

STRETCH = ("stretches", 0)
DOSE = (*STRETCH, "dose")
ROUTINE = ("routines", 0)
STEP = (*ROUTINE, "steps", 0)

GOOD = [
    (("$schema",), "routines.schema.json"),
    (("format",), 1.0),
    (("routines",), MISSING),
    (("routines",), []),
    ((*STRETCH, "hold_cue"), MISSING),
    ((*STRETCH, "mistakes"), []),
    ((*STRETCH, "equipment"), list(EQUIPMENT)),
    ((*STRETCH, "focus"), list(MUSCLES)),
    ((*STRETCH, "avoid_if"), list(CONDITIONS)),
    ((*STRETCH, "name"), "x" * 60),
    ((*STRETCH, "name"), "Übung 🧘"),
    ((*STRETCH, "setup"), ["Your {side} heel out, {other} foot flat."] * 8),
    ((*STRETCH, "source"), []),
    ((*STRETCH, "figure"), "another-2"),
    ((*DOSE, "hold_s"), 1),
    ((*DOSE, "hold_s"), 600),
    ((*DOSE, "hold_s"), 2.5),
    ((*DOSE, "hold_s"), MISSING),
    ((*DOSE, "reps"), MISSING),
    ((*DOSE, "sets"), 3.0),
    ((*DOSE, "rest_s"), 0),
    ((*DOSE, "hold_range_s"), [15, 60]),
    ((*DOSE, "reps", "words"), ["point", "flex"]),
    ((*DOSE, "reps", "words"), []),
    ((*DOSE, "reps", "during_hold"), True),
    ((*ROUTINE, "suits"), list(OCCASIONS)),
    ((*STEP, "reps"), {"count": 200, "pace_s": 2}),
    ((*STEP, "prepare_s"), 120),
    ((*STEP, "hold_range_s"), [10, 20]),
]

BAD = [
    ((), []),
    ((), {"format": 1}),
    (("format",), MISSING),
    (("format",), 2),
    (("format",), "1"),
    (("format",), True),
    (("extra",), 1),
    (("stretches",), {}),
    ((*STRETCH,), 3),
    ((*STRETCH, "hold_ques"), "x"),
    ((*STRETCH, "id"), MISSING),
    ((*STRETCH, "id"), "Heel Out"),
    ((*STRETCH, "id"), "a--b"),
    ((*STRETCH, "id"), "x" * 65),
    ((*STRETCH, "name"), ""),
    ((*STRETCH, "name"), "   "),
    ((*STRETCH, "name"), "a\nb"),
    ((*STRETCH, "name"), "x" * 61),
    ((*STRETCH, "name"), "The {side} leg"),
    ((*STRETCH, "position"), "sitting"),
    ((*STRETCH, "sides"), "left"),
    ((*STRETCH, "sides"), "both"),
    ((*STRETCH, "difficulty"), 4),
    ((*STRETCH, "difficulty"), True),
    ((*STRETCH, "difficulty"), 1.5),
    ((*STRETCH, "setup"), []),
    ((*STRETCH, "setup"), "Lie down."),
    ((*STRETCH, "setup"), ["x"] * 9),
    ((*STRETCH, "setup"), ["The {foot} leg"]),
    ((*STRETCH, "setup"), ["The {side leg"]),
    ((*STRETCH, "hold_cue"), "x" * 81),
    ((*STRETCH, "hold_cue"), None),
    ((*STRETCH, "equipment"), ["rope"]),
    ((*STRETCH, "equipment"), ["mat", "mat"]),
    ((*STRETCH, "focus"), "hamstrings"),
    ((*STRETCH, "avoid_if"), ["slipped-disc"]),
    ((*STRETCH, "figure"), ""),
    ((*STRETCH, "source"), [{}]),
    ((*STRETCH, "source"), [{"document": "x", "page": 3}]),
    ((*DOSE,), {}),
    ((*DOSE,), {"sets": 2}),
    ((*DOSE, "hold_s"), 0.5),
    ((*DOSE, "hold_s"), 601),
    ((*DOSE, "hold_s"), "30"),
    ((*DOSE, "hold_s"), True),
    ((*DOSE, "hold_s"), None),
    ((*DOSE, "sets"), 0),
    ((*DOSE, "sets"), 2.5),
    ((*DOSE, "rest_s"), -1),
    ((*DOSE, "prepare_s"), 2),
    ((*DOSE, "switch_s"), 121),
    ((*DOSE, "hold_range_s"), [15]),
    ((*DOSE, "hold_range_s"), [15, 30, 60]),
    ((*DOSE, "hold_range_s"), [0, 60]),
    ((*DOSE, "reps", "count"), MISSING),
    ((*DOSE, "reps", "count"), 201),
    ((*DOSE, "reps", "pace_s"), 0.4),
    ((*DOSE, "reps", "words"), ["a"] * 7),
    ((*DOSE, "reps", "words"), ["x" * 21]),
    ((*DOSE, "reps", "during_hold"), "true"),
    ((*ROUTINE, "steps"), []),
    ((*ROUTINE, "steps"), MISSING),
    ((*ROUTINE, "suits"), ["lunch"]),
    ((*ROUTINE, "summary"), "x" * 241),
    ((*STEP, "stretch"), MISSING),
    ((*STEP, "stretch"), "The heel"),
    ((*STEP, "hold"), 30),
    ((*STEP, "hold_s"), 0),
]


def changed(path: tuple[str | int, ...], new: object) -> Any:
    """The small document with one place changed."""
    if not path:
        return new
    document = copy.deepcopy(SMALL)
    place: Any = document
    for part in path[:-1]:
        place = place[part]
    if new is MISSING:
        del place[path[-1]]
    else:
        place[path[-1]] = new
    return document


def test_the_schema_is_one() -> None:
    VALIDATOR.check_schema(SCHEMA)


def test_the_shipped_file_fits_the_schema() -> None:
    assert [e.message for e in VALIDATOR.iter_errors(SHIPPED)] == []
    assert (ROOT / SHIPPED["$schema"]).is_file()


@pytest.mark.parametrize(("path", "new"), GOOD, ids=str)
def test_both_take_what_is_good(path: tuple[str | int, ...], new: object) -> None:
    document = changed(path, new)
    assert [e.message for e in VALIDATOR.iter_errors(document)] == []
    assert [str(p) for p in parse_document(document).problems] == []


@pytest.mark.parametrize(("path", "new"), BAD, ids=lambda v: str(v)[:50])
def test_both_refuse_what_is_bad(path: tuple[str | int, ...], new: object) -> None:
    document = changed(path, new)
    assert not VALIDATOR.is_valid(document)
    assert parse_document(document).problems


def keys(name: str) -> set[str]:
    return set(SCHEMA["$defs"][name]["properties"])


def test_the_closed_lists_are_the_same() -> None:
    stretch = SCHEMA["$defs"]["stretch"]["properties"]
    for key, terms in [("equipment", EQUIPMENT), ("focus", MUSCLES), ("avoid_if", CONDITIONS)]:
        assert {o["const"]: o["title"] for o in stretch[key]["items"]["oneOf"]} == terms
    suits = SCHEMA["$defs"]["routine"]["properties"]["suits"]["items"]["oneOf"]
    assert {o["const"]: o["title"] for o in suits} == OCCASIONS
    assert stretch["position"]["enum"] == [p.value for p in Position]
    assert stretch["sides"]["enum"] == [s.value for s in Sides]


def test_a_step_may_change_every_part_of_a_dose() -> None:
    assert keys("step") == keys("dose") | {"stretch"}


def test_every_key_is_described() -> None:
    def undescribed(name: str) -> list[str]:
        return [
            key
            for key, rule in SCHEMA["$defs"][name]["properties"].items()
            if "description" not in rule and "$ref" not in rule
        ]

    assert {
        name: undescribed(name) for name in SCHEMA["$defs"] if "properties" in SCHEMA["$defs"][name]
    } == {
        "stretch": [],
        "dose": [],
        "reps": [],
        "routine": [],
        "step": [],
    }
