"""The bytes of a JSON file as text, or the reason why they are none."""

from __future__ import annotations

import codecs

from supple.core.problem import Problem, ProblemsFound

_SAVE_AS = 'Save it as "UTF-8" in your editor.'
_ANOTHER = "It may be a picture or another program's document: take the right file instead."
_OTHER_ENCODINGS = (
    # The UTF-32 marks begin with the UTF-16 ones, so they come first.
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def decode_json(data: bytes) -> str:
    """``data`` as text, without the byte-order mark some editors put in front.

    Raises ProblemsFound when it is not UTF-8 text.
    """
    for mark, name in _OTHER_ENCODINGS:
        if data.startswith(mark):
            raise _refused(f"The file is saved as {name}.")
    body = data.removeprefix(codecs.BOM_UTF8)
    if b"\0" in body[:4]:
        raise _refused("The file is saved as UTF-16 or UTF-32, or it is not text at all.")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\0" in body:
            # No editor makes text of a picture.
            raise _refused("The file is not text.", mend=_ANOTHER) from None
        before = body[: error.start].decode("utf-8")
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        what = f"The byte 0x{body[error.start]:02x} is not UTF-8 text."
        raise _refused(what, line, column) from None


def _refused(what: str, line: int = 0, column: int = 0, *, mend: str = _SAVE_AS) -> ProblemsFound:
    return ProblemsFound((Problem("", what, mend, line=line, column=column),))
