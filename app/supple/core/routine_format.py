"""Routine files, format 1: a parsed JSON value becomes stretches and routines, or problems.

Every problem is found at once. A stretch or routine without a problem is usable
even when its neighbour is not.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final, NamedTuple

from supple.core.dose_format import HOLD, dose_change
from supple.core.format_fields import Fields, Span
from supple.core.format_findings import Findings, Locate, PathParts, quote, shown, suggest
from supple.core.problem import Problem
from supple.core.routine import (
    Catalogue,
    Dose,
    Position,
    Routine,
    RoutineStep,
    Sides,
    Source,
    Stretch,
)
from supple.core.terms import CONDITIONS, EQUIPMENT, MUSCLES, OCCASIONS

FORMAT: Final = 1
LONGEST_SESSION_S: Final = 3 * 3600.0
CUE_LENGTH: Final = 80
"""Characters of a line that is shown large and spoken."""
NAME_LENGTH: Final = 60
NOTE_LENGTH: Final = 240
MOST_ENTRIES: Final = 500
MOST_STEPS: Final = 100
_STEP_EXAMPLE: Final = '{"stretch": "wall-supine"}'
_SOURCE_EXAMPLE: Final = '{"document": "general practice"}'

DIFFICULTY: Final = Span(1, 3, whole=True)


class Parsed(NamedTuple):
    """What a document holds: the good parts, and everything wrong with the rest."""

    catalogue: Catalogue
    problems: tuple[Problem, ...] = ()


def parse_document(
    value: object,
    known: Catalogue | None = None,
    *,
    taken: Mapping[str, str] | None = None,
    locate: Locate | None = None,
    spoiled: Collection[PathParts] = (),
) -> Parsed:
    """Read ``value``, a parsed routine file, next to the ``known`` stretches and routines.

    Ids in ``taken`` (id to file) are in use in another file of the same person and are
    refused. ``locate`` gives problems their line and column. Entries holding a ``spoiled``
    path are left out: something is wrong there that the value no longer shows.
    """
    findings = Findings(locate)
    reader = _Reader(findings, known or Catalogue({}, {}), taken or {}, spoiled)
    if isinstance(value, dict):
        catalogue = reader.document(Fields(value, (), findings, "a routine file"))
    else:
        catalogue = Catalogue({}, {})
        mend = 'It needs to be one group in braces { } that starts with "format": 1.'
        findings.add((), f"The file is {shown(value)}.", mend)
    return Parsed(catalogue, findings.problems())


class _Reader:
    """One pass over one document."""

    def __init__(
        self,
        findings: Findings,
        known: Catalogue,
        taken: Mapping[str, str],
        spoiled: Collection[PathParts],
    ) -> None:
        self._findings = findings
        self._known = known
        self._taken = taken
        self._spoiled = {path[:2] for path in spoiled}
        self._ids: dict[str, str] = {}
        self._stretches: dict[str, Stretch] = {}

    def document(self, top: Fields) -> Catalogue:
        top.take("$schema")
        top.take("format", str(FORMAT))
        empty = Catalogue({}, {})
        if "format" in top.value and not self._format_fits(top):
            return empty
        if not set(top.value) - {"format", "$schema"}:
            mend = 'Add "stretches": [ ... ] or "routines": [ ... ].'
            self._findings.add((), "The file holds no stretches and no routines.", mend)
        for entry in top.groups(
            "stretches", "a stretch", most=MOST_ENTRIES, example='{"id": "..."}'
        ):
            before = self._findings.count
            stretch = self._stretch(entry)
            if self._is_good(entry, before):
                self._stretches[stretch.id] = stretch
        routines: dict[str, Routine] = {}
        for entry in top.groups(
            "routines", "a routine", most=MOST_ENTRIES, example='{"id": "..."}'
        ):
            before = self._findings.count
            routine = self._routine(entry)
            if self._is_good(entry, before):
                routines[routine.id] = routine
        top.finish()
        return Catalogue(self._stretches, routines)

    def _format_fits(self, top: Fields) -> bool:
        """False for a later format, whose keys mean nothing here."""
        value = top.value["format"]
        if isinstance(value, bool) or value != FORMAT:
            later = isinstance(value, int) and not isinstance(value, bool) and value > FORMAT
            mend = "A newer Supple may read it." if later else f"Write {FORMAT}."
            what = f"This is {shown(value)}; only format {FORMAT} is known."
            self._findings.add(("format",), what, mend)
            return not later
        return True

    def _is_good(self, entry: Fields, count_before: int) -> bool:
        return self._findings.count == count_before and entry.path not in self._spoiled

    def _new_id(self, entry: Fields, kind: str) -> str:
        name = entry.identifier()
        if not name:
            return ""
        path, mend = entry.at("id"), f"Give this {kind} another id."
        if name in self._ids:
            self._findings.add(path, f"The id {quote(name)} is used twice in this file.", mend)
            return name
        self._ids[name] = kind
        other = "routine" if kind == "stretch" else "stretch"
        others = self._known.routines if kind == "stretch" else self._known.stretches
        if name in self._taken:
            what = f"The id {quote(name)} is also used in {self._taken[name]}."
            self._findings.add(path, what, mend)
        elif name in others:
            self._findings.add(path, f"The id {quote(name)} already names a {other}.", mend)
        return name

    def _stretch(self, entry: Fields) -> Stretch:
        id_ = self._new_id(entry, "stretch")
        name = entry.text("name", NAME_LENGTH, need="the name people read")
        position = entry.choice("position", [p.value for p in Position], need='such as "lying"')
        sides = entry.choice("sides", [s.value for s in Sides], need='"each" or "both"')
        marks = () if sides == Sides.BOTH else ("{side}", "{other}")

        def cue(key: str) -> str:
            return entry.text(key, CUE_LENGTH, placeholders=marks)

        stretch = Stretch(
            id=id_,
            name=name,
            position=Position(position) if position else Position.LYING,
            sides=Sides(sides) if sides else Sides.EACH,
            difficulty=int(entry.number("difficulty", DIFFICULTY, need="1, 2 or 3") or 1),
            equipment=entry.choices("equipment", EQUIPMENT),
            setup=entry.texts(
                "setup", CUE_LENGTH, most=8, need='a list of lines ["..."]', placeholders=marks
            ),
            hold_cue=cue("hold_cue"),
            release_cue=cue("release_cue"),
            switch_cue=cue("switch_cue"),
            return_cue=cue("return_cue"),
            why=entry.text("why", CUE_LENGTH),
            feel=entry.text("feel", CUE_LENGTH),
            focus=entry.choices("focus", MUSCLES),
            mistakes=entry.texts("mistakes", NOTE_LENGTH, most=12),
            cautions=entry.texts("cautions", NOTE_LENGTH, most=12),
            avoid_if=entry.choices("avoid_if", CONDITIONS),
            variations=entry.texts("variations", NOTE_LENGTH, most=12),
            dose=self._dose(entry),
            figure=entry.identifier("figure", needed=False),
            source=_sources(entry),
        )
        entry.finish()
        return stretch

    def _dose(self, entry: Fields) -> Dose:
        group = entry.group("dose", "a dose", example='{"hold_s": 30}', needed=True)
        if group is None:
            return Dose(hold_s=HOLD.low)
        change = dose_change(group)
        group.finish()
        if "hold_s" not in group.value and "reps" not in group.value:
            mend = 'Add "hold_s": 30, or "reps": {"count": 10, "pace_s": 3}, or both.'
            self._findings.add(group.path, "The dose has neither a hold nor repetitions.", mend)
        return change.over(Dose())

    def _routine(self, entry: Fields) -> Routine:
        routine = Routine(
            id=self._new_id(entry, "routine"),
            name=entry.text("name", NAME_LENGTH, need="the name people read"),
            summary=entry.text("summary", NOTE_LENGTH),
            suits=entry.choices("suits", OCCASIONS),
            steps=tuple(
                self._step(step)
                for step in entry.groups(
                    "steps", "a step", most=MOST_STEPS, example=_STEP_EXAMPLE, needed=True
                )
            ),
            source=_sources(entry),
        )
        entry.finish()
        seconds = sum(self._seconds(step) for step in routine.steps)
        if seconds > LONGEST_SESSION_S:
            what = f"The routine takes about {seconds / 3600:.1f} hours; 3 hours is the most."
            self._findings.add(entry.at("steps"), what, "Shorten holds, or split it into two.")
        return routine

    def _step(self, step: Fields) -> RoutineStep:
        name = self._reference(step)
        change = dose_change(step)
        step.finish()
        return RoutineStep(name, change)

    def _reference(self, step: Fields) -> str:
        """The id of the stretch a step names, "" when there is none."""
        there, name = step.take("stretch", "the id of a stretch")
        path = step.at("stretch")
        if not there:
            return ""
        if not isinstance(name, str):
            step.wrong(path, name, "the id of a stretch in double quotes")
            return ""
        if self._find(name) is not None:
            return name
        if self._ids.get(name) == "stretch":
            what = f"The stretch {quote(name)} of this file has problems of its own."
            self._findings.add(path, what, "Mend the stretch, and this step works too.")
        else:
            what = f"There is no stretch {quote(name)}."
            self._findings.add(path, what, self._suggestion(name))
        return ""

    def _suggestion(self, name: str) -> str:
        """The stretch that was meant by an unknown id; people may write its name instead."""
        stretches = {**self._known.stretches, **self._stretches}
        by_name = {s.name.casefold(): s.id for s in stretches.values()}
        if meant := by_name.get(name.strip().casefold()):
            return f"Did you mean {quote(meant)}?"
        broken = (i for i, kind in self._ids.items() if kind == "stretch")
        known = sorted({*stretches, *broken})
        if not known:
            return "The file has no stretches of its own."
        return suggest(name, known)

    def _find(self, name: str) -> Stretch | None:
        return self._stretches.get(name) or self._known.stretches.get(name)

    def _seconds(self, step: RoutineStep) -> float:
        """About how long a step takes; spoken lines may make it a little longer."""
        stretch = self._find(step.stretch)
        return step.change.over(stretch.dose).least_s(stretch.sides) if stretch else 0.0


def _sources(entry: Fields) -> tuple[Source, ...]:
    sources = []
    for group in entry.groups("source", "a source", most=20, example=_SOURCE_EXAMPLE):
        document = group.text("document", 120, need="what the number comes from")
        sources.append(Source(document, group.text("says", 400)))
        group.finish()
    return tuple(sources)
