"""A draft as values to be kept between two starts, whatever is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass

from supple.core.dose_format import dose_change
from supple.core.format_fields import Fields
from supple.core.format_findings import Findings
from supple.core.routine import Routine, Source
from supple.core.routine_draft import RoutineDraft, Row
from supple.core.routine_writing import Values, routine_values

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A draft, and what the routine was as its editing began."""

    draft: RoutineDraft
    was: Values | None
    """The routine as values, None for a new one."""

    def fits(self, now: Routine | None) -> bool:
        """Whether the routine is still what it was; ``now`` is None where there is none."""
        return self.was == (None if now is None else routine_values(now))


def draft_values(draft: RoutineDraft, was: Routine | None) -> Values:
    """What :func:`read_draft` reads; ``was`` as in :class:`KeptDraft`."""
    return {
        "format": _FORMAT,
        "draft": routine_values(draft.build()),
        "was": None if was is None else routine_values(was),
    }


def read_draft(value: object) -> KeptDraft | None:
    """The draft that ``value`` keeps; None where it is not one. What is odd in it is left out."""
    if not isinstance(value, dict) or value.get("format") != _FORMAT:
        return None
    kept, was = value.get("draft"), value.get("was")
    if not isinstance(kept, dict) or not (was is None or isinstance(was, dict)):
        return None
    steps = kept.get("steps")
    rows = [_row(n, step) for n, step in enumerate(steps if isinstance(steps, list) else [])]
    there = tuple(row for row in rows if row is not None)
    draft = RoutineDraft(
        id=_text(kept, "id"),
        name=_text(kept, "name"),
        summary=_text(kept, "summary"),
        rows=there,
        suits=_texts(kept.get("suits")),
        source=_sources(kept.get("source")),
        next_key=len(rows),
    )
    return KeptDraft(draft, was)


def _row(key: int, step: object) -> Row | None:
    if not isinstance(step, dict) or not isinstance(step.get("stretch"), str):
        return None
    return Row(key, step["stretch"], dose_change(Fields(step, (), Findings(), "a step")))


def _text(group: dict[str, object], key: str) -> str:
    value = group.get(key, "")
    return value if isinstance(value, str) else ""


def _texts(value: object) -> tuple[str, ...]:
    return tuple(t for t in value if isinstance(t, str)) if isinstance(value, list) else ()


def _sources(value: object) -> tuple[Source, ...]:
    groups = value if isinstance(value, list) else []
    named = [g for g in groups if isinstance(g, dict) and _text(g, "document")]
    return tuple(Source(_text(g, "document"), _text(g, "says")) for g in named)
