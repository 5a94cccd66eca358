"""The style sheet and palette of Qt's own controls, built from the theme's tokens."""

from __future__ import annotations

import re

from PySide6.QtGui import QPalette

from supple.ui.theme import Theme

_SHEET = """
QToolTip { background: @ink; color: @bg; border: 0; padding: 4px 8px; }
QLineEdit, QPlainTextEdit, QComboBox {
  background: @surface; color: @ink; border: 1px solid @control; border-radius: 10px;
  padding: 0 ^12px; min-height: ^38px;
  selection-background-color: @primary; selection-color: @on-primary;
}
QPlainTextEdit { padding: ^8px; }
QLineEdit:disabled, QComboBox:disabled { color: @control; border-color: @line; }
QLineEdit[compact="true"], QComboBox[compact="true"] {
  min-height: ^32px; border-radius: 8px; padding: 0 ^10px;
}
QComboBox[active="true"] {
  background: @primary-soft; color: @primary-ink; border-color: @primary; font-weight: 600;
}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {
  border: 0; padding: 0; min-height: 0; background: transparent;
}
QComboBox::drop-down { border: 0; width: ^26px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
  background: @surface; border: 1px solid @line; outline: 0; padding: 4px;
  selection-background-color: @primary-soft; selection-color: @primary-ink;
}
QMenu { background: @surface; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: ^6px ^20px ^6px ^12px; border-radius: 6px; color: @ink; }
QMenu::item:selected { background: @primary-soft; color: @primary-ink; }
QMenu::item:disabled { color: @control; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QScrollArea { border: 0; background: transparent; }
QAbstractItemView { border: 0; outline: 0; background: transparent; color: @ink; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @control; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSlider { min-height: 24px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: @line; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: @primary; }
QSlider::handle:horizontal {
  width: 16px; height: 16px; margin: -8px 0; border-radius: 10px;
  background: @surface; border: 2px solid @primary;
}
QSlider::sub-page:horizontal:disabled { background: @control; }
QSlider::handle:horizontal:disabled { border-color: @control; }
"""

_ROLES = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "on-primary",
    QPalette.ColorRole.Highlight: "primary",
    QPalette.ColorRole.HighlightedText: "on-primary",
    QPalette.ColorRole.ToolTipBase: "ink",
    QPalette.ColorRole.ToolTipText: "bg",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Link: "primary",
    QPalette.ColorRole.LinkVisited: "primary-ink",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "control",
    QPalette.ColorRole.Dark: "control",
    QPalette.ColorRole.Shadow: "line",
    QPalette.ColorRole.Accent: "primary",
}
_FADED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


def sheet(theme: Theme, scale: float) -> str:
    """The style sheet; ``@token`` is a colour and ``^12px`` grows with the text scale."""
    return filled(_SHEET, theme, scale)


def filled(template: str, theme: Theme, scale: float) -> str:
    """``template`` with colours and lengths filled in, as in ``sheet``."""
    text = re.sub(r"@([a-z0-9-]+)", lambda match: theme.hex(match[1]), template)
    return re.sub(r"\^(\d+)px", lambda match: f"{round(int(match[1]) * scale)}px", text)


def palette(theme: Theme) -> QPalette:
    """The colours of everything the style sheet leaves alone."""
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(role, theme.color(token))
    for role in _FADED:
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.faint("ink"))
    return made
