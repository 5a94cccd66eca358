"""Whatever is drawn comes out as a figure that passes every check."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supple.figure.bases import bases
from supple.figure.contacts import all_faults
from supple.figure.decode import decode
from supple.figure.draft import Draft, can_be_drawn_on, from_base, from_drawing
from supple.figure.drafting import drawn, picture_box, shown, spread
from supple.figure.drawing import Drawing, Prop
from supple.figure.encode import to_json
from supple.figure.furnishing import furnished, strapped
from supple.figure.geometry import distance
from supple.figure.holds import let_go
from supple.figure.posing import HANDLES, drag, joints_of, place, turn
from supple.figure.posture import built, missed
from supple.figure.scene import solve_scene

BY = st.integers(-300, 300)
ACTS = st.one_of(
    st.tuples(st.just("drag"), st.booleans(), st.sampled_from(HANDLES), BY, BY),
    st.tuples(st.just("turn"), st.booleans(), st.sampled_from(HANDLES), st.integers(-9, 9), BY),
    st.tuples(st.just("thing"), st.booleans(), st.sampled_from(("mat", "wall", "chair")), BY, BY),
    st.tuples(st.just("strap"), st.booleans(), st.sampled_from(("", "near")), BY, BY),
)
Act = tuple[str, bool, str, int, int]


def done(draft: Draft, act: Act) -> Draft:
    what, stretched, name, x, y = act
    posture = draft.posture(stretched)
    if what == "thing":
        return furnished(draft, name, "1" if x > 0 else "")
    if what == "strap":
        return strapped(draft, name)
    if what == "turn":
        joint = joints_of(name)[y % 2]
        return draft.with_posture(stretched, turn(posture, joint, x, draft.around))
    at = place(posture, name)
    moved = drag(posture, posture, name, (at[0] + x, at[1] + y), draft.around)
    return draft.with_posture(stretched, let_go(moved, name, draft.around))


@settings(max_examples=40, deadline=None)
@given(base=st.sampled_from(bases()), acts=st.lists(ACTS, min_size=1, max_size=5))
def test_any_editing_passes_every_check(base: object, acts: list[Act]) -> None:
    draft = from_base(base)  # type: ignore[arg-type]
    for act in acts:
        draft = done(draft, act)
    drawing = drawn(draft, "own-one", "A person.")
    read = decode(json.loads(to_json(drawing)))
    assert read == drawing
    assert all_faults(read) == []
    for stretched in (False, True):
        wanted, got = built(draft.posture(stretched)), solve_scene(read, float(stretched)).main
        assert got is not None
        parts = ["root", "crown", "near.knee", "near.ankle", "far.ankle"]
        if "near.arm" not in missed(wanted, draft.posture(stretched), draft.around):
            parts.append("near.palm")
        for part in parts:
            assert distance(wanted.points[part], got.points[part]) < 12, part


def test_shipped_figures_drawn_anew_pass(figure_id: str, drawings: dict[str, Drawing]) -> None:
    drawing = drawings[figure_id]
    if not can_be_drawn_on(drawing):
        return
    anew = drawn(from_drawing(drawing), "own-one", "A person.")
    assert all_faults(anew) == []
    for phase in (0.0, 0.5, 1.0):
        a, b = solve_scene(drawing, phase).main, solve_scene(anew, phase).main
        assert a is not None
        assert b is not None
        assert distance(a.points["near.ankle"], b.points["near.ankle"]) < 25


def test_feet_that_stand_do_not_wander() -> None:
    draft = from_base(bases()[0])
    start = draft.start
    x, y = place(start, "hips")
    low = drag(start, start, "hips", (x - 60, y + 120), draft.around)
    drawing = drawn(replace(draft, stretched=low), "own-one", "A person.")
    for phase in (0.0, 0.3, 0.6, 1.0):
        s = solve_scene(drawing, phase).main
        assert s is not None
        assert distance(s.points["near.ankle"], place(start, "near.foot")) < 7


def test_a_shown_posture_is_what_is_under_the_hand() -> None:
    draft = from_base(bases()[1])
    drawing = shown(draft, stretched=False)
    s = solve_scene(drawing, 0.7).main
    assert s is not None
    assert distance(s.points["near.palm"], place(draft.start, "near.hand")) < 1


def test_an_arrow_goes_beside_what_moves() -> None:
    draft = from_base(bases()[3])
    start = draft.start
    up = drag(start, start, "near.foot", (300, -480), draft.around)
    raised = replace(draft, stretched=up)
    assert [t.of for t in drawn(raised, "own-one", "-").trails] == ["near.heel"]
    assert drawn(replace(raised, arrow=False), "own-one", "-").trails == ()
    assert drawn(draft, "own-one", "-").trails == ()


@pytest.mark.parametrize("base", bases(), ids=lambda base: base.name)
def test_a_picture_has_the_proportions_of_the_collection(base: object) -> None:
    draft = from_base(base)  # type: ignore[arg-type]
    left, bottom, right, top = picture_box(draft)
    assert 1.1 < (right - left) / (top - bottom) < 1.65
    xs = [p[0] for p in built(draft.start).points.values()]
    assert left < min(xs)
    assert max(xs) < right


def test_a_mat_is_as_long_as_the_body() -> None:
    draft = replace(from_base(bases()[3]), props=(Prop("mat", 0, 10),))
    (mat,) = spread(draft)
    assert mat.x < -480
    assert mat.to > 500
