"""Each chart of the History page as a table to be pasted into a spreadsheet.

Columns are set apart by tabs, dates are written 2026-10-22, numbers with a point and at most one
digit after it. A cell without a value is empty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from supple.core.history_view import Chart, HistoryView

Cell = str | float | int | None


def table(view: HistoryView, chart: Chart) -> str:
    """The chart's values under one line of headings, with an end of line after each row."""
    heads, rows = _TABLES[chart]
    lines = [list(heads), *([_text(cell) for cell in row] for row in rows(view))]
    return "".join("\t".join(line) + "\n" for line in lines)


def _days(view: HistoryView) -> Iterable[Sequence[Cell]]:
    return (
        (cell.day.isoformat(), round(cell.held_s / 60, 1), cell.sessions, cell.off)
        for cell in view.cells
    )


def _weeks(view: HistoryView) -> Iterable[Sequence[Cell]]:
    return ((bar.start.isoformat(), round(bar.minutes, 1), bar.sessions) for bar in view.bars)


def _angles(view: HistoryView) -> Iterable[Sequence[Cell]]:
    return ((point.day.isoformat(), point.left, point.right) for point in view.angles)


def _pain(view: HistoryView) -> Iterable[Sequence[Cell]]:
    return ((pair.day.isoformat(), pair.before, pair.after) for pair in view.pain)


def _doses(view: HistoryView) -> Iterable[Sequence[Cell]]:
    return (
        (dose.muscle, round(dose.left_min, 1), round(dose.right_min, 1), dose.goal_min)
        for dose in view.doses
    )


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    return f"{cell:.1f}".removesuffix(".0") if isinstance(cell, float) else str(cell)


_TABLES: dict[Chart, tuple[Sequence[str], Callable[[HistoryView], Iterable[Sequence[Cell]]]]] = {
    Chart.DAYS: (("Day", "Minutes", "Sessions", "Day off"), _days),
    Chart.WEEKS: (("Week from", "Minutes", "Sessions"), _weeks),
    Chart.ANGLES: (("Day", "Left, degrees", "Right, degrees"), _angles),
    Chart.PAIN: (("Day", "Pain before, 0 to 10", "Pain after, 0 to 10"), _pain),
    Chart.DOSES: (("Muscle", "Left, minutes", "Right, minutes", "Goal, minutes"), _doses),
}
