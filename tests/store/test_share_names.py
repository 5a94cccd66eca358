"""Which names may stand in a shared file."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.store.share_names import Kind, Name, Refusal, read_name


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("supple.json", Kind.HEAD),
        ("routines.json", Kind.ROUTINES),
        ("figures/own-calf.json", Kind.DRAWN),
        ("figures/own-calf-2.png", Kind.IMAGE),
        ("figures/own-a.jpg", Kind.IMAGE),
        ("figures/", Kind.NOTHING),
        ("__MACOSX/._supple.json", Kind.NOTHING),
        (".DS_Store", Kind.NOTHING),
    ],
)
def test_the_names_of_the_format_are_known(name: str, kind: Kind) -> None:
    found = read_name(name)
    assert isinstance(found, Name)
    assert found.kind is kind


def test_a_picture_gives_its_id_and_ending() -> None:
    assert read_name("figures/own-calf.png") == Name(Kind.IMAGE, "own-calf", "png")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("../routines.json", "leads out"),
        ("figures/../../own-x.png", "leads out"),
        ("/etc/passwd", "begins with a slash"),
        ("C:routines.json", "begins with a drive"),
        ("c:/routines.json", "begins with a drive"),
        ("figures\\own-x.png", "backslash"),
        ("figures/own-x\0.png", "signs that cannot"),
        ("figures/own-\u0445.png", "signs that cannot"),
        ("figures/own-x.png\n", "signs that cannot"),
        ("figures/OWN-x.png", "capital letters"),
        ("Routines.json", "capital letters"),
        ("__MACOSX/../../x", "leads out"),
        ("figures/calf.png", "begins with own-"),
        ("figures/own-calf.jpeg", "ends in .jpg"),
        ("figures/own-calf.svg", "ends in .png, .jpg or .json"),
        ("figures/own--calf.png", "signs that cannot stand in an id"),
        ("figures/own-" + "a" * 80 + ".png", "too long"),
        ("evening/supple.json", "in a folder"),
        ("evening/", "in a folder"),
        ("evening/figures/own-calf.png", "in a folder"),
        ("more.zip", "archive inside the archive"),
        ("own-calf.png", "does not belong"),
        ("readme.txt", "does not belong"),
        ("", "in a folder"),
    ],
)
def test_any_other_name_is_refused_with_its_reason(name: str, says: str) -> None:
    found = read_name(name)
    assert isinstance(found, Refusal)
    assert says in found.what
    assert found.mend


def test_what_to_rename_it_to_is_said() -> None:
    assert "figures/own-x.png" in str(read_name("figures/OWN-x.PNG"))
    assert "own-x.jpg" in str(read_name("figures/own-x.jpeg"))


_BITS = ["figures", "own-a", "own", "..", ".", "/", "\\", "C:", ".png", ".json", "\0", "A", "é"]


@given(st.lists(st.sampled_from(_BITS), max_size=6).map("".join) | st.text(max_size=30))
def test_no_name_that_is_taken_leads_anywhere_else(name: str) -> None:
    found = read_name(name)
    if isinstance(found, Refusal) or found.kind is Kind.NOTHING:
        return
    pattern = r"supple\.json|routines\.json|figures/own-[a-z0-9-]+\.(json|png|jpg)"
    assert re.fullmatch(pattern, name)
