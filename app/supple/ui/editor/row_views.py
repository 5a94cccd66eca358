"""From a draft to what its rows show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from supple.core.draft_checks import Finding
from supple.core.draft_layout import Layout
from supple.core.routine import Stretch
from supple.core.routine_draft import RoutineDraft
from supple.ui.editor.row import RowView


def views_of(
    draft: RoutineDraft,
    stretches: Mapping[str, Stretch],
    layout: Layout,
    found: Iterable[Finding],
    left_out: Mapping[str, str],
) -> list[RowView]:
    """One for each row. ``left_out``: reasons by id of stretches that are not to be done."""
    notes: dict[int, Finding] = {}
    for finding in found:
        if finding.key is not None:
            notes.setdefault(finding.key, finding)
    views = []
    for place, row in enumerate(draft.rows):
        stretch, note = stretches.get(row.stretch), notes.get(row.key)
        text, wrong = (note.text, note.stops) if note else (left_out.get(row.stretch, ""), False)
        if stretch is None:
            views.append(
                RowView(
                    row.key,
                    place,
                    len(draft.rows),
                    row.stretch,
                    note=text,
                    wrong=True,
                    missing=True,
                )
            )
            continue
        views.append(
            RowView(
                key=row.key,
                place=place,
                count=len(draft.rows),
                name=stretch.name,
                figure=stretch.figure,
                dose=row.dose(stretch),
                sides=stretch.sides,
                total_s=layout.rows.get(row.key, 0.0),
                note=text,
                wrong=wrong,
            )
        )
    return views
