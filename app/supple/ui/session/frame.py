"""Where everything stands on the session page. Pure arithmetic, in pixels."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect

BASE_WIDTH = 1100
BASE_HEIGHT = 760
LEAST_SCALE = 0.69
MOST_SCALE = 2.6
ICONS_BELOW = 0.8
"""Below this scale the transport shows no keys beside its words."""
RING = 352
"""The ring's diameter at scale 1."""
_RING_PART = 0.4
"""The most of the width the ring may take, so that a tall window keeps a stage."""
_LEAST_CONTROLS = 68
_LEAST_STAGE = 120


@dataclass(frozen=True, slots=True)
class Frame:
    """The page's rectangles. Scales are factors on the sizes of DESIGN at 1100 by 760."""

    scale: float
    """For distances: margins, gaps, the control bar."""
    text_scale: float
    """For texts, and the rows that hold them."""
    ring_scale: float
    margin: int
    title: QRect
    counter: QRect
    progress: QRect
    band: QRect
    stage: QRect
    ring: QRect
    cue: QRect
    then: QRect
    controls: QRect
    body: QRect
    """Between the progress bar and the controls, for the panels that replace the stage."""

    @property
    def words(self) -> bool:
        """Whether the transport has room for words and their keys."""
        return self.scale >= ICONS_BELOW


def scale_of(width: int, height: int) -> float:
    """The page's scale for a window of this size."""
    scale = min(width / BASE_WIDTH, height / BASE_HEIGHT)
    return max(LEAST_SCALE, min(MOST_SCALE, scale))


def frame(width: int, height: int, session_text: float, counter_width: int) -> Frame:
    """Divide ``width`` by ``height``. It depends on no text, so nothing moves in a session.

    ``session_text`` is the text setting (1 to 1.2), ``counter_width`` what the counter at the
    top right takes.
    """
    scale = scale_of(width, height)
    text = scale * session_text
    margin = round(32 * scale)
    top = round(66 * text)
    bar_y = top
    bar = max(8, round(12 * scale))
    band_y = bar_y + bar + round(14 * scale)
    band = round(84 * text)
    stage_y = band_y + band + round(16 * scale)
    controls = max(_LEAST_CONTROLS, round(80 * scale))
    controls_y = height - controls
    then = round(46 * text)
    then_y = controls_y - round(12 * scale) - then
    cue = round(78 * text)
    cue_y = then_y - cue
    stage = max(_LEAST_STAGE, cue_y - stage_y)
    inner = width - 2 * margin
    side = min(stage, round(inner * _RING_PART))
    gap = round(32 * scale)
    title_y = round(8 * text)
    counter_x = width - margin - counter_width
    return Frame(
        scale=scale,
        text_scale=text,
        ring_scale=side / RING,
        margin=margin,
        title=QRect(margin, title_y, counter_x - gap - margin, top - title_y),
        counter=QRect(counter_x, title_y, counter_width, top - title_y),
        progress=QRect(margin, bar_y, inner, bar),
        band=QRect(0, band_y, width, band),
        stage=QRect(margin, stage_y, inner - side - gap, stage),
        ring=QRect(width - margin - side, stage_y + (stage - side) // 2, side, side),
        cue=QRect(margin, cue_y, inner, cue),
        then=QRect(margin, then_y, inner, then),
        controls=QRect(0, controls_y, width, controls),
        body=QRect(0, bar_y + bar, width, controls_y - bar_y - bar),
    )
