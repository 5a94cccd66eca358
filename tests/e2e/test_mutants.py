"""Damaged files of every kind that others may write: refused in words, and nothing is changed."""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = pytest.mark.e2e
EACH = 60
KINDS = (
    "routine files",
    "shared files",
    "settings files",
    "history imports",
    "drawn figures",
    "images",
)


@pytest.mark.no_qt_log
@pytest.mark.parametrize("name", KINDS)
def test_no_damage_raises_or_changes_anything(name: str, tmp_path: Path, qapp: object) -> None:
    import feeding

    home = feeding.Home(tmp_path / "home")
    (kind,) = (kind for kind in feeding.kinds_of(home) if kind.name == name)
    tally = feeding.feed(home, kind, EACH, seed=20_261_122)
    assert tally.faults == []
    assert tally.files == EACH
    # Else nothing would have been tried but the first check.
    assert 0 < tally.taken < EACH


def test_every_kind_of_file_is_fed(tmp_path: Path, qapp: object) -> None:
    import feeding

    assert tuple(k.name for k in feeding.kinds_of(feeding.Home(tmp_path / "home"))) == KINDS


def test_what_raises_or_changes_something_is_found(tmp_path: Path, qapp: object) -> None:
    import feeding
    import mutants

    home = feeding.Home(tmp_path / "home")

    def spoil(data: bytes) -> bool:
        home.paths.settings_file.write_bytes(data)
        raise KeyError("id")

    tally = feeding.feed(home, feeding.Kind("spoilt", (b"[1]",), mutants.BYTES, spoil), 1)
    assert ["KeyError" in tally.faults[0], "it changed" in tally.faults[1]] == [True, True]
