"""What hypothesis makes of ``st.from_type(Stretch)``, ``Routine`` and ``Catalogue``.

Any that a routine file may hold. A catalogue is whole: its routines use its own stretches.
A conftest that wants them puts this folder on ``sys.path`` and imports this module.
"""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from supple.core.routine import (
    Catalogue,
    Dose,
    DoseChange,
    Position,
    Reps,
    Routine,
    RoutineStep,
    Sides,
    Source,
    Stretch,
)
from supple.core.routine_format import LONGEST_SESSION_S
from supple.core.terms import CONDITIONS, EQUIPMENT, MUSCLES, OCCASIONS

_signs = st.characters(exclude_categories=["C", "Z"], exclude_characters="{}")
_letters = _signs | st.sampled_from(' abcäß"\\/\u00a0\u202f\u200e')
_parts = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)


def _lines(longest: int, marks: bool = False) -> st.SearchStrategy[str]:
    plain = st.text(_letters, min_size=1, max_size=longest).filter(str.strip)
    if not marks:
        return plain
    marked = st.tuples(plain, st.sampled_from(["{side}", "{other}"]), plain).map("".join)
    return plain | marked.filter(lambda line: len(line) <= longest)


def _maybe(lines: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.just("") | lines


def _some(
    lines: st.SearchStrategy[str], most: int, least: int = 0
) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(lines, min_size=least, max_size=most).map(tuple)


def _of(terms: object) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(sorted(terms)), unique=True, max_size=4).map(tuple)  # type: ignore[call-overload]


def _seconds(low: float, high: float) -> st.SearchStrategy[float]:
    return st.integers(int(low) + 1, int(high)).map(float) | st.floats(low, high)


_reps = st.builds(
    Reps,
    count=st.integers(1, 200),
    pace_s=_seconds(2.5, 20) | st.just(0.5),
    words=_some(_lines(20), 6),
    during_hold=st.booleans(),
).map(lambda reps: replace(reps, words=reps.words if reps.pace_s >= 2.5 else ()))
_ranges = st.tuples(_seconds(1, 600), _seconds(1, 600)).map(lambda r: (min(r), max(r)))


@st.composite
def _hold(draw: st.DrawFn) -> tuple[float | None, tuple[float, float] | None]:
    span = draw(st.none() | _ranges)
    if span is None:
        return draw(st.none() | _seconds(1, 600)), None
    return draw(st.none() | st.floats(*span) | st.sampled_from(span)), span


@st.composite
def doses(draw: st.DrawFn) -> Dose:
    """Any dose, long ones with few sets."""
    hold_s, span = draw(_hold())
    return Dose(
        hold_s=hold_s,
        hold_range_s=span,
        sets=draw(st.integers(1, 20)),
        rest_s=draw(_seconds(0, 600) | st.just(8.0)),
        prepare_s=draw(_seconds(3, 120) | st.just(8.0)),
        switch_s=draw(_seconds(3, 120) | st.just(6.0)),
        reps=draw(_reps if hold_s is None else st.none() | _reps),
    )


@st.composite
def changes(draw: st.DrawFn) -> DoseChange:
    """Any change of a dose that one step may make."""
    hold_s, span = draw(_hold())
    return DoseChange(
        hold_s=hold_s,
        sets=draw(st.none() | st.integers(1, 20)),
        rest_s=draw(st.none() | _seconds(0, 600)),
        prepare_s=draw(st.none() | _seconds(3, 120)),
        switch_s=draw(st.none() | _seconds(3, 120)),
        reps=draw(st.none() | _reps),
        hold_range_s=span,
    )


_sources = st.lists(
    st.builds(Source, document=_lines(120), says=_maybe(_lines(400))), max_size=2
).map(tuple)


@st.composite
def stretches(draw: st.DrawFn) -> Stretch:
    """Any stretch a routine file may hold."""
    sides = draw(st.sampled_from(Sides))
    cues = _lines(80, marks=sides is Sides.EACH)
    notes = _some(_lines(240), 3)
    return Stretch(
        id=draw(_parts),
        name=draw(_lines(60)),
        position=draw(st.sampled_from(Position)),
        sides=sides,
        difficulty=draw(st.integers(1, 3)),
        setup=draw(_some(cues, 8, least=1)),
        dose=draw(doses()),
        equipment=draw(_of(EQUIPMENT)),
        hold_cue=draw(_maybe(cues)),
        release_cue=draw(_maybe(cues)),
        switch_cue=draw(_maybe(cues)),
        return_cue=draw(_maybe(cues)),
        why=draw(_maybe(_lines(80))),
        feel=draw(_maybe(_lines(80))),
        focus=draw(_of(MUSCLES)),
        mistakes=draw(notes),
        cautions=draw(notes),
        avoid_if=draw(_of(CONDITIONS)),
        figure=draw(st.just("") | _parts),
        source=draw(_sources),
        variations=draw(notes),
    )


@st.composite
def routines(draw: st.DrawFn, known: dict[str, Stretch] | None = None) -> Routine:
    """Any routine; with ``known`` one of these stretches, and no longer than a session may be."""
    ids = st.sampled_from(sorted(known)) if known else _parts
    steps = draw(st.lists(st.builds(RoutineStep, ids, changes()), min_size=1, max_size=5))
    while known and len(steps) > 1 and _length_s(steps, known) > LONGEST_SESSION_S:
        steps = steps[:-1]
    if known and _length_s(steps, known) > LONGEST_SESSION_S:
        steps = [replace(steps[0], change=DoseChange(sets=1, rest_s=0.0))]
    return Routine(
        id=draw(_parts),
        name=draw(_lines(60)),
        steps=tuple(steps),
        summary=draw(_maybe(_lines(240))),
        suits=draw(_of(OCCASIONS)),
        source=draw(_sources),
    )


def _length_s(steps: list[RoutineStep], known: dict[str, Stretch]) -> float:
    """More than any session of these steps takes."""
    total = 0.0
    for step in steps:
        dose = step.change.over(known[step.stretch].dose)
        work = (dose.hold_s or 0.0) + (dose.reps.duration_s if dose.reps else 0.0)
        total += dose.prepare_s + 2 * dose.sets * (work + dose.rest_s) + dose.switch_s
    return total


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    """Stretches, and routines of these; each id names one thing."""
    made = draw(st.lists(stretches(), min_size=1, max_size=4, unique_by=lambda s: s.id))
    known = {stretch.id: stretch for stretch in made}
    ordered = draw(st.lists(routines(known), max_size=3, unique_by=lambda r: r.id))
    return Catalogue.of(made, [r for r in ordered if r.id not in known])


st.register_type_strategy(Stretch, stretches())
st.register_type_strategy(Routine, routines())
st.register_type_strategy(Catalogue, catalogues())
