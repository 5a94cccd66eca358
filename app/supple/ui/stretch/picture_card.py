"""The picture of a stretch: shown in motion, chosen, made, or taken from a file."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy

from supple.figure.port import FigurePainter
from supple.ui.flow import FlowLayout
from supple.ui.look import Look
from supple.ui.stretch.field import Line
from supple.ui.stretch.moving import MovingStage
from supple.ui.text import Text
from supple.ui.widgets import draw
from supple.ui.widgets.banner import Banner
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import RADIUS, Card

_STAGE, _LOW_STAGE = 216, 150
EMPTY = "Show what it looks like: choose a figure, make a pose, or drop a picture here."
SHOWN = "Drop a picture here to use it instead."
BUSY = "Reading the picture…"


class PictureCard(Card):
    """A stage with three ways to fill it."""

    choose_asked = Signal()
    pose_asked = Signal()
    picture_asked = Signal()
    """A picture file is to be chosen."""
    dropped = Signal(str)
    """The path of a file."""
    removed = Signal()
    described = Signal(str)
    """What an image shows, in words."""

    def __init__(self, look: Look, figures: FigurePainter) -> None:
        super().__init__(look, 16)
        self._is_over = False
        self.setAcceptDrops(True)
        self.setAccessibleName("Picture")
        self.stage = MovingStage(look, figures)
        self.body.addWidget(self.stage)
        self._says = Text(look, EMPTY, "small", "muted", wrap=True)
        self.body.addWidget(self._says)
        self.problem = Banner(look, "", "care", icon="shield-alert")
        self.problem.label.set_role("small")
        self.problem.hide()
        self.body.addWidget(self.problem)
        self.choose = Button(look, "Choose a figure", size="small")
        self.pose = Button(look, "Make a pose", size="small")
        self.use = Button(look, "Use a picture…", size="small", icon="picture")
        self.remove = Button(look, "Take it out", "quiet", "small")
        self.choose.clicked.connect(self.choose_asked)
        self.pose.clicked.connect(self.pose_asked)
        self.use.clicked.connect(self.picture_asked)
        self.remove.clicked.connect(self.removed)
        self.body.addLayout(FlowLayout([self.choose, self.pose, self.use, self.remove]))
        self._words = Line(look, "What the picture shows", "What it shows, in a few words")
        self._words.setToolTip("Read out where somebody cannot see the picture")
        self._words.setProperty("compact", True)
        self._words.editingFinished.connect(lambda: self.described.emit(self._words.text()))
        self._words.hide()
        self.body.addWidget(self._words)
        # Its words need their lines: what is too high is scrolled.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_low(False)
        look.changed.connect(self.update)

    def set_low(self, low: bool) -> None:
        """Take less height for the stage."""
        self.stage.setFixedHeight(_LOW_STAGE if low else _STAGE)

    def show_figure(
        self, figure: str, *, repeats: bool, image: bool, own_pose: bool, words: str
    ) -> None:
        """Show ``figure``; ``words`` are what an image is said to show."""
        self.stage.show_figure(figure, repeats=repeats)
        self._says.say(SHOWN if figure else EMPTY)
        self.pose.setText("Change the pose" if own_pose else "Make a pose")
        self.pose.updateGeometry()
        if not figure and self.remove.hasFocus():
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        self.remove.setVisible(bool(figure))
        self._words.setVisible(image)
        self._words.show_text(words)
        self.problem.hide()

    def take_words(self) -> None:
        """Tell what is written so far: a key may save or leave while it is being written."""
        if not self._words.isHidden():
            self.described.emit(self._words.text())

    def show_busy(self) -> None:
        """A picture is being read."""
        self.problem.hide()
        self._says.say(BUSY)

    def show_problem(self, text: str) -> None:
        """Why a picture cannot be used."""
        self._says.say(SHOWN if self.stage.view is not None else EMPTY)
        self.problem.say(text)
        self.problem.show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._is_over = True
            self.update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._is_over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        self._is_over = False
        self.update()
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths[0])

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_over:
            return
        painter: QPainter = draw.smooth(self)
        painter.setPen(QPen(self._look.theme.color("primary"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.end()
