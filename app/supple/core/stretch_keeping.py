"""An unfinished stretch as values to be kept between two starts, whatever is wrong with it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from math import isfinite
from typing import Any, Final, TypeVar

from supple.core.dose_format import COUNT, HOLD, PACE, PREPARE, REST, SETS, SWITCH
from supple.core.format_fields import Span
from supple.core.kept_texts import MOST_LINES, kept_text, kept_texts
from supple.core.routine import Dose, Position, Reps, Sides, Source, Stretch
from supple.core.routine_format import DIFFICULTY
from supple.core.routine_writing import Values, stretch_values
from supple.core.stretch_draft import CUES, NOTES, PLAIN, blank
from supple.core.terms import CONDITIONS, EQUIPMENT, MUSCLES

_FORMAT: Final = 1
_DEFAULT: Final = Dose()
_Choice = TypeVar("_Choice", Position, Sides)


@dataclass(frozen=True, slots=True)
class KeptStretch:
    """A stretch as it was written, and the entry it changes."""

    draft: Stretch
    was: Stretch | None = None
    """The entry as it was read; None for a new one."""
    start: Stretch | None = None
    """What the form began with, where that was not ``was``: an empty form or a copy."""
    pose: str = ""
    """The pose that was being made for it, as ``figure.draft_file`` writes it; "" for none."""


def kept_values(kept: KeptStretch) -> Values:
    """What :func:`read_kept` reads."""
    return {
        "format": _FORMAT,
        "draft": stretch_values(kept.draft),
        "was": None if kept.was is None else stretch_values(kept.was),
        "start": None if kept.start is None else stretch_values(kept.start),
        "pose": kept.pose,
    }


def read_kept(value: object) -> KeptStretch | None:
    """What ``value`` keeps; None where it is no such thing. What is odd in it is left out.

    Every text comes back as it was, empty or too long; numbers come back inside their ranges.
    """
    if not isinstance(value, dict) or value.get("format") != _FORMAT:
        return None
    draft = value.get("draft")
    if not isinstance(draft, dict):
        return None
    was, start = _entry(value.get("was")), _entry(value.get("start"))
    return KeptStretch(_stretch(draft), was, start, kept_text(value.get("pose")))


def _entry(value: object) -> Stretch | None:
    return _stretch(value) if isinstance(value, dict) else None


def _stretch(group: dict[str, object]) -> Stretch:
    texts: dict[str, Any] = {key: kept_text(group.get(key)) for key in (*CUES, *PLAIN)}
    notes: dict[str, Any] = {key: kept_texts(group.get(key)) for key in NOTES}
    dose = group.get("dose")
    return Stretch(
        id=kept_text(group.get("id")),
        name=kept_text(group.get("name")),
        position=_choice(Position, group.get("position"), blank().position),
        sides=_choice(Sides, group.get("sides"), blank().sides),
        difficulty=int(_number(group.get("difficulty"), DIFFICULTY, 1)),
        setup=kept_texts(group.get("setup")) or blank().setup,
        dose=_dose(dose) if isinstance(dose, dict) else blank().dose,
        equipment=_known(group.get("equipment"), EQUIPMENT),
        focus=_known(group.get("focus"), MUSCLES),
        avoid_if=_known(group.get("avoid_if"), CONDITIONS),
        figure=kept_text(group.get("figure")),
        source=_sources(group.get("source")),
        **texts,
        **notes,
    )


def _dose(group: dict[str, object]) -> Dose:
    def number(key: str, span: Span, usual: float) -> float:
        return _number(group.get(key), span, usual)

    span, reps = group.get("hold_range_s"), group.get("reps")
    return Dose(
        hold_s=number("hold_s", HOLD, HOLD.low) if _is_number(group.get("hold_s")) else None,
        hold_range_s=_range(span) if isinstance(span, list) else None,
        sets=int(number("sets", SETS, _DEFAULT.sets)),
        rest_s=number("rest_s", REST, _DEFAULT.rest_s),
        prepare_s=number("prepare_s", PREPARE, _DEFAULT.prepare_s),
        switch_s=number("switch_s", SWITCH, _DEFAULT.switch_s),
        reps=_reps(reps) if isinstance(reps, dict) else None,
    )


def _range(ends: list[object]) -> tuple[float, float] | None:
    if len(ends) != 2 or not all(map(_is_number, ends)):
        return None
    low, high = (_number(end, HOLD, HOLD.low) for end in ends)
    return (low, high) if low <= high else None


def _reps(group: dict[str, object]) -> Reps:
    return Reps(
        count=int(_number(group.get("count"), COUNT, 10)),
        pace_s=_number(group.get("pace_s"), PACE, 3),
        words=kept_texts(group.get("words")),
        during_hold=group.get("during_hold") is True,
    )


def _is_number(value: object) -> bool:
    if isinstance(value, float):
        return isfinite(value)
    return isinstance(value, int) and not isinstance(value, bool)


def _number(value: object, span: Span, usual: float) -> float:
    if isinstance(value, int | float) and _is_number(value):
        inside = max(span.low, min(span.high, value))
        return int(inside) if span.whole else float(inside)
    return usual


def _known(value: object, known: Collection[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in kept_texts(value) if name in known))


def _choice(kind: type[_Choice], value: object, usual: _Choice) -> _Choice:
    return next((choice for choice in kind if choice.value == value), usual)


def _sources(value: object) -> tuple[Source, ...]:
    groups = value[:MOST_LINES] if isinstance(value, list) else []
    named = [group for group in groups if isinstance(group, dict)]
    return tuple(Source(kept_text(g.get("document")), kept_text(g.get("says"))) for g in named)
