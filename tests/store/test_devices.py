from __future__ import annotations

from pathlib import Path

from supple.store.database import Database
from supple.store.devices import device_number, this_device


def test_this_computer_keeps_the_id_it_drew(database: Database) -> None:
    assert this_device(database, lambda: "first") == (1, "first")
    assert this_device(database, lambda: "second") == (1, "first")


def test_two_files_are_two_computers(database: Database, tmp_path: Path) -> None:
    this_device(database, lambda: "one")
    with Database.open(tmp_path / "other.db") as other:
        assert this_device(other, lambda: "two")[1] == "two"


def test_another_computer_gets_one_number(database: Database) -> None:
    here, _ = this_device(database, lambda: "here")
    with database.transaction() as db:
        there = device_number(db, "there")
        assert device_number(db, "there") == there != here
        assert device_number(db, "here") == here
