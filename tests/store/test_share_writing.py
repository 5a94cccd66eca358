"""What is written is what is read, and always the same bytes."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from supple.core.problem import UserError
from supple.core.routine import (
    Catalogue,
    Dose,
    Position,
    Routine,
    RoutineStep,
    Sides,
    Stretch,
)
from supple.core.share import Head, Picture, Share
from supple.store.database import Database
from supple.store.share_file import LARGEST_DRAWN, read_share, read_share_bytes
from supple.store.share_writing import share_bytes, write_share

NOTHING = Catalogue({}, {})
CALF = Stretch(
    id="calf",
    name="Wade, gedehnt: schön ruhig",
    position=Position.STANDING,
    sides=Sides.EACH,
    difficulty=1,
    setup=("Stand.",),
    dose=Dose(hold_s=30),
    figure="own-calf",
)
ROUTINE = Routine("evening", "Evening", (RoutineStep("calf"),))
PICTURE = Picture("own-calf", "png", b"\x89PNG\r\n\x1a\n.")
SHARE = Share(Head("For Ada", "Slowly.\nTwice.", "Supple 0.1.0"), (ROUTINE,), (CALF,), (PICTURE,))


def test_what_is_written_is_read_again() -> None:
    assert read_share_bytes(share_bytes(SHARE), NOTHING) == SHARE


def test_the_same_contents_make_the_same_bytes() -> None:
    assert share_bytes(SHARE) == share_bytes(SHARE)


def test_a_system_can_tell_what_it_is_by_its_first_bytes() -> None:
    data = share_bytes(SHARE)
    assert data[:4] == b"PK\x03\x04"
    assert data[30:41] == b"supple.json"


def test_names_are_in_order_and_tell_nothing_of_the_computer(tmp_path: Path) -> None:
    path = tmp_path / "a.supple"
    write_share(path, SHARE)
    with zipfile.ZipFile(path) as archive:
        infos = archive.infolist()
    names = [i.filename for i in infos]
    assert names == ["supple.json", "figures/own-calf.png", "routines.json"]
    assert {i.date_time for i in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert {i.create_system for i in infos} == {3}
    assert read_share(path, NOTHING) == SHARE


def test_what_could_not_be_read_back_is_not_written() -> None:
    with pytest.raises(UserError, match=r"^The title: This text has 61 characters"):
        share_bytes(Share(Head("x" * 61), (ROUTINE,), (CALF,)))
    with pytest.raises(UserError, match=r"^The note: "):
        share_bytes(Share(Head(note="a\n" * 40), (ROUTINE,), (CALF,)))
    large = Picture("own-calf", "json", bytes(LARGEST_DRAWN + 1))
    with pytest.raises(UserError, match="larger than 256 kB"):
        share_bytes(Share(Head(), (ROUTINE,), (CALF,), (large,)))
    many = tuple(Picture(f"own-{n}", "png", b"") for n in range(199))
    with pytest.raises(UserError, match="199 pictures"):
        share_bytes(Share(Head(), (ROUTINE,), (CALF,), many))


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be written"):
        write_share(tmp_path / "no" / "a.supple", SHARE)


def test_a_shared_file_never_takes_the_place_of_a_history(tmp_path: Path) -> None:
    target = tmp_path / "history.db"
    Database.open(target).close()
    before = target.read_bytes()
    with pytest.raises(UserError, match=r"history\.db is a history or a backup\. Name another"):
        write_share(target, SHARE)
    assert target.read_bytes() == before
