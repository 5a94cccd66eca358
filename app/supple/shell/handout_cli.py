"""``supple handout ID -o FILE.pdf``: a routine as a sheet to print."""

from __future__ import annotations

import os

from supple.core import labels
from supple.core.handout import Handout
from supple.core.paper import Paper
from supple.core.problem import UserError
from supple.shell.at_terminal import deps_once, may_replace
from supple.shell.deps import Deps
from supple.shell.handout import CREATOR, content_of, make_sheet, paper_here
from supple.shell.options import FINE, MENDABLE, Options
from supple.shell.shelf import check_id
from supple.store.export import write

ENDING = ".pdf"


def run(options: Options) -> int:
    """Write the file. Raises UserError for what the person can mend."""
    output = options.output
    if output is None:
        raise UserError("Say which file it is to be, such as: -o sheet.pdf")
    if output.suffix.lower() not in ("", ENDING):
        raise UserError(f"{output} is to end in {ENDING}: a sheet is a PDF.")
    if not may_replace(output, yes=options.yes):
        return MENDABLE
    with deps_once(options) as deps:
        check_id(deps.library, options.id)
        data, pages = _pdf(deps, _content(deps, options), options.paper)
    write(output, data)
    print(f"{output}: {labels.plural(pages, 'page')}")
    return FINE


def _content(deps: Deps, options: Options) -> Handout:
    try:
        return content_of(deps, options.id, plain=options.plain)
    except UserError as error:
        raise UserError(
            f"{error}\nWith --plain the sheet is made as the routine is written."
        ) from error


def _pdf(deps: Deps, content: Handout, paper: str) -> tuple[bytes, int]:
    """The file, and how many pages it has."""
    from PySide6.QtGui import QGuiApplication

    from supple.shell.resources import open_figures, read_resource
    from supple.ui import fonts
    from supple.ui.handout.pdf import to_pdf

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication.instance() or QGuiApplication(["supple"])
    family = fonts.load(read_resource(fonts.FILE))
    where = Paper(paper) if paper else paper_here()
    sheet = make_sheet(deps, content, where, family, open_figures(deps.paths))
    data = to_pdf(sheet, CREATOR)
    del app  # it had to live while there was painting
    return data, len(sheet.pages)
