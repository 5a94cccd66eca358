from __future__ import annotations

from PySide6.QtWidgets import QWidget

from supple.ui.look import Look
from supple.ui.stretch.fold import BELOW, MoreFold


def test_its_part_is_there_before_it_is_seen(look: Look, host: QWidget) -> None:
    part = QWidget()
    fold = MoreFold(look, part)
    fold.setParent(host)
    fold.show()
    assert not part.isVisible()
    fold.open()
    assert part.isVisible()
    fold.open()
    assert part.isVisible()


def test_it_tells_of_what_is_to_be_seen_to_inside(look: Look, host: QWidget) -> None:
    fold = MoreFold(look, QWidget())
    fold.setParent(host)
    fold.show_count(2)
    assert fold.head.accessibleDescription() == "2 things to see to"
    fold.show_count(0)
    assert fold.head.accessibleDescription() == BELOW
