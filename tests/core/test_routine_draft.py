from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.draft_layout import lay_out
from supple.core.past import Past
from supple.core.routine import (
    Catalogue,
    Dose,
    DoseChange,
    Position,
    Reps,
    Routine,
    RoutineStep,
    Sides,
    Stretch,
)
from supple.core.routine_draft import Part, RoutineDraft, changed, names_of
from supple.core.speech_length import spoken_seconds
from supple.core.timeline import build_timeline


def stretch(id_: str, sides: Sides, dose: Dose) -> Stretch:
    return Stretch(id_, id_.title(), Position.LYING, sides, 1, ("Lie on your back.",), dose)


STRAP = stretch("strap", Sides.EACH, Dose(hold_s=30, sets=2, hold_range_s=(15, 60)))
KNEES = stretch("knees", Sides.BOTH, Dose(hold_s=20))
PUMPS = stretch("pumps", Sides.EACH, Dose(reps=Reps(5, 2.0, ("point", "flex"))))
LIBRARY = Catalogue.of([STRAP, KNEES, PUMPS], [])
STRETCHES = LIBRARY.stretches
ROUTINE = Routine(
    "evening",
    "Evening",
    (RoutineStep("strap", DoseChange(hold_s=20)), RoutineStep("knees"), RoutineStep("pumps")),
    "For the evening.",
    ("bedtime",),
)
Change = Callable[[RoutineDraft], RoutineDraft]


def keys(draft: RoutineDraft) -> list[int]:
    return [row.key for row in draft.rows]


def order(draft: RoutineDraft) -> list[str]:
    return [row.stretch for row in draft.rows]


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """One operation, of whatever row there is then."""
    at, to = draw(st.integers(0, 9)), draw(st.integers(-2, 9))
    part, number = draw(st.sampled_from(list(Part))), draw(st.integers(1, 100))
    name = draw(st.sampled_from(["", "Evening", "Morning"]))
    which = draw(st.sampled_from(["add", "move", "twin", "remove", "set", "name", "ready"]))
    new = draw(st.lists(st.sampled_from(sorted(STRETCHES)), min_size=1, max_size=3))

    def change(draft: RoutineDraft) -> RoutineDraft:
        key = draft.rows[at % len(draft.rows)].key if draft.rows else -1
        row = draft.row(key)
        match which:
            case "add":
                return draft.added(new, to)
            case "move":
                return draft.moved(key, to)
            case "twin":
                return draft.duplicated(key)
            case "remove":
                return draft.without(key)
            case "set" if row is not None:
                return draft.with_part(key, part, float(number), STRETCHES[row.stretch])
            case "ready":
                return draft.with_more_prepare(float(number), STRETCHES)
            case _:
                return draft.named(name)

    return change


@given(st.lists(changes(), max_size=25))
def test_undo_of_anything_gives_back_the_start_and_redo_the_end(made: list[Change]) -> None:
    start = RoutineDraft.of(ROUTINE)
    past = Past(start)
    for change in made:
        past = past.push(change(past.now))
    end = past.now
    while past.can_undo:
        past = past.undo()
    assert past.now == start
    while past.can_redo:
        past = past.redo()
    assert past.now == end


@given(st.lists(changes(), max_size=25))
def test_every_row_keeps_a_key_of_its_own(made: list[Change]) -> None:
    draft = RoutineDraft.of(ROUTINE)
    for change in made:
        draft = change(draft)
        assert len(set(keys(draft))) == len(draft.rows)
        assert all(key < draft.next_key for key in keys(draft))


@given(st.lists(changes(), max_size=12))
def test_the_total_is_the_timelines(made: list[Change]) -> None:
    draft = RoutineDraft.of(ROUTINE)
    for change in made:
        draft = change(draft)
    layout = lay_out(draft, LIBRARY, SAY)
    if not draft.rows:
        assert layout.total_s == 0
        return
    timeline = build_timeline(draft.build(), LIBRARY, SAY)
    assert layout.total_s == timeline.total_s
    finish = timeline.steps[-1].duration_s
    assert sum(layout.rows.values()) + finish == pytest.approx(timeline.total_s)


SAY = cache(spoken_seconds)


def test_a_draft_builds_the_routine_it_was_made_of() -> None:
    assert RoutineDraft.of(ROUTINE).build() == ROUTINE


def test_a_copy_builds_another_routine_with_the_same_steps() -> None:
    built = RoutineDraft.of(ROUTINE, "").build("evening-2")
    assert (built.id, built.steps) == ("evening-2", ROUTINE.steps)


def test_names_are_built_without_blanks_about_them() -> None:
    draft = RoutineDraft().named("  Morning ").summed_up(" Gently up. ")
    assert (draft.build("x").name, draft.build("x").summary) == ("Morning", "Gently up.")


@pytest.mark.parametrize(
    ("to", "after"),
    [
        (0, ["knees", "strap", "pumps"]),
        (2, ["strap", "pumps", "knees"]),
        (99, ["strap", "pumps", "knees"]),
        (-5, ["knees", "strap", "pumps"]),
    ],
)
def test_a_row_goes_to_its_place(to: int, after: list[str]) -> None:
    draft = RoutineDraft.of(ROUTINE)
    assert order(draft.moved(1, to)) == after


def test_rows_are_added_where_they_are_wanted() -> None:
    draft = RoutineDraft.of(ROUTINE)
    assert order(draft.added(["knees", "pumps"])) == ["strap", "knees", "pumps", "knees", "pumps"]
    assert order(draft.added(["pumps"], 1)) == ["strap", "pumps", "knees", "pumps"]


def test_a_twin_has_the_same_numbers_and_stands_after() -> None:
    draft = RoutineDraft.of(ROUTINE).duplicated(0)
    assert order(draft) == ["strap", "strap", "knees", "pumps"]
    assert draft.rows[1].change == DoseChange(hold_s=20)
    assert draft.rows[1].key == 3


def test_what_is_not_there_changes_nothing() -> None:
    draft = RoutineDraft.of(ROUTINE)
    assert draft.moved(9, 0) == draft
    assert draft.duplicated(9) == draft
    assert draft.without(9) == draft
    assert (draft.place(9), draft.row(9)) == (-1, None)


@pytest.mark.parametrize(
    ("part", "value", "change"),
    [
        (Part.HOLD, 45.0, DoseChange(hold_s=45)),
        (Part.SETS, 3, DoseChange(sets=3)),
        (Part.REST, 12.0, DoseChange(rest_s=12)),
        (Part.PREPARE, 5.0, DoseChange(prepare_s=5)),
        (Part.SWITCH, 9.0, DoseChange(switch_s=9)),
    ],
)
def test_a_number_is_set_and_the_stretchs_own_is_not_written(
    part: Part, value: float, change: DoseChange
) -> None:
    draft = RoutineDraft().added(["strap"])
    own = {Part.HOLD: 30, Part.SETS: 2, Part.REST: 8, Part.PREPARE: 8, Part.SWITCH: 6}[part]
    there = draft.with_part(0, part, value, STRAP)
    assert there.rows[0].change == change
    assert there.with_part(0, part, own, STRAP) == draft


def test_reps_and_pace_are_set_each_on_its_own() -> None:
    draft = RoutineDraft().added(["pumps"]).with_part(0, Part.REPS, 8, PUMPS)
    draft = draft.with_part(0, Part.PACE, 3.5, PUMPS)
    assert draft.rows[0].dose(PUMPS).reps == Reps(8, 3.5, ("point", "flex"))
    back = draft.with_part(0, Part.REPS, 5, PUMPS).with_part(0, Part.PACE, 2.0, PUMPS)
    assert back.rows[0].change == DoseChange()


def test_a_stretch_without_reps_gets_none() -> None:
    assert changed(DoseChange(), Part.REPS, 8, STRAP.dose) == DoseChange()


def test_a_hold_outside_the_range_of_its_step_lets_that_range_go() -> None:
    change = DoseChange(hold_s=20, hold_range_s=(10, 30))
    assert changed(change, Part.HOLD, 25, STRAP.dose).hold_range_s == (10, 30)
    assert changed(change, Part.HOLD, 40, STRAP.dose).hold_range_s is None


def test_more_time_to_get_ready_is_added_to_what_each_stretch_has() -> None:
    draft = RoutineDraft.of(ROUTINE)
    own = [row.dose(STRETCHES[row.stretch]).prepare_s for row in draft.rows]
    assert draft.more_prepare(STRETCHES) == 0
    more = draft.with_more_prepare(10, STRETCHES)
    told = [row.dose(STRETCHES[row.stretch]).prepare_s for row in more.rows]
    assert told == [seconds + 10 for seconds in own]
    assert more.more_prepare(STRETCHES) == 10
    assert more.with_more_prepare(0, STRETCHES) == draft
    assert RoutineDraft().more_prepare(STRETCHES) == 0


def test_a_row_with_a_time_of_its_own_keeps_it() -> None:
    draft = RoutineDraft.of(ROUTINE).with_part(1, Part.PREPARE, 5, KNEES)
    more = draft.with_more_prepare(10, STRETCHES)
    assert [row.change.prepare_s for row in more.rows if row.key == 1] == [5]
    assert more.more_prepare(STRETCHES) == 10


def test_no_time_to_get_ready_goes_over_the_limit_of_the_format() -> None:
    draft = RoutineDraft.of(ROUTINE).with_more_prepare(1000, STRETCHES)
    assert {row.dose(STRETCHES[row.stretch]).prepare_s for row in draft.rows} == {120}


@pytest.mark.parametrize("own", [(7.1, 8.0), (115.0, 8.0), (115.0, 118.0)])
@pytest.mark.parametrize("first", [10.0, 40.0, 1000.0])
def test_every_row_follows_each_change_of_it(own: tuple[float, float], first: float) -> None:
    """Also where seconds do not add up to the last digit, and from the limit back."""
    pair = [stretch(f"s{n}", Sides.BOTH, Dose(30, prepare_s=s)) for n, s in enumerate(own)]
    there = Catalogue.of(pair, []).stretches
    draft = RoutineDraft().added([s.id for s in pair])
    then = draft.with_more_prepare(first, there).with_more_prepare(2, there)
    assert [row.dose(there[row.stretch]).prepare_s for row in then.rows] == [s + 2 for s in own]
    assert then.with_more_prepare(0, there) == draft


def test_a_number_that_is_written_and_the_stretchs_own_are_the_same_routine() -> None:
    written = Routine("r", "R", (RoutineStep("strap", DoseChange(hold_s=30)),))
    plain = Routine("r", "R", (RoutineStep("strap"),))
    draft = RoutineDraft.of(written)
    assert draft.same_as(RoutineDraft.of(plain), STRETCHES)
    assert not draft.with_part(0, Part.HOLD, 31, STRAP).same_as(draft, STRETCHES)
    assert not draft.named("S").same_as(draft, STRETCHES)
    assert draft.named("R ").same_as(draft, STRETCHES)


def test_rows_of_stretches_that_are_gone_are_compared_by_what_they_say() -> None:
    draft = RoutineDraft().added(["gone"])
    assert draft.same_as(RoutineDraft().added(["gone"]), STRETCHES)
    assert not draft.same_as(RoutineDraft().added(["lost"]), STRETCHES)


def test_rows_are_named_by_their_stretches() -> None:
    draft = RoutineDraft().added(["strap", "gone"])
    assert names_of(draft.rows, STRETCHES) == ["Strap", "gone"]
