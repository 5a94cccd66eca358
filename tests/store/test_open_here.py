from __future__ import annotations

import threading
from pathlib import Path

from supple.store.database import Database
from supple.store.open_here import count_in, count_out, is_open_here, unopened


def test_a_file_is_open_until_its_last_connection_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    for change, is_open in ((count_in, True), (count_in, True), (count_out, True)):
        change(path)
        assert is_open_here(path) is is_open
    count_out(path)
    assert not is_open_here(path)


def test_what_stands_beside_it_counts_as_well(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    with Database.open(tmp_path / "." / "history.db"):
        assert is_open_here(path)
        assert is_open_here(path.with_name("history.db-wal"))
        assert not is_open_here(path.with_name("history.db-old"))
    assert not is_open_here(path.with_name("history.db-wal"))


def test_while_a_file_is_looked_at_no_other_thread_opens_it(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    Database.open(path).close()
    opened = threading.Event()

    def open_it() -> None:
        with Database.open(path):
            opened.set()

    other = threading.Thread(target=open_it)
    with unopened(path) as alone:
        assert alone
        other.start()
        assert not opened.wait(0.05)
    other.join()
    assert opened.is_set()
    with Database.open(path), unopened(path) as alone:
        assert not alone
