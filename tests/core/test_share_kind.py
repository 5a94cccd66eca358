"""What systems know a shared file by."""

from __future__ import annotations

import re

from supple.core.share_kind import ENDING, MEDIA_TYPE


def test_the_media_type_is_one_of_a_zip_of_our_own() -> None:
    assert re.fullmatch(r"application/vnd\.[a-z.]+\+zip", MEDIA_TYPE)


def test_the_ending_is_one_word_in_small_letters() -> None:
    assert re.fullmatch(r"\.[a-z]+", ENDING)
