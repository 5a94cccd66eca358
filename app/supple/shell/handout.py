"""Makes the sheet of a routine from what the program knows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from supple import __version__
from supple.core.handout import Handout, handout
from supple.core.paper import Paper, paper_of
from supple.core.speech_length import spoken_seconds
from supple.shell.shelf import find_routine

if TYPE_CHECKING:
    from PySide6.QtCore import QLocale

    from supple.core.routine import Catalogue, Dose, Routine
    from supple.figure.port import FigurePainter
    from supple.shell.deps import Deps
    from supple.ui.handout.sheet import Sheet

CREATOR = f"Supple {__version__}"


def content_of(deps: Deps, id_: str, *, plain: bool) -> Handout:
    """What stands on the sheet of a routine or stretch.

    ``plain``: as it is written, for anybody; else as the plan and the safety answers have it.
    Raises UserError when there is none, or when the safety answers rule it out.
    """
    from supple.core.timeline import build_timeline

    catalogue = deps.library.catalogue
    written = find_routine(catalogue, id_)
    if plain:
        timeline = build_timeline(written, catalogue, spoken_seconds)
    else:
        timeline = deps.timeline(id_, spoken_seconds)
    return handout(
        timeline,
        planned=_doses(timeline.routine, catalogue) - _doses(written, catalogue) != set(),
        without=_left_out(timeline.routine, written, catalogue),
        first_weekday=deps.settings.first_weekday,
    )


def make_sheet(
    deps: Deps, content: Handout, paper: Paper, family: str, figures: FigurePainter
) -> Sheet:
    """``content`` on ``paper``, with the person's own figure. ``family``: of the font."""
    from supple.figure.port import FigureView
    from supple.ui.handout.sheet import Sheet

    stills = {e.figure for e in content.entries if _is_image(figures, e.figure)}
    look = FigureView("", skin=deps.settings.skin, hair=deps.settings.hair)
    return Sheet(content, paper, family, figures, look, written_day(deps.now().date()), stills)


def _is_image(figures: FigurePainter, figure: str) -> bool:
    from supple.figure.book import Figures

    return isinstance(figures, Figures) and figures.image(figure) is not None


def paper_here() -> Paper:
    """What printers hold in the country that this computer is set to."""
    from PySide6.QtCore import QLocale

    system = QLocale.system()
    return paper_of(QLocale.territoryToCode(system.territory()))


def written_day(day: date, system: QLocale | None = None) -> str:
    """``day`` such as ``22 November 2026``, or ``November 22, 2026`` where that is usual.

    In English, as the rest of the sheet is, whatever language ``system`` has.
    """
    from PySide6.QtCore import QDate, QLocale

    own = system or QLocale.system()
    english = QLocale(QLocale.Language.English, own.territory())
    month_first = "MMMM d" in english.dateFormat(QLocale.FormatType.LongFormat)
    if own.territory() == QLocale.Country.AnyTerritory:
        month_first = False  # Qt takes the American way for a computer that has none
    form = "MMMM d, yyyy" if month_first else "d MMMM yyyy"
    return english.toString(QDate(day.year, day.month, day.day), form)


def _doses(routine: Routine, catalogue: Catalogue) -> set[tuple[str, Dose]]:
    """Each stretch with the dose it is done in."""
    found = ((catalogue.stretches.get(step.stretch), step) for step in routine.steps)
    return {(s.id, step.change.over(s.dose)) for s, step in found if s is not None}


def _left_out(done: Routine, written: Routine, catalogue: Catalogue) -> tuple[str, ...]:
    kept = {step.stretch for step in done.steps}
    gone = dict.fromkeys(s.stretch for s in written.steps if s.stretch not in kept)
    return tuple(catalogue.stretches[id_].name for id_ in gone if id_ in catalogue.stretches)
