"""The Overview tab: numbers, the year, and four charts."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from supple.core.chart_words import words
from supple.core.history_view import Chart, HistoryView
from supple.core.tables import table
from supple.ui.empty import EmptyCard
from supple.ui.history.barchart import BarChart
from supple.ui.history.cards import ChartCard, YearCard
from supple.ui.history.dosechart import DoseChart
from supple.ui.history.dumbbell import DumbbellChart
from supple.ui.history.legend import Sign
from supple.ui.history.linechart import LineChart
from supple.ui.history.strip import Strip
from supple.ui.look import Look
from supple.ui.page import Scroller
from supple.ui.picture import Pictures

_GAP = 14
_PEEK = 20
"""Pixels of what comes below the charts that are seen, so that one knows of it."""
LEAST_CHART, MOST_CHART = 146, 222
"""Pixels a chart is high with its words, at text size 1."""
_DOSE_NOTE = "This week; dashed: the dose"
_LEGS = (
    Sign("dot", "left", "Left", "left-ink"),
    Sign("square", "right", "Right", "right-ink"),
)
_PAIRS = (Sign("ring", "muted", "Before"), Sign("dot", "primary", "After"))


class Overview(Scroller):
    """Cards below one another; the charts take the height there is to spare."""

    copy_asked = Signal(str)
    day_off_asked = Signal(object, object)

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__(look, bottom=20)
        self.narrow = False
        self.strip = Strip(look)
        self.year = YearCard(look)
        self._bars, self._lines = BarChart(look), LineChart(look)
        self._pairs, self._muscles = DumbbellChart(look), DoseChart(look)
        self.weeks = ChartCard(look, "Minutes a week", self._bars, note="Last 12 weeks")
        self.angles = ChartCard(look, "Leg raise angle", self._lines, signs=_LEGS)
        self.pain = ChartCard(look, "Back pain, 0 to 10", self._pairs, signs=_PAIRS)
        self.doses = ChartCard(look, "Minutes by muscle", self._muscles, note=_DOSE_NOTE)
        self.empty = EmptyCard(look, pictures)
        self._grid = QGridLayout()
        self._column = QVBoxLayout()
        self._arrange_once()
        self._connect()
        look.changed.connect(self._fit)

    def show_view(self, view: HistoryView) -> None:
        """Show the whole history, or that there is none yet."""
        self.strip.setVisible(not view.empty)
        for card in (self.weeks, self.angles, self.pain, self.doses):
            card.setVisible(not view.empty)
        self.empty.setVisible(view.empty)
        self.year.copy.setVisible(not view.empty)
        self.year.show_view(view, words(view, Chart.DAYS), table(view, Chart.DAYS))
        if not view.empty:
            self.strip.show_view(view)
            self._show_charts(view)
        self._fit()

    def first_button(self) -> QWidget | None:
        """What there is to do while there is no history; None once there is some."""
        return self.empty.first_button() if self.empty.isVisibleTo(self) else None

    def set_narrow(self, narrow: bool) -> None:
        """Two columns of charts instead of three."""
        if narrow != self.narrow:
            self.narrow = narrow
            self._place_charts()
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show_charts(self, view: HistoryView) -> None:
        said = {chart: (words(view, chart), table(view, chart)) for chart in Chart}
        self._bars.show_bars(view.bars, *said[Chart.WEEKS])
        self._lines.show_angles(view.angles, view.angle_error, *said[Chart.ANGLES])
        self._pairs.show_pairs(view.pain, view.pain_count, view.today, *said[Chart.PAIN])
        self._muscles.show_doses(view.doses, *said[Chart.DOSES])
        self.weeks.say(view.bars[-1].text if view.bars else "")
        self.angles.say(view.angle_line)
        self.pain.say(view.pain_line)
        self.doses.say(view.dose_source)
        if self.angles.legend is not None:
            error = f"\N{PLUS-MINUS SIGN} {view.angle_error:g}°"
            band = (Sign("band", "line", error),) if view.angles and view.angle_error else ()
            self.angles.legend.show_signs([*_LEGS, *band])

    def _arrange_once(self) -> None:
        self._grid.setSpacing(_GAP)
        self._column.setSpacing(_GAP)
        self._column.addWidget(self.strip)
        self._column.addWidget(self.empty)
        self._column.addWidget(self.year)
        self._column.addLayout(self._grid)
        self._column.addStretch(1)
        self._place_charts()
        self.set_body(self._column)

    def _place_charts(self) -> None:
        grid = self._grid
        cards = (self.weeks, self.angles, self.pain, self.doses)
        for card in cards:
            grid.removeWidget(card)
        columns = 2 if self.narrow else 3
        for n, card in enumerate(cards[:3]):
            grid.addWidget(card, n // columns, n % columns)
        if self.narrow:
            grid.addWidget(self.doses, 1, 1)
        else:
            grid.addWidget(self.doses, 1, 0, 1, 3)
        for column in range(3):
            grid.setColumnStretch(column, 1 if column < columns else 0)

    def _connect(self) -> None:
        self.year.day_off_asked.connect(self.day_off_asked)
        charts = (self.weeks, self.angles, self.pain, self.doses)
        for chart in (self.year.map, *(card.chart for card in charts)):
            chart.copy_asked.connect(self.copy_asked)

    def _level_words(self) -> None:
        """The charts beside one another end at the same height, whatever is said below them."""
        rows = [[self.weeks, self.angles, self.pain], [self.doses]]
        if self.narrow:
            rows = [[self.weeks, self.angles], [self.pain], [self.doses]]
        for cards in rows:
            lines = max(card.lines_wanted() for card in cards)
            for card in cards:
                card.set_lines(lines)

    def _fit(self) -> None:
        """Give the charts what the cards above leave of the height."""
        self._level_words()
        above = sum(
            card.sizeHint().height() + _GAP
            for card in (self.strip, self.year)
            if card.isVisibleTo(self)
        )
        # What the card wants has the chart in it as it was fitted last, not as it would like to be.
        chart = self.weeks.chart
        fitted = chart.minimumHeight() or chart.sizeHint().height()
        around = self.weeks.sizeHint().height() - fitted
        spare = self.viewport().height() - above - around - _PEEK
        px = self._look.px
        high = max(px(LEAST_CHART), min(px(MOST_CHART), spare))
        for card in (self.weeks, self.angles, self.pain):
            card.chart.setFixedHeight(high)
