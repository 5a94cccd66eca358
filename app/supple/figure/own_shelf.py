"""The files of a person's own figures, and those that are not saved yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol
from zlib import crc32

from supple.core.own_figures import POSE, figure_id
from supple.core.problem import UserError


class OwnFiles(Protocol):
    """Where own figures are kept."""

    def files(self) -> Mapping[str, str]:
        """File names such as ``own-calf.png``, each with a stamp that changes as the file does.

        Raises OSError when they cannot be listed.
        """
        ...

    def read(self, file_name: str) -> bytes:
        """What is in a file. Raises OSError."""
        ...


class OwnShelf:
    """Knows the figures by their ids. A pose goes before an image of the same id."""

    def __init__(self, files: OwnFiles | None) -> None:
        self._files = files
        self._listed: dict[str, tuple[str, str]] | None = None
        self._lent: dict[str, tuple[str, bytes]] = {}

    def ids(self) -> tuple[str, ...]:
        """Every own figure, those lent among them, by name."""
        return tuple(sorted({*self._list(), *self._lent}))

    def saved_ids(self) -> tuple[str, ...]:
        """Every own figure there is a file of, by name."""
        return tuple(sorted(self._list()))

    def read(self, figure: str) -> tuple[str, bytes] | None:
        """Its file's name and bytes; None for an unknown one. Raises OSError."""
        if figure in self._lent:
            return self._lent[figure]
        found = self._list().get(figure)
        if found is None or self._files is None:
            return None
        return found[0], self._files.read(found[0])

    def version(self, figure: str) -> str:
        """Differs when the figure's file does; "" for an unknown one."""
        if figure in self._lent:
            return f"{crc32(self._lent[figure][1]):08x}"
        found = self._list().get(figure)
        return found[1] if found else ""

    def lend(self, file_name: str, data: bytes) -> str:
        """See ``Figures.lend``."""
        figure = figure_id(file_name)
        if not figure:
            raise UserError(f"“{file_name}” is no name of an own figure.")
        self._lent[figure] = (file_name, data)
        return figure

    def unlend(self) -> None:
        """Let go of what was lent."""
        self._lent.clear()

    def forget(self) -> None:
        """List the files anew when asked next."""
        self._listed = None

    def _list(self) -> Mapping[str, tuple[str, str]]:
        if self._listed is None:
            self._listed = {}
            try:
                files = self._files.files() if self._files is not None else {}
            except OSError:
                return {}  # no figures to be had: what cannot be read is drawn as nothing
            # Poses last, so that they stand in the place of images.
            for name in sorted(files, key=lambda n: (n.endswith(POSE), n)):
                figure = figure_id(name)
                if figure:
                    self._listed[figure] = (name, files[name])
        return self._listed
