"""From a draft to a ``Drawing`` that passes every check, whatever was drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from supple.figure.contacts import all_faults
from supple.figure.draft import Draft
from supple.figure.drawing import Drawing, Prop, Trail
from supple.figure.geometry import Point, add, clamp, direction, distance, lerp, vec
from supple.figure.holds import on_limb
from supple.figure.pose import LIMBS, REST, SIDES, Anchor, At, OnLimb, OnStrap, Pin, Pose
from supple.figure.posture import HELD, Posture, built
from supple.figure.rig import Skeleton
from supple.figure.scene import solve_scene
from supple.figure.solver import target_point

Box = tuple[float, float, float, float]
_STEPS: Final = (0.25, 0.5, 0.75)
_DRIFT: Final = {"leg": 6.0, "arm": 3.0}
"""A foot or hand that would wander farther than this on the way is pinned."""
_LIFTS: Final = (60, 120, 240, 480, 960, 1920)
_TRAILS: Final = {"crown": 1.0, "near.heel": 1.0, "near.knee": 1.0, "root": 1.2, "near.palm": 0.6}
"""What an arrow may go beside, and how much its way counts: the whole body's before the head's,
a hand's only where nothing else moves as far."""
_LEAST_TRAIL: Final = 90.0
_OFF: Final = 50.0
_HIPS_OFF: Final = 110.0
_WIDEST, _NARROWEST = 1.62, 1.12
"""A picture's width by its height, as those of the collection have it."""


def drawn(draft: Draft, figure: str, words: str) -> Drawing:
    """The figure ``figure``, described by ``words``; ``all_faults`` finds nothing in it."""
    plain = _plain(draft, figure, words, "root")
    anchors = ["root", *(f"{side}.ankle" for side in SIDES if _stays(draft, f"{side}.leg"))]
    plain = min((_plain(draft, figure, words, a) for a in anchors), key=lambda d: _wander(d, draft))
    for drawing in _ways(plain, draft):
        if not all_faults(drawing):
            return _dressed(drawing, draft)
    # A hop as high as need be: with every bone in its limits it cannot fail.
    raise AssertionError(f"{figure} cannot be drawn: {all_faults(plain)}")


def shown(draft: Draft, stretched: bool, words: str = "") -> Drawing:
    """One posture, exactly as it is, at every phase."""
    posture = draft.posture(stretched)
    pose = _pose(posture, "root", 1.0 if stretched else 0.0, 0.0 if stretched else 35.0)
    drawing = Drawing("draft", words or "-", pose, pose, (0, 0, 1, 1))
    return replace(_common(drawing, draft), box=(0, 0, 1, 1))


# Pins and anchors


def _plain(draft: Draft, figure: str, words: str, anchor: str) -> Drawing:
    """Joints only: between two bodies within their limits there is none beyond them."""
    start = _pose(draft.start, anchor, 0.0, 35.0 if draft.strap else 0.0)
    end = _pose(draft.stretched, anchor, 1.0, 0.0)
    return _common(Drawing(figure, words, start, end, (0, 0, 1, 1)), draft)


def _common(drawing: Drawing, draft: Draft) -> Drawing:
    return replace(
        drawing,
        props=draft.props,
        strap=draft.strap,
        hands=_hands(draft),
        glow=draft.glow,
        far_arm_over_leg=draft.far_arm_over_leg,
    )


def _pose(posture: Posture, anchor: str, stretch: float, slack: float) -> Pose:
    joints = {
        name: round(value, 1)
        for name, value in posture.angles.items()
        if round(value, 1) != REST[name]
    }
    x, y = built(posture).points[anchor]
    return Pose(joints, Anchor(anchor, (round(x, 1), round(-y, 1))), slack=slack, stretch=stretch)


def _stays(draft: Draft, limb: str) -> bool:
    """Whether the limb holds on to something in both postures."""
    return limb in draft.start.holds and limb in draft.stretched.holds


def _ways(plain: Drawing, draft: Draft) -> Iterator[Drawing]:
    """The drawing with ever fewer pins, and then with a hop."""
    held = [limb for limb in LIMBS if _stays(draft, limb)]
    limbs = [limb for limb in held if _strayed(plain, draft, limb) > _DRIFT[limb[-3:]]]
    while limbs:
        pinned = _pinned(plain, draft, limbs)
        yield pinned
        faults = all_faults(pinned)
        blamed = [limb for limb in limbs if any(_blames(fault, limb) for fault in faults)]
        limbs = [limb for limb in limbs if limb not in blamed] if blamed else []
    yield plain
    for lift in _LIFTS:
        yield replace(plain, by=_lifted(plain, lift))


def _lifted(drawing: Drawing, by: float) -> Pose:
    """Half way from start to stretched, and so much higher."""
    a, b = drawing.start, drawing.stretched
    joints = {
        n: round(lerp(a.joints.get(n, v), b.joints.get(n, v), 0.5), 1) for n, v in REST.items()
    }
    (ax, ay), (bx, by_) = a.anchor.at, b.anchor.at
    at = (round((ax + bx) / 2, 1), round((ay + by_) / 2 + by, 1))
    slack, stretch = (a.slack + b.slack) / 2, (a.stretch + b.stretch) / 2
    return Pose(joints, Anchor(a.anchor.part, at), slack=slack, stretch=stretch)


def _blames(fault: str, limb: str) -> bool:
    """Whether a fault in words is one of this limb."""
    side, _, kind = limb.partition(".")
    parts = ("hip", "knee", "ankle") if kind == "leg" else ("shoulder", "elbow", "wrist")
    names = [limb, *(f"{side}.{part}" for part in parts)]
    if kind == "leg":
        names.append(f"{side} foot")
    return any(f": {name} " in fault for name in names)


def _wander(drawing: Drawing, draft: Draft) -> float:
    """How far standing feet move about on the way."""
    legs = [f"{side}.leg" for side in SIDES if _stays(draft, f"{side}.leg")]
    return sum(_strayed(drawing, draft, limb) for limb in legs)


def _strayed(drawing: Drawing, draft: Draft, limb: str) -> float:
    """Farthest a holding limb gets from what it holds, half way between its two places."""
    side, _, kind = limb.partition(".")
    part = f"{side}.{'ankle' if kind == 'leg' else 'palm'}"
    pins = draft.start.holds[limb], draft.stretched.holds[limb]
    farthest = 0.0
    for phase in _STEPS:
        s = solve_scene(drawing, phase).main
        assert s is not None  # a draft is seen from the side
        a, b = (target_point(pin.target, s, limb, draft.around) for pin in pins)
        goal = (lerp(a[0], b[0], phase), lerp(a[1], b[1], phase))
        farthest = max(farthest, distance(s.points[part], goal))
    return farthest


def _pinned(drawing: Drawing, draft: Draft, limbs: list[str]) -> Drawing:
    poses = []
    for pose, posture in (
        (drawing.start, draft.start),
        (drawing.stretched, draft.stretched),
    ):
        s = built(posture)
        pins = {limb: _tight(posture.holds[limb], s, limb, draft) for limb in limbs}
        poses.append(replace(pose, pins=pins))
    return replace(drawing, start=poses[0], stretched=poses[1])


def _tight(pin: Pin, s: Skeleton, limb: str, draft: Draft) -> Pin:
    """The pin, a little beyond its place where the limb is nearly straight.

    A limb that reaches for its pin stays a little bent; this takes most of that back.
    """
    side, _, kind = limb.partition(".")
    if isinstance(pin.target, OnStrap):
        return Pin(OnStrap(round(pin.target.away, 1)))
    joint, root, end = ("hip", "knee", "ankle") if kind == "leg" else ("shoulder", "elbow", "palm")
    bent = s.angles[f"{side}.{root}"]
    at = s.points[f"{side}.{end}"]
    beyond = HELD * 0.8 * clamp((18 - bent) / 12)
    at = add(at, vec(direction(s.points[f"{side}.{joint}"], at), beyond))
    point = "ankle" if kind == "leg" else "palm"
    ahead = s.toward[f"{side}.{'foot' if kind == 'leg' else 'hand'}"]
    if isinstance(pin.target, OnLimb):
        on = on_limb(s, pin.target.limb, at)
        on = OnLimb(on.limb, round(on.along, 3), round(on.off, 1))
        return Pin(on, point, round(_turn(ahead - s.toward[on.limb]), 1), flat=True)
    return Pin(_at(at), point, round(_turn(ahead), 1))


def _at(p: Point) -> At:
    return At(round(p[0], 1), round(-p[1], 1))


def _turn(angle: float) -> float:
    return (angle + 180) % 360 - 180


# What it looks like


def _hands(draft: Draft) -> tuple[str, str]:
    shapes = []
    for side in SIDES:
        pin = draft.stretched.holds.get(f"{side}.arm")
        if pin is None:
            shapes.append("relaxed")
        else:
            shapes.append("grip" if isinstance(pin.target, OnStrap) else "flat")
    return (shapes[0], shapes[1])


def _dressed(drawing: Drawing, draft: Draft) -> Drawing:
    """With its mat as long as it needs to be, its arrow, and its box."""
    box = picture_box(draft)
    drawing = replace(drawing, props=spread(draft), box=box)
    trail = _trail(drawing) if draft.arrow else None
    return replace(drawing, trails=(trail,) if trail is not None else ())


def _trail(drawing: Drawing) -> Trail | None:
    """The arrow beside what moves farthest, on the side away from the body."""
    scenes = [solve_scene(drawing, phase) for phase in (0.0, *_STEPS, 1.0)]
    paths = {part: [scene.point(part) for scene in scenes] for part in _TRAILS}
    far = {part: distance(path[0], path[-1]) for part, path in paths.items()}
    part = max(far, key=lambda p: far[p] * _TRAILS[p])
    if far[part] < _LEAST_TRAIL:
        return None
    path, off = paths[part], _HIPS_OFF if part == "root" else _OFF
    if part == "root":
        # Above the hips; elsewhere it would lie on a leg.
        return Trail(part, off if path[0][0] > path[-1][0] else -off)
    middle = paths["root"][2]
    ahead = direction(path[1], path[3])
    right, left = (add(path[2], vec(ahead + turn, off)) for turn in (90, -90))
    return Trail(part, off if distance(right, middle) >= distance(left, middle) else -off)


def spread(draft: Draft) -> tuple[Prop, ...]:
    """The things around, a mat as long as both postures need it."""
    left, right = _sides(draft)
    return tuple(
        Prop("mat", left - 90, right + 90) if prop.kind == "mat" else prop for prop in draft.props
    )


def _sides(draft: Draft) -> tuple[float, float]:
    xs = [
        p[0] for posture in (draft.start, draft.stretched) for p in built(posture).points.values()
    ]
    return (round(min(xs), -1), round(max(xs), -1))


_PROP_SPANS: Final[Mapping[str, tuple[float, float, float]]] = {
    "chair": (-155, 145, 580),
    "office-chair": (-180, 150, 585),
    "wall": (0, 150, 830),
    "wall-behind": (0, 400, 940),
    "corner": (-520, 520, 1090),
}


def picture_box(draft: Draft) -> Box:
    """A frame around both postures and all things, in the proportions of the collection."""
    left, right = _sides(draft)
    high = max(
        -p[1] for posture in (draft.start, draft.stretched) for p in built(posture).points.values()
    )
    for prop in spread(draft):
        if prop.kind == "mat":
            left, right = min(left, prop.x + 30), max(right, prop.to - 30)
            continue
        a, b, top = _PROP_SPANS[prop.kind]
        ends = prop.x + a * prop.facing, prop.x + b * prop.facing
        left, right, high = min(left, *ends), max(right, *ends), max(high, top)
    left, right, top, bottom = left - 60, right + 60, max(high + 100, 680.0), -95.0
    wide, tall = right - left, top - bottom
    more = max(0.0, _NARROWEST * tall - wide) / 2
    left, right = left - more, right + more
    top = max(top, bottom + (right - left) / _WIDEST)
    return (round(left), bottom, round(right), round(top))
