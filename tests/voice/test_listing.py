from __future__ import annotations

import pytest

from supple.voice.listing import Output, VoiceEntry, as_output_list, as_voices

ROW = ["en-us", "English", "espeak-ng", "GPL-3.0-or-later", ""]


def test_rows_become_voices() -> None:
    assert as_voices([ROW]) == (VoiceEntry(*ROW),)


@pytest.mark.parametrize("said", [None, "x", {}, [ROW[:4]], [[*ROW, ""]], [[*ROW[:4], 1]]])
def test_anything_else_is_left_out(said: object) -> None:
    assert as_voices(said) == ()


@pytest.mark.parametrize("said", [None, "x", [["a"]], [["a", 1]], [["a", "b", "c"]]])
def test_what_is_no_list_of_outputs_is_left_out(said: object) -> None:
    assert as_output_list(said) == ()


def test_what_the_worker_lists_becomes_outputs() -> None:
    assert as_output_list([["rig", "Loudspeaker"]]) == (Output("rig", "Loudspeaker"),)
