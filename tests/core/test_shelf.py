from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.routine import Catalogue, Dose, Position, Routine, RoutineStep, Sides, Stretch
from supple.core.shelf import (
    NOTHING,
    Filters,
    Item,
    Kind,
    Part,
    best_drop,
    count_line,
    equipment_of,
    explain_nothing,
    folded_words,
    matching,
    routines,
    stretches,
)


def stretch(
    name: str,
    position: Position,
    difficulty: int = 1,
    equipment: tuple[str, ...] = (),
    avoid_if: tuple[str, ...] = (),
) -> Stretch:
    return Stretch(
        id=name.lower(),
        name=name,
        position=position,
        sides=Sides.EACH,
        difficulty=difficulty,
        setup=("Sit.",),
        dose=Dose(hold_s=30),
        equipment=equipment,
        focus=("hamstrings",),
        avoid_if=avoid_if,
        figure=name.lower(),
    )


CATALOGUE = Catalogue.of(
    [
        stretch("Strap", Position.LYING, 1, ("strap",)),
        stretch("Chair", Position.SEATED, 2, ("chair",)),
        stretch("Fold", Position.STANDING, 3, (), ("herniated-disc",)),
        stretch("Écart", Position.LYING, 2, avoid_if=("knee-pain",)),
    ],
    [
        Routine("short", "Short one", (RoutineStep("strap"), RoutineStep("écart")), "For evenings"),
        Routine("mixed", "Mixed", (RoutineStep("chair"), RoutineStep("fold"))),
        Routine("hole", "With a hole", (RoutineStep("gone"),)),
    ],
)
DURATIONS = {"strap": 90.0, "chair": 150.0, "fold": 400.0, "écart": 329.0, "short": 600.0}
ITEMS = stretches(CATALOGUE, DURATIONS)


def names(filters: Filters, items: tuple[Item, ...] = ITEMS) -> list[str]:
    return [item.name for item in matching(items, filters)]


def test_no_filter_lets_everything_through() -> None:
    assert names(Filters()) == ["Strap", "Chair", "Fold", "Écart"]


@pytest.mark.parametrize(
    ("filters", "left"),
    [
        (Filters(position=Position.LYING), ["Strap", "Écart"]),
        (Filters(levels=frozenset({1, 2})), ["Strap", "Chair", "Écart"]),
        (Filters(equipment="strap"), ["Strap"]),
        (Filters(equipment=NOTHING), ["Fold", "Écart"]),
        (Filters(longest_s=120), ["Strap"]),
        (Filters(longest_s=300), ["Strap", "Chair", "Écart"]),
        (Filters(text="ECA"), ["Écart"]),
        (Filters(text="ham str"), ["Strap"]),
        (Filters(text="tring"), []),
        (Filters(text="  "), ["Strap", "Chair", "Fold", "Écart"]),
        (Filters(position=Position.LYING, equipment=NOTHING), ["Écart"]),
    ],
)
def test_filters(filters: Filters, left: list[str]) -> None:
    assert names(filters) == left


def test_what_is_named_so_comes_before_what_only_holds_the_words() -> None:
    short, *others = routines(CATALOGUE, DURATIONS)
    assert names(Filters(text="strap"), (short, *ITEMS)) == ["Strap", short.name]
    assert names(Filters(position=Position.LYING), (*others, short)) == [short.name]


def test_only_a_red_caution_is_to_be_read_first() -> None:
    assert [item.read_first for item in ITEMS] == [False, False, True, False]


def test_details_of_a_row() -> None:
    assert ITEMS[0].details == ("Lying", "Easy", "Strap")
    assert ITEMS[2].details == ("Standing", "Hard")


def test_a_routine_sums_up_its_stretches() -> None:
    short, mixed, hole = routines(CATALOGUE, DURATIONS, own=["mixed"])
    assert short.details == ("Lying", "Medium", "Strap")
    assert (short.duration_s, short.figure, short.own) == (600.0, "strap", False)
    assert mixed.details == ("Seated, standing", "Hard", "Chair", "Yours")
    assert mixed.read_first
    assert mixed.own
    assert hole.details == ("Easy",)
    assert hole.figure == ""


def test_a_routine_is_found_by_its_stretches_and_summary() -> None:
    shelf = routines(CATALOGUE, DURATIONS)
    assert names(Filters(text="fold"), shelf) == ["Mixed"]
    assert names(Filters(text="evening"), shelf) == ["Short one"]


def test_equipment_on_the_shelf() -> None:
    assert equipment_of(ITEMS) == ("chair", "strap")


def test_the_filter_to_drop_is_the_one_that_lets_most_through() -> None:
    filters = Filters(position=Position.LYING, equipment="chair", longest_s=60)
    assert names(filters) == []
    assert best_drop(ITEMS, filters) is None
    filters = Filters(position=Position.LYING, equipment="chair")
    assert best_drop(ITEMS, filters) == (Part.EQUIPMENT, 2)


def test_an_empty_list_says_what_to_drop() -> None:
    names = {Part.POSITION: "<Seated>", Part.EQUIPMENT: "<Strap>", Part.TEXT: "<x>"}
    both = (Part.POSITION, Part.EQUIPMENT)
    assert explain_nothing(both, (Part.EQUIPMENT, 3), names, Kind.STRETCH) == (
        "Nothing matches both filters",
        "Try without <Strap>: 3 stretches fit then.",
    )
    three = (*both, Part.TEXT)
    assert explain_nothing(three, (Part.TEXT, 1), names, Kind.ROUTINE) == (
        "Nothing matches all three filters",
        "Try without <x>: 1 routine fits then.",
    )
    assert explain_nothing((Part.TEXT,), None, names, Kind.ROUTINE) == (
        "Nothing matches this filter",
        "Clear them to see all routines.",
    )


def test_counts() -> None:
    assert count_line(7, 24, Kind.STRETCH) == "7 of 24 stretches"
    assert count_line(9, 9, Kind.ROUTINE) == "9 routines"
    assert count_line(1, 1, Kind.STRETCH) == "1 stretch"
    assert count_line(0, 1, Kind.ROUTINE) == "0 of 1 routines"


def test_words_are_folded() -> None:
    assert folded_words("Fußgelenk, ÉCART") == {"fussgelenk", "ecart"}


FILTERS = st.builds(
    Filters,
    position=st.none() | st.sampled_from(Position),
    levels=st.none() | st.frozensets(st.integers(1, 3)),
    equipment=st.none() | st.sampled_from([NOTHING, "chair", "strap", "rope"]),
    longest_s=st.none() | st.floats(0, 1000),
    text=st.sampled_from(["", "s", "chair", "ham lying", "zzz", "é", "?"]),
)


@given(FILTERS)
def test_dropping_a_part_never_hides_a_row(filters: Filters) -> None:
    shown = set(names(filters))
    for part in filters.set_parts:
        looser = filters.without(part)
        assert part not in looser.set_parts
        assert shown <= set(names(looser))


@given(FILTERS)
def test_filters_with_no_part_set_let_all_through(filters: Filters) -> None:
    if not filters.set_parts:
        assert len(names(filters)) == len(ITEMS)


def test_what_cannot_be_started_is_marked() -> None:
    of_stretches = stretches(CATALOGUE, DURATIONS, left_out={"fold"})
    assert [item.name for item in of_stretches if item.left_out] == ["Fold"]
    of_routines = routines(CATALOGUE, DURATIONS, left_out={"mixed"})
    assert [item.name for item in of_routines if item.left_out] == ["Mixed"]
