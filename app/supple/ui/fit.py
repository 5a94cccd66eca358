"""Finds text that does not fit: cut off, or outside what holds it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

_THROUGH = Qt.WidgetAttribute.WA_TransparentForMouseEvents
SLACK = 1
"""Pixels of rounding that nobody sees."""


def clipped(root: QWidget) -> list[str]:
    """Every visible text below ``root`` that has too little room, each in a sentence.

    Text that may be cut with an ellipsis is left alone, and so is what a scroll bar reaches.
    """
    return [problem for widget in _visible(root) for problem in _problems(widget)]


def unnamed(root: QWidget) -> list[str]:
    """Every control below ``root`` that can have the focus but has no name to be read out."""
    controls = [w for w in _visible(root) if w.focusPolicy() and not _is_part(w)]
    return [_name(w) for w in controls if not _spoken(w)]


def _visible(root: QWidget) -> Iterator[QWidget]:
    return (w for w in root.findChildren(QWidget) if w.isVisible() and w.window() is root.window())


def _problems(widget: QWidget) -> Iterator[str]:
    worded = isinstance(widget, QLabel | QAbstractButton) and widget.text()
    if worded:
        yield from _too_small(widget)
    elif isinstance(widget, QComboBox):
        yield from _words_too_wide(widget)
    if isinstance(widget, QScrollArea):
        inner = widget.widget()
        room = widget.viewport().width()
        if inner is not None and inner.width() > room + SLACK:
            yield f"{_name(inner)} is {inner.width()} wide in {room} of {_name(widget)}"
    else:
        yield from _outside(widget)


def _too_small(widget: QWidget) -> Iterator[str]:
    wanted, have = widget.sizeHint(), widget.size()
    if widget.hasHeightForWidth() and isinstance(widget, QLabel) and widget.wordWrap():
        height = widget.heightForWidth(have.width())
        if height > have.height() + SLACK:
            yield f"{_name(widget)} needs {height} of height and has {have.height()}"
        return
    least = min(wanted.width(), widget.minimumSizeHint().width())
    fixed = widget.minimumWidth() == widget.maximumWidth()
    if least > have.width() + SLACK and not fixed:
        yield f"{_name(widget)} needs {least} of width and has {have.width()}"
    if wanted.height() > have.height() + SLACK:
        yield f"{_name(widget)} needs {wanted.height()} of height and has {have.height()}"


def _words_too_wide(combo: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    control = QStyle.ComplexControl.CC_ComboBox
    room = combo.style().subControlRect(control, option, field, combo).width()
    wanted = combo.fontMetrics().horizontalAdvance(combo.currentText())
    if wanted > room + SLACK:
        yield f"{_name(combo)} needs {wanted} for its words and has {room}"


def _outside(widget: QWidget) -> Iterator[str]:
    parent = widget.parentWidget()
    # What is in a scroll area's viewport is moved about on purpose, a ring stands out on purpose.
    if parent is None or isinstance(parent.parentWidget(), QAbstractScrollArea):
        return
    if widget.testAttribute(_THROUGH) or not parent.rect().isValid():
        return
    room = parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
    if not room.contains(widget.geometry()):
        box = widget.geometry()
        yield (
            f"{_name(widget)} at {box.x()},{box.y()} {box.width()}x{box.height()} "
            f"leaves {_name(parent)} {parent.width()}x{parent.height()}"
        )


def _is_part(widget: QWidget) -> bool:
    """Whether it is the inside of another control, which has the name."""
    parent = widget.parentWidget()
    return parent is not None and widget in (parent.focusProxy(), *_inner(parent))


def _inner(control: QWidget) -> list[QWidget]:
    """The line a spin box or combo box is typed in."""
    if isinstance(control, QAbstractSpinBox):
        return control.findChildren(QLineEdit)
    return []


def _spoken(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} {(text or widget.accessibleName())[:40]!r}"
