from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from supple.ui import system_hints
from supple.ui.look import Clothes, Look
from supple.ui.theme import BLUE, DARK, LIGHT, theme_of


def test_a_theme_dresses_the_whole_program(look: Look, qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(look.changed):
        look.set_theme("dark")
    assert look.theme is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == DARK.color("bg")
    assert DARK.hex("surface") in qapp.styleSheet()


def test_an_unknown_theme_is_refused(look: Look) -> None:
    with pytest.raises(ValueError, match="'sepia'"):
        look.set_theme("sepia")


def test_the_system_theme_follows_the_desktop(
    look: Look, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    hints = QGuiApplication.styleHints()
    scheme = Qt.ColorScheme.Dark
    monkeypatch.setattr(type(hints), "colorScheme", lambda _: scheme)
    look.set_theme("system")
    assert look.theme is DARK
    scheme = Qt.ColorScheme.Light
    hints.colorSchemeChanged.emit(scheme)
    assert look.theme is LIGHT


def test_a_chosen_theme_stays_when_the_desktop_changes(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    hints = QGuiApplication.styleHints()
    monkeypatch.setattr(type(hints), "colorScheme", lambda _: Qt.ColorScheme.Dark)
    look.set_theme("light")
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert look.theme is LIGHT


@pytest.mark.parametrize("odd", [{"contrast": "loud"}, {"sides": "pink"}])
def test_unknown_clothes_are_refused(look: Look, odd: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"'(loud|pink)'"):
        look.wear(Clothes(**odd))  # type: ignore[arg-type]


def test_high_contrast_and_blue_are_worn(look: Look, qapp: QApplication) -> None:
    look.wear(Clothes("dark", "high", BLUE))
    assert look.theme == theme_of(dark=True, high=True, sides=BLUE)
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == "#000000"
    look.set_contrast("normal")
    look.set_sides("teal-ochre")
    assert look.theme is DARK


def test_the_systems_contrast_is_followed(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    hints = system_hints.accessibility()
    wanted = Qt.ContrastPreference.HighContrast
    monkeypatch.setattr(type(hints), "contrastPreference", lambda _: wanted)
    hints.contrastPreferenceChanged.emit(wanted)
    assert look.theme.high
    look.set_contrast("normal")
    assert not look.theme.high


def test_text_size_grows_the_program_and_leaves_sessions(look: Look) -> None:
    body, cue = look.font("body").pixelSize(), look.font("cue").pixelSize()
    look.set_text_scale(1.3)
    assert look.font("body").pixelSize() == round(body * 1.3)
    assert look.font("cue").pixelSize() == cue
    assert look.px(10) == 13
    assert look.line("body") == round(22 * 1.3)
    assert look.line("cue") == 54


def test_session_text_and_motion_are_told(look: Look, qtbot: QtBot) -> None:
    with qtbot.waitSignal(look.changed):
        look.set_session_text_scale(1.2)
    with qtbot.waitSignal(look.changed):
        look.set_reduced_motion(True)
    assert look.session_text_scale == 1.2
    assert look.reduced_motion


def test_what_is_worn_already_costs_nothing(
    look: Look, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dressed: list[str] = []

    def dress(_: QApplication, sheet: str) -> None:
        if sheet:
            dressed.append(sheet)

    monkeypatch.setattr(QApplication, "setStyleSheet", dress)
    look.wear(Clothes("dark", "normal", BLUE, 1.15, 1.1, True))
    assert len(dressed) == 1
    with qtbot.assertNotEmitted(look.changed):
        look.wear(Clothes("dark", "normal", BLUE, 1.15, 1.1, True))
        look.set_theme("dark")
        look.set_contrast("normal")
        look.set_sides(BLUE)
        look.set_text_scale(1.15)
        look.set_session_text_scale(1.1)
        look.set_reduced_motion(True)
    assert len(dressed) == 1


def test_a_widget_inside_many_others_is_not_dressed_for_each_of_them(
    look: Look, qtbot: QtBot
) -> None:
    outer = QWidget()
    qtbot.addWidget(outer)
    inner = outer
    for _ in range(12):
        inner = QWidget(inner)
    outer.show()
    look.set_theme("light")
    counter = _Dressings(inner)
    look.set_theme("dark")
    assert 1 <= counter.count <= 2


class _Dressings(QObject):
    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.StyleChange
        return False


def test_session_text_and_motion_need_no_dressing(
    look: Look, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QApplication, "setStyleSheet", lambda *_: pytest.fail("dressed"))
    with qtbot.waitSignal(look.changed):
        look.wear(Clothes("light", session_text_scale=1.2, reduced_motion=True))
    assert (look.session_text_scale, look.reduced_motion) == (1.2, True)


def test_an_unknown_role_is_an_error(look: Look) -> None:
    with pytest.raises(KeyError):
        look.font("shouting")


def test_resizing_makes_no_more_fonts_than_there_are_sizes(look: Look) -> None:
    made = {id(look.font("cue", 1.0 + step / 10000)) for step in range(1000)}
    assert len(made) == 5


def test_sizes_that_are_past_are_forgotten(look: Look) -> None:
    for px in range(44, 400):
        assert look.font("cue", px / 44).pixelSize() == px
    assert len(look._fonts) <= 100


def test_a_missing_font_file_is_no_reason_to_stop(
    qapp: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    def read(name: str) -> bytes:
        raise FileNotFoundError(name)

    look = Look(read)
    assert look.font("body").pixelSize() == 15
    assert "fonts/Inter.ttf" in caplog.text


def test_an_icon_comes_in_the_token_of_the_theme(look: Look) -> None:
    light = look.pixmap("house", "ink", 24).toImage()
    look.set_theme("dark")
    dark = look.pixmap("house", "ink", 24).toImage()
    assert light != dark
    assert look.icon("house", "ink", 24).availableSizes()
