"""What stands in place of the shelf when the filters leave nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal

from supple.core import shelf
from supple.core.shelf import Filters, Item, Kind, Part
from supple.ui.empty import EmptyCard
from supple.ui.widgets.button import Button

_LONGEST = 24
"""Characters of a search that are repeated on a button."""


class NothingLeft(EmptyCard):
    """Says why nothing is left, and which filter to drop."""

    drop_asked = Signal(object)
    """A ``Part`` of the filters."""
    clear_asked = Signal()

    def explain(
        self,
        kind: Kind,
        items: Sequence[Item],
        filters: Filters,
        label_of: Callable[[Part], str],
    ) -> None:
        """``items``: the whole shelf; ``label_of``: what is chosen in a part, in words."""
        parts = filters.set_parts
        if not parts:
            self.say("Nothing here yet", "No routine files could be read.", [])
            return
        best = shelf.best_drop(items, filters)
        names = {p: _quoted(filters.text if p is Part.TEXT else label_of(p)) for p in parts}
        title, words = shelf.explain_nothing(parts, best, names, kind)
        buttons = []
        if best is not None:
            drop = Button(self._look, f"Drop {names[best[0]]}", "primary")
            drop.clicked.connect(lambda: self.drop_asked.emit(best[0]))
            buttons.append(drop)
        if len(parts) > 1 or best is None:
            clear_all = Button(self._look, "Clear filters")
            clear_all.setAccessibleName("Clear filters and show everything")
            clear_all.clicked.connect(self.clear_asked)
            buttons.append(clear_all)
        self.say(title, words, buttons)


def _quoted(words: str) -> str:
    text = words.strip()
    cut = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}\N{HORIZONTAL ELLIPSIS}"
    return f"\N{LEFT DOUBLE QUOTATION MARK}{cut}\N{RIGHT DOUBLE QUOTATION MARK}"
