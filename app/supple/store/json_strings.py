"""What stands between the quotes of a JSON text: escapes, control characters, halves."""

from __future__ import annotations

import json
import re
from typing import Final, NamedTuple

STRING: Final = re.compile(r'"([^"\\\x00-\x1f]*(?:\\.[^"\\\x00-\x1f]*)*)"')
LOOSE_STRING: Final = re.compile(r'"([^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*)*)"')
"""Also takes control characters, such as a tab."""
_ESCAPE: Final = re.compile(r'\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|(\\)')
_CONTROL: Final = re.compile(r"[\x00-\x1f]")


class Slip(NamedTuple):
    """Something wrong inside the quotes, ``offset`` characters after the opening one."""

    offset: int
    what: str
    mend: str


def unescape(body: str) -> tuple[str, list[Slip]]:
    """The text that ``body`` stands for, always printable as UTF-8, and its slips.

    ``body`` is what STRING or LOOSE_STRING found between the quotes.
    """
    slips: list[Slip] = []
    if control := _CONTROL.search(body):
        what = "The text holds a tab or another control character."
        slips.append(Slip(control.start() + 1, what, "Write a space in its place."))
        body = _CONTROL.sub(" ", body)
    lonely = next((m.start() for m in _ESCAPE.finditer(body) if m.group(1)), None)
    if lonely is not None:
        what = "A backslash in text begins an escape such as \\n, and this one is none."
        slips.append(Slip(lonely + 1, what, "Write it twice: \\\\."))
        body = _ESCAPE.sub(lambda m: "\\\\" if m.group(1) else m.group(), body)
    text: str = json.loads(f'"{body}"')
    if any("\ud800" <= c <= "\udfff" for c in text):
        what = "The text holds half a character, such as \\ud83d without its second part."
        slips.append(Slip(0, what, "Write the character itself."))
        text = text.encode("utf-8", "replace").decode("utf-8")
    return text, slips
