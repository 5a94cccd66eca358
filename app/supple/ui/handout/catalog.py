"""What Qt leaves out of a PDF: its language, and that its title is to head the window."""

from __future__ import annotations

import re

_ENTRIES = b"/Lang (%s)\n/ViewerPreferences << /DisplayDocTitle true >>\n"
_ROOT = re.compile(rb"/Root (\d+) 0 R")
_SIZE = re.compile(rb"/Size (\d+)")
_INFO = re.compile(rb"/Info \d+ 0 R")
_ID = re.compile(rb"/ID \[[^\]]*\]")
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")


def with_language(pdf: bytes, language: str) -> bytes:
    """``pdf`` with ``language``, such as ``en``, told in its catalog.

    It is added behind the end, as the format foresees for changes: what is there stays as it
    is. Raises ValueError for what is no PDF as Qt writes it.
    """
    start = _START.search(pdf)
    if start is None:
        raise ValueError("no end of a PDF")
    trailer = pdf[pdf.rfind(b"trailer", 0, start.start()) : start.start()]
    root, size = _ROOT.search(trailer), _SIZE.search(trailer)
    if root is None or size is None:
        raise ValueError("no trailer of a PDF")
    number = int(root[1])
    head = b"%d 0 obj\n<<\n" % number
    at = pdf.rfind(b"\n" + head) + 1
    if not at:
        raise ValueError("no catalog in the PDF")
    rest = pdf[at + len(head) : pdf.index(b"endobj", at) + len(b"endobj\n")]
    whole = pdf if pdf.endswith(b"\n") else pdf + b"\n"
    catalog = head + _ENTRIES % language.encode("ascii") + rest
    table = b"xref\n0 1\n0000000000 65535 f \n%d 1\n%010d 00000 n \n" % (number, len(whole))
    kept = b"\n".join(m[0] for m in (_INFO.search(trailer), _ID.search(trailer)) if m)
    end = b"trailer\n<<\n/Size %s\n/Root %d 0 R\n%s\n/Prev %s\n>>\n" % (
        size[1],
        number,
        kept,
        start[1],
    )
    place = len(whole) + len(catalog)
    return whole + catalog + table + end + b"startxref\n%d\n%%%%EOF\n" % place
