from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from supple.core.routine import Dose, Reps, Sides
from supple.core.routine_draft import Part
from supple.ui.editor.row import RowWidget
from supple.ui.editor.row_parts import RowParts
from supple.ui.editor.row_views import RowView
from supple.ui.look import Look
from supple.ui.picture import Pictures

VIEW = RowView(7, 1, 3, "Strap stretch", dose=Dose(30, sets=2), sides=Sides.EACH)
LONG = RowView(7, 1, 3, "A stretch with the longest name anybody ever thought of writing")
Make = Callable[..., RowParts]


@pytest.fixture
def make(look: Look, pictures: Pictures, host: QWidget) -> Make:
    def build(view: RowView = VIEW, width: int = 824, *, narrow: bool = False) -> RowParts:
        row = RowWidget(look, pictures, view, host)
        row.set_narrow(narrow)
        row.resize(width, row.height_for(width))
        row.show()
        return row

    return build


def test_the_first_number_is_a_hold_or_the_reps(make: Make) -> None:
    assert make().first_part is Part.HOLD
    counted = RowView(7, 1, 3, "Circles", dose=Dose(reps=Reps(12, 3.0)))
    assert make(counted).numbers[Part.REPS].value() == 12


@pytest.mark.parametrize(("width", "narrow"), [(824, False), (640, True), (440, True)])
def test_nothing_lies_over_anything(make: Make, width: int, narrow: bool) -> None:
    row = make(LONG, width, narrow=narrow)
    parts = [
        row.grip,
        row.name,
        row.hold,
        row.sets,
        row.sides,
        row.total,
        row.menu_button,
        row.cross,
    ]
    shown = [part for part in parts if part.isVisible()]
    for n, part in enumerate(shown):
        assert row.rect().contains(part.geometry()), type(part).__name__
        for other in shown[n + 1 :]:
            assert not part.geometry().intersects(other.geometry())


def test_with_no_room_beside_the_numbers_the_name_stands_above_them(make: Make) -> None:
    wide, small = make(), make(width=440, narrow=True)
    assert wide.name.geometry().right() < wide.hold.x()
    assert small.name.geometry().bottom() < small.hold.y()
    assert small.height() > wide.height()


def test_a_remark_has_a_line_of_its_own(make: Make) -> None:
    noted = RowView(7, 1, 3, "Strap stretch", dose=Dose(30), note="Left out for you.")
    assert make(noted).height() > make().height()
