"""The words of one stretch, as texts of a column. Lengths in points."""

from __future__ import annotations

from dataclasses import dataclass

from supple.core.handout import AVOID, CARE, FEEL, FINISH, Entry
from supple.ui.handout import text as kinds
from supple.ui.handout.block import Stack
from supple.ui.handout.text import Edge, Fonts, Type

APART = 3.0
"""Between two parts."""
INDENT = 13.5
"""The numbers of the steps."""
_MARK = Type(9.5, 13.2, 600, kinds.SOFT)


def words(entry: Entry, fonts: Fonts, width: float) -> Stack:
    """How much, which leg first, the steps, and apart from them how to come out of it."""
    stack, indent = Stack(), INDENT * fonts.scale
    stack.add(fonts.text(entry.dose, kinds.DOSE, width))
    if entry.order:
        stack.add(fonts.text(entry.order, kinds.BODY, width))
    edge = Edge(width, indent)
    for number, step in enumerate(entry.steps, 1):
        text = fonts.marked(f"{number}.", _MARK, step, kinds.BODY, edge)
        stack.add(text, gap=4.0 if number == 1 else 0.8)
    if entry.finish:
        label = fonts.text(FINISH, kinds.STRONG, width)
        out = Edge(width, label.width + 9 * fonts.scale)
        stack.add(fonts.marked(FINISH, kinds.STRONG, entry.finish, kinds.BODY, out), gap=APART)
    return stack


@dataclass(frozen=True, slots=True)
class Part:
    """Something to know beside the steps."""

    label: str
    """"" for small print."""
    lines: tuple[str, ...]

    def column(self, fonts: Fonts, width: float) -> Stack:
        """Its lines, one below the other."""
        stack = Stack()
        if not self.label:
            for line in self.lines:
                stack.add(fonts.text(line, kinds.SOURCE, width))
            return stack
        labels = [fonts.text(label, kinds.STRONG, width) for label in (FEEL, AVOID, CARE)]
        indent = max(label.width for label in labels) + 9 * fonts.scale
        edge = Edge(width, indent)
        for number, line in enumerate(self.lines):
            if number == 0:
                stack.add(fonts.marked(self.label, kinds.STRONG, line, kinds.BODY, edge))
            else:
                text = fonts.text(line, kinds.BODY, width - indent)
                stack.add(text, gap=1.0, indent=indent)
        return stack


def parts(entry: Entry) -> tuple[Part, ...]:
    """Everything to know beside the steps, the first the most wanted."""
    care = (*entry.cautions, *([entry.leave_out] if entry.leave_out else []))
    every = (
        Part(FEEL, (entry.feel,) if entry.feel else ()),
        Part(AVOID, (entry.avoid,) if entry.avoid else ()),
        Part(CARE, care),
        Part("", (entry.source,) if entry.source else ()),
    )
    return tuple(part for part in every if part.lines)
