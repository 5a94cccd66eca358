"""What goes along."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from supple.core.problem import UserError
from supple.core.routine import Catalogue, Routine, RoutineStep, Stretch
from supple.core.sharing import gather, without_pictures

Make = Callable[..., Stretch]


@pytest.fixture
def catalogue(make_stretch: Make) -> Catalogue:
    stretches = [
        make_stretch("shipped"),
        make_stretch("calf", figure="own-calf"),
        make_stretch("back", figure="own-calf"),
        make_stretch("alone"),
    ]
    steps = tuple(RoutineStep(id_) for id_ in ("shipped", "back", "calf", "back"))
    return Catalogue.of(stretches, [Routine("mine", "Mine", steps), Routine("ours", "Ours", ())])


OWN = ("mine", "calf", "back", "alone")


def test_a_routine_takes_its_own_stretches_along(catalogue: Catalogue) -> None:
    found = gather(catalogue, OWN, ["mine"])
    assert [r.id for r in found.routines] == ["mine"]
    assert [s.id for s in found.stretches] == ["back", "calf"]
    assert found.figures == ("own-calf",)
    assert found.title == "Mine"


def test_stretches_can_go_alone(catalogue: Catalogue) -> None:
    found = gather(catalogue, OWN, ["alone", "calf"])
    assert [s.id for s in found.stretches] == ["alone", "calf"]
    assert found.routines == ()
    assert found.title == "Alone and 1 more"


def test_nothing_goes_twice(catalogue: Catalogue) -> None:
    found = gather(catalogue, OWN, ["mine", "calf", "mine"])
    assert len(found.routines) == 1
    assert len(found.stretches) == 2


@pytest.mark.parametrize("id_", ["ours", "shipped"])
def test_what_ships_is_not_shared(catalogue: Catalogue, id_: str) -> None:
    with pytest.raises(UserError, match="comes with Supple"):
        gather(catalogue, OWN, ["mine", id_])


def test_a_stretch_goes_without_a_picture_that_is_gone(catalogue: Catalogue) -> None:
    stretches = gather(catalogue, OWN, ["calf", "alone"]).stretches
    assert [s.figure for s in without_pictures(stretches, ["own-calf"])] == ["", "alone"]
