"""Where somebody can stretch and with what."""

from __future__ import annotations

import json
from pathlib import Path

from supple.core.person import ALWAYS_THERE, ASKED_EQUIPMENT, POSITIONS, SPOT_WORDS, Person, Spot
from supple.core.routine import Position, Routine, RoutineStep
from supple.core.routine_format import parse_document
from supple.core.terms import EQUIPMENT

FILE = Path(__file__).parents[2] / "routines.json"
SHIPPED = parse_document(json.loads(FILE.read_text(encoding="utf-8"))).catalogue


def test_every_position_belongs_to_one_spot() -> None:
    found = [p for spot in Spot for p in POSITIONS[spot]]
    assert sorted(found) == sorted(Position)
    assert set(SPOT_WORDS) == set(Spot)


def test_all_equipment_is_asked_for_or_taken_to_be_there() -> None:
    assert set(ASKED_EQUIPMENT) | ALWAYS_THERE == set(EQUIPMENT)
    assert not set(ASKED_EQUIPMENT) & ALWAYS_THERE


def test_place_and_equipment_decide() -> None:
    strap = SHIPPED.stretches["supine-strap-straight-leg"]
    assert Person().can_do(strap)
    assert not Person(spots=frozenset({Spot.CHAIR, Spot.STANDING})).can_do(strap)
    assert not Person(equipment=frozenset({"mat"})).can_do(strap)
    assert not Person().can_do(SHIPPED.stretches["partner-raise"])


def test_a_routine_needs_all_of_it() -> None:
    desk = Person(frozenset({Spot.CHAIR}), frozenset())
    assert desk.can_do_all(SHIPPED.routines["desk-break"], SHIPPED)
    assert not desk.can_do_all(SHIPPED.routines["moving-flow"], SHIPPED)
    assert not desk.can_do_all(Routine("r", "R", (RoutineStep("nowhere"),)), SHIPPED)
    assert not desk.can_do_all(Routine("r", "R", ()), SHIPPED)
