"""Texts out of a file that was kept between two starts, whatever is wrong with them."""

from __future__ import annotations

from typing import Final

MOST_LINES: Final = 200
"""Lines of one list beyond which a file is spoiled rather than written by somebody."""


def kept_text(value: object) -> str:
    """``value`` where it is a text, else ""."""
    # Half of a character cannot be shown, nor written to a file.
    return value.encode("utf-8", "ignore").decode("utf-8") if isinstance(value, str) else ""


def kept_texts(value: object) -> tuple[str, ...]:
    """Every text of ``value`` where it is a list, the first ``MOST_LINES`` at most."""
    lines = value[:MOST_LINES] if isinstance(value, list) else []
    return tuple(kept_text(line) for line in lines if isinstance(line, str))
