"""What tells something that comes in from what is here by its name, in a line or two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from supple.core import labels
from supple.core.meeting import Coming, Meeting, same_figure
from supple.core.routine import Catalogue, Routine, RoutineStep, Stretch

_PARTS: Final = (
    ("steps", ("setup",)),
    (
        "words",
        (
            *("hold_cue", "release_cue", "switch_cue", "return_cue"),
            *("why", "feel", "mistakes", "variations"),
        ),
    ),
    ("cautions", ("cautions", "avoid_if")),
    ("position", ("position", "sides")),
    ("things it takes", ("equipment",)),
    ("muscles", ("focus",)),
    ("level", ("difficulty",)),
    ("sources", ("source",)),
)
_NAMED: Final = 2
"""So many stretches are named; of the others it is said how many they are."""


def differences(coming: Coming, meeting: Meeting, catalogue: Catalogue) -> tuple[str, ...]:
    """Sentences; none where nothing of that name is here.

    ``catalogue``: the file's stretches, and those here that it uses.
    """
    entry, mine = coming.entry, coming.mine
    whose = "yours" if coming.mine_is_own else "Supple's"
    found: list[str] = []
    if mine is not None and mine.name != entry.name:
        found.append(f"{whose.capitalize()} is called “{mine.name}”.")
    if isinstance(entry, Stretch) and isinstance(mine, Stretch):
        found += _of_stretch(entry, mine, meeting, whose)
    elif isinstance(entry, Routine) and isinstance(mine, Routine):
        found += _of_routine(entry, mine, (catalogue, meeting.here.catalogue), whose)
    return tuple(found)


def _of_stretch(new: Stretch, mine: Stretch, meeting: Meeting, whose: str) -> list[str]:
    found = []
    doses = labels.dose(new.dose, new.sides), labels.dose(mine.dose, mine.sides)
    if doses[0] != doses[1]:
        found.append(f"Dose: {doses[0]}; {whose} {doses[1]}.")
    others = [
        words
        for words, fields in _PARTS
        if any(getattr(new, field) != getattr(mine, field) for field in fields)
    ]
    if new.dose != mine.dose and doses[0] == doses[1]:
        others.append("pauses")
    if not same_figure(new.figure, mine.figure, meeting.share, meeting.here):
        others.append("picture")
    if others:
        found.append(f"Other {_listed(others)} than {whose}.")
    return found


def _of_routine(
    new: Routine, mine: Routine, catalogues: tuple[Catalogue, Catalogue], whose: str
) -> list[str]:
    ours = [_named(step, catalogues[1]) for step in mine.steps]
    theirs = [_named(step, catalogues[0]) for step in new.steps]
    names, own_names = [name for name, _ in theirs], [name for name, _ in ours]
    more = list((Counter(names) - Counter(own_names)).elements())
    less = list((Counter(own_names) - Counter(names)).elements())
    found = []
    if more:
        found.append(f"With {_quoted(more)}, which {whose} has not.")
    if less:
        found.append(f"Without {_quoted(less)}, which {whose} has.")
    if not found and names != own_names:
        found.append(f"The stretches come in another order than in {whose}.")
    elif not found:
        found += _doses(theirs, ours, whose)
    if (new.summary, new.suits, new.source) != (mine.summary, mine.suits, mine.source):
        found.append(f"Described otherwise than {whose}.")
    return found or [f"One of its stretches is not as in {whose}."]


def _doses(
    theirs: Sequence[tuple[str, str]], ours: Sequence[tuple[str, str]], whose: str
) -> list[str]:
    found = [
        f"{name}: {dose}; {whose} {mine}."
        for (name, dose), (_, mine) in zip(theirs, ours, strict=True)
        if dose != mine
    ]
    if len(found) <= _NAMED:
        return found
    return [*found[:1], f"{labels.plural(len(found) - 1, 'further dose')} differ, too."]


def _named(step: RoutineStep, catalogue: Catalogue) -> tuple[str, str]:
    stretch = catalogue.stretches.get(step.stretch)
    if stretch is None:
        return step.stretch, ""
    return stretch.name, labels.dose(step.change.over(stretch.dose), stretch.sides)


def _quoted(names: Sequence[str]) -> str:
    shown = [f"“{name}”" for name in names[:_NAMED]]
    rest = len(names) - len(shown)
    return _listed([*shown, f"{rest} more"] if rest else shown)


def _listed(words: Sequence[str]) -> str:
    if len(words) == 1:
        return words[0]
    return f"{', '.join(words[:-1])} and {words[-1]}"
