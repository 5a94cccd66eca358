"""Asks at the terminal before something is changed."""

from __future__ import annotations

import sys

from supple.core.problem import UserError

ALONE = "Nothing was changed: there is nobody to ask. Add --yes to go on."


def agreed(question: str, alone: str) -> bool:
    """Whether somebody agrees to ``question``; who breaks off does not.

    Raises UserError with the sentence ``alone`` where there is no terminal to ask at.
    """
    if sys.stdin is None or not sys.stdin.isatty():
        raise UserError(alone)
    try:
        answer = input(f"{question} [y/N] ")
    except (EOFError, KeyboardInterrupt):
        print()
        return False
    return answer.strip().lower() in ("y", "yes")
