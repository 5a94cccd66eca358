"""A routine as a sheet of paper: what stands on it, whatever the paper's size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from supple.core import labels, wording
from supple.core.outline import leave_out
from supple.core.routine import Dose, Reps, Side, Sides, Source, Stretch
from supple.core.safety import ADVICE_TEXTS, Advice
from supple.core.sources import title_of
from supple.core.timeline import Timeline

START = "Start"
FEEL, AVOID, CARE = "You feel", "Avoid", "Take care"
FINISH = "To finish"
STOP_TITLE = "A pull is fine, pain is not"
_STOP = (
    "Let go and stop if your back hurts more, pain shoots below the knee, "
    "or a leg goes numb or weak."
)
STOP = (_STOP, ADVICE_TEXTS[Advice.URGENT])
DIARY_TITLE = "Two weeks at a glance"
DIARY_NOTE = "Tick each day you stretch. Write your pain as a number: 0 is none, 10 the worst."
WEEKS = ("First week", "Second week")
DONE = "Stretched"
BEFORE, AFTER = "Pain before", "Pain after"
PERSON, THERAPIST, OFTEN, NOTES = "For", "Therapist", "How often", "Notes"
CONTINUED = "continued"
GUIDANCE = "Guidance, and no substitute for somebody who knows your back."
PLAN_NOTE = "The holds are those of your plan today."
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True)
class Entry:
    """One stretch of the sheet. "" or no lines where there is nothing to say."""

    number: int
    """From 1."""
    name: str
    figure: str
    """Id of the figure."""
    side: Side
    """The leg that is drawn and told of."""
    caption: str
    """Under the second picture; under the first one stands ``START``."""
    dose: str
    order: str
    """Which leg comes first, and what is between two holds."""
    steps: tuple[str, ...]
    """What comes before the hold."""
    finish: str
    """How to come out of it, when the dose is done; to stand behind ``FINISH``."""
    feel: str
    avoid: str
    """One mistake, to stand behind ``AVOID``."""
    cautions: tuple[str, ...]
    leave_out: str
    source: str


@dataclass(frozen=True, slots=True)
class Handout:
    """All that is on the sheet but its dates and page numbers."""

    title: str
    summary: str
    facts: tuple[str, ...]
    """How long it takes, how many stretches, what is needed."""
    note: str
    """What was changed for this person; "" for nothing."""
    entries: tuple[Entry, ...]
    days: tuple[str, ...]
    """Seven short names, in the order of the person's week."""

    @property
    def texts(self) -> tuple[str, ...]:
        """What somebody reads of the routine, in order."""
        told = [self.title, self.summary, *self.facts, self.note]
        for e in self.entries:
            told += [e.name, e.dose, e.order, *e.steps, e.finish, e.feel, e.avoid, *e.cautions]
            told += [e.leave_out, e.source]
        return tuple(text for text in told if text)


def handout(
    timeline: Timeline,
    *,
    planned: bool = False,
    without: Sequence[str] = (),
    first_weekday: int = 0,
) -> Handout:
    """What stands on the sheet of ``timeline``'s routine, in its doses.

    ``planned``: the plan changed holds of it. ``without``: names of stretches left out for the
    safety answers. ``first_weekday``: 0 Monday to 6 Sunday.
    """
    routine = timeline.routine
    doses = [
        step.change.over(stretch.dose)
        for step, stretch in zip(routine.steps, timeline.stretches, strict=True)
    ]
    entries = tuple(
        _entry(number, stretch, dose)
        for number, (stretch, dose) in enumerate(zip(timeline.stretches, doses, strict=True), 1)
    )
    return Handout(
        title=routine.name,
        summary=routine.summary,
        facts=_facts(timeline),
        note=" ".join(_notes(planned, without)),
        entries=entries,
        days=tuple(_DAYS[(first_weekday + i) % 7] for i in range(7)),
    )


def dose_line(stretch: Stretch, dose: Dose) -> str:
    """Such as ``Hold 30 seconds, 2 times each leg``."""
    each = f" each {wording.limb_of(stretch)}" if stretch.sides is Sides.EACH else ""
    reps = dose.reps
    if not dose.hold_s:
        rounds = f"; {dose.sets} rounds" if dose.sets > 1 else ""
        return f"{_alone(reps, each)}{rounds}" if reps else ""
    hold, often = f"hold {wording.seconds(dose.hold_s)}", f"{_times(dose.sets)}{each}"
    if reps is None:
        return f"H{hold[1:]}, {often}"
    moved = " and ".join(reps.words) or "move"
    count = labels.plural(reps.count, "time")
    if reps.during_hold:
        return f"H{hold[1:]}, stay there and {moved} {count}; {often}"
    return f"{moved[:1].upper()}{moved[1:]} {count}, then {hold}; {often}"


def _alone(reps: Reps, each: str) -> str:
    """Counted movements without a hold."""
    count = f"{labels.plural(reps.count, 'time')}{each}"
    if reps.words:
        return f"{count}: {' and '.join(reps.words)}"
    about = max(5, 5 * round(reps.duration_s / 5))
    return f"{count}, about {wording.seconds(about)}"


def order_line(stretch: Stretch, dose: Dose) -> str:
    """Which leg comes first, and the rest between two holds."""
    told = []
    if stretch.sides is Sides.EACH:
        first, second = stretch.sides.order
        limb = wording.limb_of(stretch)
        if dose.sets > 1:
            all_ = "Both" if dose.sets == 2 else f"All {dose.sets}"
            told.append(f"{all_} with the {first} {limb} first, then with the {second}.")
        else:
            told.append(f"{first.value.capitalize()} {limb} first, then the {second} {limb}.")
    if dose.sets > 1 and dose.rest_s >= 1:
        told.append(f"Rest about {wording.seconds(dose.rest_s)} in between.")
    return " ".join(told)


def _facts(timeline: Timeline) -> tuple[str, ...]:
    pieces = dict.fromkeys(name for s in timeline.stretches for name in s.equipment)
    count = labels.plural(timeline.blocks, "stretch", "stretches")
    minutes = max(1, round(timeline.total_s / 60))
    return (
        f"About {labels.plural(minutes, 'minute')}",
        count,
        *([labels.equipment(tuple(pieces))] if pieces else []),
    )


def _notes(planned: bool, without: Sequence[str]) -> list[str]:
    told = [PLAN_NOTE] if planned else []
    if without:
        told.append(f"Left out for your safety answers: {', '.join(without)}.")
    return told


def _entry(number: int, stretch: Stretch, dose: Dose) -> Entry:
    side = stretch.sides.order[0]
    return Entry(
        number=number,
        name=stretch.name,
        figure=stretch.figure,
        side=side,
        caption=_caption(stretch, dose, side),
        dose=dose_line(stretch, dose),
        order=order_line(stretch, dose),
        steps=_steps(stretch, side),
        finish=wording.for_side(stretch.release_cue, side),
        feel=stretch.feel,
        avoid=_avoid(stretch),
        cautions=stretch.cautions,
        leave_out=leave_out(stretch),
        source=_source(stretch.source),
    )


def _avoid(stretch: Stretch) -> str:
    if not stretch.mistakes:
        return ""
    said = wording.avoid_line(stretch.mistakes[0]).removeprefix(f"{AVOID} ")
    return said[:1].upper() + said[1:]


def _caption(stretch: Stretch, dose: Dose, side: Side) -> str:
    what = "hold" if dose.hold_s else "move"
    if side is Side.BOTH:
        return what.capitalize()
    return f"{side.value.capitalize()} {wording.limb_of(stretch)}: {what}"


def _steps(stretch: Stretch, side: Side) -> tuple[str, ...]:
    lines = (*stretch.setup, stretch.hold_cue)
    return tuple(wording.for_side(line, side) for line in lines if line)


def _times(sets: int) -> str:
    return "once" if sets == 1 else f"{sets} times"


def _source(sources: Sequence[Source]) -> str:
    titles = dict.fromkeys(title_of(source.document) for source in sources)
    if not titles:
        return ""
    return f"{'Source' if len(titles) == 1 else 'Sources'}: {'; '.join(titles)}"
