"""Stretches and routines as a routine file of format 1: what ``routine_format`` reads.

Only what differs from what a key left out means is written, the keys in the order of
docs/routine-format.md, the text as a person would lay it out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from supple.core.routine import Dose, Routine, Stretch
from supple.core.routine_format import FORMAT

if TYPE_CHECKING:
    from supple.core.routine import DoseChange, Reps, RoutineStep, Source

Values = dict[str, object]
WIDTH: Final = 100
"""Columns within which a group or a list stays on one line."""
_ALWAYS_OPEN: Final = frozenset({"stretches", "routines", "steps", "setup"})
"""Lists with one line for each entry, however short."""
_DEFAULT: Final = Dose()


def document_values(stretches: Iterable[Stretch] = (), routines: Iterable[Routine] = ()) -> Values:
    """A whole file; give one stretch or routine at least, as an empty file is none."""
    values: Values = {"format": FORMAT}
    if made := [stretch_values(s) for s in stretches]:
        values["stretches"] = made
    if ordered := [routine_values(r) for r in routines]:
        values["routines"] = ordered
    return values


def entry_values(entry: Stretch | Routine) -> Values:
    """One entry of a file's lists."""
    return routine_values(entry) if isinstance(entry, Routine) else stretch_values(entry)


def stretch_values(stretch: Stretch) -> Values:
    """An entry of the list ``stretches``."""
    needed: Values = {
        "id": stretch.id,
        "name": stretch.name,
        "position": stretch.position.value,
    }
    if stretch.equipment:
        needed["equipment"] = [*stretch.equipment]
    needed |= {
        "sides": stretch.sides.value,
        "difficulty": stretch.difficulty,
        "setup": [*stretch.setup],
    }
    texts = ("hold_cue", "release_cue", "switch_cue", "return_cue", "why", "feel")
    lists = ("focus", "mistakes", "cautions", "avoid_if", "variations")
    lines: Values = {key: getattr(stretch, key) for key in texts}
    lines |= {key: [*getattr(stretch, key)] for key in lists}
    figure: Values = {"figure": stretch.figure} if stretch.figure else {}
    return {
        **needed,
        **{key: value for key, value in lines.items() if value},
        "dose": _dose_values(stretch.dose),
        **figure,
        **_source_values(stretch.source),
    }


def routine_values(routine: Routine) -> Values:
    """An entry of the list ``routines``."""
    values: Values = {"id": routine.id, "name": routine.name}
    if routine.summary:
        values["summary"] = routine.summary
    if routine.suits:
        values["suits"] = [*routine.suits]
    values["steps"] = [_step_values(step) for step in routine.steps]
    return {**values, **_source_values(routine.source)}


def _step_values(step: RoutineStep) -> Values:
    return {"stretch": step.stretch, **_change_values(step.change)}


def _dose_values(dose: Dose) -> Values:
    """What a dose changes in the one that an empty group means."""
    whole = _change_values(dose)
    usual = _change_values(_DEFAULT)
    return {key: value for key, value in whole.items() if usual.get(key) != value}


def _change_values(dose: Dose | DoseChange) -> Values:
    values: Values = {
        "hold_s": _number(dose.hold_s),
        "hold_range_s": dose.hold_range_s and [_number(end) for end in dose.hold_range_s],
        "sets": dose.sets,
        "rest_s": _number(dose.rest_s),
        "prepare_s": _number(dose.prepare_s),
        "switch_s": _number(dose.switch_s),
        "reps": dose.reps and _reps_values(dose.reps),
    }
    return {key: value for key, value in values.items() if value is not None}


def _reps_values(reps: Reps) -> Values:
    values: Values = {"count": reps.count, "pace_s": _number(reps.pace_s)}
    if reps.words:
        values["words"] = [*reps.words]
    if reps.during_hold:
        values["during_hold"] = True
    return values


def _source_values(sources: Iterable[Source]) -> Values:
    listed = [
        {"document": s.document, "says": s.says} if s.says else {"document": s.document}
        for s in sources
    ]
    return {"source": listed} if listed else {}


def _number(value: float | None) -> float | None:
    """30 and not 30.0, as nobody writes that by hand."""
    return int(value) if value is not None and value == int(value) else value


def text_of(values: Values, indent: str = "", unit: str = "  ") -> str:
    """A document's text, with a line end at its end."""
    return _laid_out(values, indent, unit, "", open_=True) + "\n"


def entry_text(values: Values, indent: str = "    ", unit: str = "  ") -> str:
    """An entry's text as it stands in a list; its first line is not indented."""
    return _laid_out(values, indent, unit, "", open_=True)


def _laid_out(value: object, indent: str, unit: str, key: str, *, open_: bool = False) -> str:
    """``value`` on one line where it fits behind ``key``, else with a line for each part."""
    on_one = json.dumps(value, ensure_ascii=False)
    room = WIDTH - len(indent) - len(key) - len('"": ,')
    splits = open_ or key in _ALWAYS_OPEN or len(on_one) > room
    if not value or not splits or not isinstance(value, list | Mapping):
        return on_one
    inner = indent + unit
    if isinstance(value, Mapping):
        brackets = "{}"
        parts = [
            f"{json.dumps(k, ensure_ascii=False)}: {_laid_out(v, inner, unit, k)}"
            for k, v in value.items()
        ]
    else:
        brackets = "[]"
        entries = key in ("stretches", "routines")
        parts = [_laid_out(v, inner, unit, "", open_=entries) for v in value]
    lines = f",\n{inner}".join(parts)
    return f"{brackets[0]}\n{inner}{lines}\n{indent}{brackets[1]}"
