from __future__ import annotations

import pytest

from supple.shell.break_shots import BREAKS, DUE, PROMPTS
from supple.shell.studio import Studio
from supple.ui.breaks.leaving import LeaveDialog
from supple.ui.breaks.prompt import BreakPrompt
from supple.ui.text import Text


@pytest.mark.parametrize("name", PROMPTS)
def test_every_picture_of_the_prompt_shows_another_state(open_studio: Studio, name: str) -> None:
    PROMPTS[name](open_studio)
    assert isinstance(open_studio.beside, BreakPrompt)
    view = open_studio.beside.view
    assert view is not None
    assert (view == DUE) is (name == "04-break-prompt")
    open_studio._close()
    assert open_studio.beside is None


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("08g-settings-breaks", "Remind me to take breaks"),
        ("08h-settings-breaks-more", "At fixed times"),
        ("08i-settings-breaks-elsewhere", "Not on this computer: no sound service runs"),
    ],
)
def test_every_picture_of_the_settings_shows_its_own(
    open_studio: Studio, name: str, sentence: str
) -> None:
    BREAKS[name](open_studio)
    texts = open_studio.window.findChildren(Text)
    assert sentence in [text.text() for text in texts if text.isVisible()]
    open_studio._close()


@pytest.mark.parametrize(
    ("name", "button"),
    [("04f-closing", "Keep it in the tray"), ("04g-closing-no-tray", "Minimise it")],
)
def test_every_picture_of_the_question_asks_for_its_place(
    open_studio: Studio, name: str, button: str
) -> None:
    BREAKS[name](open_studio)
    dialog = open_studio.window.findChild(LeaveDialog)
    assert dialog is not None
    assert dialog.keep.text() == button
    open_studio._close()
