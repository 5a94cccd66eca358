"""What a shared file holds, in the words people are shown before anything of it is taken in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from supple.core import labels
from supple.core.difference import differences
from supple.core.format_findings import quote
from supple.core.left_out import LeftOut, left_out
from supple.core.meeting import Choice, Coming, Meeting, Met
from supple.core.outline import leave_out
from supple.core.routine import Catalogue, Routine, RoutineStep, Stretch
from supple.core.safety import Screening
from supple.core.share import Missing
from supple.core.taking_in import Taking
from supple.core.timeline import build_timeline, routine_of

UNTITLED = "A shared file"
STATES = {Met.NEW: "New", Met.SAME: "Already here", Met.CLASH: "You have another by this name"}


@dataclass(frozen=True, slots=True)
class Line:
    """One stretch of a routine."""

    name: str
    dose: str
    figure: str


@dataclass(frozen=True, slots=True)
class EntryView:
    """One routine or stretch of the file."""

    id: str
    name: str
    kind: str
    """``Routine`` or ``Stretch``."""
    met: Met
    state: str
    details: str
    """Such as ``8 min, mat, strap``."""
    lines: tuple[Line, ...]
    cautions: tuple[str, ...]
    """Each once, with for whom it is not, and which of several stretches it is for."""
    left_out: str
    """What the safety answers rule out of it, in a sentence; "" for nothing."""
    choices: tuple[tuple[Choice, str], ...] = ()
    differs: tuple[str, ...] = ()
    """Where it clashes: how it differs from what is here, in sentences."""


@dataclass(frozen=True, slots=True)
class ShareView:
    """A whole file."""

    title: str
    note: tuple[str, ...]
    """Line by line."""
    made_with: str
    entries: tuple[EntryView, ...]
    adds: bool
    """False where everything is here already."""
    headline: str
    """What is in it, in short, such as ``2 routines and 1 stretch``: the same whatever is here."""
    missing: tuple[str, ...] = ()
    """Which routines of it cannot be taken in and why, a sentence or two each."""


def counted(routines: int, stretches: int) -> str:
    """Such as ``2 routines and 1 stretch``."""
    parts = []
    if routines:
        parts.append(labels.plural(routines, "routine"))
    if stretches or not routines:
        parts.append(labels.plural(stretches, "stretch", "stretches"))
    return " and ".join(parts)


def taken_in(taking: Taking) -> str:
    """What to say once ``taking`` is written."""
    made = [*taking.routines, *(new for new, _ in taking.replaced), *taking.stretches]
    if not made:
        return "Nothing was taken in."
    # Counted as the file was: what a routine is made of comes with it.
    routines = [entry for entry in made if isinstance(entry, Routine)]
    used = {step.stretch for routine in routines for step in routine.steps}
    told = [entry for entry in made if isinstance(entry, Routine) or entry.id not in used]
    if len(told) == 1:
        return f"“{told[0].name}” is in your library."
    return f"{counted(len(routines), len(told) - len(routines))} are in your library."


def share_view(meeting: Meeting, screening: Screening | None = None) -> ShareView:
    """``meeting`` in words. ``screening``: what the safety answers say; None to leave them out."""
    share = meeting.share
    catalogue = meeting.here.catalogue.plus(Catalogue.of(share.stretches, share.routines))
    gone = left_out(catalogue, screening) if screening is not None else LeftOut()
    used = {step.stretch for routine in share.routines for step in routine.steps}
    # A stretch that comes with its routine is shown there, unless something is to be chosen.
    shown = [
        *meeting.routines,
        *(c for c in meeting.stretches if c.entry.id not in used or c.met is Met.CLASH),
    ]
    return ShareView(
        share.head.title or UNTITLED,
        tuple(line for line in share.head.note.split("\n") if line.strip()),
        share.head.made_with,
        tuple(_entry(coming, meeting, catalogue, gone) for coming in shown),
        meeting.adds,
        counted(len(share.routines), sum(s.id not in used for s in share.stretches)),
        tuple(_missing(missing, share.head.made_with) for missing in share.missing),
    )


def _missing(missing: Missing, made_with: str) -> str:
    first = f"the stretch “{quote(missing.stretches[0])[1:-1]}”"
    more = len(missing.stretches) - 1
    names = f"{first} and {labels.plural(more, 'other')}" if more else first
    why = f"“{missing.name}” is left out, as this Supple does not have {names}."
    if not missing.later:
        return why
    them = "them" if more else "it"
    return f"{why} The file was made with {made_with}; a newer Supple may have {them}."


def _entry(coming: Coming, meeting: Meeting, catalogue: Catalogue, gone: LeftOut) -> EntryView:
    entry = coming.entry
    routine = entry if isinstance(entry, Routine) else routine_of(entry)
    stretches = [catalogue.stretches[step.stretch] for step in routine.steps]
    total_s = build_timeline(routine, catalogue).total_s
    equipment = labels.equipment([e for s in stretches for e in s.equipment])
    details = ", ".join(part for part in (labels.minutes(total_s), equipment.lower()) if part)
    is_routine = isinstance(entry, Routine)
    return EntryView(
        id=entry.id,
        name=entry.name,
        kind="Routine" if is_routine else "Stretch",
        met=coming.met,
        state=_state(coming),
        details=details,
        lines=tuple(_line(step, catalogue) for step in routine.steps),
        cautions=_cautions(stretches),
        left_out=_ruled_out(entry, catalogue, gone),
        choices=tuple((choice, _choice(choice, coming)) for choice in coming.choices),
        differs=differences(coming, meeting, catalogue) if coming.choices else (),
    )


def _state(coming: Coming) -> str:
    if coming.met is Met.CLASH and not coming.mine_is_own:
        return "Supple has another by this name"
    return STATES[coming.met]


def _choice(choice: Choice, coming: Coming) -> str:
    mine = "mine" if coming.mine_is_own else "Supple's"
    return {
        Choice.COPY: "Take as a copy",
        Choice.KEEP: f"Keep {mine}",
        Choice.REPLACE: "Replace mine",
    }[choice]


def _line(step: RoutineStep, catalogue: Catalogue) -> Line:
    stretch = catalogue.stretches[step.stretch]
    dose = labels.dose(step.change.over(stretch.dose), stretch.sides)
    return Line(stretch.name, dose, stretch.figure)


def _cautions(stretches: Iterable[Stretch]) -> tuple[str, ...]:
    """Each caution once, with the stretches it is for; without them where it is for all."""
    every = {stretch.id: stretch for stretch in stretches}
    said: dict[str, list[str]] = {}
    for stretch in every.values():
        for line in dict.fromkeys((leave_out(stretch), *stretch.cautions)):
            if line:
                said.setdefault(line, []).append(stretch.name)
    return tuple(
        line if len(names) == len(every) else f"{_both(names)}: {line[:1].lower()}{line[1:]}"
        for line, names in said.items()
    )


def _both(names: Sequence[str]) -> str:
    """Such as ``Calf, Hip and Thigh``."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def _ruled_out(entry: Routine | Stretch, catalogue: Catalogue, gone: LeftOut) -> str:
    if isinstance(entry, Stretch):
        return gone.stretches.get(entry.id, "")
    if entry.id in gone.routines:
        return gone.routines[entry.id]
    without = gone.without.get(entry.id, ())
    names = " and ".join(f"“{catalogue.stretches[id_].name}”" for id_ in without)
    return f"Because of your answers it is done without {names}." if names else ""
