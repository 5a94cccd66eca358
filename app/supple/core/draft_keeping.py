"""A draft as values to be kept between two starts, whatever is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass

from supple.core.dose_format import dose_change
from supple.core.format_fields import Fields
from supple.core.format_findings import Findings
from supple.core.kept_texts import kept_text, kept_texts
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
        id=kept_text(kept.get("id")),
        name=kept_text(kept.get("name")),
        summary=kept_text(kept.get("summary")),
        rows=there,
        suits=kept_texts(kept.get("suits")),
        source=_sources(kept.get("source")),
        next_key=len(rows),
    )
    return KeptDraft(draft, was)


def _row(key: int, step: object) -> Row | None:
    if not isinstance(step, dict) or not isinstance(step.get("stretch"), str):
        return None
    return Row(key, kept_text(step["stretch"]), dose_change(Fields(step, (), Findings(), "a step")))


def _sources(value: object) -> tuple[Source, ...]:
    groups = (
        [group for group in value if isinstance(group, dict)] if isinstance(value, list) else []
    )
    found = (Source(kept_text(g.get("document")), kept_text(g.get("says"))) for g in groups)
    return tuple(source for source in found if source.document)
