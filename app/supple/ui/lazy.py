"""A page that is built on its first visit and gets then what it was given before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from supple.ui.page import Page

P = TypeVar("P", bound=Page)


class Lazy(Generic[P]):
    """Keeps the newest thing a page is to show until there is a page to show it."""

    def __init__(self, build: Callable[[], P]) -> None:
        self._build = build
        self._page: P | None = None
        self._show: Callable[[P], None] | None = None

    @property
    def built(self) -> P | None:
        """The page, if it was visited."""
        return self._page

    def get(self) -> P:
        """The page, built now if need be."""
        if self._page is None:
            self._page = self._build()
            if self._show is not None:
                self._show(self._page)
        return self._page

    def give(self, show: Callable[[P], None]) -> None:
        """Have ``show`` fill the page, now or once it is built."""
        self._show = show
        if self._page is not None:
            show(self._page)
