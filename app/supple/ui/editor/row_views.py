"""What the rows of the editor show, and how it comes from a draft."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from supple.core import labels
from supple.core.draft_checks import Finding
from supple.core.draft_layout import Layout
from supple.core.routine import Dose, Sides, Stretch
from supple.core.routine_draft import Part, RoutineDraft


@dataclass(frozen=True, slots=True)
class RowView:
    """What a row shows."""

    key: int
    place: int
    """From 0."""
    count: int
    """How many rows there are."""
    name: str
    figure: str = ""
    dose: Dose = field(default_factory=Dose)
    sides: Sides = Sides.BOTH
    total_s: float = 0.0
    note: str = ""
    """A remark below it; "" for none."""
    wrong: bool = False
    """Whether the remark has to be mended."""
    missing: bool = False
    """Whether its stretch is not in the library."""

    @property
    def said(self) -> str:
        """The row in words."""
        dose = "" if self.missing else labels.dose(self.dose, self.sides)
        parts = (self.name, dose, labels.clock(self.total_s) if dose else "", self.note)
        return ", ".join(part for part in parts if part)

    @property
    def first_part(self) -> Part:
        """The number in its first column: a hold, or reps where nothing is held."""
        counts = self.dose.hold_s is None and self.dose.reps is not None
        return Part.REPS if counts else Part.HOLD

    @property
    def then(self) -> str:
        """The repetitions of a stretch that is held as well; "" for none."""
        if self.dose.reps is None or self.first_part is Part.REPS:
            return ""
        order = "then" if self.dose.reps.during_hold else "after"
        return f"{order} {labels.plural(self.dose.reps.count, 'rep')}"


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
