from __future__ import annotations

import pytest

from supple.voice.listing import VoiceEntry, as_voices

ROW = ["en-us", "English", "espeak-ng", "GPL-3.0-or-later", ""]


def test_rows_become_voices() -> None:
    assert as_voices([ROW]) == (VoiceEntry(*ROW),)


@pytest.mark.parametrize("said", [None, "x", {}, [ROW[:4]], [[*ROW, ""]], [[*ROW[:4], 1]]])
def test_anything_else_is_left_out(said: object) -> None:
    assert as_voices(said) == ()
