"""The questions in a window of their own, with what comes of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from supple.core.first_run import FirstRun
from supple.core.offer import Offer
from supple.core.today import TodayView
from supple.ui.firstrun.page import FirstRunPage
from supple.ui.look import Look
from supple.ui.picture import Pictures


@dataclass
class Asked:
    """A page that is shown, its offer, and everything it has told."""

    page: FirstRunPage
    finished: list[tuple[FirstRun, bool]] = field(default_factory=list)
    stopped: list[FirstRun] = field(default_factory=list)
    left: int = 0

    def leave(self) -> None:
        self.left += 1

    def button(self, name: str) -> QAbstractButton:
        found = self.page.findChildren(QAbstractButton)
        shown = [b for b in found if b.isVisible()]
        return next(b for b in shown if name in (b.text(), b.accessibleName()))

    def names(self) -> set[str]:
        """What the visible buttons of the foot say."""
        return {b.text() for b in self.page.foot.findChildren(QAbstractButton) if b.isVisible()}

    def focus(self) -> str:
        now = QApplication.focusWidget()
        return (now.accessibleName() or getattr(now, "text", str)()) if now else ""


AskMaker = Callable[..., Asked]


@pytest.fixture
def ask(qtbot: QtBot, look: Look, pictures: Pictures, today_view: TodayView) -> AskMaker:
    def make(run: FirstRun | None = None, offer: Offer | None = today_view.up_next) -> Asked:
        look.set_reduced_motion(True)
        page = FirstRunPage(look, pictures, run or FirstRun())
        asked = Asked(page)
        page.finished.connect(lambda run, start: asked.finished.append((run, start)))
        page.stopped.connect(asked.stopped.append)
        page.left.connect(asked.leave)
        page.offer_wanted.connect(lambda _: page.show_offer(offer))
        page.show_offer(offer)
        qtbot.addWidget(page)
        page.resize(1100, 760)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        return asked

    return make


@pytest.fixture
def widget(qtbot: QtBot, host: QWidget) -> Callable[[QWidget], QWidget]:
    """Puts a part into a shown window at its natural size."""

    def put(part: QWidget) -> QWidget:
        part.setParent(host)
        part.adjustSize()
        part.show()
        return part

    return put
