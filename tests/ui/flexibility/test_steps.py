from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from supple.core.check_script import GET_SET
from supple.ui.flexibility.steps import Sign, Steps
from supple.ui.look import Look

Put = Callable[[QWidget, int, int], QWidget]


def test_the_row_that_is_said_stands_out_alone(look: Look, put: Put, color_at: Any) -> None:
    steps = Steps(look, GET_SET)
    put(steps, 400, 300)
    steps.show_line(GET_SET[2].spoken)
    soft = look.theme.hex("primary-soft").lower()
    seen = [color_at(row, 0.9, 0.5) == soft for row in steps.rows]
    assert seen == [False, False, True, False]
    steps.show_line("something else")
    assert all(color_at(row, 0.9, 0.5) != soft for row in steps.rows)


def test_a_sign_follows_theme_and_text_size(look: Look, qtbot: object) -> None:
    sign = Sign(look, "info", "muted", 18)
    light = sign.pixmap().toImage()
    look.set_theme("dark")
    assert sign.pixmap().toImage() != light
    look.set_text_scale(1.3)
    assert sign.pixmap().width() == round(18 * 1.3)
