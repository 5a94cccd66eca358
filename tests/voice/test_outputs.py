from __future__ import annotations

from array import array
from typing import Any

import pytest

from supple.voice.device import NoSound
from supple.voice.outputs import Outputs


class Card:
    """Sound outputs that come and go."""

    def __init__(self) -> None:
        self.there = {"", "headphones"}
        self.opened: list[str] = []
        self.listed = 0

    def open(self, samples: object, rate: int, gain: object, output: str = "") -> Any:
        self.opened.append(output)
        if output not in self.there:
            raise NoSound("No sound output can be opened.")
        return output or "own"

    def list(self) -> list[tuple[str, str]]:
        self.listed += 1
        return [(ident, ident.title()) for ident in sorted(self.there) if ident]


@pytest.fixture
def card() -> Card:
    return Card()


@pytest.fixture
def outputs(card: Card) -> Outputs:
    return Outputs(card.open, card.list, str.upper)


def opened(outputs: Outputs) -> Any:
    return outputs.open(array("h"), 22_050, lambda: 1.0)


def test_the_systems_own_output_is_used_until_one_is_chosen(outputs: Outputs) -> None:
    assert opened(outputs) == "own"
    outputs.choose("headphones")
    assert opened(outputs) == "headphones"
    outputs.choose("")
    assert opened(outputs) == "own"
    assert not outputs.is_away


def test_one_that_is_not_there_gives_way_and_is_used_again_once_it_is_back(
    outputs: Outputs, card: Card
) -> None:
    card.there = {""}
    outputs.choose("headphones")
    assert opened(outputs) == "own"
    assert outputs.is_away
    assert outputs.away_name == "HEADPHONES"
    assert opened(outputs) == "own"
    assert card.opened == ["headphones", "", ""]
    card.there = {"", "headphones"}
    assert opened(outputs) == "headphones"
    assert not outputs.is_away
    assert outputs.away_name == ""


def test_one_that_leaves_in_the_middle_can_be_replaced_once(outputs: Outputs, card: Card) -> None:
    outputs.choose("headphones")
    assert opened(outputs) == "headphones"
    assert not outputs.gone()
    card.there = {""}
    assert outputs.gone()
    assert opened(outputs) == "own"
    assert not outputs.gone()


def test_the_systems_own_output_has_no_replacement(outputs: Outputs) -> None:
    assert not outputs.gone()


def test_without_any_output_the_reason_is_told(outputs: Outputs, card: Card) -> None:
    card.there = set()
    outputs.choose("headphones")
    with pytest.raises(NoSound):
        opened(outputs)


def test_nothing_is_listed_while_all_is_well(outputs: Outputs, card: Card) -> None:
    outputs.choose("headphones")
    opened(outputs)
    opened(outputs)
    assert card.listed == 0
