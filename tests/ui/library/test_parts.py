from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.ui.library.parts import MuscleBar, StretchRow
from supple.ui.look import Look
from supple.ui.picture import Pictures
from supple.ui.text import Text


@pytest.mark.parametrize(
    ("marked", "left_out", "told"),
    [
        (False, False, "March on the spot, 2 min"),
        (True, False, "March on the spot, 2 min, read first"),
        (False, True, "March on the spot, Left out"),
    ],
)
def test_a_row_tells_dose_caution_and_what_is_left_out(
    qtbot: QtBot,
    look: Look,
    pictures: Pictures,
    content: Any,
    marked: bool,
    left_out: bool,
    told: str,
) -> None:
    stretch = content.catalogue.stretches["march"]
    row = StretchRow(look, pictures, stretch, "2 min", marked=marked, left_out=left_out)
    qtbot.addWidget(row)
    row.grab()
    assert row.accessibleName() == told
    below = row.findChildren(Text)[1].text()
    assert below == ("Left out" if left_out else "2 min")


def test_a_longer_bar_stands_for_more(qtbot: QtBot, look: Look) -> None:
    accent = look.theme.color("accent").rgb()
    widths = []
    for share in (0.2, 0.9):
        bar = MuscleBar(look, "Calves", share, "some")
        qtbot.addWidget(bar)
        bar.resize(300, 26)
        picture = bar.grab().toImage()
        widths.append(sum(picture.pixel(x, 13) == accent for x in range(300)))
    assert 0 < widths[0] < widths[1]


def test_in_another_text_size_they_are_as_those_made_in_it(
    put: Callable[..., QWidget], look: Look, pictures: Pictures, content: Any
) -> None:
    stretch = content.catalogue.stretches["march"]

    def made() -> list[QWidget]:
        parts = [
            StretchRow(look, pictures, stretch, "2 min", marked=True),
            MuscleBar(look, "Hip flexors", 0.5, "a little"),
        ]
        return [put(part, 300, part.height()) for part in parts]

    before = made()
    look.set_text_scale(1.3)
    for old, new in zip(before, made(), strict=True):
        old.resize(new.size())
        assert old.grab().toImage() == new.grab().toImage()
