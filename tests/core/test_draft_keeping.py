from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from supple.core.draft_keeping import draft_values, read_draft
from supple.core.routine import DoseChange, Reps, Routine, RoutineStep, Source
from supple.core.routine_draft import RoutineDraft, Row

ROUTINE = Routine(
    "evening",
    "Evening",
    (
        RoutineStep("strap", DoseChange(hold_s=20, hold_range_s=(15, 60), sets=2, rest_s=5)),
        RoutineStep("pumps", DoseChange(reps=Reps(8, 3.5, ("point", "flex"), True))),
        RoutineStep("gone"),
    ),
    "Slowly.",
    ("bedtime",),
    (Source("general practice", "Every evening."),),
)
DRAFT = RoutineDraft.of(ROUTINE).named("Later").duplicated(0)


def kept(draft: RoutineDraft, was: Routine | None) -> Any:
    return json.loads(json.dumps(draft_values(draft, was)))


def test_a_draft_comes_back_with_everything() -> None:
    back = read_draft(kept(DRAFT, ROUTINE))
    assert back is not None
    assert back.draft.build() == DRAFT.build()
    assert back.fits(ROUTINE)
    assert not back.fits(replace(ROUTINE, name="Other"))
    assert not back.fits(None)


def test_what_is_not_right_yet_comes_back_too() -> None:
    back = read_draft(kept(RoutineDraft(), None))
    assert back is not None
    assert back.draft == RoutineDraft()
    assert back.fits(None)


def test_rows_have_keys_of_their_own_and_the_next_is_free() -> None:
    back = read_draft(kept(DRAFT, ROUTINE))
    assert back is not None
    keys = [row.key for row in back.draft.rows]
    assert len(set(keys)) == len(keys)
    assert back.draft.next_key > max(keys)


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        {},
        {"format": 2, "draft": {}},
        {"format": 1},
        {"format": 1, "draft": [], "was": None},
        {"format": 1, "draft": {}, "was": 3},
    ],
)
def test_what_is_no_draft_is_none(value: object) -> None:
    assert read_draft(value) is None


def test_what_is_odd_in_it_is_left_out() -> None:
    odd = {
        "id": 3,
        "name": ["x"],
        "steps": [7, {"stretch": 5}, {"stretch": "strap", "hold_s": "30"}, "x"],
        "suits": ["bedtime", 4],
        "source": [{"says": "x"}, 3, {"document": "d"}],
    }
    back = read_draft({"format": 1, "draft": odd, "was": None})
    assert back is not None
    assert back.draft.rows == (Row(2, "strap"),)
    assert (back.draft.id, back.draft.name) == ("", "")
    assert back.draft.suits == ("bedtime",)
    assert back.draft.source == (Source("d"),)
    assert read_draft({"format": 1, "draft": {"steps": 3}, "was": None}) is not None
