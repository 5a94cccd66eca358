"""Everything about one stretch or one routine, with Start."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from supple.core import labels
from supple.core.outline import has_red_caution, leave_out, stretches_of
from supple.core.routine import Catalogue, Routine, Side, Stretch
from supple.core.wording import for_side
from supple.ui.flow import FlowLayout
from supple.ui.look import Look
from supple.ui.page import Scroller, clear
from supple.ui.picture import Picture, Pictures
from supple.ui.text import Text
from supple.ui.widgets import draw
from supple.ui.widgets.banner import Banner
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import Card
from supple.ui.widgets.chip import Chip

_STAGE = 148
_LOW_STAGE = 128
_SHARES = ((0.92, "main"), (0.5, "some"), (0.34, "some"), (0.2, "a little"))


class Detail(Card):
    """The panel beside the list, or the whole page in a narrow window."""

    start_asked = Signal(str)
    start_stretch_asked = Signal(str)

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__(look, 0)
        self._pictures = pictures
        self._start_id = ""
        self._is_routine = False
        self.body.setSpacing(0)
        self.stage = Picture(pictures, padding=6, radius=13, flat_bottom=True)
        self.stage.setFixedHeight(_STAGE)
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.addWidget(self.stage)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._rows.setContentsMargins(0, 14, 0, 0)
        scroller = Scroller(look, bottom=12)
        scroller.set_right(20)
        scroller.set_body(self._rows)
        holder = QHBoxLayout()
        holder.setContentsMargins(20, 0, 0, 0)
        holder.addWidget(scroller)
        self.body.addLayout(holder, 1)
        self._scroller = scroller
        self.start = Button(look, "Start", "primary", icon="play-solid")
        self.start.clicked.connect(self._on_start)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 12, 20, 16)
        foot.addWidget(self.start)
        foot.addStretch(1)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.NoFrame)
        line.setFixedHeight(1)
        self._line = line
        self.body.addWidget(line)
        self.body.addLayout(foot)
        self.setAccessibleName("Details")

    def set_low(self, low: bool) -> None:
        """Take less height for the picture in a low window."""
        self.stage.setFixedHeight(_LOW_STAGE if low else _STAGE)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(self._line.geometry(), self._look.theme.color("line"))
        painter.end()

    def show_stretch(self, stretch: Stretch, duration_s: float) -> None:
        """Show a stretch."""
        self._begin(stretch.id, stretch.name, is_routine=False)
        self.stage.show_figure(stretch.figure)
        self.stage.show()
        dose = labels.dose(stretch.dose, stretch.sides)
        self._add_chips([("clock", labels.minutes(duration_s)), ("repeat", dose)])
        self._add_steps(_steps(stretch))
        if stretch.feel:
            self._add_text(f"You feel: {_lowered(stretch.feel)}", "small", "muted", above=8)
        self._add_cautions(stretch)
        self._add_muscles(stretch.focus)
        self._add_list("Watch for", stretch.mistakes)
        self._add_list("Variations", stretch.variations)
        self._add_sources([labels.source(s) for s in stretch.source])
        self._rows.addStretch(1)

    def show_routine(self, routine: Routine, catalogue: Catalogue, duration_s: float) -> None:
        """Show a routine with its stretches."""
        self._begin(routine.id, routine.name, is_routine=True)
        self.stage.hide()
        if routine.summary:
            self._add_text(routine.summary, "body", "muted", above=2)
        parts = stretches_of(routine, catalogue)
        kit = labels.equipment([e for part in parts for e in part.equipment])
        self._add_chips([("clock", labels.minutes(duration_s)), ("cable", kit or "Nothing needed")])
        for step in routine.steps:
            stretch = catalogue.stretches.get(step.stretch)
            if stretch is not None:
                dose = labels.dose(step.change.over(stretch.dose), stretch.sides)
                marked = has_red_caution(stretch)
                row = StretchRow(self._look, self._pictures, stretch, dose, marked=marked)
                self._rows.addWidget(row)
        red = {part.name: leave_out(part) for part in parts if has_red_caution(part)}
        if red:
            self._add_care("\n".join(f"{name}: {_lowered(why)}" for name, why in red.items()))
        self._add_sources([labels.source(s) for s in routine.source])
        self._rows.addStretch(1)

    def turn(self, pages: int) -> None:
        """Scroll by so many times its height, down or, below zero, up."""
        bar = self._scroller.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())

    def _begin(self, item_id: str, name: str, *, is_routine: bool) -> None:
        clear(self._rows)
        self._start_id, self._is_routine = item_id, is_routine
        self.start.setAccessibleName(f"Start {name}")
        self._scroller.verticalScrollBar().setValue(0)
        self._rows.setContentsMargins(0, 18 if is_routine else 14, 0, 0)
        self._rows.addWidget(Text(self._look, name, "heading", wrap=True))

    def _add_text(self, text: str, role: str, token: str, *, above: int = 0) -> None:
        self._rows.addSpacing(above)
        self._rows.addWidget(Text(self._look, text, role, token, wrap=True))

    def _add_chips(self, chips: Sequence[tuple[str, str]]) -> None:
        row = FlowLayout([Chip(self._look, text, icon=icon) for icon, text in chips if text])
        self._rows.addSpacing(8)
        self._rows.addLayout(row)
        self._rows.addSpacing(12)

    def _add_steps(self, steps: Sequence[str]) -> None:
        for n, step in enumerate(steps, 1):
            row = QHBoxLayout()
            row.setSpacing(12)
            row.setContentsMargins(0, 2, 0, 2)
            number = Text(self._look, str(n), "small-strong", "primary", numbers=True, line=20)
            number.setFixedWidth(self._look.px(14))
            row.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Text(self._look, step, "body", wrap=True, line=20), 1)
            self._rows.addLayout(row)

    def _add_muscles(self, focus: Sequence[str]) -> None:
        self._rows.addSpacing(8)
        for n, muscle in enumerate(focus):
            share, word = _SHARES[min(n, len(_SHARES) - 1)]
            self._rows.addWidget(MuscleBar(self._look, labels.muscle(muscle), share, word))
        self._rows.addSpacing(8)

    def _add_cautions(self, stretch: Stretch) -> None:
        words = [*stretch.cautions, leave_out(stretch)]
        if any(words):
            self._add_care(" ".join(word for word in words if word))

    def _add_care(self, text: str) -> None:
        banner = Banner(self._look, text, "care", icon="shield-alert")
        banner.label.set_role("small")
        self._rows.addSpacing(8)
        self._rows.addWidget(banner)

    def _add_list(self, head: str, entries: Sequence[str]) -> None:
        if not entries:
            return
        self._add_text(head, "small-strong", "ink", above=12)
        for entry in entries:
            self._add_text(for_side(entry, Side.LEFT), "small", "muted", above=2)

    def _add_sources(self, sources: Sequence[str]) -> None:
        if not sources:
            return
        self._add_text("Sources" if len(sources) > 1 else "Source", "small-strong", "ink", above=12)
        for source in sources:
            self._add_text(source, "small", "muted", above=2)

    def _on_start(self) -> None:
        wanted = self.start_asked if self._is_routine else self.start_stretch_asked
        wanted.emit(self._start_id)


def _steps(stretch: Stretch) -> tuple[str, ...]:
    """Setup and hold, told for the left leg, which comes first."""
    told = [*stretch.setup, stretch.hold_cue]
    return tuple(for_side(line, Side.LEFT) for line in told if line)


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


class MuscleBar(QWidget):
    """A muscle, how much it is stretched as a bar, and in a word."""

    def __init__(self, look: Look, name: str, share: float, word: str) -> None:
        """``share`` 0 to 1."""
        super().__init__()
        self._look = look
        self._share = share
        self.setAccessibleName(f"{name}: {word}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        label = Text(look, name, "small")
        label.setFixedWidth(look.px(112))
        self._bar = QWidget()
        end = Text(look, word, "small", "muted")
        end.setFixedWidth(look.px(48))
        end.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(label)
        row.addWidget(self._bar, 1)
        row.addWidget(end)
        self.setFixedHeight(look.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = draw.smooth(self)
        place = self._bar.geometry()
        box = QRectF(place.left(), self.height() / 2 - 3, place.width(), 6)
        draw.rounded(painter, box, 3, theme.color("line"))
        box.setWidth(box.width() * self._share)
        draw.rounded(painter, box, 3, theme.color("accent"))
        painter.end()


class StretchRow(QWidget):
    """A stretch of a routine: picture, name, dose, and a shield if it is to be read first."""

    def __init__(
        self, look: Look, pictures: Pictures, stretch: Stretch, dose: str, *, marked: bool
    ) -> None:
        super().__init__()
        self._look = look
        self._pictures = pictures
        self._figure = stretch.figure
        self._marked = marked
        self.setAccessibleName(f"{stretch.name}, {dose}{', read first' if marked else ''}")
        self._thumb = QSize(look.px(56), look.px(46))
        self.setFixedHeight(look.px(60))
        words = QVBoxLayout(self)
        words.setContentsMargins(self._thumb.width() + 12, 0, look.px(24) if marked else 0, 0)
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Text(look, stretch.name, "body-strong", elide=True, line=20))
        words.addWidget(Text(look, dose, "small", "muted", elide=True))
        words.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._look.theme.color("line"))
        box = QRectF(0, (self.height() - self._thumb.height()) / 2, 0, 0)
        box.setSize(self._thumb.toSizeF())
        dpr = self.devicePixelRatioF()
        self._pictures.paint(painter, box, self._figure, dpr, 8)
        if self._marked:
            side = self._look.px(18)
            shield = self._look.pixmap("shield-alert", "accent-ink", side, dpr)
            painter.drawPixmap(self.width() - side, (self.height() - side) // 2, shield)
        painter.end()
