from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
import trim

linux = pytest.mark.skipif(sys.platform != "linux", reason="about Linux's libraries")


def elf(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(trim.MARK + b"rest")
    return path


def test_what_nothing_names_goes_and_what_only_that_named_goes_too(tmp_path: Path) -> None:
    program = elf(tmp_path / "PySide6" / "QtGui.so")
    png, gtk, pango = (elf(tmp_path / f"lib{name}.so.1") for name in ("png", "gtk", "pango"))
    needs = {program: ["libpng.so.1"], png: [], gtk: ["libpango.so.1"], pango: []}
    assert trim.orphans(tmp_path, needs) == [gtk, pango]


def test_what_is_opened_by_name_stays(tmp_path: Path) -> None:
    kept = [elf(tmp_path / name) for name in ("libXss.so.1", "libpython3.11.so.1.0")]
    inside = elf(tmp_path / "espeakng_loader" / "libother.so")
    assert trim.orphans(tmp_path, {path: [] for path in [*kept, inside]}) == []


def test_only_libraries_and_programs_are_looked_at(tmp_path: Path) -> None:
    library = elf(tmp_path / "libone.so")
    (tmp_path / "text.so").write_text("not a library", encoding="utf-8")
    (tmp_path / "link.so").symlink_to(library)
    assert trim.elves(tmp_path) == [library]


def test_every_file_counts_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"12345")
    (tmp_path / "link").symlink_to(tmp_path / "file")
    assert trim.size(tmp_path) == 5


@linux
@pytest.mark.skipif(shutil.which("readelf") is None, reason="needs the package binutils")
def test_a_bundle_is_trimmed(tmp_path: Path) -> None:
    """With this Python's own libraries: whatever they name that lies beside them stays."""
    shutil.copy(Path(os.__file__).parents[2] / "bin" / "python3", tmp_path / "program")
    idle = tmp_path / "libidle.so.1"
    shutil.copy(tmp_path / "program", idle)
    (tmp_path / "empty").mkdir()
    (tmp_path / "gone.so").symlink_to(idle)
    size = idle.stat().st_size
    assert trim.trim(tmp_path) >= size
    assert not idle.exists()
    assert {path.name for path in tmp_path.iterdir()} == {"program"}
