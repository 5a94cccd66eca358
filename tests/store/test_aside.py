from __future__ import annotations

from pathlib import Path

import pytest

from supple.store.aside import put_aside


def test_it_is_there_under_another_name(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("mine")
    aside = put_aside(path, "broken")
    assert (aside.name, aside.read_text()) == ("a.json.broken", "mine")
    assert not path.exists()


def test_what_was_put_aside_before_stays(tmp_path: Path) -> None:
    path = tmp_path / "a"
    for number in range(3):
        path.mkdir()
        (path / str(number)).touch()
        put_aside(path, "broken")
    found = {file.parent.name: file.name for file in tmp_path.glob("*/*")}
    assert found == {"a.broken": "0", "a.broken-2": "1", "a.broken-3": "2"}


def test_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        put_aside(tmp_path / "none", "broken")
