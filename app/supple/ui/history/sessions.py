"""The Sessions tab: filters, what they leave in sum, and the table."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.core.history_ask import Period
from supple.core.history_view import SessionsView
from supple.core.session_list import PERIODS
from supple.ui.history.session_model import SessionModel
from supple.ui.history.session_table import SessionTable
from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets import draw
from supple.ui.widgets.announce import announce
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import RADIUS, Card
from supple.ui.widgets.combo import Combo

EVERY = "All routines"
_BOTTOM = 20


class SessionsTab(QWidget):
    """Asks for the rows it shows; they come through ``show_sessions``."""

    asked = Signal(str, str, int, int)
    """Routine id ("" for all), ``Period`` value, limit and offset."""
    edit_asked = Signal(str)
    delete_asked = Signal(str)
    undo_asked = Signal()
    import_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._back = ""
        self.model = SessionModel(self)
        self.table = SessionTable(look, self.model)
        self.routines = Combo(look, "Routine")
        self.periods = Combo(look, "Time")
        self._summary = Text(look, "", "small", "muted", elide=True, numbers=True)
        self._summary.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._card = TableCard(look, self.table)
        self._nothing = _Nothing(look)
        self._nothing.every.clicked.connect(self.show_every)
        self._nothing.bring.clicked.connect(self.import_asked)
        self._build_filters()
        self._arrange()
        self._connect()

    def show_sessions(self, view: SessionsView, offset: int) -> None:
        """Rows from the one with the number ``offset`` on."""
        chosen, place = self.table.current(), self.table.verticalScrollBar().value()
        row = self.table.currentIndex().row()
        self.model.take(view.rows, view.total, offset)
        self.table.make_room(view.rows)
        back = self.model.row_of(self._back)
        if back >= 0:
            chosen, self._back = self._back, ""
        self._choose_again(chosen, max(row, back), place)
        self._summary.say(view.summary)
        self._show_routines(view)
        self._show_card(view)
        for filters in (self.routines, self.periods):
            filters.setEnabled(view.any_session)
        self._fit()

    def _show_card(self, view: SessionsView) -> None:
        """The table or what stands in its place; whoever is on the one is led to the other."""
        now = self.window().focusWidget()
        on_table = now is self.table and now.isVisible()
        on_nothing = now is not None and self._nothing.isAncestorOf(now)
        self._nothing.show_reason(filtered=view.any_session)
        some = view.total > 0
        for part, shown in ((self._card, some), (self._nothing, not some)):
            if shown:
                part.show()
        if on_table and not some:
            self._nothing.way_on().setFocus(Qt.FocusReason.OtherFocusReason)
        elif on_nothing and some:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._card.setVisible(some)
        self._nothing.setVisible(not some)

    def reload(self) -> None:
        """Have what is in view read anew."""
        first = max(0, self.table.rowAt(0))
        self.model.refresh(first)

    def expect(self, session: str) -> None:
        """A session that was deleted comes back; it is to be chosen then."""
        self._back = session

    def take_out(self, session: str) -> None:
        """Leave a row out that was just deleted; the next one is chosen."""
        row = self.model.row_of(session)
        self.model.take_out(session)
        self.table.choose(min(row, self.model.total - 1))
        self._fit()

    def show_every(self) -> None:
        """Take the filters away."""
        self.routines.setCurrentIndex(0)
        self._set_period(Period.ALL)
        self._refilter()
        self.routines.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_period(self, period: Period) -> None:
        """Filter by a span of time."""
        self._set_period(period)
        self._refilter()

    def set_narrow(self, narrow: bool) -> None:
        """Fold the notes in."""
        self.table.set_narrow(narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build_filters(self) -> None:
        self.routines.addItem(EVERY, "")
        for period, label in PERIODS.items():
            self.periods.addItem(label, period.value)
        self._set_period(Period.ALL)
        for combo in (self.routines, self.periods):
            combo.setProperty("compact", True)
            combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToContents)
            combo.activated.connect(lambda _n: self._refilter())

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.routines)
        row.addWidget(self.periods)
        row.addWidget(self._summary, 1)
        self.frame = QVBoxLayout(self)
        self.frame.setContentsMargins(0, 0, 0, 0)
        self.frame.setSpacing(14)
        self.frame.addLayout(row)
        self.frame.addWidget(self._card, 1)
        self.frame.addWidget(self._nothing)
        self.frame.addStretch(0)
        self.frame.addSpacing(_BOTTOM - self.frame.spacing())
        self._nothing.hide()
        self._card.hide()

    def _connect(self) -> None:
        self.model.wanted.connect(self._ask)
        self.table.edit_asked.connect(self.edit_asked)
        self.table.delete_asked.connect(self.delete_asked)
        self.table.undo_asked.connect(self.undo_asked)
        self._look.changed.connect(self._fit)

    def _ask(self, offset: int, limit: int) -> None:
        routine, period = str(self.routines.currentData()), str(self.periods.currentData())
        self.asked.emit(routine, period, limit, offset)

    def _refilter(self) -> None:
        self.routines.set_active(self.routines.currentIndex() > 0)
        self.periods.set_active(self.periods.currentData() != Period.ALL.value)
        self.table.scrollToTop()
        self.table.clearSelection()
        self.model.forget()
        announce(self, self._summary.text())

    def _set_period(self, period: Period) -> None:
        self.periods.setCurrentIndex(self.periods.findData(period.value))

    def _choose_again(self, chosen: str, row: int, place: int) -> None:
        """Keep the chosen session and what is in view, though rows came or went before it."""
        if row < 0:
            return
        found = self.model.row_of(chosen) if chosen else -1
        wanted = found if found >= 0 else min(row, self.model.total - 1)
        if wanted != self.table.currentIndex().row():
            self.table.choose(wanted)
            self.table.verticalScrollBar().setValue(place)

    def _show_routines(self, view: SessionsView) -> None:
        """Fill the list of routines, keeping the choice."""
        entries = [("", EVERY), *view.routines]
        combo = self.routines
        chosen = combo.currentData()
        if view.any_session and chosen not in dict(entries):
            # Its last session went: the filter is still what leaves nothing.
            entries.append((chosen, combo.currentText()))
        shown = [(combo.itemData(n), combo.itemText(n)) for n in range(combo.count())]
        if shown == entries:
            return
        combo.clear()
        for key, name in entries:
            combo.addItem(name, key)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))
        combo.set_active(combo.currentIndex() > 0)

    def _fit(self) -> None:
        """The card is as high as its rows, and as the window at most."""
        self._card.setMaximumHeight(self.table.wanted_height() + 2)


class TableCard(Card):
    """A card that cuts the table off at its round corners."""

    def __init__(self, look: Look, table: QWidget) -> None:
        super().__init__(look, 1)
        self.body.addWidget(table)
        self._corners = _Corners(look, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._corners.setGeometry(self.rect())
        self._corners.raise_()


class _Corners(QWidget):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = draw.smooth(self)
        box = QRectF(self.rect())
        round_box, all_of_it = QPainterPath(), QPainterPath()
        round_box.addRoundedRect(box, RADIUS, RADIUS)
        all_of_it.addRect(box)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillPath(all_of_it.subtracted(round_box), theme.color("bg"))
        draw.rounded(painter, box, RADIUS, None, theme.color("line"))
        painter.end()


class _Nothing(Card):
    """No session passes the filters, or there is none."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 32)
        self._title = Text(look, "", "heading")
        self._words = Text(look, "", token="muted")
        self.every = Button(look, "Show all sessions", "primary")
        self.bring = Button(look, "Import", "ghost", icon="upload")
        middle = Qt.AlignmentFlag.AlignHCenter
        self.body.addWidget(self._title, 0, middle)
        self.body.addWidget(self._words, 0, middle)
        self.body.addSpacing(8)
        self.body.addWidget(self.every, 0, middle)
        self.body.addWidget(self.bring, 0, middle)

    def way_on(self) -> Button:
        """What there is to do."""
        return self.bring if self.every.isHidden() else self.every

    def show_reason(self, *, filtered: bool) -> None:
        """``filtered``: there are sessions, but none of these."""
        self._title.say("No sessions here" if filtered else "No sessions yet")
        words = "None of your sessions passes these filters."
        self._words.say(words if filtered else "Every session you do is listed here.")
        self.every.setVisible(filtered)
        self.bring.setVisible(not filtered)
