"""Stretches that were being written when the program ended: kept until saved or let go."""

from __future__ import annotations

import json
import logging
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from supple.core.own_figures import figure_id
from supple.core.stretch_keeping import KeptStretch, kept_values, read_kept
from supple.store import atomic
from supple.store.aside import put_aside
from supple.store.draft_files import UNREADABLE
from supple.store.own_figures import LARGEST as LARGEST_FIGURE
from supple.store.own_figures import is_name
from supple.store.paths import make_private
from supple.store.regular import read_file

log = logging.getLogger(__name__)
NEW: Final = "new"
"""Begins the key of a stretch that was never saved."""
LARGEST: Final = 2_000_000
"""Bytes beyond which a file is not one of ours."""
_OF: Final = "of-"
_DRAFT: Final = "draft.json"


class Figure(NamedTuple):
    """A pose or picture that is not saved yet."""

    file_name: str
    """Such as ``own-calf.png``."""
    content: bytes


def key_of(id_: str) -> str:
    """The key of the draft that changes the stretch ``id_``."""
    return f"{_OF}{id_}"


class StretchDrafts:
    """One folder for each, with its figure. Nothing here raises; what goes wrong is logged."""

    def __init__(self, folder: Path) -> None:
        """``folder`` need not be there."""
        self._folder = folder

    def keep(self, key: str, kept: KeptStretch, figure: Figure | None = None) -> bool:
        """Keep ``kept`` under ``key``; ``figure`` is the one it names, where that is not saved.

        False where the disk refuses.
        """
        folder = self._folder / key
        try:
            make_private(folder)
            # The figure before the text that names it, the old one after: a start always finds
            # the one that the text it reads is about.
            if figure is not None and not _is(folder / figure.file_name, figure.content):
                atomic.write_bytes(folder / figure.file_name, figure.content)
            text = json.dumps(kept_values(kept), indent=1)
            atomic.write_text(folder / _DRAFT, text)
            _clear(folder, (_DRAFT, figure.file_name if figure is not None else ""))
        except OSError as error:
            log.warning("stretch draft not kept: %s", error)
            return False
        return True

    def read(self, key: str) -> tuple[KeptStretch, Figure | None] | None:
        """What is kept under ``key``, with its figure; None where nothing can be read.

        That is put aside, as a newer version may have written it.
        """
        folder = self._folder / key
        try:
            content = _content(folder / _DRAFT, LARGEST)
            kept = read_kept(json.loads(content))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, RecursionError) as error:
            log.warning("stretch draft not read: %s", error)
            kept = None
        if kept is None:
            _put_aside(folder)
            return None
        return kept, _figure(folder, kept.draft.figure)

    def drop(self, key: str) -> None:
        """Let go of what is kept under ``key``."""
        _clear(self._folder / key)
        # Whoever looks for drafts at the start has only to look for their folder.
        for folder in (self._folder / key, self._folder, self._folder.parent):
            with suppress(OSError):
                folder.rmdir()

    def listed(self) -> list[str]:
        """Under which keys something is kept, the latest first."""
        try:
            drafts = sorted(self._folder.glob(f"*/{_DRAFT}"), key=_age, reverse=True)
        except OSError:
            return []
        return [draft.parent.name for draft in drafts]

    def fresh_key(self, in_use: str = "") -> str:
        """A key under which nothing is kept, and that is not ``in_use``."""
        taken = {*self.listed(), in_use}
        number = 1
        while (key := NEW if number == 1 else f"{NEW}-{number}") in taken:
            number += 1
        return key


def _put_aside(folder: Path) -> None:
    with suppress(OSError):
        put_aside(folder / _DRAFT, UNREADABLE)
        log.warning("stretch draft put aside: %s", put_aside(folder, UNREADABLE))


def _figure(folder: Path, figure: str) -> Figure | None:
    """The unsaved figure of that id beside a draft."""
    with suppress(OSError, ValueError):
        for path in sorted(folder.iterdir()):
            if is_name(path.name) and figure_id(path.name) == figure:
                return Figure(path.name, _content(path, LARGEST_FIGURE[path.suffix]))
    return None


def _content(path: Path, largest: int) -> bytes:
    """Raises OSError, and ValueError for more than ``largest`` bytes."""
    content = read_file(path, largest + 1)
    if len(content) > largest:
        raise ValueError(f"{path.name} has more than {largest} bytes")
    return content


def _is(path: Path, content: bytes) -> bool:
    with suppress(OSError):
        return read_file(path, len(content) + 1) == content
    return False


def _clear(folder: Path, keep: tuple[str, ...] = ()) -> None:
    """Remove the files in ``folder``, what writes that were cut short have left among them."""
    with suppress(OSError):
        for path in list(folder.iterdir()):
            if path.name not in keep:
                with suppress(OSError):
                    path.unlink()


def _age(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
