from __future__ import annotations

import re

import pytest

from supple.ui.handout.catalog import with_language

HEAD = b"%PDF-1.4\n"
CATALOG = b"3 0 obj\n<<\n/Type /Catalog\n/Pages 4 0 R\n>>\nendobj\n"
START = len(HEAD) + len(CATALOG)
WHOLE = (
    HEAD
    + CATALOG
    + b"xref\n0 1\n0000000000 65535 f \n3 1\n0000000009 00000 n \n"
    + b"trailer\n<<\n/Size 5\n/Info 1 0 R\n/Root 3 0 R\n/ID [ <aa> <bb> ]\n>>\n"
    + b"startxref\n%d \n%%%%EOF" % START
)


def last(pattern: bytes, data: bytes) -> bytes:
    return re.findall(pattern, data)[-1]  # type: ignore[no-any-return]


def test_the_language_is_in_the_catalog_that_counts() -> None:
    told = with_language(WHOLE, "en")
    table = int(last(rb"startxref\n(\d+)", told))
    assert told[table : table + 4] == b"xref"
    place = int(last(rb"3 1\n(\d{10}) 00000 n", told))
    catalog = told[place : told.index(b"endobj", place)]
    assert catalog.startswith(b"3 0 obj\n<<\n/Lang (en)\n")
    assert b"/DisplayDocTitle true" in catalog
    assert b"/Type /Catalog\n/Pages 4 0 R\n>>\n" in catalog


def test_what_was_there_stays_as_it_was() -> None:
    told = with_language(WHOLE, "en")
    assert told.startswith(WHOLE)
    assert last(rb"/Prev (\d+)", told) == b"%d" % START
    end = told[told.rindex(b"trailer") :]
    for entry in (b"/Size 5", b"/Root 3 0 R", b"/Info 1 0 R", b"/ID [ <aa> <bb> ]"):
        assert entry in end


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a PDF",
        WHOLE.replace(b"startxref", b"start"),
        WHOLE.replace(b"/Root", b"/Rot"),
        WHOLE.replace(b"3 0 obj", b"7 0 obj"),
    ],
)
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="PDF"):
        with_language(data, "en")
