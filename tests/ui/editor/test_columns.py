from __future__ import annotations

import pytest

from supple.ui.editor import columns
from supple.ui.look import Look


@pytest.mark.parametrize("scale", [0.9, 1.0, 1.3])
def test_without_rest_and_pictures_names_have_more_room(look: Look, scale: float) -> None:
    look.set_text_scale(scale)
    assert columns.end_width(look, narrow=True) < columns.end_width(look, narrow=False)
    assert columns.words_from(look, narrow=True) < columns.words_from(look, narrow=False)


def test_the_name_stands_above_where_there_is_no_room_beside(look: Look) -> None:
    assert not columns.is_stacked(look, 824, narrow=False)
    assert not columns.is_stacked(look, 632, narrow=True)
    assert columns.is_stacked(look, 480, narrow=True)
    look.set_text_scale(1.3)
    assert columns.is_stacked(look, 632, narrow=True)
