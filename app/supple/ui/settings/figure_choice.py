"""Who shows the stretches: three skins and three heads of hair to pick from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from supple.figure.port import FigurePainter, FigureView
from supple.ui.flow import FlowLayout
from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets import draw

SKIN_NAMES = ("Medium skin", "Light skin", "Dark skin")
HAIR_NAMES = ("Cropped hair", "Tied-up hair", "Curly hair")
_SIZE = 72
_POSE = "seated-heel-out"
_SCENE = QSize(600, 284)
"""Pixels of the whole scene of which only the head is shown."""
_SHOULDER = "near.shoulder"
_UP, _AHEAD = 0.13, 0.025
"""How far the head's middle is above and before the shoulder, in parts of the scene."""


class FigureChoice(QWidget):
    """Two rows of heads; ``chosen`` carries skin and hair, both 0 to 2."""

    chosen = Signal(int, int)

    def __init__(self, look: Look, figures: FigurePainter) -> None:
        super().__init__()
        self.setAccessibleName("Who shows the stretches")
        self._skin = self._hair = 0
        self._skins = [Head(look, figures, name) for name in SKIN_NAMES]
        self._hairs = [Head(look, figures, name) for name in HAIR_NAMES]
        rows = FlowLayout([_row(look, "Skin", self._skins), _row(look, "Hair", self._hairs)])
        rows.setContentsMargins(0, 12, 0, 14)
        self.setLayout(rows)
        for n, head in enumerate(self._skins):
            head.clicked.connect(lambda _=False, n=n: self._on_chosen(n, self._hair))
        for n, head in enumerate(self._hairs):
            head.clicked.connect(lambda _=False, n=n: self._on_chosen(self._skin, n))
        self.choose(0, 0)

    def choose(self, skin: int, hair: int) -> None:
        """Mark one of each, without a signal."""
        self._skin, self._hair = skin, hair
        for n, head in enumerate(self._skins):
            head.show_person(n, hair)
        for n, head in enumerate(self._hairs):
            head.show_person(skin, n)
        self._skins[skin].setChecked(True)
        self._hairs[hair].setChecked(True)

    def _on_chosen(self, skin: int, hair: int) -> None:
        self.choose(skin, hair)
        self.chosen.emit(skin, hair)


def _row(look: Look, name: str, heads: Sequence[Head]) -> QWidget:
    """Heads of which one is chosen, side by side below their name."""
    box = QWidget()
    box.setAccessibleName(name)
    group = QButtonGroup(box)
    row = QHBoxLayout()
    row.setSpacing(12)
    for head in heads:
        group.addButton(head)
        row.addWidget(head)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 24, 0)
    column.setSpacing(6)
    column.addWidget(Text(look, name, "small-strong", "muted"))
    column.addLayout(row)
    return box


class Head(QRadioButton):
    """One head in a circle."""

    def __init__(self, look: Look, figures: FigurePainter, name: str) -> None:
        super().__init__()
        self._look = look
        self._figures = figures
        self._person = (0, 0)
        self._drawn: tuple[object, QPixmap] | None = None
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def show_person(self, skin: int, hair: int) -> None:
        """Show this skin with this hair, both 0 to 2."""
        self._person = (skin, hair)
        self.update()

    def sizeHint(self) -> QSize:
        side = self._look.px(_SIZE)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = draw.smooth(self)
        circle = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        path = QPainterPath()
        path.addEllipse(circle)
        painter.fillPath(path, theme.color("stage"))
        painter.save()
        painter.setClipPath(path)
        painter.drawPixmap(0, 0, self._picture())
        painter.restore()
        radius = self.width() / 2
        if self.isChecked():
            box = QRectF(self.rect())
            draw.rounded(painter, box, radius, None, theme.color("primary"), 2)
        else:
            draw.rounded(painter, circle, radius, None, theme.color("control"))
        painter.end()

    def _picture(self) -> QPixmap:
        dpr = self.devicePixelRatioF()
        key = (self._person, self._look.theme.dark, self.width(), dpr)
        if self._drawn is None or self._drawn[0] != key:
            self._drawn = (key, self._draw(dpr))
        return self._drawn[1]

    def _draw(self, dpr: float) -> QPixmap:
        pixmap = QPixmap(self.size() * dpr)
        pixmap.setDevicePixelRatio(dpr)
        pixmap.fill(Qt.GlobalColor.transparent)
        skin, hair = self._person
        dark = self._look.theme.dark
        still = FigureView(_POSE, phase=0, glow=0, arrow=0, backdrop=False)
        view = replace(still, dark=dark, skin=skin, hair=hair)
        grow = self.width() / _SIZE
        scene = QRectF(QPointF(), _SCENE.toSizeF() * grow)
        shoulder = self._figures.place(scene, view, _SHOULDER)
        if shoulder is not None:
            ahead, up = _AHEAD * scene.width(), _UP * scene.height()
            middle = QPointF(shoulder[0] + ahead, shoulder[1] - up)
            scene.translate(QRectF(self.rect()).center() - middle)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._figures.paint(painter, scene, view)
        painter.end()
        return pixmap
