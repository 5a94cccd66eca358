from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from supple.ui.look import Look
from supple.ui.settings.busy import Busy
from supple.ui.widgets.banner import Banner


class Scene:
    def __init__(self, look: Look, host: QWidget) -> None:
        self.host = host
        self.busy = Busy(look)
        self.button, self.other = QPushButton("Back up"), QPushButton("Other")
        column = QVBoxLayout(host)
        for part in (self.button, self.other, self.busy):
            column.addWidget(part)
        self.button.show()
        self.other.show()
        host.activateWindow()


@pytest.fixture
def scene(look: Look, host: QWidget) -> Scene:
    return Scene(look, host)


def test_it_is_seen_while_something_is_done(scene: Scene) -> None:
    assert not scene.busy.isVisible()
    scene.busy.begin("Making a backup...", [scene.button])
    assert scene.busy.isVisible()
    assert scene.busy.accessibleName() == "Making a backup..."
    banner = scene.busy.findChild(Banner)
    assert banner is not None
    assert banner.label.text() == "Making a backup..."
    scene.busy.end()
    assert not scene.busy.isVisible()


def test_it_keeps_the_focus_of_what_waits_and_gives_it_back(scene: Scene) -> None:
    scene.button.setFocus()
    scene.busy.begin("Making a backup...", [scene.button])
    scene.button.setEnabled(False)
    assert scene.host.focusWidget() is scene.busy
    scene.button.setEnabled(True)
    scene.busy.end()
    assert scene.host.focusWidget() is scene.button


def test_it_leaves_the_focus_where_the_person_took_it(scene: Scene) -> None:
    scene.button.setFocus()
    scene.busy.begin("Making a backup...", [scene.button])
    scene.other.setFocus()
    scene.busy.end()
    assert scene.host.focusWidget() is scene.other


def test_it_takes_no_focus_that_waits_for_nothing(scene: Scene) -> None:
    scene.other.setFocus()
    scene.busy.begin("Making a backup...", [scene.button])
    assert scene.host.focusWidget() is scene.other
