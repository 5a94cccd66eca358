from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from supple.core.handout import Handout
from supple.core.paper import Paper
from supple.ui.handout.preview import Preview
from supple.ui.handout.sheet import Sheet
from supple.ui.look import Look

SheetMaker = Callable[[Handout, Paper], Sheet]


def test_it_is_white_paper_in_every_theme(
    qtbot: QtBot, look: Look, on_paper: SheetMaker, sheet_of: Callable[[str], Handout]
) -> None:
    preview = Preview(look, 300)
    qtbot.addWidget(preview)
    preview.show_page(on_paper(sheet_of("lying-down"), Paper.A4), 0)
    for theme in ("light", "dark"):
        look.set_theme(theme)
        image = preview.grab().toImage()
        corner = image.pixelColor(6, 6)
        assert (corner.red(), corner.green(), corner.blue()) == (255, 255, 255)
        dark = [
            (x, y)
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).lightness() < 90
        ]
        assert len(dark) > 200 if theme == "light" else dark


def test_another_page_looks_otherwise_and_says_which_it_is(
    qtbot: QtBot, look: Look, on_paper: SheetMaker, sheet_of: Callable[[str], Handout]
) -> None:
    preview = Preview(look, 300)
    qtbot.addWidget(preview)
    sheet = on_paper(sheet_of("lying-down"), Paper.LETTER)
    seen = []
    for page in range(2):
        preview.show_page(sheet, page)
        seen.append(preview.grab().toImage())
        assert preview.accessibleName() == f"Lying down, page {page + 1} of 2"
    assert seen[0] != seen[1]


def test_without_a_sheet_nothing_is_drawn(qtbot: QtBot, look: Look) -> None:
    preview = Preview(look, 300)
    qtbot.addWidget(preview)
    image = preview.grab().toImage()
    assert len({image.pixel(x, 150) for x in range(image.width())}) == 1
