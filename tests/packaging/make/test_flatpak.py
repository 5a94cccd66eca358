from __future__ import annotations

import hashlib
import json
from pathlib import Path

import flatpak


def test_the_programs_part_of_the_constraints_is_taken() -> None:
    text = "# What\n\n# The program\ncffi==2.1\nPySide6_Essentials==6.11.3\n\n# Its build\nx==1\n"
    assert flatpak.pinned(text) == ["cffi==2.1", "PySide6_Essentials==6.11.3"]
    real = flatpak.pinned((flatpak.ROOT / "constraints.txt").read_text(encoding="utf-8"))
    assert any(one.startswith("pyttsx3==") for one in real)


def test_every_wheel_is_listed_with_its_checksum_and_no_address(tmp_path: Path) -> None:
    (tmp_path / "wheels").mkdir()
    (tmp_path / "wheels" / "a-1-py3-none-any.whl").write_bytes(b"wheel")
    flatpak.prepare(tmp_path)
    text = (tmp_path / "sources.json").read_text(encoding="utf-8")
    assert "://" not in text
    sources = json.loads(text)
    assert sources[0] == {
        "type": "file",
        "path": "wheels/a-1-py3-none-any.whl",
        "sha256": hashlib.sha256(b"wheel").hexdigest(),
        "dest": "wheels",
    }
    assert all((tmp_path / source["path"]).exists() for source in sources)
    for place in ("applications", "metainfo", "mime/packages", "icons/hicolor"):
        assert any((tmp_path / "share" / place).iterdir()), place
