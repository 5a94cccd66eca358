from __future__ import annotations

from typing import Any

from supple.ui.history.session_header import SessionHeader
from supple.ui.history.session_model import SessionModel
from supple.ui.history.session_table import SessionTable
from supple.ui.look import Look


def test_it_names_the_columns_and_grows_with_the_text(look: Look, put: Any) -> None:
    model = SessionModel()
    table = SessionTable(look, model)
    model.setParent(table)
    put(table, 838, 300)
    header = table.horizontalHeader()
    assert isinstance(header, SessionHeader)
    image = header.grab().toImage()
    ground = look.theme.color("surface")
    for column in range(6):
        left, width = header.sectionPosition(column), header.sectionSize(column)
        inked = [
            (x, y)
            for x in range(left, left + width)
            for y in range(5, 35)
            if image.pixelColor(x, y) != ground
        ]
        assert inked
    assert header.height() == 41
    look.set_text_scale(1.3)
    assert header.height() == round(41 * 1.3)
