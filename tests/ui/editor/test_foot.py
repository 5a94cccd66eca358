from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from supple.ui.editor.foot import Foot
from supple.ui.look import Look


@pytest.fixture
def foot(look: Look, host: QWidget) -> Foot:
    made = Foot(look)
    host.setLayout(made)
    return made


def state(foot: Foot) -> tuple[str, bool, bool, bool]:
    tip = foot._moves.isVisibleTo(foot.parentWidget())
    return foot.words.text(), foot.save.isEnabled(), foot.discard.isEnabled(), tip


@pytest.mark.parametrize(
    ("changed", "wrong", "rows", "narrow", "seen"),
    [
        (False, "", 3, False, ("Saved.", False, False, True)),
        (True, "", 3, False, ("Unsaved changes.", True, True, True)),
        (True, "", 1, False, ("Unsaved changes.", True, True, False)),
        (True, "", 3, True, ("Unsaved changes.", True, True, False)),
        (True, "Give it a name.", 3, False, ("Give it a name.", False, True, False)),
    ],
)
def test_it_says_how_things_stand(
    foot: Foot,
    changed: bool,
    wrong: str,
    rows: int,
    narrow: bool,
    seen: tuple[str, bool, bool, bool],
) -> None:
    foot.show_state(changed=changed, wrong=wrong, rows=rows, narrow=narrow)
    assert state(foot) == seen


def test_what_keeps_it_from_being_saved_is_read_with_the_button(foot: Foot) -> None:
    foot.show_state(changed=True, wrong="Give it a name.", rows=1, narrow=False)
    assert foot.save.accessibleDescription() == "Give it a name."
