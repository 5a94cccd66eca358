"""Archives, sound and otherwise."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable

import pytest

from supple.core.problem import ProblemsFound
from supple.store.share_zip import DEFLATED, MOST_ENTRIES, STORED, read_entries

Change = Callable[[zipfile.ZipInfo], None]
FILES = {"supple.json": b'{"format": 1}', "routines.json": b'{"format": 1, "routines": []}'}


def packed(
    files: dict[str, bytes] = FILES, change: Change = lambda _: None, method: int = STORED
) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", method) as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = method
            change(info)
            archive.writestr(info, content)
    return whole.getvalue()


def refused(data: bytes) -> str:
    with pytest.raises(ProblemsFound) as caught:
        read_entries(data)
    assert all(p.what and p.mend for p in caught.value.problems)
    return str(caught.value)


@pytest.mark.parametrize("method", [STORED, DEFLATED])
def test_a_sound_archive_tells_its_entries(method: int) -> None:
    data = packed(method=method)
    entries = read_entries(data)
    assert [(e.name, e.size, e.method) for e in entries] == [
        ("supple.json", 13, method),
        ("routines.json", 29, method),
    ]
    if method == STORED:
        assert [data[e.start : e.start + e.packed] for e in entries] == [*FILES.values()]


def test_an_archive_written_without_going_back_is_read() -> None:
    """Finder, and whatever writes to a pipe, tells the sizes behind the bytes."""

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise OSError("a pipe")

        def tell(self) -> int:
            raise OSError("a pipe")

    whole = Pipe()
    with zipfile.ZipFile(whole, "w", DEFLATED) as archive:
        for name, content in FILES.items():
            archive.writestr(name, content)
    assert [(e.name, e.after) for e in read_entries(whole.getvalue())] == [
        ("supple.json", True),
        ("routines.json", True),
    ]


def test_times_and_owners_that_tools_add_do_no_harm() -> None:
    def change(info: zipfile.ZipInfo) -> None:
        info.extra = struct.pack("<2HBI", 0x5455, 5, 1, 1_700_000_000)

    assert len(read_entries(packed(change=change))) == 2


def test_what_stands_around_the_archive_is_refused() -> None:
    data = packed()
    assert "stands more" in refused(data + b"more")
    assert "none of it" in refused(b"#!/bin/sh\n" + data)
    assert "cut off" in refused(data[: len(data) // 2])
    assert "cut off" in refused(data[:-1])


def test_what_is_no_archive_is_refused() -> None:
    assert "empty" in refused(b"")
    assert "no file of shared routines" in refused(b'{"format": 1}')
    assert "empty" in refused(packed({}))


def test_a_comment_is_refused() -> None:
    whole = io.BytesIO(packed())
    with zipfile.ZipFile(whole, "a") as archive:
        archive.comment = b"hello"
    assert "has a comment" in refused(whole.getvalue())


def test_too_many_entries_are_refused_before_they_are_looked_at() -> None:
    files = {f"figures/own-{n}.json": b"" for n in range(MOST_ENTRIES + 1)}
    assert f"{MOST_ENTRIES + 1} entries" in refused(packed(files))


def test_every_refused_entry_is_named() -> None:
    def change(info: zipfile.ZipInfo) -> None:
        info.external_attr = 0o120777 << 16

    told = refused(packed(change=change))
    assert told.splitlines() == [
        "supple.json: It is a link or a device, not a file. Put the file itself there.",
        "routines.json: It is a link or a device, not a file. Put the file itself there.",
    ]


def test_unusual_methods_are_refused() -> None:
    assert "number 12" in refused(packed(method=zipfile.ZIP_BZIP2))
    assert "number 14" in refused(packed(method=zipfile.ZIP_LZMA))


def test_a_name_twice_is_refused_whatever_the_case() -> None:
    files = {"figures/own-a.png": b"", "figures/OWN-A.PNG": b""}
    assert "stands in the archive twice" in refused(packed(files))


def patched(data: bytes, mark: bytes, at: int, form: str, value: int, nth: int = 0) -> bytes:
    """``data`` with another number ``at`` bytes behind the ``nth`` place of ``mark``."""
    place = -1
    for _ in range(nth + 1):
        place = data.index(mark, place + 1)
    changed = bytearray(data)
    struct.pack_into(form, changed, place + at, value)
    return bytes(changed)


LOCAL, LISTED, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"


@pytest.mark.parametrize(
    ("mark", "at", "form", "value", "says"),
    [
        (LISTED, 8, "<H", 0x0001, "password"),
        (LISTED, 8, "<H", 0x2000, "password"),
        (LISTED, 8, "<H", 0x0020, "not known here"),
        (LISTED, 34, "<H", 1, "not known here"),
        (LISTED, 20, "<I", 0xFFFFFFFF, "zip64"),
        (LISTED, 42, "<I", 5, "not where the list"),
        (LISTED, 42, "<I", 2**31, "not where the list"),
        (LISTED, 28, "<H", 60_000, "list of the archive is damaged"),
        (LISTED, 32, "<H", 1, "list of the archive is damaged"),
        (LOCAL, 22, "<I", 5, "two ways"),
        (LOCAL, 8, "<H", 8, "two ways"),
        (LOCAL, 30, "<B", ord("x"), "two ways"),
        (LOCAL, 26, "<H", 60_000, "two ways"),
        (END, 10, "<H", 1, "one part of several"),
        (END, 4, "<H", 1, "one part of several"),
        (END, 12, "<I", 5, "none of it"),
        (END, 16, "<I", 0, "none of it"),
        (END, 20, "<H", 7, "more comes after"),
    ],
)
def test_an_archive_that_lies_is_refused(
    mark: bytes, at: int, form: str, value: int, says: str
) -> None:
    assert says in refused(patched(packed(), mark, at, form, value))


def test_fewer_entries_than_the_list_holds_are_refused() -> None:
    data = packed()
    for at in (8, 10):
        data = patched(data, END, at, "<H", 1)
    assert "more than its entries" in refused(data)


def test_two_names_for_the_same_bytes_are_refused() -> None:
    files = {"figures/own-a.png": b"x" * 50, "figures/own-b.png": b"x" * 50}
    data = packed(files)
    # The second entry of the list leads to the first file.
    data = patched(data, LISTED, 42, "<I", 0, nth=1)
    data = data.replace(b"own-b", b"own-a")
    assert "twice" in refused(data)


def test_entries_that_overlap_are_refused() -> None:
    inner = packed({"routines.json": b"{}"})
    inner = inner[: inner.index(LISTED)]
    data = packed({"figures/own-a.png": inner, "routines.json": b"{}"})
    at = data.index(inner)
    # The second entry of the list lies inside the bytes of the first.
    data = patched(data, LISTED, 42, "<I", at, nth=1)
    assert "overlaps" in refused(data)


def test_bytes_between_two_files_are_refused() -> None:
    data = packed()
    at = data.index(LOCAL, 1)
    data = data[:at] + b"hidden" + data[at:]
    data = patched(data, LISTED, 42, "<I", at + 6, nth=1)
    data = patched(data, END, 16, "<I", data.index(LISTED))
    assert "Behind it stands something" in refused(data)


def test_fields_for_huge_files_are_refused() -> None:
    def change(info: zipfile.ZipInfo) -> None:
        info.extra = struct.pack("<2HQ", 0x0001, 8, 13)

    assert "zip64" in refused(packed(change=change))


def test_a_damaged_field_is_refused() -> None:
    def change(info: zipfile.ZipInfo) -> None:
        info.extra = b"\x55\x54\x09"

    assert "zip64" in refused(packed(change=change))
