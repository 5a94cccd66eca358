"""What every test run has in common. Qt is not imported here: the core's tests run without it."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Generator, Iterator, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import FrameType, ModuleType

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1")

settings.register_profile("ci", derandomize=True, max_examples=50, deadline=None)
settings.register_profile("dev", deadline=None)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev")
)


class _NoQt(MetaPathFinder):
    """Makes PySide6 unimportable, as on a machine that does not have it."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.split(".")[0] in {"PySide6", "shiboken6"}:
            raise ModuleNotFoundError(f"{fullname} is out of reach in this run", name=fullname)
        return None


if os.environ.get("SUPPLE_TEST_WITHOUT_QT"):
    sys.meta_path.insert(0, _NoQt())


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Keep the settings of pytest-qt known where the plugin is off or absent."""
    if not pluginmanager.hasplugin("pytest-qt"):
        absent = "a setting of pytest-qt, which is not loaded"
        parser.addini("qt_api", absent)
        parser.addini("qt_log_level_fail", absent)
        parser.addini("qt_log_ignore", absent, type="linelist")


LACKS = "needs the package"
"""Begins the reason of a test that is skipped for want of a program."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where `./dev` has installed what the tests need, none is skipped for want of it."""
    report = yield
    if report.skipped and os.environ.get("SUPPLE_TEST_TOOLS") == "required":
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else ""
        if LACKS in reason:
            report.outcome = "failed"
            report.longrepr = f"{reason}, and it was to be installed before the tests"
    return report


def pytest_sessionstart(session: pytest.Session) -> None:
    """Let Ctrl+C end the run after the test that runs; a second time it ends at once.

    The error that it is otherwise ends the run with a crash where Qt calls Python, or is lost.
    """

    def on_ctrl_c(_number: int, _frame: FrameType | None) -> None:
        session.shouldstop = "Ctrl+C"
        signal.signal(signal.SIGINT, signal.default_int_handler)

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, on_ctrl_c)


@pytest.fixture
def no_signal_ignored() -> Iterator[None]:
    """The same signals wherever the tests run: ``nohup`` and a shell's ``&`` leave some out."""
    kept = {
        one: signal.signal(one, signal.SIG_DFL)
        for one in (
            signal.Signals[name]
            for name in ("SIGTERM", "SIGHUP", "SIGINT")
            if hasattr(signal, name)
        )
        if signal.getsignal(one) is signal.SIG_IGN
    }
    yield
    while kept:
        signal.signal(*kept.popitem())


def pytest_sessionfinish() -> None:
    """Nobody waits for a test any more."""
    if signal.getsignal(signal.SIGINT) not in (signal.SIG_IGN, signal.SIG_DFL):
        signal.signal(signal.SIGINT, signal.default_int_handler)


# Python would look for garbage in any thread, and a timer of Qt's that goes in another than its
# own ends the whole run later. ``shell.sweeping`` sees to that in the program.
gc.set_threshold(0)


def pytest_runtest_logfinish() -> None:
    """Look for garbage between the tests instead."""
    new, young, old = gc.get_count()
    if new > 700:
        gc.collect(0 if young < 10 else 1 if old < 10 else 2)


def _left_behind() -> list[str]:
    """What a test left on the screen that all share; it is put away, or each after it fails too."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QWidget

    if not isinstance(QApplication.instance(), QApplication):
        return []
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    found = [f"{w!r} on the screen" for w in QApplication.topLevelWidgets() if w.isVisible()]
    for window in QApplication.topLevelWidgets():
        window.hide()
        if window.parent() is None:
            # A new theme would dress it all again in every later test.
            window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    grabber = QWidget.mouseGrabber()
    if grabber is not None:
        found.append(f"a grab of the mouse by {grabber!r}")
        grabber.releaseMouse()
    while QApplication.overrideCursor() is not None:
        found.append("a pointer of its own")
        QApplication.restoreOverrideCursor()
    for button in Qt.MouseButton:
        if button and button in QApplication.mouseButtons():
            found.append(f"{button} pressed")
            QTest.mouseRelease(QWidget(), button)
    return found


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(nextitem: pytest.Item | None) -> Generator[None, None, None]:
    """No test may leave anything that another, much later, would fail of."""
    yield
    left = _left_behind()
    assert not left, f"the test left behind {', '.join(left)}"


@pytest.fixture(scope="session", autouse=True)
def _folders_of_their_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test may read or write the history and settings of whoever runs it."""
    with pytest.MonkeyPatch.context() as patch:
        for kind in ("DATA", "CONFIG", "STATE", "CACHE"):
            folder = tmp_path_factory.mktemp(f"xdg-{kind.lower()}")
            patch.setenv(f"XDG_{kind}_HOME", str(folder))
        yield
