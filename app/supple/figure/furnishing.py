"""Things put around a draft, moved, and taken away, with what holds on to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from supple.figure.draft import Draft
from supple.figure.drawing import Prop
from supple.figure.geometry import clamp
from supple.figure.pose import At, OnStrap, Pin
from supple.figure.posture import WALL_WIDE, Posture, built, settled, wrong

CHAIR_AT: Final = 250.0
WALL_AT: Final = 330.0
"""Where a new one stands: before the figure, in reach."""
_STRAP: Final = (150.0, 200.0, 240.0, 280.0)
"""How far from the chest hands take the strap: the first that both arms can do."""
_FLOOR: Final = 60.0
_FARTHEST: Final = 1500.0
_CHAIR_REACH: Final = 170.0


def furnished(draft: Draft, kind: str, value: str) -> Draft:
    """With a ``mat``, ``wall`` or ``chair`` put there, or taken away when ``value`` is "".

    A chair's value is the way it faces: "1" right, "-1" left.
    """
    old = next((p for p in draft.props if p.kind == kind), None)
    others = tuple(p for p in draft.props if p.kind != kind)
    if not value:
        free = _rested(draft, old, None) if old is not None else draft
        return replace(free, props=others)
    if kind == "mat":
        return replace(draft, props=(Prop("mat", -500, 500), *others))
    if kind == "wall":
        return replace(draft, props=(*others, old or Prop("wall", _before(draft))))
    chair = replace(old or Prop("chair", CHAIR_AT), facing=int(value))
    return replace(draft, props=(*others, chair))


def moved(draft: Draft, kind: str, x: float) -> Draft:
    """With the thing ``kind`` at ``x``; hands and feet on it go along as far as they reach."""
    x = clamp(x, -_FARTHEST, _FARTHEST)
    old = next(p for p in draft.props if p.kind == kind)
    props = tuple(replace(p, x=x) if p.kind == kind else p for p in draft.props)
    return _rested(replace(draft, props=props), old, x - old.x)


def strapped(draft: Draft, foot: str) -> Draft:
    """With the strap round a foot and both hands on it, or without when ``foot`` is ""."""
    draft = replace(draft, strap=foot)
    for stretched in (False, True):
        posture = draft.posture(stretched)
        holds = {k: p for k, p in posture.holds.items() if not isinstance(p.target, OnStrap)}
        ways = [_both_at(away) for away in _STRAP] if foot else [{}]
        for arms in ways:
            draft = _held(draft, stretched, posture, {**holds, **arms})
            if arms.keys() <= draft.posture(stretched).holds.keys():
                break
    return draft


def _both_at(away: float) -> dict[str, Pin]:
    return {"near.arm": Pin(OnStrap(away)), "far.arm": Pin(OnStrap(away + 10))}


def rests_on(pin: Pin, prop: Prop) -> bool:
    """Whether what is held is this thing."""
    at = pin.target
    if not isinstance(at, At):
        return False
    if prop.kind == "wall":
        far = min(abs(at.x - prop.x), abs(at.x - prop.x - prop.facing * WALL_WIDE))
        return far < 130 if pin.point == "ankle" and at.y > _FLOOR else far < 30
    return "chair" in prop.kind and at.y > _FLOOR and abs(at.x - prop.x) < _CHAIR_REACH


def _before(draft: Draft) -> float:
    """Where a new wall stands: in reach, but no part of the body is in it."""
    both = (draft.start, draft.stretched)
    return max(WALL_AT, *(round(p[0]) + 10 for q in both for p in built(q).points.values()))


def _rested(draft: Draft, prop: Prop, by: float | None) -> Draft:
    """What held on to ``prop`` moved ``by``, or let go when that is None."""
    for stretched in (False, True):
        posture = draft.posture(stretched)
        holds: dict[str, Pin] = {}
        for limb, pin in posture.holds.items():
            if not rests_on(pin, prop):
                holds[limb] = pin
            elif by is not None and isinstance(pin.target, At):
                holds[limb] = replace(pin, target=At(pin.target.x + by, pin.target.y))
        if holds != posture.holds:
            draft = _held(draft, stretched, posture, holds)
    return draft


def _held(draft: Draft, stretched: bool, posture: Posture, holds: Mapping[str, Pin]) -> Draft:
    """One limb after the other takes hold; one that would go through the floor stays free."""
    same = {limb: pin for limb, pin in holds.items() if posture.holds.get(limb) == pin}
    now = settled(replace(posture, holds=same), draft.around)
    for limb, pin in holds.items():
        if limb in same:
            continue
        then = settled(replace(now, holds={**now.holds, limb: pin}), draft.around)
        if not wrong(built(then)).keys() - wrong(built(now)).keys():
            now = then
    return draft.with_posture(stretched, now)
