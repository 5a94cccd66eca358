from __future__ import annotations

import pytest

from supple.shell.share_shots import SHARES
from supple.shell.studio import Studio
from supple.ui.dialog import Overlay
from supple.ui.text import Text
from supple.ui.widgets.chip import Chip


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("19-share-preview", "New"),
        ("19b-share-preview-ruled-out", "it is done without"),
        ("19c-share-preview-clash", "You have another by this name"),
        ("19d-share-preview-there-already", "in your library already"),
        ("19e-share-refused", "routines.json, line 12"),
        ("19f-share-send", "What goes in"),
        ("19g-share-preview-left-out", "“Before the run” is left out"),
    ],
)
def test_every_picture_shows_another_state(open_studio: Studio, name: str, sentence: str) -> None:
    SHARES[name](open_studio)
    (dialog,) = open_studio.window.findChildren(Overlay)

    said = [part.text() for kind in (Text, Chip) for part in dialog.findChildren(kind)]
    assert any(sentence in text for text in said)
    open_studio._close()


def test_every_picture_is_told_apart() -> None:
    assert len(set(SHARES.values())) == len(SHARES) == 7
