from __future__ import annotations

import pytest

from supple.core.session_keys import SessionKey
from supple.shell.key_shots import KEYS, TAUGHT_SESSIONS
from supple.shell.studio import Studio
from supple.ui.keys_dialog import KeysDialog
from supple.ui.settings.break_key_card import BreakKeyCard
from supple.ui.settings.session_key_card import SessionKeyCard
from supple.ui.widgets.keycap import KeyCap
from supple.ui.widgets.toast import Toast


def card_in(studio: Studio, name: str) -> SessionKeyCard:
    studio._open()
    studio.window.show()
    studio.window.activateWindow()
    studio.settle()
    KEYS[name](studio)
    studio.settle()
    (card,) = studio.window.findChildren(SessionKeyCard)
    return card


@pytest.mark.parametrize(
    ("name", "waits", "said"),
    [
        ("08f-settings-shortcuts", False, ""),
        ("08r-settings-shortcuts-waits", True, "Esc leaves it as it is."),
        ("08s-settings-shortcuts-refused", True, "Numbers answer"),
        ("08t-settings-shortcuts-swapped", False, ""),
        ("08u-settings-shortcuts-taught", True, "Esc leaves it as it is, Backspace"),
    ],
)
def test_each_state_is_shown(studio: Studio, name: str, waits: bool, said: str) -> None:
    card = card_in(studio, name)
    assert any(row.button.waiting for row in card.rows.values()) is waits
    assert card.strip.isVisible() is waits
    if waits:
        assert card.strip.text.text().startswith(said)
    toasts = [toast for toast in studio.window.findChildren(Toast) if toast.isVisible()]
    assert bool(toasts) is (name == "08t-settings-shortcuts-swapped")
    if "taught" in name:
        assert card.rows[SessionKey.NEXT].button.text() == "Page Down"
    studio._close()


def test_a_key_that_others_need_is_refused(studio: Studio) -> None:
    card_in(studio, "08v-settings-shortcuts-breaks")
    (card,) = studio.window.findChildren(BreakKeyCard)
    assert card.strip.text.text().startswith("Other programs lose this key")
    assert not card.strip.visibleRegion().isEmpty()
    studio._close()


def test_the_list_has_the_keys_of_a_remote(studio: Studio) -> None:
    studio._open()
    studio.window.show()
    KEYS["11b-keys-taught"](studio)
    studio.settle()
    (dialog,) = studio.window.findChildren(KeysDialog)
    names = {cap.accessibleName() for cap in dialog.findChildren(KeyCap)}
    assert {"Page Down key", "Shift F5 key", "Esc key"} <= names
    studio._close()


@pytest.mark.parametrize("name", TAUGHT_SESSIONS)
def test_a_session_shows_the_keys_of_a_remote(studio: Studio, name: str) -> None:
    studio._open()
    studio.window.show()
    TAUGHT_SESSIONS[name](studio)
    studio.settle()
    assert studio.page.controls.next.toolTip() == "Next (PgDn)"
    assert studio.page.controls.main.accessibleDescription() == "Key: B"
    assert studio.page.hurts.skip.hasFocus() is (name == "03u-session-taught-keys-hurts")
    studio._close()
