"""A draft as text to be kept while it is drawn, to the last digit."""

from __future__ import annotations

import json
from typing import Any, Final

from supple.core.format_findings import Findings
from supple.core.problem import Problem, ProblemsFound
from supple.figure.decode import MUSCLES, read_prop
from supple.figure.draft import Draft
from supple.figure.encode import pin_values, prop_values
from supple.figure.fields import Fields
from supple.figure.limits import ALLOWED
from supple.figure.pose import LIMBS, REST, SIDES, Pin
from supple.figure.posefields import OWN_LIMBS, Known, read_pin
from supple.figure.posture import STAGE, Posture

FORMAT: Final = 1
_TURN: Final = (-720.0, 720.0)
"""How far the whole body may be turned: it is never counted back into one turn."""
_FARTHEST: Final = max(STAGE) * 2


def draft_text(draft: Draft) -> str:
    """What :func:`read_draft` reads back as an equal draft."""
    document = {
        "format": FORMAT,
        "start": _posture_values(draft.start),
        "stretched": _posture_values(draft.stretched),
        "props": [prop_values(prop) for prop in draft.props],
        "arrow": draft.arrow,
        "far-arm-over-leg": draft.far_arm_over_leg,
    }
    chosen = {"strap": draft.strap, "glow": draft.glow}
    return json.dumps(document | {key: value for key, value in chosen.items() if value})


def read_draft(text: str) -> Draft:
    """The draft in ``text``. Raises ProblemsFound where it is none, or not whole."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        problem = Problem("", f"This is no pose: {error}.", "Begin it anew.")
        raise ProblemsFound((problem,)) from error
    findings = Findings(None)
    draft = _draft(Fields(document, (), findings))
    problems = findings.problems()
    if problems:
        raise ProblemsFound(problems)
    return draft


def _posture_values(posture: Posture) -> dict[str, Any]:
    return {
        "angles": dict(posture.angles),
        "root": list(posture.root),
        "holds": {limb: pin_values(pin, limb) for limb, pin in posture.holds.items()},
    }


def _draft(f: Fields) -> Draft:
    if f.number("format", 0) != FORMAT:
        f.wrong("format", "This format is not known.", f"Use {FORMAT}.")
    strap = f.choice("strap", ("", *SIDES), "")
    known = Known(ALLOWED, (), OWN_LIMBS, strap=bool(strap))
    return Draft(
        start=_posture(f.child("start"), known),
        stretched=_posture(f.child("stretched"), known),
        props=tuple(read_prop(prop) for prop in f.items("props")),
        strap=strap,
        glow=f.choice("glow", ("", *MUSCLES), ""),
        arrow=f.flag("arrow"),
        far_arm_over_leg=f.flag("far-arm-over-leg"),
    )


def _posture(f: Fields, known: Known) -> Posture:
    found = f.table("angles", {**known.joints, "pelvis": _TURN})
    if missing := REST.keys() - found.keys():
        f.wrong("angles", f"{', '.join(sorted(missing))} is missing.", "Name every joint.")
    root = f.pair("root", (0.0, 0.0))
    if max(map(abs, root)) > _FARTHEST:
        f.wrong("root", "The body is off the stage.", "Move it back to the middle.")
    # In the order of the joints, as they are everywhere else.
    return Posture({name: found.get(name, REST[name]) for name in REST}, root, _holds(f, known))


def _holds(f: Fields, known: Known) -> dict[str, Pin]:
    inner = f.child("holds")
    holds: dict[str, Pin] = {}
    for limb in inner.names():
        if limb in LIMBS:
            holds[limb] = read_pin(inner.child(limb), limb.endswith("leg"), known)
        else:
            inner.wrong(limb, f"“{limb}” is no limb.", f"Use one of: {', '.join(LIMBS)}.")
    return holds
