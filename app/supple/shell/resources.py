"""What ships with the program, as the rooms that may not touch files are given it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supple.figure.book import Figures, load_figures
from supple.store.assets import asset

if TYPE_CHECKING:
    from collections.abc import Callable

    from supple.core.library_files import Library
    from supple.figure.own_shelf import OwnFiles
    from supple.store.paths import Paths


def read_resource(name: str) -> bytes:
    """The bytes of ``resources/NAME``."""
    return asset(f"resources/{name}").read_bytes()


def figure_names() -> list[str]:
    """The ids of the drawn figures."""
    files = asset("resources/figures").iterdir()
    return sorted(file.stem for file in files if file.suffix == ".json")


def open_figures(paths: Paths | None = None) -> Figures:
    """The figures that ship with the program; each is read when it is first asked for.

    ``paths``: with a person's own figures, too.
    """
    if paths is None:
        return load_figures(read_resource, figure_names())
    folder = paths.routines_dir / "figures"

    def own() -> OwnFiles:
        from supple.store.own_figures import OwnFigures

        return OwnFigures(folder)

    return load_figures(read_resource, figure_names(), own)


def named_by(library: Callable[[], Library]) -> Callable[[str], str]:
    """What an image shows, by the stretch that has it; "" for none."""

    def name_of(figure: str) -> str:
        stretches = library().catalogue.stretches.values()
        return next((s.name for s in stretches if s.figure == figure), "")

    return name_of
