"""Poses that people made or were given: read as warily as anything from outside."""

from __future__ import annotations

import json
import math
from typing import Final, NoReturn

from supple.core.problem import Problem, ProblemsFound
from supple.figure.decode import decode
from supple.figure.drawing import Drawing
from supple.figure.scene import solve_scene

LARGEST: Final = 256_000
"""Bytes; the longest figure that ships has 8,000."""
MOST_FRAMES: Final = 60
MOST_THINGS: Final = 40
FURTHEST: Final = 20_000.0
"""Thousandths of the body's height; nothing is drawn beyond."""
_PHASES: Final = (0.0, 0.5, 1.0)


def read_own_figure(data: bytes, figure: str) -> Drawing:
    """The pose in ``data``, an own figure's file, that can safely be drawn as ``figure``.

    Raises ProblemsFound with everything wrong in it.
    """
    if len(data) > LARGEST:
        _refuse(f"The figure has {len(data)} bytes; {LARGEST} is the most.", "Leave parts out.")
    try:
        document = json.loads(data, parse_constant=_no_number)
    except RecursionError:
        _refuse("The figure is nested too deeply.", "Write it with fewer brackets.")
    except ValueError as error:
        _refuse(f"This is not JSON: {error}.", "Check commas, quotes and brackets.")
    try:
        drawing = decode(document)
    except (OverflowError, RecursionError):
        _refuse("The figure holds numbers that cannot be drawn.", "Make them smaller.")
    if drawing.id != figure:
        what = f"The id is “{drawing.id}”, the file's name “{figure}”."
        raise ProblemsFound((Problem("id", what, "Make them the same."),))
    _check_size(drawing)
    _check_drawn(drawing)
    return drawing


def _check_size(drawing: Drawing) -> None:
    if len(drawing.cycle) > MOST_FRAMES:
        _refuse(f"The movement has {len(drawing.cycle)} frames.", f"{MOST_FRAMES} is the most.")
    if len(drawing.props) + len(drawing.trails) > MOST_THINGS:
        _refuse("There are too many things in the scene.", f"{MOST_THINGS} is the most.")
    if any(abs(edge) > FURTHEST for edge in drawing.box):
        _refuse("The scene's box is too large.", f"Keep it within {FURTHEST:.0f}.")
    if any(abs(x) > FURTHEST for prop in drawing.props for x in (prop.x, prop.to, prop.y)):
        _refuse("A thing stands too far away.", f"Keep it within {FURTHEST:.0f}.")


def _check_drawn(drawing: Drawing) -> None:
    """Whether every instant can be worked out, and stays on the stage."""
    try:
        instants = [(phase, None) for phase in _PHASES]
        cycles = [(1.0, frame.at) for frame in drawing.cycle]
        for phase, cycle in (*instants, *cycles):
            scene = solve_scene(drawing, phase, cycle)
            people = [scene.person, *([scene.partner] if scene.partner else [])]
            for x, y in (point for person in people for point in person.points.values()):
                if not (math.isfinite(x) and math.isfinite(y)) or max(abs(x), abs(y)) > FURTHEST:
                    _refuse("The pose leaves the stage.", "Move it back to the middle.")
    except (ArithmeticError, ValueError, KeyError) as error:
        _refuse(f"The pose cannot be drawn: {error}.", "Make it again, or mend its numbers.")


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number here")


def _refuse(what: str, mend: str) -> NoReturn:
    raise ProblemsFound((Problem("", what, mend),))
