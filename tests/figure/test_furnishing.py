"""Things come, move and go, with the hands that hold them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from supple.figure.bases import bases
from supple.figure.draft import Draft, from_base
from supple.figure.drawing import Prop
from supple.figure.furnishing import furnished, moved, rests_on, strapped
from supple.figure.holds import let_go
from supple.figure.pose import At, OnStrap, Pin
from supple.figure.posing import drag, place
from supple.figure.posture import built, missed


def at_the_wall() -> Draft:
    draft = furnished(from_base(bases()[0]), "wall", "yes")
    posture = drag(draft.start, draft.start, "near.hand", (340, -740), draft.around)
    posture = let_go(posture, "near.hand", draft.around)
    assert "near.arm" in posture.holds
    return replace(draft, start=posture)


@pytest.mark.parametrize(("kind", "value"), [("mat", "yes"), ("wall", "yes"), ("chair", "-1")])
def test_a_thing_comes_and_goes(kind: str, value: str) -> None:
    empty = from_base(bases()[0])
    with_it = furnished(empty, kind, value)
    assert [prop.kind for prop in with_it.props] == [kind]
    assert furnished(with_it, kind, value) == with_it
    assert furnished(with_it, kind, "") == empty


def test_a_new_wall_stands_before_the_feet() -> None:
    lying = furnished(from_base(bases()[3]), "wall", "yes")
    ahead = max(p[0] for p in built(lying.start).points.values())
    assert lying.props[-1].x > ahead


def test_a_chair_turns_round_where_it_stands() -> None:
    draft = moved(furnished(from_base(bases()[0]), "chair", "1"), "chair", 321)
    turned = furnished(draft, "chair", "-1")
    assert turned.props == (Prop("chair", 321, facing=-1),)


def test_a_hand_goes_along_with_the_wall() -> None:
    draft = at_the_wall()
    palm = place(draft.start, "near.hand")
    nearer = moved(draft, "wall", draft.props[0].x - 40)
    assert place(nearer.start, "near.hand")[0] == pytest.approx(palm[0] - 40, abs=5)


def test_a_wall_too_far_away_is_missed() -> None:
    far = moved(at_the_wall(), "wall", 900)
    assert set(missed(built(far.start), far.start, far.around)) == {"near.arm"}


def test_a_thing_stays_on_the_stage() -> None:
    (wall,) = moved(at_the_wall(), "wall", 99_000).props
    assert wall.x == 1500


def test_without_the_wall_nothing_is_held() -> None:
    assert "near.arm" not in furnished(at_the_wall(), "wall", "").start.holds


def test_both_hands_take_the_strap() -> None:
    draft = strapped(from_base(bases()[3]), "near")
    assert draft.strap == "near"
    for posture in (draft.start, draft.stretched):
        held = {k: p for k, p in posture.holds.items() if k.endswith("arm")}
        assert {type(pin.target) for pin in held.values()} == {OnStrap}
    off = strapped(draft, "")
    assert off.strap == ""
    assert not [limb for limb in off.start.holds if limb.endswith("arm")]


def test_what_is_held_is_known() -> None:
    wall, chair = Prop("wall", 300), Prop("chair", 0)
    assert rests_on(Pin(At(291, 700)), wall)
    assert not rests_on(Pin(At(100, 700)), wall)
    assert rests_on(Pin(At(-140, 588)), chair)
    assert not rests_on(Pin(At(0, 9)), chair)
    assert not rests_on(Pin(OnStrap(100)), wall)
