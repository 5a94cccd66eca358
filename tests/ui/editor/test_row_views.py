from __future__ import annotations

from typing import Any

from supple.core.draft_checks import findings
from supple.core.draft_layout import lay_out
from supple.core.routine_draft import Part, RoutineDraft
from supple.ui.editor.row_views import views_of


def say(text: str) -> float:
    return len(text) / 15


def test_rows_show_their_place_dose_and_length(content: Any) -> None:
    stretches = content.catalogue.stretches
    draft = RoutineDraft(name="E").added(["wall-supine", "straight-leg-raise"])
    draft = draft.with_part(0, Part.HOLD, 300, stretches["wall-supine"])
    layout = lay_out(draft, content.catalogue, say)
    first, second = views_of(draft, stretches, layout, findings(draft, stretches), {})
    assert (first.place, first.count, first.name) == (0, 2, "Legs up the wall")
    assert first.dose.hold_s == 300
    assert first.total_s == layout.rows[0]
    assert "Outside what the source" in first.note
    assert not first.wrong
    assert second.note == ""


def test_a_reason_to_leave_a_stretch_out_is_told_where_nothing_else_is(content: Any) -> None:
    stretches = content.catalogue.stretches
    draft = RoutineDraft(name="E").added(["wall-supine"])
    layout = lay_out(draft, content.catalogue, say)
    (view,) = views_of(draft, stretches, layout, (), {"wall-supine": "Left out for you."})
    assert (view.note, view.wrong) == ("Left out for you.", False)


def test_what_is_gone_has_its_id_for_a_name(content: Any) -> None:
    stretches = content.catalogue.stretches
    draft = RoutineDraft(name="E").added(["gone"])
    layout = lay_out(draft, content.catalogue, say)
    (view,) = views_of(draft, stretches, layout, findings(draft, stretches), {})
    assert (view.name, view.missing, view.wrong) == ("gone", True, True)
    assert view.said == "gone, “gone” is no longer in the library. Take it out."
