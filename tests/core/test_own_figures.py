from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.format_fields import ID_LENGTH
from supple.core.own_figures import figure_id, fresh_id, is_own

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@pytest.mark.parametrize(
    ("name", "figure"),
    [
        ("own-calf.png", "own-calf"),
        ("own-calf-2.json", "own-calf-2"),
        ("calf.png", ""),
        ("own-.png", ""),
        ("own-calf.svg", ""),
        ("own-calf.png.exe", ""),
        ("../own-calf.png", ""),
        ("own-Calf.png", ""),
        ("own-calf.png\n", ""),
        (f"own-{'a' * ID_LENGTH}.png", ""),
    ],
)
def test_only_plain_names_are_those_of_own_figures(name: str, figure: str) -> None:
    assert figure_id(name) == figure


def test_a_name_in_use_gets_a_number() -> None:
    assert fresh_id("Calf stretch at the step", ()) == "own-calf-stretch-at-the-step"
    taken = {"own-calf", "own-calf-2"}
    assert fresh_id("Calf", taken) == "own-calf-3"


def test_letters_of_other_languages_leave_a_name_all_the_same() -> None:
    assert fresh_id("Wade über der Stufe", ()) == "own-wade-uber-der-stufe"
    assert fresh_id("ふくらはぎ", ()) == "own-figure"


@given(st.text(max_size=200), st.integers(0, 5))
def test_every_fresh_id_is_one_the_format_takes_and_no_other_has(name: str, others: int) -> None:
    taken: set[str] = set()
    for _ in range(others):
        taken.add(fresh_id(name, taken))
    made = fresh_id(name, taken)
    assert ID.fullmatch(made)
    assert len(made) <= ID_LENGTH
    assert made not in taken
    assert is_own(made)
    assert figure_id(f"{made}.png") == made


def test_what_ships_is_nobodys_own() -> None:
    assert not is_own("march")
