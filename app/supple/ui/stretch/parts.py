"""The parts of the form: what it is, what is said, how long, and the rest."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QWidget

from supple.core import labels
from supple.core.dose_format import COUNT, HOLD, PACE, PREPARE, REST, SETS, SWITCH
from supple.core.routine import Position, Reps, Sides, Source, Stretch
from supple.core.stretch_draft import MOST_NOTES, MOST_STEPS
from supple.core.stretch_fields import START_HOLD_S, START_REPS
from supple.core.terms import CONDITIONS, EQUIPMENT, MUSCLES
from supple.ui.flow import FlowLayout
from supple.ui.look import Look
from supple.ui.stretch.field import Field, Line
from supple.ui.stretch.form_card import FormPart
from supple.ui.widgets.tick import Tick

_SECONDS = " s"


class Basics(FormPart):
    """What the stretch is."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.line("name", "Name", example="Calf stretch at the step")
        self.segmented(
            "sides",
            "Legs or arms",
            [(Sides.EACH, "One side, then the other"), (Sides.BOTH, "Both at once")],
        )
        self.combo("position", "Position", [(p, labels.position(p)) for p in Position])
        self.segmented("difficulty", "Difficulty", list(labels.LEVELS.items()))
        self.ticks("equipment", "What it needs", EQUIPMENT)


class Words(FormPart):
    """What is said, and shown large."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.lines(
            "setup",
            "Steps to get into position",
            "Step",
            MOST_STEPS,
            add="Add a step",
            example="Stand on the step, one hand on the rail.",
            hint="One action each. Where you name the side, press left/right.",
            sided=True,
        )
        self.cue(
            "hold_cue",
            "As the stretch begins",
            example="Let your left/right heel sink.",
            hint="The one line that stays on the screen.",
        )
        self.cue("release_cue", "As it ends", example="Come up slowly.")
        self._switch = self._switch_field()

    def show_stretch(self, stretch: Stretch) -> None:
        super().show_stretch(stretch)
        self._switch.setVisible(stretch.sides is Sides.EACH)

    def _switch_field(self) -> Field:
        self.cue(
            "switch_cue",
            "At the change of sides",
            example="Now the left/right heel over the edge.",
            hint="Left empty, the voice names the coming side.",
        )
        return self._fields["switch_cue"]


class Timing(FormPart):
    """How long and how often."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._stretch: Stretch | None = None
        self._hold = Tick(look, "Hold the stretch")
        self._hold.toggled.connect(self._on_hold)
        self._reps = Tick(look, "Counted movements")
        self._reps.toggled.connect(self._on_reps)
        ticks = QWidget()
        row = QHBoxLayout(ticks)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(self._hold)
        row.addWidget(self._reps)
        row.addStretch(1)
        self.put("dose", "", ticks, self._show_ticks)
        self._length = self.number("dose.hold_s", "Hold", HOLD, step=5, suffix=_SECONDS)
        numbers = [
            self._length,
            self.number("dose.sets", "Times each side", SETS),
            self.number("dose.rest_s", "Rest between", REST, step=5, suffix=_SECONDS),
            self.number("dose.prepare_s", "Get ready, at least", PREPARE, suffix=_SECONDS),
            self.number("dose.switch_s", "Change of sides", SWITCH, suffix=_SECONDS),
        ]
        self._switch = numbers[-1]
        self._add_flow(numbers)
        self._add_movements()

    def _add_movements(self) -> None:
        count = self.number("dose.reps.count", "Movements", COUNT)
        pace = self.number(
            "dose.reps.pace_s", "Each takes", PACE, step=5, suffix=_SECONDS, tenths=True
        )
        self._words = Line(self._look, "Words of one movement", "up, down")
        self._words.typed.connect(self._on_words)
        words = self.put(
            "dose.reps.words",
            "Words of one movement",
            self._words,
            self._show_words,
            "With commas between them. Without words the voice counts.",
        )
        self._during = Tick(self._look, "Stay in the stretch while moving")
        self._during.toggled.connect(lambda on: self.changed.emit("dose.reps.during_hold", on))
        during = self.put("dose.reps.during_hold", "", self._during, self._show_during)
        flow = self._add_flow([count, pace])
        self.column.removeWidget(words)
        self.column.addWidget(words)
        self.column.removeWidget(during)
        self.column.addWidget(during)
        self._movements = (flow, words, during)

    def show_stretch(self, stretch: Stretch) -> None:
        self._stretch = stretch
        super().show_stretch(stretch)
        dose = stretch.dose
        self._length.setVisible(dose.hold_s is not None)
        self._switch.setVisible(stretch.sides is Sides.EACH)
        for part in self._movements:
            part.setVisible(dose.reps is not None)
        self._movements[-1].setVisible(dose.reps is not None and dose.hold_s is not None)

    def _add_flow(self, fields: list[Field]) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(fields, 16)
        holder.setLayout(flow)
        policy = holder.sizePolicy()
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        self.column.addWidget(holder)
        return holder

    def _show_ticks(self, stretch: Stretch) -> None:
        _set(self._hold, stretch.dose.hold_s is not None)
        _set(self._reps, stretch.dose.reps is not None)

    def _show_words(self, stretch: Stretch) -> None:
        reps = stretch.dose.reps
        if reps is not None and _words(self._words.text()) != reps.words:
            self._words.show_text(", ".join(reps.words))

    def _show_during(self, stretch: Stretch) -> None:
        reps = stretch.dose.reps
        _set(self._during, reps is not None and reps.during_hold)

    def _on_hold(self, on: bool) -> None:
        self.changed.emit("dose.hold_s", START_HOLD_S if on else None)

    def _on_reps(self, on: bool) -> None:
        self.changed.emit("dose.reps", START_REPS if on else None)

    def _on_words(self, text: str) -> None:
        reps = self._stretch.dose.reps if self._stretch else None
        if isinstance(reps, Reps):
            self.changed.emit("dose.reps", replace(reps, words=_words(text)))


class Rest(FormPart):
    """All that can be left as it is."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.ticks("focus", "What it stretches", MUSCLES, "Tick what is stretched most first.")
        self.line("feel", "How it feels", example="A gentle pull in the calf.")
        self.line("why", "What it is good for", example="It lengthens the calf.")
        self.cue(
            "return_cue",
            "Back into it after a rest",
            example="Your left/right heel over the edge again.",
        )
        self._notes("mistakes", "Watch for", "Bouncing.")
        self._notes("cautions", "Care", "Stop if the calf cramps.")
        self.ticks(
            "avoid_if",
            "Leave it out with",
            CONDITIONS,
            "Whoever ticked one of these in the safety questions is not offered it.",
        )
        self._notes("variations", "Other ways to do it", "With the knee bent it is felt lower.")
        self._add_source()

    def _notes(self, key: str, name: str, example: str) -> None:
        self.lines(key, name, name, MOST_NOTES, add="Add a line", example=example)

    def _add_source(self) -> None:
        self._told = Line(self._look, "Who told you", "Ms Ito, physiotherapist")
        self._says = Line(self._look, "What they said", "30 s, twice a day")
        self._source = Source("")
        self._told.typed.connect(lambda text: self._tell(replace(self._source, document=text)))
        self._says.typed.connect(lambda text: self._tell(replace(self._source, says=text)))
        hint = "Your physiotherapist, a book, a class."
        self.put("source.0", "Who told you", self._told, self._show_source, hint)
        self.put("source.0.says", "What they said", self._says, lambda _: None)
        self._others: tuple[Source, ...] = ()

    def _tell(self, source: Source) -> None:
        first = (source,) if source.document or source.says or self._others else ()
        self._source = source
        self.changed.emit("source", (*first, *self._others))

    def _show_source(self, stretch: Stretch) -> None:
        self._source = stretch.source[0] if stretch.source else Source("")
        self._others = stretch.source[1:]
        # A document of ours is known by an id that nobody would read.
        named = labels.source(Source(self._source.document)) if self._is_ours() else ""
        self._told.show_text(named or self._source.document)
        self._says.show_text(self._source.says)

    def _is_ours(self) -> bool:
        document = self._source.document
        return bool(document) and labels.source(Source(document)).lower() != document.lower()


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _set(box: Tick, on: bool) -> None:
    box.blockSignals(True)
    box.setChecked(on)
    box.blockSignals(False)
    box.update()
