"""The page on which a routine is put together."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from supple.core.past import Past
from supple.core.routine_draft import RoutineDraft
from supple.ui.editor.drafting import Drafting
from supple.ui.editor.keys import Act, act_of
from supple.ui.unsaved import UnsavedDialog


class EditorPage(Drafting):
    """Edits one routine. It knows no files: ``save_asked`` carries what is to be kept."""

    save_asked = Signal(object)
    """A ``RoutineDraft`` without anything that has to be mended; answer with ``saved``."""
    given_up = Signal(object)
    """The ``RoutineDraft`` of a new routine that is not wanted; ``left`` was told before."""
    later_asked = Signal(object)
    """What cannot be saved yet is to be kept as it is; what is to be done after ``let_go``."""
    left = Signal()
    """The person is done with it."""
    _then: Callable[[], object] | None = None
    """What is to be done once it is saved."""

    def _connect(self) -> None:
        super()._connect()
        self.bar.back.clicked.connect(self.leave)
        self.foot.save.clicked.connect(self.save)
        self.foot.discard.clicked.connect(self.discard)

    def saved(self, draft: RoutineDraft) -> None:
        """``draft`` is what the file holds now."""
        self._saved = draft
        self.tell_outside("", ())
        self._show()
        then, self._then = self._then, None
        if then is not None:
            self.left.emit()
            then()

    def not_saved(self) -> None:
        """It could not be written: whoever wanted to leave stays."""
        self._then = None

    # Leaving and saving

    def save(self) -> None:
        """Have it kept, where nothing has to be mended first."""
        if self.has_changes and not self._wrong:
            self._seal()
            self.save_asked.emit(self.draft)

    def discard(self) -> None:
        """Back to what was saved; a toast takes that back."""
        mine = self._past
        self._past = self._past.sealed().push(self._saved)
        self.changed.emit(None)
        if not self._saved.rows and not self._saved.name:
            self.left.emit()
            self.given_up.emit(mine.now)
            return
        self._show()
        self.toast_asked.emit("Back to what was saved", "Undo", lambda: self._undiscard(mine))

    def _undiscard(self, mine: Past[RoutineDraft]) -> None:
        self._step(mine)

    def leave(self) -> None:
        """Go back, once it is said what becomes of changes."""
        if self.may_leave(self.left.emit):
            self.left.emit()

    def may_leave(self, then: Callable[[], object]) -> bool:
        if not self.has_changes:
            return True
        dialog = UnsavedDialog(self._look, self.window(), self.draft.name.strip(), self._wrong)
        dialog.save_asked.connect(lambda: self._save_and(then))
        dialog.later_asked.connect(lambda: self.later_asked.emit(then))
        dialog.discard_asked.connect(lambda: self._discard_and(then))
        self.overlay_asked.emit(dialog)
        return False

    def _save_and(self, then: Callable[[], object]) -> None:
        self._then = then
        self.save()

    def _discard_and(self, then: Callable[[], object]) -> None:
        self.changed.emit(None)
        self.let_go(then)

    def let_go(self, then: Callable[[], object]) -> None:
        """Leave what was typed as it is, and go on to where the person wanted to go."""
        self._past = Past(self._saved)
        self.left.emit()
        then()

    # Keys

    def event(self, event: QEvent) -> bool:
        if _overrides(event) and _act(event, in_row=False) is not None:
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if _overrides(event) or event.type() == QEvent.Type.KeyPress:
            types = isinstance(watched, QLineEdit | QSpinBox)
            inside = isinstance(watched, QWidget) and self.list.isAncestorOf(watched)
            act = _act(event, in_row=inside and not types)
            if act is not None:
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    self._do(act)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = _act(event, in_row=False)
        if act is None:
            super().keyPressEvent(event)
        else:
            self._do(act)

    def _do(self, act: Act) -> None:
        key = self._key
        if self.list.carries:
            if act is Act.LEAVE:
                self.list.drop(put=False)
            return
        plain: dict[Act, Callable[[], object]] = {
            Act.SAVE: self.save,
            Act.UNDO: self.undo,
            Act.REDO: self.redo,
            Act.LEAVE: self.leave,
        }
        if act in plain:
            plain[act]()
        elif key is not None and self.draft.row(key) is not None:
            at = self.draft.place(key)
            rows: dict[Act, Callable[[], object]] = {
                Act.UP: lambda: self.move_row(key, at - 1),
                Act.DOWN: lambda: self.move_row(key, at + 1),
                Act.DUPLICATE: lambda: self.duplicate(key),
                Act.REMOVE: lambda: self.remove(key),
                Act.BEFORE: lambda: self._step_row(-1),
                Act.AFTER: lambda: self._step_row(1),
            }
            rows[act]()

    def _step_row(self, step: int) -> None:
        """From row to row; the arrow keys of a number box are its own."""
        rows = self.draft.rows
        to = self.draft.place(self._key if self._key is not None else -1) + step
        if 0 <= to < len(rows):
            self._focus_row(rows[to].key)


def _overrides(event: QEvent) -> bool:
    """Whether it asks who is to have a key before it becomes a shortcut."""
    return event.type() == QEvent.Type.ShortcutOverride


def _act(event: QEvent, *, in_row: bool) -> Act | None:
    return act_of(event, in_row=in_row) if isinstance(event, QKeyEvent) else None
