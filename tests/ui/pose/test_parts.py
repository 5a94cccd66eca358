"""Picture and choices share the window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest

from supple.ui.fit import clipped, unnamed
from supple.ui.look import Look
from supple.ui.pose.editor import PoseEditor
from supple.ui.pose.parts import HIDE

Open = Callable[..., PoseEditor]


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_every_word_fits_a_small_window(opened: Open, look: Look, scale: float) -> None:
    editor = opened()
    look.set_text_scale(scale)
    window = editor.parentWidget()
    assert window is not None
    window.resize(760, 560)
    QTest.qWait(0)
    if scale > 1:
        # The picture has all the width until the choices are asked for.
        assert editor.panel.isHidden()
        wide = editor.canvas.width()
        assert wide > 0.9 * window.width()
        editor.options.click()
        QTest.qWait(0)
        assert editor.panel.isVisible()
        assert editor.canvas.width() < wide
        assert editor.options.text() == HIDE
    assert [problem for problem in clipped(editor) if "Handle" not in problem] == []
    assert unnamed(editor) == []
