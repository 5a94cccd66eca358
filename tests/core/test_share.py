"""Pictures that travel."""

from __future__ import annotations

from supple.core.share import Picture


def test_a_picture_knows_its_file_and_its_place() -> None:
    picture = Picture("own-calf", "png", b"")
    assert (picture.file, picture.place) == ("own-calf.png", "figures/own-calf.png")


def test_only_our_own_format_is_drawn() -> None:
    assert Picture("own-calf", "json", b"").drawn
    assert not Picture("own-calf", "jpg", b"").drawn
