"""Shows the sheet before it is printed, and asks how it is to be."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from supple.core.paper import Paper
from supple.ui.dialog import Overlay
from supple.ui.handout.preview import Preview
from supple.ui.handout.sheet import Sheet
from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets.button import Button
from supple.ui.widgets.segmented import Segmented

WIDTH = 660
_AROUND = 220
"""What the dialog has above and below the page, pixels."""
_HEIGHTS = (240, 520)
PLAN, PLAIN = "plan", "plain"
MakeSheet = Callable[[Paper, bool], Sheet]
"""The sheet on a paper; True: as the routine is written, for anybody."""


class HandoutDialog(Overlay):
    """``accepted`` means a PDF is wanted, ``print_asked`` paper."""

    print_asked = Signal()

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        make: MakeSheet,
        paper: Paper,
        *,
        doses: tuple[str, ...],
        note: str = "",
        printer: bool = False,
    ) -> None:
        """``doses``: of ``PLAN`` and ``PLAIN`` what there is to choose from, the first chosen.

        ``note``: something to know about it; ``printer``: whether there is one.
        """
        self._make = make
        self._plain, self._paper = doses[0] == PLAIN, paper
        self._sheet = make(paper, self._plain)
        name = self._sheet.content.title
        title = f"Print “{name}”" if printer else f"Save “{name}” as PDF"
        super().__init__(look, parent, title, WIDTH)
        self._page = 0
        row = QHBoxLayout()
        row.setSpacing(look.px(24))
        self.content.addLayout(row)
        self._preview = Preview(look, _height(parent, look))
        row.addWidget(self._preview, 0, Qt.AlignmentFlag.AlignTop)
        side = QVBoxLayout()
        side.setSpacing(look.px(4))
        row.addLayout(side, 1)
        self._pages = self._turner(look, side)
        self._choices(look, side, doses)
        if note:
            side.addWidget(Text(look, note, "small", "muted", wrap=True))
        side.addStretch(1)
        self._buttons(printer)
        self._show_page()

    @property
    def sheet(self) -> Sheet:
        """As it was chosen."""
        return self._sheet

    def first(self) -> QWidget | None:
        """The button that makes the file, or the one that prints."""
        return self._wanted

    def refit(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self._preview.set_height(_height(parent, self._look))

    def _choices(self, look: Look, side: QVBoxLayout, doses: tuple[str, ...]) -> None:
        side.addSpacing(look.px(8))
        side.addWidget(Text(look, "Paper", "small-strong"))
        papers = [(paper.value, paper.label) for paper in Paper]
        self.papers = Segmented(look, papers, self._paper.value, small=True, name="Paper")
        self.papers.chosen.connect(self._choose_paper)
        side.addWidget(self.papers)
        if len(doses) < 2:
            return
        side.addSpacing(look.px(8))
        side.addWidget(Text(look, "Made for", "small-strong"))
        kinds = [(PLAN, "Me, as my plan is"), (PLAIN, "Anybody")]
        self.doses = Segmented(look, kinds, doses[0], small=True, name="Made for")
        self.doses.chosen.connect(self._choose_doses)
        side.addWidget(self.doses)

    def _turner(self, look: Look, side: QVBoxLayout) -> Text:
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        self._earlier = Button(look, "Back", "ghost", "small", hint="Page before")
        self._later = Button(look, "Next", "ghost", "small", hint="Next page")
        self._earlier.clicked.connect(lambda: self._turn(-1))
        self._later.clicked.connect(lambda: self._turn(1))
        words = Text(look, role="small", token="muted")
        row.addWidget(words)
        row.addWidget(self._earlier)
        row.addWidget(self._later)
        row.addStretch(1)
        side.addLayout(row)
        return words

    def _buttons(self, printer: bool) -> None:
        kind = "secondary" if printer else "primary"
        self._wanted: QPushButton
        if printer:
            self._wanted = self.add_button("Print...", "primary", accepts=False)
            self._wanted.clicked.disconnect()
            self._wanted.clicked.connect(self._print)
        save = self.add_button("Save as PDF...", kind, accepts=True)
        if not printer:
            self._wanted = save
        self.add_button("Cancel", "secondary", accepts=False, key="Esc")

    def _print(self) -> None:
        self.dismiss()
        self.print_asked.emit()

    def _choose_paper(self, paper: str) -> None:
        self._paper = Paper(paper)
        self._show()

    def _choose_doses(self, doses: str) -> None:
        self._plain = doses == PLAIN
        self._show()

    def _turn(self, by: int) -> None:
        self._page += by
        self._show_page()

    def _show(self) -> None:
        self._sheet = self._make(self._paper, self._plain)
        self._page = min(self._page, len(self._sheet.pages) - 1)
        self._show_page()

    def _show_page(self) -> None:
        count = len(self._sheet.pages)
        self._preview.show_page(self._sheet, self._page)
        self._pages.setText(f"Page {self._page + 1} of {count}" if count > 1 else "One page")
        self._earlier.setVisible(count > 1)
        self._later.setVisible(count > 1)
        _open(self._earlier, self._page > 0, self._later)
        _open(self._later, self._page < count - 1, self._earlier)


def _height(parent: QWidget, look: Look) -> int:
    """Of the page, over a window like ``parent``."""
    low, high = _HEIGHTS
    return max(low, min(high, parent.height() - look.px(_AROUND)))


def _open(way: Button, on: bool, other: Button) -> None:
    """Let ``way`` be gone or not; with the focus on it, that goes to the ``other``."""
    if not on and way.hasFocus():
        other.setEnabled(True)
        other.setFocus(Qt.FocusReason.OtherFocusReason)
    way.setEnabled(on)
