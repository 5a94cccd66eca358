"""A warning sign: which one, and who is to be called."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from supple.core import warning
from supple.core.warning import Sign
from supple.ui.look import Look
from supple.ui.session.frame import frame
from supple.ui.session.warning import WarningBar, WarningPanel
from supple.ui.widgets.label import Label


@pytest.fixture
def panel(look: Look, host: QWidget) -> WarningPanel:
    made = WarningPanel(look, host)
    made.show()
    return made


def test_each_choice_tells_its_sign(panel: WarningPanel, qtbot: QtBot) -> None:
    told: list[Sign | None] = []
    panel.told.connect(told.append)
    for choice in (*panel.signs.values(), panel.none):
        qtbot.mouseClick(choice, Qt.MouseButton.LeftButton)
    assert told == [Sign.SADDLE, Sign.LEG, None]
    names = [choice.accessibleName() for choice in (*panel.signs.values(), panel.none)]
    assert [name[0] for name in names] == ["1", "2", "3"]


@pytest.mark.parametrize("sign", Sign)
def test_the_advice_takes_the_place_of_the_choices(panel: WarningPanel, sign: Sign) -> None:
    panel.show_advice(sign)
    assert panel.none.isHidden()
    assert panel.advice.isVisible()
    assert panel.advice.title.text() == warning.TITLES[sign]
    assert panel.advice.accessibleName() == f"{warning.said(sign)} {warning.PAUSED}"
    panel.ask()
    assert panel.advice.isHidden()
    assert panel.none.isVisible()


@pytest.mark.parametrize("size", [(760, 560), (1100, 760), (1920, 1080)])
@pytest.mark.parametrize("text", [1.0, 1.1, 1.2])
@pytest.mark.parametrize("sign", [None, *Sign])
def test_everything_fits(
    panel: WarningPanel, size: tuple[int, int], text: float, sign: Sign | None
) -> None:
    if sign is not None:
        panel.show_advice(sign)
    f = frame(*size, text, 200)
    panel.set_scale(f.scale, f.text_scale)
    panel.setGeometry(0, 0, size[0], f.controls.top())
    for _ in range(3):
        QApplication.sendPostedEvents()
    seen = [w for w in panel.findChildren(QWidget) if w.isVisible()]
    assert seen
    for part in seen:
        box = part.rect().translated(part.mapTo(panel, part.rect().topLeft()))
        assert panel.rect().contains(box)
    for label in (w for w in seen if isinstance(w, Label)):
        assert label.height() >= label.heightForWidth(label.width())


def test_the_bar_lets_go_only_once_the_advice_is_there(look: Look, host: QWidget) -> None:
    bar = WarningBar(look, host)
    bar.set_scale(1.0, words=True)
    bar.set_told(False)
    assert bar.close_.isHidden()
    bar.set_told(True)
    assert not bar.close_.isHidden()
    assert bar.note.isHidden()
