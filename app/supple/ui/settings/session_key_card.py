"""The keys of a session, to be taught."""

from __future__ import annotations

from collections.abc import Callable

from supple.core import session_keys
from supple.core.session_keys import KeyMap, SessionKey
from supple.ui.look import Look
from supple.ui.settings.teach_card import Book, TeachCard
from supple.ui.shortcuts import DOES, SESSION, works_too

FOR_WHOM = "A remote, a pedal or a page turner sends keys as well: press its button."
_ORDER = (
    SessionKey.CONFIRM,
    SessionKey.PAUSE,
    SessionKey.NEXT,
    SessionKey.PREVIOUS,
    SessionKey.AGAIN,
    SessionKey.HURTS,
    SessionKey.LONGER,
    SessionKey.SHORTER,
    SessionKey.VOICE,
    SessionKey.STOP,
    SessionKey.FULL_SCREEN,
)
_BOOK = Book(
    SESSION.where,
    FOR_WHOM,
    {act: DOES[act] for act in _ORDER},
    KeyMap(),
    session_keys.teach,
    session_keys.forget,
    works_too,
    session_keys.refusal,
)


class SessionKeyCard(TeachCard):
    """Tells a ``KeyMap``."""

    def __init__(self, look: Look, elsewhere: Callable[[str], str]) -> None:
        """``elsewhere``: see ``TeachCard``."""
        super().__init__(look, _BOOK, elsewhere)
