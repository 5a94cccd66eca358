from __future__ import annotations

from collections import Counter

from supple.shell.shots import shots


def test_every_picture_has_a_name_of_its_own() -> None:
    names = Counter(shot.name for shot in shots())
    assert [name for name, count in names.items() if count > 1] == []


def test_every_page_is_drawn_in_every_theme_size_and_text() -> None:
    pages = [shot for shot in shots() if shot.name.startswith("01-home")]
    looks = {(shot.theme, shot.contrast) for shot in pages}
    assert looks == {(t, c) for t in ("light", "dark") for c in ("normal", "high")}
    assert {shot.scale for shot in pages} == {0.9, 1.0, 1.15, 1.3}
    assert {shot.size for shot in pages} == {(1100, 760), (760, 560), (1920, 1080)}
    assert any(shot.size == (760, 560) and shot.scale == 1.3 for shot in pages)
