"""Unfinished stretches go into a file and come back, and spoiled files never raise."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.routine import Dose, Position, Reps, Sides, Source, Stretch
from supple.core.stretch_draft import blank, checks
from supple.core.stretch_keeping import MOST_LINES, KeptStretch, kept_values, read_kept
from supple.core.terms import CONDITIONS, EQUIPMENT, MUSCLES

CALF = Stretch(
    "calf",
    "Calf stretch",
    Position.STANDING,
    Sides.EACH,
    1,
    ("Stand on the step.",),
    Dose(hold_s=30),
)

texts = st.text(max_size=120)
lines = st.lists(texts, max_size=4).map(tuple)
seconds = st.floats(3, 120, allow_nan=False)
reps = st.builds(Reps, st.integers(1, 200), st.floats(0.5, 20), lines, st.booleans())
ranges = st.tuples(st.floats(1, 600), st.floats(1, 600)).map(lambda ends: (min(ends), max(ends)))
doses = st.builds(
    Dose,
    hold_s=st.none() | st.floats(1, 600),
    hold_range_s=st.none() | ranges,
    sets=st.integers(1, 20),
    rest_s=st.floats(0, 600),
    prepare_s=seconds,
    switch_s=seconds,
    reps=st.none() | reps,
)


def some(known: Any) -> Any:
    return st.lists(st.sampled_from(sorted(known)), unique=True, max_size=3).map(tuple)


drafts = st.builds(
    Stretch,
    id=texts,
    name=texts,
    position=st.sampled_from(Position),
    sides=st.sampled_from(Sides),
    difficulty=st.integers(1, 3),
    setup=st.lists(texts, min_size=1, max_size=4).map(tuple),
    dose=doses,
    equipment=some(EQUIPMENT),
    hold_cue=texts,
    release_cue=texts,
    switch_cue=texts,
    return_cue=texts,
    why=texts,
    feel=texts,
    focus=some(MUSCLES),
    mistakes=lines,
    cautions=lines,
    avoid_if=some(CONDITIONS),
    figure=texts,
    source=st.lists(st.builds(Source, texts, texts), max_size=3).map(tuple),
    variations=lines,
)

values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats()
    | st.text(max_size=20)
    | st.just("\ud800"),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)


def through_file(kept: KeptStretch) -> KeptStretch | None:
    return read_kept(json.loads(json.dumps(kept_values(kept))))


@given(drafts, st.none() | drafts, st.none() | drafts, texts)
def test_whatever_was_written_comes_back(
    draft: Stretch, was: Stretch | None, start: Stretch | None, pose: str
) -> None:
    kept = KeptStretch(draft, was, start, pose)
    assert through_file(kept) == kept


def test_the_empty_form_comes_back() -> None:
    kept = KeptStretch(blank(), None, blank())
    assert through_file(kept) == kept


@given(st.data())
def test_a_spoiled_draft_is_one_that_a_form_can_show(data: st.DataObject) -> None:
    whole = kept_values(KeptStretch(replace(CALF, dose=Dose(10, reps=Reps(3, 2))), CALF))
    spoiled: Any = json.loads(json.dumps(whole))
    group: Any = spoiled
    while isinstance(group, dict):
        key = data.draw(st.sampled_from(sorted(group)))
        if isinstance(group[key], dict) and data.draw(st.booleans()):
            group = group[key]
            continue
        group[key] = data.draw(values)
        break
    kept = read_kept(spoiled)
    if kept is not None:
        checks(kept.draft)
        json.dumps(kept_values(kept)).encode("utf-8")
        kept.draft.name.encode("utf-8")
        assert through_file(kept) == kept


@given(values)
def test_what_is_no_draft_never_raises(value: Any) -> None:
    assert read_kept(value) is None
    kept = read_kept({"format": 1, "draft": {"dose": value, "setup": value, "source": value}})
    assert kept is not None
    assert kept.draft.setup


@pytest.mark.parametrize("spoiled", [3, "x", {"format": 2, "draft": {}}, {"format": 1}])
def test_another_format_is_none(spoiled: object) -> None:
    assert read_kept(spoiled) is None


def test_numbers_come_back_inside_their_ranges() -> None:
    dose = {"hold_s": 10**40, "sets": -4, "rest_s": float("nan"), "prepare_s": True}
    kept = read_kept({"format": 1, "draft": {"dose": dose, "difficulty": 9}})
    assert kept is not None
    assert kept.draft.dose == Dose(hold_s=600, sets=1)
    assert kept.draft.difficulty == 3


def test_a_list_without_end_is_cut() -> None:
    kept = read_kept({"format": 1, "draft": {"setup": [""] * (MOST_LINES + 1)}})
    assert kept is not None
    assert len(kept.draft.setup) == MOST_LINES


def test_what_is_not_known_here_is_left_out() -> None:
    group = {"equipment": ["mat", "rocket", "mat"], "position": "floating", "focus": [["calf"]]}
    kept = read_kept({"format": 1, "draft": group})
    assert kept is not None
    assert kept.draft.equipment == ("mat",)
    assert kept.draft.position is blank().position
    assert kept.draft.focus == ()
