from __future__ import annotations

import pytest
from PySide6.QtDBus import QDBusMessage

from supple.desk.ear import Ear


@pytest.mark.usefixtures("qapp")
def test_the_values_of_a_signal_are_handed_on() -> None:
    told: list[object] = []
    message = QDBusMessage.createSignal("/lamp", "org.test.Lamp", "Dimmed")
    message.setArguments(["low", True])
    Ear(told.append).heard(message)
    assert told == [["low", True]]
