from __future__ import annotations

import struct

from hypothesis import given
from hypothesis import strategies as st

from supple.voice import id3
from supple.voice.guide_script import Chapter
from supple.voice.sound_file import Tags


def frames(data: bytes) -> list[tuple[str, bytes]]:
    """Names and bodies of all frames in a head."""
    assert data[:6] == b"ID3\x03\x00\x00"
    size = sum(byte << shift for byte, shift in zip(data[6:10], (21, 14, 7, 0), strict=True))
    assert size == len(data) - 10
    return inner(data[10:])


def inner(data: bytes) -> list[tuple[str, bytes]]:
    found, at = [], 0
    while at < len(data):
        name, length, flags = struct.unpack_from(">4sIH", data, at)
        assert flags == 0
        found.append((name.decode(), data[at + 10 : at + 10 + length]))
        at += 10 + length
    assert at == len(data)
    return found


def text(body: bytes) -> str:
    assert body[:1] == b"\x01"
    return body[1:].decode("utf-16")


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=60))
def test_any_title_comes_back(title: str) -> None:
    found = dict(frames(id3.head(Tags(title, (Chapter(0.0, title),), 5.0))))
    assert text(found["TIT2"]) == title
    assert text(found["TPE1"]) == "Supple"
    _, times, sub = found["CHAP"].split(b"\0", 1)[0], *_chapter(found["CHAP"])
    assert times == (0, 5000)
    assert text(dict(inner(sub))["TIT2"]) == title


def _chapter(body: bytes) -> tuple[tuple[int, int], bytes]:
    rest = body.split(b"\0", 1)[1]
    start, end = struct.unpack_from(">II", rest)
    return (start, end), rest[16:]


def test_the_table_of_contents_names_the_chapters_in_order(tags: Tags) -> None:
    found = frames(id3.head(tags))
    table = dict(found)["CTOC"]
    chapters = [body.split(b"\0", 1)[0] for name, body in found if name == "CHAP"]
    assert table == b"toc\0" + bytes([3, len(chapters)]) + b"".join(c + b"\0" for c in chapters)
    times = [_chapter(body)[0] for name, body in found if name == "CHAP"]
    assert times == [(0, 1250), (1250, 3000), (3000, 4000)]


def test_a_player_counts_chapters_in_one_byte() -> None:
    many = Tags("Long", tuple(Chapter(float(n), str(n)) for n in range(300)), 400.0)
    found = frames(id3.head(many))
    assert sum(name == "CHAP" for name, _ in found) == 255
    assert dict(found)["CTOC"][5] == 255
