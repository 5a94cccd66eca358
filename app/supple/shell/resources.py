"""What ships with the program, as the rooms that may not touch files are given it."""

from __future__ import annotations

from supple.figure.book import Figures, load_figures
from supple.store.assets import asset


def read_resource(name: str) -> bytes:
    """The bytes of ``resources/NAME``."""
    return asset(f"resources/{name}").read_bytes()


def figure_names() -> list[str]:
    """The ids of the drawn figures."""
    files = asset("resources/figures").iterdir()
    return sorted(file.stem for file in files if file.suffix == ".json")


def open_figures() -> Figures:
    """The figures that ship with the program; each is read when it is first asked for."""
    return load_figures(read_resource, figure_names())
