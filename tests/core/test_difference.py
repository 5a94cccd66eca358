"""What a clash is about, in a line or two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from supple.core.difference import differences
from supple.core.meeting import Here, meet
from supple.core.routine import Catalogue, DoseChange, Routine, RoutineStep, Stretch
from supple.core.share import Head, Picture, Share

Make = Callable[..., Stretch]


def told(
    new: Stretch | Routine, mine: Stretch | Routine, every: tuple[Stretch, ...], *, own: bool = True
) -> tuple[str, ...]:
    stretches, routines = ((new,), ()) if isinstance(new, Stretch) else (every, (new,))
    share = Share(Head(), routines, stretches)
    here = Catalogue.of(every, []).plus(
        Catalogue.of([mine], []) if isinstance(mine, Stretch) else Catalogue.of([], [mine])
    )
    meeting = meet(share, Here(here, [mine.id] if own else []))
    coming = next(c for c in meeting.all if c.entry == new)
    return differences(coming, meeting, here.plus(Catalogue.of(stretches, routines)))


@pytest.fixture
def calf(make_stretch: Make) -> Stretch:
    return make_stretch("calf")


def test_dose_steps_words_and_the_rest_of_a_stretch(calf: Stretch) -> None:
    new = replace(
        calf, dose=replace(calf.dose, hold_s=45.0), setup=("Another.",), feel="Elsewhere."
    )
    dose, others = told(new, calf, (calf,))
    assert dose.startswith("Dose: ")
    assert "45 s" in dose
    assert "; yours " in dose
    assert others == "Other steps and words than yours."
    assert told(new, calf, (calf,), own=False)[1] == "Other steps and words than Supple's."


def test_pauses_are_no_dose_and_another_name_is_told(calf: Stretch) -> None:
    new = replace(calf, name="Calf raise", dose=replace(calf.dose, prepare_s=40.0))
    assert told(new, calf, (calf,)) == (
        "Yours is called “Calf”.",
        "Other pauses than yours.",
    )


def test_the_same_picture_under_another_id_is_no_difference(calf: Stretch) -> None:
    mine = replace(calf, figure="own-a", feel="Here.")
    new = replace(calf, figure="own-b", feel="There.")

    def others(theirs: bytes) -> str:
        share = Share(Head(), (), (new,), (Picture("own-b", "png", theirs),))
        pictures = {"own-a": Picture("own-a", "png", b"one")}
        meeting = meet(share, Here(Catalogue.of([mine], []), ["calf"], pictures))
        return differences(meeting.stretches[0], meeting, Catalogue.of([new], []))[-1]

    assert others(b"one") == "Other words than yours."
    assert others(b"two") == "Other words and picture than yours."


def test_the_stretches_of_a_routine(make_stretch: Make) -> None:
    every = tuple(make_stretch(name) for name in ("a", "b", "c", "d"))

    def routine(names: str, hold_s: float | None = None, summary: str = "") -> Routine:
        steps = tuple(RoutineStep(name, DoseChange(hold_s=hold_s)) for name in names)
        return Routine("evening", "Evening", steps, summary)

    mine = routine("ab")
    assert told(routine("bcd"), mine, every) == (
        "With “C” and “D”, which yours has not.",
        "Without “A”, which yours has.",
    )
    assert told(routine("abcdc"), mine, every) == (
        "With “C”, “C” and 1 more, which yours has not.",
    )
    assert told(routine("ba"), mine, every) == (
        "The stretches come in another order than in yours.",
    )
    assert told(routine("ab", summary="Slowly."), mine, every) == (
        "Described otherwise than yours.",
    )
    first, second = told(routine("ab", 45.0), mine, every)
    assert first.startswith("A: ")
    assert second.startswith("B: ")
    most = told(routine("abc", 45.0), routine("abc"), every)
    assert most[1] == "2 further doses differ, too."


def test_a_routine_alike_but_for_a_stretch_of_it(calf: Stretch) -> None:
    routine = Routine("evening", "Evening", (RoutineStep("calf"),))
    share = Share(Head(), (routine,), (replace(calf, feel="Elsewhere."),))
    here = Catalogue.of([calf], [routine])
    meeting = meet(share, Here(here, ["calf", "evening"]))
    catalogue = here.plus(Catalogue.of(share.stretches, share.routines))
    said = differences(meeting.routines[0], meeting, catalogue)
    assert said == ("One of its stretches is not as in yours.",)
