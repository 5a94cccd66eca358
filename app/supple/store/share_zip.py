"""A zip archive read strictly.

Python's own reader is made to get at the files of any archive, odd ones too. Here an archive is
taken only when every byte of it is accounted for: entries follow one another without a gap or an
overlap from the first byte to the list at the end, and both places that describe an entry agree.
Nothing is written anywhere, and the sizes it states of itself are checked while unpacking.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Final, NamedTuple, NoReturn

from supple.core.format_findings import quote
from supple.core.problem import Problem, ProblemsFound

MOST_ENTRIES: Final = 200
STORED: Final = 0
DEFLATED: Final = 8
_END: Final = struct.Struct("<4s4H2IH")
_LISTED: Final = struct.Struct("<4s4B4H3I5H2I")
_LOCAL: Final = struct.Struct("<4s5H3I2H")
_END_MARK: Final = b"PK\x05\x06"
_END_64_MARK: Final = b"PK\x06\x07"
_LISTED_MARK: Final = b"PK\x01\x02"
_LOCAL_MARK: Final = b"PK\x03\x04"
_AFTER_MARK: Final = b"PK\x07\x08"
_ENCRYPTED: Final = 0x0001 | 0x0040 | 0x2000
_SIZES_AFTER: Final = 0x0008
_KNOWN_FLAGS: Final = 0x0001 | 0x0006 | _SIZES_AFTER | 0x0800
_ZIP64: Final = 0x0001
_TYPE_BITS: Final = 0o170000
_PLAIN_FILE: Final = 0o100000
_FOLDER: Final = 0o040000
_AGAIN: Final = "Ask whoever sent it to send it again. (For who made it: zip the files anew.)"


@dataclass(frozen=True, slots=True)
class Entry:
    """One packed file."""

    name: str
    """As it stands there, which may be any text."""
    method: int
    """``STORED`` or ``DEFLATED``."""
    crc: int
    offset: int
    start: int
    """Where its packed bytes begin."""
    packed: int
    """How many those are."""
    size: int
    """Bytes it says it has, unpacked."""
    after: bool
    """Whether its sizes are told once more behind it."""


def read_entries(data: bytes) -> tuple[Entry, ...]:
    """Every entry, in the order of the archive's list.

    Raises ProblemsFound, with a problem for each entry that is not as it has to be.
    """
    count, listed_size, listed_at = _end(data)
    entries, problems = _listed(data, count, listed_at, listed_at + listed_size)
    if problems:
        raise ProblemsFound(tuple(problems))
    _refuse_gaps(data, entries, listed_at)
    return tuple(entries)


def _end(data: bytes) -> tuple[int, int, int]:
    """How many entries there are, the size of their list and where it begins."""
    at = len(data) - _END.size
    if at < 0 or data[at : at + 4] != _END_MARK:
        _refuse_no_end(data)
    _, disk, list_disk, here, count, size, start, comment = _END.unpack_from(data, at)
    if comment:
        _refuse("The archive says that more comes after its end.", _AGAIN)
    if data[max(0, at - 20) : max(0, at - 16)] == _END_64_MARK or 0xFFFF in (here, count):
        _refuse("The archive is of the kind for huge files (zip64).", "Zip the files as usual.")
    if disk or list_disk or here != count:
        _refuse("The archive is one part of several.", "Make one archive of it.")
    if count > MOST_ENTRIES:
        what = f"The archive has {count} entries; {MOST_ENTRIES} is the most."
        _refuse(what, "Share fewer routines in one file.")
    if not count:
        _refuse("The archive is empty.", "Put routines.json and supple.json into it.")
    if start + size != at:
        _refuse("Before or inside the archive stands something that is none of it.", _AGAIN)
    return count, size, start


def _refuse_no_end(data: bytes) -> NoReturn:
    if not data:
        _refuse("The file is empty.", "Ask the sender for it again.")
    if not data.startswith(b"PK"):
        mend = (
            "Ask whoever sent it to send it again. (For who made it: a .supple file is a zip "
            "archive with routines.json and supple.json in it.)"
        )
        _refuse("This is no file of shared routines, or it was damaged on its way.", mend)
    at = data.rfind(_END_MARK, max(0, len(data) - 66_000))
    if at < 0 or at + _END.size > len(data):
        _refuse("The end of the archive is missing: it was cut off on its way.", _AGAIN)
    if _END.unpack_from(data, at)[7] == len(data) - at - _END.size:
        _refuse("The archive has a comment at its end.", "Zip the files without one.")
    _refuse("After the end of the archive stands more.", _AGAIN)


def _listed(data: bytes, count: int, at: int, end: int) -> tuple[list[Entry], list[Problem]]:
    """The entries as the list at the end has them, each compared with its own place."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    names: set[str] = set()
    for _ in range(count):
        if at + _LISTED.size > end or data[at : at + 4] != _LISTED_MARK:
            _refuse("The list of the archive is damaged.", _AGAIN)
        told = _Told(*_LISTED.unpack_from(data, at)[5:])
        name_at = at + _LISTED.size
        extra_at = name_at + told.name_size
        at = extra_at + told.extra_size + told.comment_size
        if at > end:
            _refuse("The list of the archive is damaged.", _AGAIN)
        raw = data[name_at:extra_at]
        name = raw.decode("utf-8", "replace")
        wrong = _wrong(told, data[extra_at : extra_at + told.extra_size], name)
        if wrong is None and name.casefold() in names:
            wrong = ("The name stands in the archive twice.", "Leave one of the two out.")
        names.add(name.casefold())
        if wrong is None:
            entries.append(_at_its_place(data, told, raw, name))
        else:
            problems.append(Problem("", *wrong, file=shown_name(name)))
    if at != end:
        _refuse("The list of the archive holds more than its entries.", _AGAIN)
    return entries, problems


class _Told(NamedTuple):
    """What the list says of an entry, from its flags on."""

    flags: int
    method: int
    time: int
    date: int
    crc: int
    packed: int
    size: int
    name_size: int
    extra_size: int
    comment_size: int
    disk: int
    inner: int
    outer: int
    """What the system that packed it knows of the file; Unix keeps its kind in the upper half."""
    offset: int


def _wrong(told: _Told, extra: bytes, name: str) -> tuple[str, str] | None:
    """Why an entry is not taken, by the list alone."""
    if told.flags & _ENCRYPTED:
        return "It is locked with a password.", "Zip the files without one."
    if told.flags & ~_KNOWN_FLAGS or told.disk:
        return "It is packed in a way that is not known here.", _AGAIN
    if told.method not in (STORED, DEFLATED):
        mend = "Zip the files in the usual way (deflate)."
        return f"It is packed by an unusual method (number {told.method}).", mend
    if 0xFFFFFFFF in (told.packed, told.size, told.offset) or _holds_zip64(extra):
        return "It is of the kind for huge files (zip64).", "Zip the files as usual."
    kind = (told.outer >> 16) & _TYPE_BITS
    if kind not in (0, _PLAIN_FILE, _FOLDER) or (kind == _FOLDER) > name.endswith("/"):
        return "It is a link or a device, not a file.", "Put the file itself there."
    if name.endswith("/") and told.size:
        return "It is a folder that holds bytes.", _AGAIN
    return None


def _holds_zip64(extra: bytes) -> bool:
    """Whether there is a field for huge files among what tools add; so with any that is damaged."""
    at = 0
    while at < len(extra):
        if at + 4 > len(extra):
            return True
        kind, size = struct.unpack_from("<2H", extra, at)
        at += 4 + size
        if kind == _ZIP64 or at > len(extra):
            return True
    return False


def _at_its_place(data: bytes, told: _Told, raw: bytes, name: str) -> Entry:
    """The entry, once what stands in front of its bytes agrees with the list."""
    at, after = told.offset, bool(told.flags & _SIZES_AFTER)
    if at + _LOCAL.size > len(data) or data[at : at + 4] != _LOCAL_MARK:
        _refuse("The file is not where the list of the archive says.", _AGAIN, name)
    _, _, flags, method, _, _, crc, packed, size, name_size, extra_size = _LOCAL.unpack_from(
        data, at
    )
    name_at = at + _LOCAL.size
    start = name_at + name_size + extra_size
    same = data[name_at : name_at + name_size] == raw and (flags, method) == told[:2]
    sizes = (crc, packed, size)
    if not same or sizes not in (told[4:7], (0, 0, 0) if after else told[4:7]):
        _refuse("The archive describes it in two ways that differ.", _AGAIN, name)
    if _holds_zip64(data[name_at + name_size : start]):
        _refuse("It is of the kind for huge files (zip64).", "Zip the files as usual.", name)
    return Entry(name, method, told.crc, at, start, told.packed, told.size, after)


def _refuse_gaps(data: bytes, entries: list[Entry], end: int) -> None:
    """Raise ProblemsFound where entries overlap, or where bytes belong to none."""
    at = 0
    ordered = sorted(entries, key=lambda entry: entry.offset)
    for entry, following in zip(ordered, [*(e.offset for e in ordered[1:]), end], strict=True):
        if entry.offset != at:
            _refuse(
                "In front of it stands something that is none of the files.", _AGAIN, entry.name
            )
        at = entry.start + entry.packed
        if at > following:
            _refuse("It overlaps with what follows.", _AGAIN, entry.name)
        if entry.after:
            told = struct.pack("<3I", entry.crc, entry.packed, entry.size)
            behind = data[at:following]
            if behind not in (told, _AFTER_MARK + told):
                _refuse("Its sizes are not told as they have to be.", _AGAIN, entry.name)
            at = following
        if at != following:
            _refuse("Behind it stands something that is none of the files.", _AGAIN, entry.name)


def shown_name(name: str) -> str:
    """``name`` as it can be printed, whatever signs are in it."""
    return quote(name)[1:-1]


def _refuse(what: str, mend: str, name: str = "") -> NoReturn:
    raise ProblemsFound((Problem("", what, mend, file=shown_name(name)),))
