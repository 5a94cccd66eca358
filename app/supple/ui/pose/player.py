"""Start to stretched and back, once."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QVariantAnimation, Signal

from supple.ui.look import Look

MOVE_MS: Final = 2000
HOLD_MS: Final = 900
WHOLE_MS: Final = 2 * MOVE_MS + HOLD_MS


class Player(QObject):
    """Tells the phase, 0 start to 1 stretched, while it plays."""

    moved = Signal(float)
    ended = Signal()

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._run = QVariantAnimation(self)
        self._run.setStartValue(0.0)
        self._run.setEndValue(1.0)
        self._run.setDuration(WHOLE_MS)
        self._run.valueChanged.connect(
            lambda part: self.moved.emit(phase_at(part, still=look.reduced_motion))
        )
        self._run.finished.connect(self.ended)

    @property
    def playing(self) -> bool:
        return self._run.state() is QVariantAnimation.State.Running

    def start(self) -> None:
        """Play from the beginning."""
        self._run.stop()
        self._run.start()

    def stop(self) -> None:
        """Stop where it is; ``ended`` is not told."""
        self._run.stop()


def phase_at(part: float, *, still: bool = False) -> float:
    """The phase at ``part`` 0..1 of the film; ``still`` without sliding."""
    done = part * WHOLE_MS
    u = min(done / MOVE_MS, 1.0) - max(0.0, (done - MOVE_MS - HOLD_MS) / MOVE_MS)
    return float(u >= 1) if still else u * u * u * (u * (6 * u - 15) + 10)
