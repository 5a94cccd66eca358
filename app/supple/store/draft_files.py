"""Routines that were being edited when the program ended: kept until they are saved or let go."""

from __future__ import annotations

import json
import logging
from contextlib import suppress
from pathlib import Path

from supple.core.draft_keeping import KeptDraft, draft_values, read_draft
from supple.core.routine import Routine
from supple.core.routine_draft import RoutineDraft
from supple.store import atomic
from supple.store.aside import put_aside
from supple.store.paths import make_private
from supple.store.regular import read_file

log = logging.getLogger(__name__)
NEW = "new"
"""Under which a routine is kept that was never saved."""
UNREADABLE = "unreadable"
"""Marks what was put aside."""
LARGEST = 2_000_000
"""Bytes beyond which a file is not one of ours."""


class DraftFiles:
    """One file for each routine. Nothing here raises: what goes wrong is logged."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, id_: str, draft: RoutineDraft, was: Routine | None) -> bool:
        """Keep ``draft`` of the routine ``id_``, "" for a new one; ``was``: as it began.

        False where the disk refuses.
        """
        try:
            make_private(self._folder)
            text = json.dumps(draft_values(draft, was), indent=1)
            atomic.write_text(self._path(id_), text)
        except OSError as error:
            log.warning("draft not kept: %s", error)
            return False
        return True

    def read(self, id_: str) -> KeptDraft | None:
        """What is kept of the routine ``id_``; None for nothing, or nothing that can be read.

        That is put aside, as a newer version may have written it.
        """
        try:
            content = read_file(self._path(id_), LARGEST + 1)
            kept = read_draft(json.loads(content)) if len(content) <= LARGEST else None
        except FileNotFoundError:
            return None
        except (OSError, ValueError, RecursionError) as error:
            log.warning("draft not read: %s", error)
            kept = None
        if kept is None:
            with suppress(OSError):
                log.warning("draft put aside: %s", put_aside(self._path(id_), UNREADABLE))
        return kept

    def drop(self, id_: str) -> None:
        """Let go of what is kept of the routine ``id_``."""
        with suppress(OSError):
            self._path(id_).unlink()
        # Whoever looks for drafts at the start has only to look for their folder.
        with suppress(OSError):
            self._folder.rmdir()

    def ids(self) -> list[str]:
        """Of which routines something is kept, the latest first; "" is the new one."""
        try:
            paths = sorted(self._folder.glob("*.json"), key=_age, reverse=True)
        except OSError:
            return []
        return [_id_of(path) for path in paths]

    def _path(self, id_: str) -> Path:
        return self._folder / (f"routine-{id_}.json" if id_ else f"{NEW}.json")


def _id_of(path: Path) -> str:
    return "" if path.stem == NEW else path.stem.removeprefix("routine-")


def _age(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
