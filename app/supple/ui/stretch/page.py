"""The page on which a stretch is made or changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields as dataclass_fields
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut

from supple.core import labels
from supple.core.past import Past
from supple.core.routine import Position, Stretch
from supple.core.stretch_draft import Check, blank, checks, cleaned, fixed, stopping, with_figure
from supple.core.stretch_fields import changed
from supple.core.stretch_script import opening, script_of
from supple.ui.look import Look
from supple.ui.picture import Pictures
from supple.ui.stretch.form_page import FormPage
from supple.ui.unsaved import UnsavedDialog

NEW, EDIT, COPY = "New stretch", "Edit stretch", "Copy of a stretch"
_WHOLE = ("figure", "position", "sides", "difficulty")
"""Fields whose every change is one of its own."""


class StretchPage(FormPage):
    """Writes one stretch. It knows no files: ``save_asked`` carries what is to be kept."""

    save_asked = Signal(object)
    """A ``Stretch`` without anything that stops it."""
    try_asked = Signal(object)
    """The same, to be done once."""
    hear_asked = Signal(object)
    """Sentences to be said aloud, one after the other."""
    hush_asked = Signal()
    """Silence is wanted again."""
    choose_asked = Signal(str)
    """A figure is to be chosen; the one in use."""
    pose_asked = Signal(str)
    """A pose is to be made; the figure in use."""
    picture_asked = Signal()
    picture_dropped = Signal(str)
    described = Signal(str, str)
    """A figure that is an image, and what it shows."""
    changed = Signal()
    """What is written may be another, or be saved."""
    later_asked = Signal(object)
    """What cannot be saved yet is to be kept as it is; what is to be done after ``let_go``."""
    left = Signal()
    """Done with, whatever was to be kept is."""
    overlay_asked = Signal(object)

    def __init__(self, look: Look, pictures: Pictures, start: Stretch, title: str = NEW) -> None:
        """``start`` is what the form begins with; ``title`` one of the three above."""
        super().__init__(look, pictures, title)
        self._saved = start
        self._past = Past(start)
        self._tried = title != NEW
        self._touched: set[str] = set()
        self._then: Callable[[], object] | None = None
        self._figure_is_image: Callable[[str], bool] = lambda _: False
        self._figure_words: Callable[[str], str] = lambda _: ""
        self._wire()
        self._make_keys()
        self._show()

    # What it is given

    @property
    def draft(self) -> Stretch:
        """The stretch as it is written now."""
        return self._past.now

    @property
    def is_changed(self) -> bool:
        """Whether anything would be lost."""
        return cleaned(self.draft) != cleaned(self._saved)

    @property
    def start(self) -> Stretch:
        """What it began with, or was saved as."""
        return self._saved

    def restore(self, draft: Stretch) -> None:
        """Go on with what was written at another time; Undo goes back to the beginning."""
        fields = [f.name for f in dataclass_fields(Stretch)]
        self._touched |= {f for f in fields if getattr(draft, f) != getattr(self._saved, f)}
        self._past = self._past.push(draft).sealed()
        self._show()

    def discard(self) -> None:
        """Begin again with what it began with; Undo brings the rest back."""
        self.restore(self._saved)

    def set_figure_facts(self, image: Callable[[str], bool], words: Callable[[str], str]) -> None:
        """Who knows whether a figure is an image, and what an image is said to show."""
        self._figure_is_image, self._figure_words = image, words
        self._show()

    def set_figure(
        self, figure: str, position: Position | None = None, equipment: Sequence[str] = ()
    ) -> None:
        """Another picture, and what it shows: taken over unless the person has said otherwise."""
        self._touched.add("figure")
        if {"position", "equipment"} & self._touched:
            position, equipment = None, self.draft.equipment
        self._past = self._past.push(with_figure(self.draft, figure, position, equipment)).sealed()
        self._show()

    def show_picture_problem(self, text: str) -> None:
        """Why a picture cannot be used."""
        self.picture.show_problem(text)

    def show_saved(self, stretch: Stretch) -> None:
        """It is kept; nothing would be lost now. Goes on to where the person wanted to go."""
        self._saved = stretch
        then, self._then = self._then, None
        self.left.emit()
        if then is not None:
            then()

    def show_not_saved(self) -> None:
        """It could not be kept: the person stays."""
        self._then = None

    def may_leave(self, then: Callable[[], object]) -> bool:
        self.picture.take_words()
        if not self.is_changed:
            return True
        found = stopping(self.draft)
        wrong = found[0].text if found else ""
        dialog = UnsavedDialog(self._look, self.window(), self.draft.name.strip(), wrong)
        dialog.save_asked.connect(partial(self._save_and, then))
        dialog.later_asked.connect(lambda: self.later_asked.emit(then))
        dialog.discard_asked.connect(partial(self.let_go, then))
        self.overlay_asked.emit(dialog)
        return False

    def let_go(self, then: Callable[[], object]) -> None:
        """Leave what is written as it is, and go on to where the person wanted to go."""
        self._saved = self.draft
        self.left.emit()
        if then != self.left.emit:
            then()

    # What it listens to

    def _wire(self) -> None:
        for part in self._parts:
            part.changed.connect(self._change)
            part.fix_asked.connect(self._fix)
        picture = self.picture
        picture.choose_asked.connect(lambda: self.choose_asked.emit(self.draft.figure))
        picture.pose_asked.connect(lambda: self.pose_asked.emit(self.draft.figure))
        picture.picture_asked.connect(self.picture_asked)
        picture.dropped.connect(self.picture_dropped)
        picture.removed.connect(lambda: self._change("figure", ""))
        picture.described.connect(self._describe)
        self.script.hear_asked.connect(lambda: self.hear_asked.emit(opening(self.draft)))
        self.script.hush_asked.connect(self.hush_asked)
        self.back.clicked.connect(self._on_back)
        self._undo.clicked.connect(self.undo)
        self._redo.clicked.connect(self.redo)
        self.save.clicked.connect(self._on_save)
        self._try.clicked.connect(self._on_try)
        self._cancel.clicked.connect(self._on_back)

    def _make_keys(self) -> None:
        acts: list[tuple[QKeySequence.StandardKey | str, Callable[[], None]]] = [
            (QKeySequence.StandardKey.Save, self._on_save),
            (QKeySequence.StandardKey.Undo, self.undo),
            ("Ctrl+Shift+Z", self.redo),
            ("Ctrl+Y", self.redo),
            ("Esc", self._on_back),
        ]
        for key, act in acts:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(act)
            # A toast with its own Undo is older news.
            shortcut.activatedAmbiguously.connect(act)

    # What happens

    def undo(self) -> None:
        """Take the last change back."""
        self._past = self._past.undo()
        self._show()

    def redo(self) -> None:
        """Do what was taken back again."""
        self._past = self._past.redo()
        self._show()

    def _change(self, field: str, value: object) -> None:
        self._touched.add(field.partition(".")[0])
        # Letters and steps of a number that follow each other are one change.
        run = field if isinstance(value, str | int | float) and field not in _WHOLE else None
        self._past = self._past.push(changed(self.draft, field, value), run)
        self._show()

    def _fix(self, check: Check) -> None:
        self._past = self._past.push(fixed(self.draft, check)).sealed()
        # The button goes away, and the focus is not to go to the top of the form.
        any(part.focus(check.field) for part in self._parts)
        self._show()

    def _describe(self, words: str) -> None:
        figure = self.draft.figure
        if figure and words.strip() != self._figure_words(figure):
            self.described.emit(figure, words.strip())

    def _on_save(self) -> None:
        if self._is_good():
            self.save_asked.emit(cleaned(self.draft))

    def _on_try(self) -> None:
        if self._is_good():
            self.try_asked.emit(cleaned(self.draft))

    def _on_back(self) -> None:
        if self.may_leave(self.left.emit):
            self.left.emit()

    def _save_and(self, then: Callable[[], object]) -> None:
        self._then = None if then == self.left.emit else then
        self._on_save()

    def _is_good(self) -> bool:
        """Whether it can be kept; if not, the first thing that is missing has the cursor."""
        self.picture.take_words()
        found = stopping(self.draft)
        if not found:
            return True
        self._tried = True
        self._then = None
        self._show()
        for part in self._parts:
            if part is self._rest and self._rest.has(found[0].field):
                self._more.open()
            if part.focus(found[0].field):
                break
        self.bring_in()
        return False

    def _show(self) -> None:
        draft = self.draft
        found = checks(draft)
        told = [check for check in found if self._is_told(check)]
        for part in self._parts:
            part.show_stretch(draft)
            part.show_checks(told)
        self._more.show_count(sum(self._rest.has(check.field) for check in told if check.stops))
        image = self._figure_is_image(draft.figure)
        self.picture.show_figure(
            draft.figure,
            repeats=draft.dose.reps is not None,
            image=image,
            own_pose=draft.figure.startswith("own-") and not image,
            words=self._figure_words(draft.figure) if image else "",
        )
        self.script.show_script(script_of(draft))
        self._undo.setEnabled(self._past.can_undo)
        self._redo.setEnabled(self._past.can_redo)
        stops = [check for check in told if check.stops]
        self._status.say(_status(len(stops), self.is_changed))
        self._status.set_token("accent-ink" if stops else "muted")
        self.changed.emit()

    def _is_told(self, check: Check) -> bool:
        """What nobody has come to yet is not told of as a fault."""
        return self._tried or check.field.partition(".")[0] in self._touched


def _status(stops: int, is_changed: bool) -> str:
    if stops:
        return f"{labels.plural(stops, 'thing')} to see to before it can be saved."
    return "Not saved yet." if is_changed else ""


def new_page(look: Look, pictures: Pictures) -> StretchPage:
    """The page with nothing on it yet."""
    return StretchPage(look, pictures, blank(), NEW)
