"""A card of a form that shows a stretch and tells which field of it was changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from supple.core.format_fields import Span
from supple.core.routine import Sides, Stretch
from supple.core.stretch_draft import Check
from supple.core.stretch_fields import value_of
from supple.ui.look import Look
from supple.ui.reveal import reveal
from supple.ui.settings.wheel import PassWheel
from supple.ui.stretch.field import Field, Line, SideLine
from supple.ui.stretch.line_list import LineList
from supple.ui.stretch.ticks import Ticks
from supple.ui.widgets.combo import Combo
from supple.ui.widgets.segmented import Segmented
from supple.ui.widgets.stepper import Stepper


class FormPart(QWidget):
    """Fields below one another; put them in with the methods, in their order."""

    changed = Signal(str, object)
    """Name of a field as in ``core.stretch_fields``, and its new value."""
    fix_asked = Signal(object)
    """A ``Check`` whose button was pressed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._fields: dict[str, Field] = {}
        self._lists: dict[str, LineList] = {}
        self._show: list[Callable[[Stretch], None]] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(14)

    def show_stretch(self, stretch: Stretch) -> None:
        """Show every field of ``stretch``, without a signal."""
        for show in self._show:
            show(stretch)

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Tell of ``checks`` beside their fields."""
        for key, field in self._fields.items():
            field.show_checks([check for check in checks if check.field == key])
        for key, lines in self._lists.items():
            lines.show_checks([check for check in checks if check.field.startswith(f"{key}.")])

    def has(self, field: str) -> bool:
        """Whether ``field``, or what it is a part of, is here."""
        here = {key.partition(".")[0] for key in self._fields}
        return field.partition(".")[0] in here

    def focus(self, field: str) -> bool:
        """Put the cursor into ``field``; False when it is not here."""
        key, _, place = field.rpartition(".")
        if key in self._lists and place.isdigit():
            self._lists[key].take_focus(int(place))
            return True
        if field in self._lists:
            self._lists[field].take_focus(0)
            return True
        if field not in self._fields:
            return False
        here = self._fields[field]
        here.control.setFocus(Qt.FocusReason.TabFocusReason)
        reveal(here)
        return True

    def control(self, field: str) -> QWidget:
        """The control of a field. Raises ``KeyError`` for one that is not here."""
        return self._fields[field].control

    # What a card is made of

    def line(self, key: str, name: str, *, example: str = "", hint: str = "") -> Line:
        """A line of text."""
        line = Line(self._look, name, example)
        line.typed.connect(lambda text: self.changed.emit(key, text))
        self.put(key, name, line, lambda s: line.show_text(value_of(s, key)), hint)
        return line

    def cue(self, key: str, name: str, *, example: str = "", hint: str = "") -> None:
        """A line that may name the leg at work."""
        line = SideLine(self._look, name, example)
        line.typed.connect(lambda text: self.changed.emit(key, text))

        def show(stretch: Stretch) -> None:
            line.show_text(value_of(stretch, key))
            line.set_sided(stretch.sides is Sides.EACH)

        self.put(key, name, line, show, hint)

    def lines(
        self,
        key: str,
        name: str,
        one: str,
        most: int,
        *,
        add: str,
        example: str = "",
        hint: str = "",
        sided: bool = False,
    ) -> LineList:
        """Several lines; ``one`` is the name of each."""
        part = LineList(self._look, one, most, add=add, example=example)
        part.changed.connect(lambda lines: self.changed.emit(key, lines))
        part.typed.connect(lambda place, text: self.changed.emit(f"{key}.{place}", text))
        part.fix_asked.connect(self.fix_asked)
        self._lists[key] = part

        def show(stretch: Stretch) -> None:
            part.show_lines(value_of(stretch, key), sided=sided and stretch.sides is Sides.EACH)

        self.put(key, name, part, show, hint)
        return part

    def ticks(self, key: str, name: str, options: Mapping[str, str], hint: str = "") -> None:
        """Some of many."""
        part = Ticks(self._look, name, options)
        part.changed.connect(lambda keys: self.changed.emit(key, keys))
        self.put(key, name, part, lambda s: part.choose(value_of(s, key)), hint)

    def combo(self, key: str, name: str, options: Sequence[tuple[object, str]]) -> None:
        """One of several, folded."""
        box = Combo(self._look, name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        PassWheel(box)
        for _, words in options:
            box.addItem(words)
        values = [value for value, _ in options]
        box.activated.connect(lambda n: self.changed.emit(key, values[n]))
        self.put(key, name, box, lambda s: box.setCurrentIndex(values.index(value_of(s, key))))

    def segmented(
        self, key: str, name: str, options: Sequence[tuple[object, str]], hint: str = ""
    ) -> None:
        """One of a few, side by side."""
        named = {str(n): value for n, (value, _) in enumerate(options)}
        words = [(str(n), text) for n, (_, text) in enumerate(options)]
        part = Segmented(self._look, words, "0", name=name)
        part.chosen.connect(lambda n: self.changed.emit(key, named[n]))

        def show(stretch: Stretch) -> None:
            here = value_of(stretch, key)
            part.choose(next(n for n, value in named.items() if value == here))

        self.put(key, name, part, show, hint)

    def number(
        self,
        key: str,
        name: str,
        span: Span,
        *,
        step: int = 1,
        suffix: str = "",
        tenths: bool = False,
    ) -> Field:
        """A number; one that is not there shows nothing new."""
        part = 10 if tenths else 1
        box = Stepper(
            self._look,
            round(span.low * part),
            round(span.low * part),
            round(span.high * part),
            step=step * part if not tenths else step,
            suffix=suffix,
            name=name,
            tall=True,
            tenths=tenths,
        )

        def tell(value: int) -> None:
            self.changed.emit(key, value if span.whole else value / part)

        def show(stretch: Stretch) -> None:
            value = _number_of(stretch, key)
            if value is not None:
                box.show_value(round(value * part))

        box.changed.connect(tell)
        box.setMaximumWidth(self._look.px(170))
        return self.put(key, name, box, show, place=False)

    def put(
        self,
        key: str,
        name: str,
        control: QWidget,
        show: Callable[[Stretch], None],
        hint: str = "",
        *,
        place: bool = True,
    ) -> Field:
        """Any control as the field ``key``; ``place``: below the one before."""
        field = Field(self._look, name, control, hint)
        field.line.fix_asked.connect(self.fix_asked)
        self._fields[key] = field
        self._show.append(show)
        if place:
            self.column.addWidget(field)
        return field


def _number_of(stretch: Stretch, key: str) -> float | None:
    """The number in a field; None where there is none, as in a dose without a hold."""
    try:
        value = value_of(stretch, key)
    except AttributeError:
        return None
    return None if value is None else float(value)
