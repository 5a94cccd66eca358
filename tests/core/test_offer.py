from __future__ import annotations

import pytest

from supple.core.choice import PRACTICE, Choice
from supple.core.offer import Offer, offer_of, offers_of
from supple.core.routine import (
    Catalogue,
    Dose,
    Position,
    Routine,
    RoutineStep,
    Sides,
    Stretch,
)

DURATIONS = {"desk": 240.0}


def desk(*avoid_if: str) -> Catalogue:
    """One routine on a chair, to be avoided with ``avoid_if``."""
    chair = Stretch(
        id="chair",
        name="Chair",
        position=Position.SEATED,
        sides=Sides.BOTH,
        difficulty=1,
        setup=("Sit.",),
        dose=Dose(hold_s=30),
        equipment=("chair",),
        avoid_if=avoid_if,
        figure="chair-figure",
    )
    return Catalogue.of([chair], [Routine("desk", "Desk break", (RoutineStep("chair"),), "Short.")])


DESK = Choice("desk", "A break from the desk", PRACTICE)


def only(
    catalogue: Catalogue, *own: str, document: str = PRACTICE, answered: bool = False
) -> Offer:
    """What is offered where that routine is the only choice."""
    choices = [Choice("desk", "A break from the desk", document)]
    (offer,) = offers_of(choices, catalogue, DURATIONS, own, answered=answered)
    return offer


def test_an_offer_says_how_long_and_where() -> None:
    offer = offer_of(DESK, desk(), DURATIONS)
    assert (offer.routine, offer.name, offer.summary) == ("desk", "Desk break", "Short.")
    assert (offer.minutes, offer.place, offer.equipment) == ("4 min", "On your chair", "Chair")
    assert offer.detail == "4 min, on your chair"
    assert offer.figure == "chair-figure"


def test_an_offer_says_why_and_what_that_rests_on() -> None:
    offer = offer_of(DESK, desk(), DURATIONS)
    assert offer.why == "A break from the desk"
    assert (offer.source, offer.document) == ("General practice", PRACTICE)


def test_without_a_place_only_the_time_is_told() -> None:
    bare = Catalogue.of([], [Routine("desk", "Desk break", ())])
    offer = offer_of(DESK, bare, DURATIONS)
    assert (offer.place, offer.figure, offer.detail) == ("", "", "4 min")


def test_an_offer_says_when_there_is_something_to_read_first() -> None:
    assert offer_of(DESK, desk("herniated-disc"), DURATIONS).read_first
    assert not offer_of(DESK, desk(), DURATIONS).read_first


@pytest.mark.parametrize("answered", [True, False])
def test_after_the_safety_questions_there_is_nothing_to_read_first(answered: bool) -> None:
    assert only(desk("herniated-disc"), answered=answered).read_first is not answered
    assert not only(desk(), answered=answered).read_first


def test_ones_own_rests_on_nothing_that_could_be_named() -> None:
    assert only(desk()).source == "General practice"
    assert (only(desk(), "desk").source, only(desk(), "desk").document) == ("", "")
    assert only(desk(), "desk", document="my physio").source == "My physio"


def test_a_choice_that_is_not_in_the_catalogue_is_left_out() -> None:
    choices = [Choice("gone", "", ""), DESK, Choice("gone too", "", "")]
    offers = offers_of(choices, desk(), DURATIONS, (), answered=False)
    assert [offer.routine for offer in offers] == ["desk"]
    with pytest.raises(KeyError):
        offer_of(choices[0], desk(), DURATIONS)
