"""The draft under the editor's widgets: every change of it, and how it is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from supple.core import shelf
from supple.core.draft_checks import Finding, findings
from supple.core.draft_layout import Layout, lay_out, said
from supple.core.past import Past
from supple.core.routine import Catalogue
from supple.core.routine_draft import Part, RoutineDraft, names_of
from supple.ui.editor.parts import EditorParts
from supple.ui.editor.picker import Picker
from supple.ui.editor.row_views import views_of
from supple.ui.look import Look
from supple.ui.picture import Pictures
from supple.ui.widgets.announce import announce


class Drafting(EditorParts):
    """Changes one draft by its rows and fields, and takes changes back."""

    preview_asked = Signal(object, int)
    """A ``RoutineDraft``, and the key of the row to begin with."""
    changed = Signal(object)
    """Another ``RoutineDraft``, to be kept safe; None when it is as it was saved."""
    overlay_asked = Signal(object)
    toast_asked = Signal(str, str, object)
    toast_over = Signal()
    """What was told by the last toast is undone already."""

    def __init__(
        self,
        look: Look,
        pictures: Pictures,
        catalogue: Catalogue,
        durations: Mapping[str, float],
        say: Callable[[str], float],
        *,
        own: frozenset[str] = frozenset(),
        left_out: Mapping[str, str] | None = None,
    ) -> None:
        """``durations``: seconds by stretch id; ``say``: seconds a sentence takes; ``own``: ids
        of the person's own; ``left_out``: reasons by id of stretches not to be done."""
        super().__init__(look, pictures)
        self._catalogue = catalogue
        self._durations = durations
        self._say = say
        self._own = own
        self._left_out = left_out or {}
        self._past = Past(RoutineDraft())
        self._saved = RoutineDraft()
        self._key: int | None = None
        self._layout = Layout()
        self._findings: tuple[Finding, ...] = ()
        self._connect()

    def _connect(self) -> None:
        self.bar.name.textEdited.connect(self._on_name)
        self.bar.name.editingFinished.connect(self._seal)
        self.add_bar.summary.textEdited.connect(self._on_summary)
        self.add_bar.summary.editingFinished.connect(self._seal)
        self.add_bar.add_asked.connect(self.open_picker)
        self._empty_add.clicked.connect(self.open_picker)
        self.add_bar.prepare_set.connect(self._on_prepare)
        self.add_bar.prepare_done.connect(self._seal)
        self.list.part_set.connect(self._on_part)
        self.list.part_done.connect(self._seal)
        self.list.wished.connect(self._on_wish)
        self.list.moved.connect(self.move_row)
        self.list.chosen.connect(self.choose)
        self.list.refilled.connect(self._on_refilled)
        self.preview.bar.chosen.connect(self.choose)
        self.preview.play_asked.connect(lambda: self.play(self._key))
        self.foot.undo.clicked.connect(self.undo)
        self.foot.redo.clicked.connect(self.redo)

    # What is edited

    @property
    def draft(self) -> RoutineDraft:
        """As it stands now."""
        return self._past.now

    @property
    def has_changes(self) -> bool:
        """Whether something would be lost by leaving."""
        return not self.draft.same_as(self._saved, self._catalogue.stretches)

    def edit(self, draft: RoutineDraft, saved: RoutineDraft) -> None:
        """Begin with ``draft``; ``saved`` is what leaving without saving comes back to."""
        self._past, self._saved = Past(draft), saved
        self._key = draft.rows[0].key if draft.rows else None
        self._show()
        self._on_refilled()

    def take(self, draft: RoutineDraft) -> None:
        """``draft`` is what the file holds now, and what is shown; undo leads back to before."""
        self._past, self._saved = self._past.sealed().push(draft), draft
        self._show()
        self.changed.emit(None)

    def show_catalogue(self, catalogue: Catalogue, durations: Mapping[str, float]) -> None:
        """The library is another one."""
        self._catalogue, self._durations = catalogue, durations
        self._show()

    # Changing

    def _push(self, draft: RoutineDraft, run: object = None) -> None:
        self._past = self._past.push(draft, run)
        self._show()
        self.changed.emit(self.draft if self.has_changes else None)

    def _seal(self) -> None:
        self._past = self._past.sealed()

    def _on_name(self, name: str) -> None:
        self._push(self.draft.named(name), "name")

    def _on_summary(self, summary: str) -> None:
        self._push(self.draft.summed_up(summary), "summary")

    def _on_prepare(self, seconds: int) -> None:
        draft = self.draft.with_more_prepare(float(seconds), self._catalogue.stretches)
        self._push(draft, "prepare")

    def _on_part(self, key: int, part: Part, value: float) -> None:
        row = self.draft.row(key)
        stretch = self._catalogue.stretches.get(row.stretch) if row is not None else None
        if stretch is not None:
            self._push(self.draft.with_part(key, part, value, stretch), (part, key))

    def _on_wish(self, key: int, wish: str) -> None:
        at = self.draft.place(key)
        acts: dict[str, Callable[[], object]] = {
            "preview": lambda: self.play(key),
            "duplicate": lambda: self.duplicate(key),
            "up": lambda: self.move_row(key, at - 1),
            "down": lambda: self.move_row(key, at + 1),
            "remove": lambda: self.remove(key),
        }
        acts[wish]()

    def move_row(self, key: int, to: int) -> None:
        """Put a row to another place."""
        if not 0 <= to < len(self.draft.rows):
            return
        self._push(self.draft.moved(key, to), ("move", key))
        self._focus_row(key)
        announce(self, f"Row {to + 1} of {len(self.draft.rows)}")

    def duplicate(self, key: int) -> None:
        """A second row like it, right after it."""
        new = self.draft.next_key
        self._push(self.draft.duplicated(key))
        self._focus_row(new)

    def remove(self, key: int) -> None:
        """Take a row out; a toast brings it back."""
        at = self.draft.place(key)
        row = self.draft.row(key)
        if row is None:
            return
        name = names_of([row], self._catalogue.stretches)[0]
        self._seal()
        self._push(self.draft.without(key))
        rows = self.draft.rows
        if rows:
            self._focus_row(rows[min(at, len(rows) - 1)].key)
        else:
            self._empty_add.setFocus(Qt.FocusReason.OtherFocusReason)
        without = self.draft
        self.toast_asked.emit(f"{name} is taken out", "Undo", lambda: self._bring_back(without))

    def _bring_back(self, without: RoutineDraft) -> None:
        if self.draft == without:
            self.undo()

    def open_picker(self) -> None:
        """Choose what to add at the end."""
        items = shelf.stretches(self._catalogue, self._durations, self._own, self._left_out)
        picker = Picker(self._look, self._pictures, self.window(), items)
        picker.picked.connect(self.add)
        self.overlay_asked.emit(picker)

    def add(self, stretches: tuple[str, ...]) -> None:
        """A row for each, at the end."""
        new = self.draft.next_key
        self._push(self.draft.added(stretches))
        self._focus_row(new)

    def undo(self) -> None:
        """Take the last change back."""
        self._step(self._past.undo())

    def redo(self) -> None:
        """Do again what was taken back."""
        self._step(self._past.redo())

    def _step(self, past: Past[RoutineDraft]) -> None:
        before, self._past = self.draft, past
        self.toast_over.emit()
        there = {row.key for row in before.rows}
        new = next((r.key for r in self.draft.rows if r.key not in there), None)
        self._show()
        if new is not None:
            self._focus_row(new)
        self.changed.emit(self.draft if self.has_changes else None)

    # Choosing, playing

    def choose(self, key: int) -> None:
        """Make a row the one that keys and Play are about."""
        self._key = key
        self.list.choose(key)
        self.preview.bar.choose(key)
        self._say_from()
        row = self.list.row(key)
        if row is not None and not row.lifted:
            self._scroller.ensureWidgetVisible(row, 0, 24)

    def play(self, key: int | None) -> None:
        """Have it played from a row on."""
        if key is not None and self._layout.rows:
            self.preview_asked.emit(self.draft, key)

    def _focus_row(self, key: int) -> None:
        row = self.list.row(key)
        if row is not None:
            row.grip.setFocus(Qt.FocusReason.OtherFocusReason)
            self.choose(key)

    def _say_from(self) -> None:
        row = self.draft.row(self._key) if self._key is not None else None
        known = row is not None and row.stretch in self._catalogue.stretches
        self.preview.say_from(self._catalogue.stretches[row.stretch].name if known and row else "")

    # Showing

    @property
    def _wrong(self) -> str:
        return next((f.text for f in self._findings if f.stops), "")

    def _show(self) -> None:
        draft, stretches = self.draft, self._catalogue.stretches
        self._layout = lay_out(draft, self._catalogue, self._say)
        self._findings = findings(draft, stretches, self._layout.total_s)
        if self.bar.name.text() != draft.name:
            self.bar.name.setText(draft.name)
            self.bar.name.setCursorPosition(0)
        self.add_bar.show_summary(draft.summary)
        self.bar.show_total(self._layout.total_s, self._layout.end_s)
        self.add_bar.show_prepare(draft.more_prepare(stretches))
        order = [row.view.key for row in self.list.rows]
        self.list.show_rows(
            views_of(draft, stretches, self._layout, self._findings, self._left_out)
        )
        names = dict(zip((r.key for r in draft.rows), names_of(draft.rows, stretches), strict=True))
        self.preview.bar.show_layout(self._layout, names, said(self._layout, draft, stretches))
        self._card.setVisible(bool(draft.rows))
        self.preview.setVisible(bool(self._layout.rows))
        self._empty.setVisible(not draft.rows)
        self.add_bar.setVisible(bool(draft.rows))
        self._show_state()
        if order != [row.view.key for row in self.list.rows]:
            self._on_refilled()

    def _show_state(self) -> None:
        keys = [row.key for row in self.draft.rows]
        if self._key not in keys:
            self._key = keys[0] if keys else None
        self.list.choose(self._key)
        self.preview.bar.choose(self._key)
        self._say_from()
        self.foot.undo.setEnabled(self._past.can_undo)
        self.foot.redo.setEnabled(self._past.can_redo)
        self.foot.show_state(
            changed=self.has_changes, wrong=self._wrong, rows=len(keys), narrow=self.narrow
        )

    # The page

    def main_widget(self) -> QWidget | None:
        if not self.draft.name.strip() or not self.list.rows:
            return self.bar.name
        row = self.list.row(self._key) if self._key is not None else None
        return row.grip if row is not None else self.bar.name

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        self.list.set_narrow(narrow)
        self._show_state()
