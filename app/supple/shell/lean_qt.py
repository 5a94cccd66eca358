"""Loads PySide6 without what only its own developers need, which takes a tenth of a start.

PySide6 brings tools that write type stubs and texts of signatures, unpacked and compiled at each
start; they are loaded here when the first wrong call asks for them. And it looks into the source
of every module that is imported from then on, to learn whether that might ask for snake_case
names: ours never do. Where another version is made otherwise, nothing here applies.
"""

from __future__ import annotations

import builtins
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    # To be one of these takes a millisecond to import.
    from importlib.abc import Loader
    from importlib.machinery import ModuleSpec

_SIGNATURE = "shibokensupport.signature"
LATER = frozenset(
    f"{_SIGNATURE}.{name}" for name in ("parser", "layout", "lib.enum_sig", "lib.pyi_generator")
)
_PACKED = "EmbeddableZipImporter"


def load() -> None:
    """Import PySide6; before anything else does. Harmless where it is there already."""
    if "PySide6" in sys.modules:
        return
    with _later():
        import_module("PySide6.QtCore")
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


@contextmanager
def _later() -> Iterator[None]:
    """Have what PySide6 unpacks meanwhile loaded when it is used."""
    before = sys.meta_path
    sys.meta_path = _Finders(before)
    try:
        yield
    finally:
        sys.meta_path = [finder for finder in sys.meta_path if not isinstance(finder, _Finder)]


class _Finders(list[Any]):
    """PySide6 puts its finder first, and takes it away again."""

    def insert(self, index: Any, finder: Any) -> None:
        ours = type(finder).__name__ == _PACKED
        super().insert(index, _Finder(finder) if ours else finder)

    def remove(self, finder: Any) -> None:
        wrapped = [f for f in self if isinstance(f, _Finder) and f.inner is finder]
        super().remove(wrapped[0] if wrapped else finder)


class _Finder:
    def __init__(self, inner: Any) -> None:
        self.inner = inner

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        spec: ModuleSpec | None = self.inner.find_spec(fullname, path, target)
        if spec is not None and spec.loader is not None and fullname in LATER:
            spec.loader = _Loader(spec.loader)  # type: ignore[assignment]
        return spec


class _Loader:
    def __init__(self, inner: Loader) -> None:
        self._inner = inner

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Later(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        assert isinstance(module, _Later)
        module.wait(self._inner)


class _Later(ModuleType):
    """Empty until something of it is asked for; ``importlib.util`` has one that PySide6 wakes."""

    def wait(self, loader: Loader) -> None:
        self.__dict__["_waits"] = loader

    def __getattr__(self, name: str) -> object:
        if name == "__path__" or "_waits" not in self.__dict__:
            raise AttributeError(name)
        loader, spec = self.__dict__.pop("_waits"), self.__spec__
        assert spec is not None
        # PySide6 gives its modules another name, by which its finder does not know them.
        renamed, spec.name = spec.name, self.__name__
        try:
            loader.exec_module(self)
        finally:
            spec.name = renamed
        return getattr(self, name)
