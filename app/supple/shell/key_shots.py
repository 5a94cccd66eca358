"""Keys being taught, for the pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from supple.core.break_keys import BreakKey
from supple.core.session_keys import SessionKey, key_map
from supple.core.settings import Settings
from supple.shell.session_shots import SESSIONS
from supple.ui.reveal import reveal
from supple.ui.session.keys import Act

if TYPE_CHECKING:
    from supple.shell.studio import Studio
    from supple.ui.settings.session_key_card import SessionKeyCard
    from supple.ui.settings.shortcuts import ShortcutCards

_TAUGHT = ("pause B", "next PgDown", "previous PgUp", "again F5", "stop Shift+F5")
"""As a presenter remote sends them."""


def usual(studio: Studio) -> None:
    studio.settings("shortcuts")


def waits(studio: Studio) -> None:
    _click(studio, SessionKey.AGAIN)


def refused(studio: Studio) -> None:
    """A number was pressed."""
    _click(studio, SessionKey.NEXT).rows[SessionKey.NEXT].button.given.emit("5")


def swapped(studio: Studio) -> None:
    """A key that did something else."""
    _click(studio, SessionKey.NEXT).rows[SessionKey.NEXT].button.given.emit("Left")


def for_breaks(studio: Studio) -> None:
    """A key that other programs need."""
    cards = _cards(studio)
    studio.settle()
    button = cards.breaks.rows[BreakKey.START].button
    button.click()
    button.given.emit("B")
    studio.settle()
    reveal(cards.breaks)


def taught(studio: Studio) -> None:
    _show(studio)
    _click(studio, SessionKey.AGAIN)


def listed(studio: Studio) -> None:
    _show(studio)
    studio.window.show_keys()


def in_session(name: str) -> Callable[[Studio], None]:
    """The picture ``name`` of a session, with the keys of a remote."""

    def pose(studio: Studio) -> None:
        SESSIONS[name](studio)
        studio.page.set_keys(key_map(_TAUGHT))

    return pose


def hurts(studio: Studio) -> None:
    """An answer chosen without a number."""
    in_session("03i-session-something-hurts")(studio)
    studio.window.activateWindow()
    studio.settle()
    for _ in range(2):
        studio.page.shortcuts.pressed.emit(Act.ONWARD)


def start(studio: Studio) -> None:
    """Today, where a key of one's own starts."""
    studio.window.show_settings(replace(Settings(), session_keys=("confirm F5",)))


def _show(studio: Studio) -> None:
    studio.window.show_settings(replace(Settings(), session_keys=_TAUGHT))


def _click(studio: Studio, act: SessionKey) -> SessionKeyCard:
    card = _cards(studio).session
    studio.settle()
    card.rows[act].button.click()
    return card


def _cards(studio: Studio) -> ShortcutCards:
    studio.settings("shortcuts")
    found: list[ShortcutCards] = []
    studio.window.pages.settings.get().when_built("shortcuts", found.append)
    return found[0]


KEYS: dict[str, Callable[[Studio], None]] = {
    "01j-home-taught-key": start,
    "08f-settings-shortcuts": usual,
    "08r-settings-shortcuts-waits": waits,
    "08s-settings-shortcuts-refused": refused,
    "08t-settings-shortcuts-swapped": swapped,
    "08u-settings-shortcuts-taught": taught,
    "08v-settings-shortcuts-breaks": for_breaks,
    "11b-keys-taught": listed,
}
TAUGHT_SESSIONS: dict[str, Callable[[Studio], None]] = {
    "03s-session-taught-keys": in_session("03a-session-hold-left"),
    "03t-session-taught-keys-paused": in_session("03f-session-paused"),
    "03u-session-taught-keys-hurts": hurts,
}
