"""The cards of the overview: a title, what the shapes mean, the chart, and one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supple.core.day_off import Off
from supple.core.history_view import HistoryView
from supple.ui.history.chart import Chart
from supple.ui.history.heatmap import OFF_NAMES, HeatMap
from supple.ui.history.legend import Legend, Sign
from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import Card

LINES = range(2, 8)
"""How many lines of text there may be below a chart."""


class ChartCard(Card):
    """A chart with what it says in words. Pointing at a part has the words say that part."""

    def __init__(
        self, look: Look, title: str, chart: Chart, *, note: str = "", signs: Sequence[Sign] = ()
    ) -> None:
        """Below the title stands ``note``, or the ``signs`` of the chart."""
        super().__init__(look, 16)
        self.chart = chart
        self._line = ""
        self.title = Text(look, title, "subhead", elide=True)
        self.copy = copy_button(look, chart, title)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.copy)
        self._words = Text(look, "", "caption", "muted", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._measure = Text(look, "", "caption", wrap=True, parent=self)
        self._measure.hide()
        self._lines = LINES.start
        self.body.setContentsMargins(16, 14, 16, 12)
        self.body.setSpacing(0)
        self.body.addLayout(head)
        self.legend = Legend(look, signs) if signs else None
        below: QWidget = self.legend or Text(look, note, "caption", "muted", elide=True)
        self.body.addWidget(below)
        self.body.addSpacing(8)
        self.body.addWidget(chart)
        self.body.addSpacing(6)
        self.body.addWidget(self._words)
        self.body.addStretch(1)
        self.setAccessibleName(title)
        chart.pointed.connect(lambda text: self._words.say(text or self._line))
        look.changed.connect(self._refresh)
        self._refresh()

    def say(self, line: str) -> None:
        """What stands below the chart while nothing of it is pointed at."""
        self._line = line
        self._words.say(self.chart.text_at(self.chart.at) or line)

    def lines_wanted(self) -> int:
        """Lines that the longest of its texts takes at the width there is."""
        width = self._words.width()
        metrics = QFontMetricsF(self._words.font())
        texts = [self._line, *self.chart.texts]
        longest = max(texts, key=metrics.horizontalAdvance)
        self._measure.say(longest)
        lines = round(self._measure.heightForWidth(width) / self._look.line("caption"))
        return max(LINES.start, min(LINES.stop - 1, lines))

    def set_lines(self, lines: int) -> None:
        """Room for so many lines: the chart is not to jump when it is pointed at."""
        if lines != self._lines:
            self._lines = lines
            self._refresh()

    def _refresh(self) -> None:
        self._words.setFixedHeight(self._lines * self._look.line("caption"))


class YearCard(Card):
    """The heat map, what its colours mean, and the day looked at."""

    day_off_asked = Signal(object, object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, 20)
        self.map = HeatMap(look)
        self.map.day_off_asked.connect(self.day_off_asked)
        self._title = Text(look, "Your year", "subhead")
        self._words = Text(look, "", "caption", "ink", elide=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignLeft)
        signs = [Sign("", "", "None")]
        signs += [Sign("cell", f"h{level}", "") for level in range(5)]
        self.legend = Legend(look, [*signs, Sign("", "", "20 min or more")])
        self.copy = copy_button(look, self.map, "Your year")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._words, 1)
        head.addWidget(self.legend)
        head.addWidget(self.copy)
        self._off = Legend(look, [Sign("cell", "h0", OFF_NAMES[off], off=off) for off in Off])
        self.body.setContentsMargins(20, 14, 20, 12)
        self.body.setSpacing(0)
        self.body.addLayout(head)
        self.body.addSpacing(10)
        self.body.addWidget(self.map)
        self._apart = QWidget()
        self._apart.setFixedHeight(4)
        self.body.addWidget(self._apart)
        self.body.addWidget(self._off)
        self.setAccessibleName("Your year")
        self.map.pointed.connect(self._say)
        self._head = head

    def show_view(self, view: HistoryView, words: str, table: str) -> None:
        """Show the days of ``view``."""
        self.map.show_days(view.cells, view.today, view.first_weekday, words, table)
        self._say(self.map.text_at(self.map.at))
        for part in (self._apart, self._off):
            part.setVisible(any(cell.off for cell in view.cells))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say(self.map.text_at(self.map.at))

    def _say(self, text: str) -> None:
        """The day looked at; where both have no room it stands in the legend's place."""
        self._words.say(text)
        edges = self.body.contentsMargins()
        room = self.width() - edges.left() - edges.right()
        words = QFontMetricsF(self._words.font()).horizontalAdvance(text)
        others = (self._title, self.legend, self.copy)
        taken = sum(part.sizeHint().width() for part in others) + 3 * self._head.spacing()
        self.legend.setVisible(not text or words + taken < room)


def copy_button(look: Look, chart: Chart, title: str) -> Button:
    """The small button that copies what is behind ``chart``."""
    button = Button(look, "", "quiet", "tiny", icon="copy", hint="Copy as table")
    button.setAccessibleName(f"Copy as table: {title}")
    button.clicked.connect(chart.copy)
    return button
