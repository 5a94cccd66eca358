"""Writing a ``.supple`` file. The same contents make the same bytes, on every computer."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING, Final

from supple.core.problem import UserError
from supple.core.routine_writing import document_values, text_of
from supple.core.share_head import head_problem, head_values
from supple.store.export import write
from supple.store.share_file import LARGEST_DRAWN, LARGEST_FILE, LARGEST_IMAGE
from supple.store.share_names import HEAD, ROUTINES
from supple.store.share_unpack import size_text
from supple.store.share_zip import MOST_ENTRIES

if TYPE_CHECKING:
    from pathlib import Path

    from supple.core.share import Share

_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE: Final = 0o100644 << 16
_UNIX: Final = 3


def share_bytes(share: Share) -> bytes:
    """``share`` as a file. Raises UserError for one that could not be read back."""
    problem = head_problem(share.head) or _too_much(share)
    if problem:
        raise UserError(problem)
    head = json.dumps(head_values(share.head), ensure_ascii=False, indent=2) + "\n"
    routines = text_of(document_values(share.stretches, share.routines))
    entries = {p.place: p.data for p in share.pictures}
    entries[ROUTINES] = routines.encode()
    whole = io.BytesIO()
    # Not deflated: what compressors make of one text differs between their versions, and
    # pictures do not get smaller.
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
        # First, so that its name stands where systems look for what a file is.
        _put(archive, HEAD, head.encode())
        for name in sorted(entries):
            _put(archive, name, entries[name])
    data = whole.getvalue()
    if len(data) > LARGEST_FILE:
        what = f"The file would be larger than {size_text(LARGEST_FILE)}."
        raise UserError(f"{what} Share fewer routines in one file.")
    return data


def write_share(path: Path, share: Share) -> None:
    """Write ``share`` to ``path`` in one step. Raises UserError, also where the disk refuses."""
    write(path, share_bytes(share))


def _put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, _FIRST_DAY)
    # Else they tell which system wrote the file.
    entry.create_system = _UNIX
    entry.external_attr = _PLAIN_FILE
    archive.writestr(entry, data)


def _too_much(share: Share) -> str:
    """Why a reader would refuse it; "" where none would."""
    if len(share.pictures) + 2 > MOST_ENTRIES:
        return f"{len(share.pictures)} pictures are more than one file takes. Share fewer routines."
    for picture in share.pictures:
        most = LARGEST_DRAWN if picture.drawn else LARGEST_IMAGE
        if len(picture.data) > most:
            return f"The picture {picture.file} is larger than {size_text(most)}. Make it smaller."
    return ""
