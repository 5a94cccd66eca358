"""Check that only Qt modules are imported that are small and free to pass on.

Everything outside PySide6_Essentials would add hundreds of megabytes to an
installation, and several modules of the other packages may only be passed on
under the GPL. Import contracts cannot look inside a foreign package, hence
this check of its own.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

# In PySide6_Essentials and under the LGPL.
ALLOWED = frozenset(
    {
        "QtConcurrent",
        "QtCore",
        "QtDBus",
        "QtGui",
        "QtOpenGL",
        "QtOpenGLWidgets",
        "QtPrintSupport",
        "QtSql",
        "QtSvg",
        "QtSvgWidgets",
        "QtTest",
        "QtWidgets",
        "QtXml",
    }
)
# To be had under the GPL or bought, never under the LGPL: with one of them the whole of Supple
# could only be passed on under the GPL. After the list in Qt 6's documentation of its licensing.
GPL_ONLY = frozenset(
    {
        "QtCharts",
        "QtCoap",
        "QtDataVisualization",
        "QtGraphs",
        "QtGraphsWidgets",
        "QtGrpc",
        "QtHttpServer",
        "QtLottie",
        "QtMqtt",
        "QtNetworkAuth",
        "QtProtobuf",
        "QtQuick3D",
        "QtQuick3DPhysics",
        "QtQuickTimeline",
        "QtShaderTools",
        "QtVirtualKeyboard",
        "QtWaylandCompositor",
    }
)
# Supple has no network code.
NETWORK = frozenset({"QtNetwork", "QtWebEngineCore", "QtWebEngineWidgets", "QtWebSockets"})


def qt_modules(source: str) -> Iterator[tuple[int, str]]:
    """Line and name of every PySide6 module that the source imports."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            module = node.module or ""
            names = [f"{module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            package, _, rest = name.partition(".")
            if package == "PySide6" and rest:
                yield node.lineno, rest.split(".")[0]


def problems(root: Path) -> list[str]:
    """Every forbidden Qt import under `app/`, one line each."""
    return [
        f"{path.relative_to(root).as_posix()}:{line}: {name} {_reason(name)}"
        for path in sorted((root / "app").rglob("*.py"))
        for line, name in qt_modules(path.read_text(encoding="utf-8"))
        if name not in ALLOWED and not name.startswith("__")
    ]


def _reason(name: str) -> str:
    if name in GPL_ONLY:
        return "may only be passed on under the GPL"
    if name in NETWORK:
        return "speaks to the network, and Supple does not"
    return "is outside what Supple depends on"


def main() -> int:
    found = problems(Path.cwd())
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
