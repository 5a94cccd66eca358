"""The keys for breaks that work in any program, to be taught."""

from __future__ import annotations

from collections.abc import Callable

from supple.core import break_keys
from supple.core.break_keys import BreakKeys
from supple.ui.look import Look
from supple.ui.settings.teach_card import Book, TeachCard
from supple.ui.shortcuts import BREAKS, BREAKS_DO

SWITCH = "The switch is under Breaks. Other programs no longer get these keys."
_BOOK = Book(
    BREAKS.where,
    SWITCH,
    BREAKS_DO,
    BreakKeys(),
    break_keys.teach,
    break_keys.forget,
    None,
    break_keys.refusal,
)


class BreakKeyCard(TeachCard):
    """Tells a ``BreakKeys``."""

    def __init__(self, look: Look, elsewhere: Callable[[str], str]) -> None:
        """``elsewhere``: see ``TeachCard``."""
        super().__init__(look, _BOOK, elsewhere)
