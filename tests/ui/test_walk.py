from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.heard import let_hear
from supple.ui.look import Look
from supple.ui.walk import heard_as, is_choice, unheard, unreached
from supple.ui.widgets.segmented import Segmented
from supple.ui.widgets.stepper import Stepper
from supple.ui.widgets.switch import Switch


class Drawing(QWidget):
    """Stands in for a drawing of ours."""

    def paintEvent(self, event: QPaintEvent) -> None: ...


class Pointed(QWidget):
    """Stands in for what only a mouse can use."""

    def mousePressEvent(self, event: QMouseEvent) -> None: ...


for kind in (Drawing, Pointed):
    kind.__module__ = "supple.kind"


@pytest.fixture(autouse=True)
def _hearing(qapp: QApplication) -> None:
    let_hear()


def shown(host: QWidget, *parts: QWidget) -> QWidget:
    for n, part in enumerate(parts):
        part.setParent(host)
        part.move(0, 60 * n)
        part.show()
    return host


def test_our_controls_have_no_fault(look: Look, host: QWidget, qtbot: QtBot) -> None:
    stepper = Stepper(look, 30, 5, 90, suffix=" s", name="Hold")
    options = [("easy", "Easy"), ("hard", "Hard")]
    segments = Segmented(look, options, "easy", name="Difficulty")
    shown(host, stepper, segments, Switch(look, "Voice"), QPushButton("Save"))
    with qtbot.waitActive(host):
        host.activateWindow()
    assert unheard(host) == []
    assert unreached(host) == []


def test_a_control_without_a_name_is_found(host: QWidget) -> None:
    shown(host, QLineEdit())
    assert unheard(host) == ["QLineEdit “” in QWidget has no name"]


def test_a_drawing_without_a_name_is_found_unless_it_is_decoration(host: QWidget) -> None:
    plain, named, decoration = Drawing(), Drawing(), Drawing()
    named.setAccessibleName("Your year")
    decoration.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    shown(host, plain, named, decoration)
    assert unheard(host) == ["Drawing “” in QWidget is painted, and passed over as Client"]


def test_what_only_a_mouse_can_use_is_found(host: QWidget) -> None:
    told, mute = QPushButton("Pause"), QPushButton("Mute")
    for button in (told, mute):
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    told.setAccessibleDescription("Key: Space")
    around = Pointed()
    QPushButton("Handle", around)
    shown(host, told, mute, Pointed(), around)
    assert unheard(host) == [
        "QPushButton “Mute” in QWidget is there for the mouse alone",
        "Pointed “” in QWidget is there for the mouse alone",
    ]


def test_a_focus_on_a_filler_is_found(host: QWidget) -> None:
    filler = QWidget()
    filler.setAccessibleName("Chart")
    filler.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    shown(host, filler)
    assert unheard(host) == ["QWidget “Chart” in QWidget can have the focus and is Client"]


def test_two_buttons_alike_are_found_and_choices_told_by_their_group(
    look: Look, host: QWidget
) -> None:
    yes_no = [("yes", "Yes"), ("no", "No")]
    sides = Segmented(look, yes_no, "yes", name="Sides")
    strap = Segmented(look, yes_no, "yes", name="Strap")
    shown(host, sides, strap, QPushButton("Remove"), QPushButton("Remove"))
    assert unheard(host) == ["2 times Button “Remove” in “”"]
    strap.setAccessibleName("Sides")
    assert len(unheard(host)) == 3


def test_a_trap_for_tab_is_found(host: QWidget, qtbot: QtBot) -> None:
    trap, behind = QTextEdit(), QPushButton("Behind")
    trap.setAccessibleName("Note")
    shown(host, trap, behind)
    with qtbot.waitActive(host):
        host.activateWindow()
    trap.setFocus()
    assert unreached(host) == ["QPushButton “Behind” in QWidget is never reached by Tab"]
    trap.setTabChangesFocus(True)
    assert unreached(host) == []


def test_how_it_is_heard(look: Look, host: QWidget) -> None:
    switch, button = Switch(look, "Voice"), QPushButton("Save")
    shown(host, switch, button)
    assert heard_as(switch)[0] == "Voice"
    assert heard_as(switch)[1].name == "CheckBox"
    assert not is_choice(switch)
    segments = Segmented(look, [("a", "A"), ("b", "B")], "a", name="Kind")
    shown(host, segments)
    assert is_choice(segments.findChildren(QWidget)[0])
