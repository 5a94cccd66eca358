"""The table of sessions: rows to edit and delete with pointer or keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView, QToolTip

from supple.core.history_view import SessionRow
from supple.ui.history.session_delegate import (
    ACTIONS,
    DATE,
    DELETE,
    EDIT,
    HIGH,
    LENGTH,
    NOTE,
    PAD,
    PAIN,
    ROUTINE,
    TIME,
    SessionDelegate,
)
from supple.ui.history.session_header import SessionHeader
from supple.ui.history.session_model import SessionModel
from supple.ui.look import Look

_WIDE = {DATE: 138, TIME: 76, ROUTINE: 176, LENGTH: 84, PAIN: 112, ACTIONS: 92}
_NARROW = {DATE: 124, TIME: 60, LENGTH: 72, PAIN: 92, ACTIONS: 88}
_NAME = 140
"""Pixels of width that the name of a routine wants, at text size 1."""
_NONE = (-1, -1)
_TIPS = {EDIT: "Edit (Enter)", DELETE: "Delete (Del)"}


class SessionTable(QTableView):
    """Enter edits, Del deletes, Left and Right go from one action of a row to the other."""

    edit_asked = Signal(str)
    """Id of a session."""
    delete_asked = Signal(str)
    undo_asked = Signal()

    def __init__(self, look: Look, model: SessionModel) -> None:
        super().__init__()
        self._look = look
        self._sessions = model
        self.narrow = False
        """Whether notes stand below the names of routines."""
        self.tight = False
        """Whether times stand below the dates as well."""
        self.hovered = -1
        """The row under the pointer, or -1."""
        self.hovered_action = _NONE
        """Row and action under the pointer."""
        self.action = EDIT
        """What Enter does."""
        self._pressed = ("", EDIT)
        """Session and action that a button went down on, "" for none."""
        self._widest = 0.0
        self.setModel(model)
        self._cells = SessionDelegate(look, self)
        self.setItemDelegate(self._cells)
        self.setHorizontalHeader(SessionHeader(look, self))
        self._set_up()
        look.changed.connect(self._refresh)
        self._refresh()

    def is_current(self, row: int) -> bool:
        """Whether ``row`` is the chosen one."""
        return self.selectionModel().isRowSelected(row, QModelIndex())

    def current(self) -> str:
        """Id of the chosen session, "" for none."""
        return self._id_of(self.currentIndex().row())

    def set_narrow(self, narrow: bool) -> None:
        """Notes go below the names of routines."""
        if narrow != self.narrow:
            self.narrow = narrow
            self.setColumnHidden(NOTE, narrow)
            self._place()
            self.viewport().update()

    def wanted_height(self) -> int:
        """Pixels that all rows take together with the header."""
        rows = min(self._sessions.total, 10_000)
        return self.horizontalHeader().height() + rows * self._look.px(HIGH)

    def make_room(self, rows: Sequence[SessionRow]) -> None:
        """Widen the column of dates for those that name their year."""
        metrics = QFontMetricsF(self._look.font("body", numbers=True))
        widest = max((metrics.horizontalAdvance(row.day) for row in rows), default=0.0)
        if widest > self._widest:
            self._widest = widest
            self._place()

    def choose(self, row: int) -> None:
        """Make ``row`` the chosen one."""
        if 0 <= row < self._sessions.total:
            self.selectRow(row)
            self.setCurrentIndex(self._sessions.index(row, DATE))

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, session = event.key(), self.current()
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_asked.emit()
        elif key == Qt.Key.Key_Delete:
            # A key held down is not to delete a year.
            if session and not event.isAutoRepeat():
                self.delete_asked.emit(session)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space):
            if not event.isAutoRepeat():
                self._act(EDIT if key == Qt.Key.Key_F2 else self.action, session)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.action = EDIT if key == Qt.Key.Key_Left else DELETE
            self.viewport().update()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.choose(0 if key == Qt.Key.Key_Home else self._sessions.total - 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason
        if not by_mouse and not self.currentIndex().isValid():
            self.choose(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(QPointF(-1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        row, action = self._action_at(event.position())
        left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = (self._id_of(row) if left else "", action)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, ("", EDIT)
        row, action = self._action_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and pressed == (self._id_of(row), action):
            self._act(action, pressed[0])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        # The second press of a double click on Delete comes down on the row that moved up.
        self._pressed = ("", EDIT)
        row = self.rowAt(int(event.position().y()))
        if self._action_at(event.position()) == _NONE and row >= 0:
            self._act(EDIT, self._id_of(row))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self.currentIndex().row()
        place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            row, place = self.rowAt(event.pos().y()), event.globalPos()
            self.choose(row)
        if session := self._id_of(row):
            self._menu(session).popup(place)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip_at(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    # Inside

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Sessions")
        # The chosen row shows where the keys are.
        self.setProperty("plainFocus", True)
        self.viewport().setAutoFillBackground(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.selectionModel().currentChanged.connect(lambda *_: self._begin_row())

    def _begin_row(self) -> None:
        self.action = EDIT

    def _act(self, action: int, session: str) -> None:
        if session:
            (self.edit_asked if action == EDIT else self.delete_asked).emit(session)

    def _menu(self, session: str) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keys = {EDIT: ("Edit", "Return"), DELETE: ("Delete", "Del")}
        for action, (label, key) in keys.items():
            entry = QAction(label, menu)
            entry.setShortcut(QKeySequence(key))
            entry.triggered.connect(lambda _=False, action=action: self._act(action, session))
            menu.addAction(entry)
        return menu

    def _hover(self, place: QPointF) -> None:
        row = self.rowAt(int(place.y())) if place.x() >= 0 else -1
        action = self._action_at(place)
        if (row, action) == (self.hovered, self.hovered_action):
            return
        self.hovered, self.hovered_action = row, action
        hand = Qt.CursorShape.PointingHandCursor if action != _NONE else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(hand)
        self.viewport().update()

    def _action_at(self, place: QPointF) -> tuple[int, int]:
        row = self.rowAt(int(place.y())) if place.x() >= 0 else -1
        if row >= 0:
            cell = self.visualRect(self._sessions.index(row, ACTIONS))
            for action in (EDIT, DELETE):
                if self._cells.action_rect(cell, action).contains(place):
                    return row, action
        return _NONE

    def _tip_at(self, place: QPoint) -> str:
        """The action under the pointer, or a text that may be cut off."""
        found = self._action_at(QPointF(place))
        if found != _NONE:
            return _TIPS[found[1]]
        index = self.indexAt(place)
        row = self._sessions.session(index.row())
        if row is None:
            return ""
        texts = {ROUTINE: row.routine, NOTE: row.note}
        if self.narrow:
            texts[ROUTINE] = "\n".join(part for part in (row.routine, row.note) if part)
        return texts.get(index.column(), "")

    def _id_of(self, row: int) -> str:
        session = self._sessions.session(row)
        return session.id if session is not None else ""

    def _place(self) -> None:
        """Give the columns their widths; what is left goes to the words."""
        px = self._look.px
        widths = {n: px(width) for n, width in (_NARROW if self.narrow else _WIDE).items()}
        widths[DATE] = max(widths[DATE], px(PAD) + round(self._widest) + px(16))
        spare = self.viewport().width() - sum(widths.values())
        self.tight = self.narrow and spare < px(_NAME)
        self.setColumnHidden(TIME, self.tight)
        if self.narrow:
            widths[ROUTINE] = max(px(80), spare + (widths[TIME] if self.tight else 0))
        else:
            # A wide window gives the names a share of what it has more.
            more = max(0, (spare - px(200)) // 3)
            widths[ROUTINE] += more
            widths[NOTE] = max(px(80), spare - more)
        for column, width in widths.items():
            self.setColumnWidth(column, width)

    def _refresh(self) -> None:
        self._widest = 0.0
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(self._look.px(HIGH))
        self._place()
        self.viewport().update()
