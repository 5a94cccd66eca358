"""Feeds damaged files to what reads them in the real program, and judges what comes of it.

Used by ``test_mutants.py`` and by ``bench/fire.py``. A reader may refuse with the error it
documents. Anything else it raises is a fault, and so is any change of what was there before.
"""

from __future__ import annotations

import json
import shutil
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import mutants
from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from supple.core.assessment import Assessment, Check
from supple.core.comparison import compare
from supple.core.contents import Contents
from supple.core.day_off import DayOff, Off
from supple.core.ended import Ended
from supple.core.problem import UserError
from supple.core.record import SessionRecord, StepRecord
from supple.core.routine import RoutineStep, Side
from supple.core.routine_writing import document_values, text_of
from supple.core.settings import Settings, to_values
from supple.core.step_kind import StepKind
from supple.core.taking_in import settle
from supple.core.timeline import build_timeline
from supple.figure.photo import encode, read_photo
from supple.figure.port import FigureView
from supple.shell.resources import open_figures
from supple.shell.sharing import make_share, meet_here, open_share, shipped, take_in
from supple.store.assets import asset
from supple.store.export import to_json
from supple.store.opening import open_history
from supple.store.own_library import OwnLibrary
from supple.store.paths import Paths
from supple.store.reading_in import read_file
from supple.store.settings import SettingsFile
from supple.store.share_writing import share_bytes

MOST_FAULTS = 20


@dataclass
class Tally:
    """What came of the files of one kind."""

    files: int = 0
    taken: int = 0
    """Those something could be read of; the others were refused, or told as broken."""
    faults: list[str] = field(default_factory=list)


class Home:
    """A profile with a library, settings, figures and a history of the person's own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.paths = Paths.of(folder / "profile")
        self.own = OwnLibrary(self.paths.routines_dir, asset("routines.json"))
        march = json.loads(asset("resources/figures/march.json").read_bytes())
        self.pose = json.dumps({**march, "id": "own-march"}).encode()
        picture = QImage(40, 30, QImage.Format.Format_RGB32)
        picture.fill(QColor("teal"))
        self.photo = read_photo(encode(picture))
        usual = shipped().stretches["wall-supine"]
        mine = replace(usual, id="mine", name="Mine", figure="own-march")
        seen = replace(usual, id="seen", name="Seen", figure="own-seen")
        routine = next(iter(shipped().routines.values()))
        steps = (RoutineStep("mine"), RoutineStep("seen"))
        self.stretches = (mine, seen)
        self.routines = (replace(routine, id="evening", name="Evening", steps=steps),)
        figures = {"own-march.json": self.pose, "own-seen.png": self.photo}
        self.own.put_all(self.stretches, self.routines, figures)
        SettingsFile(self.paths.settings_file).save(Settings(skin=1))
        opened = open_history(self.paths)
        opened.history.take_in(practice())
        self.rows = opened.history.everything()
        opened.history.close()

    def files(self) -> dict[str, bytes]:
        """Everything of the person's by its path."""
        found = (path for path in sorted(self.folder.rglob("*")) if path.is_file())
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in found}


@dataclass(frozen=True)
class Kind:
    """One kind of file. ``feed`` says whether something was taken; it raises nothing."""

    name: str
    bases: tuple[bytes, ...]
    kinds: tuple[mutants.Mutation, ...]
    feed: Callable[[bytes], bool]


def practice() -> Contents:
    """A few evenings, a check and a day off."""
    sessions = []
    for day in range(4):
        at = datetime(2026, 3, 2 + day, 18, tzinfo=UTC)
        steps = tuple(
            StepRecord(StepKind.HOLD, "mine", side, 1, 30.0, 28.5, True, False, f"{day}{side}", end)
            for side, end in ((Side.LEFT, at), (Side.RIGHT, at + timedelta(minutes=1)))
        )
        session = SessionRecord(f"s{day}", "evening", "Evening", at, Ended.FINISHED, steps)
        sessions.append(replace(session, ended_at=at + timedelta(minutes=2), changed_at=at))
    at = datetime(2026, 3, 1, 9, tzinfo=UTC)
    check = Assessment("check", Check.LEG_RAISE, at, 61.0, 58.5, changed_at=at)
    day_off = DayOff("rest", at.date(), Off.REST, changed_at=at)
    return Contents(tuple(sessions), (check,), (day_off,))


def kinds_of(home: Home) -> tuple[Kind, ...]:
    """Every kind of file somebody else may have written."""
    mine = text_of(document_values(home.stretches, home.routines)).encode()
    share = share_bytes(make_share(home.own.load(), home.own.figures, ["evening"], "For you"))
    settings = json.dumps(to_values(Settings(skin=2, break_times=("07:00 rising",)))).encode()
    figures = (home.pose, _figure("partner-raise"), _figure("wall-supine"))
    photos = (home.photo, *(_image(kind) for kind in ("PNG", "JPG", "BMP")))
    rows = to_json(home.rows).encode()
    return (
        Kind("routine files", (mine, asset("routines.json").read_bytes()), mutants.TEXTS,
             lambda data: _routines(home, data)),
        Kind("shared files", (share,), mutants.ARCHIVES, lambda data: _share(home, data)),
        Kind("settings files", (settings,), mutants.TEXTS, lambda data: _settings(home, data)),
        Kind("history imports", (rows,), mutants.TEXTS, lambda data: _history(home, data)),
        Kind("drawn figures", figures, mutants.TEXTS, lambda data: _drawn(home, data, "json")),
        Kind("images", photos, mutants.BYTES, lambda data: _drawn(home, data, "png")),
    )  # fmt: skip


def feed(home: Home, kind: Kind, files: int, seed: int = 1) -> Tally:
    """Feed so many damaged files of one kind."""
    tally = Tally()
    before = home.files()
    for number in range(files):
        data = mutants.mutant(seed * 1_000_003 + number, kind.bases, kind.kinds)
        try:
            tally.taken += kind.feed(data)
        except Exception:
            tally.faults.append(f"{kind.name} {seed}/{number}: {traceback.format_exc()[-900:]}")
        tally.files += 1
        if (after := home.files()) != before:
            changed = [name for name in {*before, *after} if before.get(name) != after.get(name)]
            tally.faults.append(f"{kind.name} {seed}/{number}: it changed {changed}")
            before = after
        if len(tally.faults) >= MOST_FAULTS:
            break
    return tally


def _figure(name: str) -> bytes:
    found = asset(f"resources/figures/{name}.json")
    values = json.loads(found.read_bytes())
    return json.dumps({**values, "id": "own-fed"}).encode()


def _image(kind: str) -> bytes:
    made = QImage(64, 48, QImage.Format.Format_RGB32)
    made.fill(QColor("orange"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert made.save(buffer, kind)
    return bytes(buffer.data().data())


def _routines(home: Home, data: bytes) -> bool:
    """In the person's folder beside their own; whatever is read of it can be played."""
    path = home.paths.routines_dir / "zz-fed.json"
    path.write_bytes(data)
    try:
        library = home.own.load()
        known = library.catalogue
        assert all(known.stretches.get(one.id) == one for one in home.stretches), "mine is another"
        assert all(known.routines.get(one.id) == one for one in home.routines), "mine is another"
        came = [id_ for id_, origin in library.origin.items() if origin == str(path)]
        assert came or library.broken, "it was neither read nor told"
        for broken in library.broken:
            assert all(str(problem).strip() for problem in broken.problems)
        for id_ in came:
            if id_ in known.routines:
                assert build_timeline(known.routines[id_], known).total_s > 0
        return bool(came)
    finally:
        path.unlink()


def _share(home: Home, data: bytes) -> bool:
    path = home.folder / "fed.supple"
    path.write_bytes(data)
    try:
        undo = take_in(home.own, settle(meet_here(open_share(path), home.own.load(), home.own)))
    except UserError as error:
        return _refused(error)
    finally:
        path.unlink()
    home.own.restore(undo)
    return True


def _settings(home: Home, data: bytes) -> bool:
    """In the place of the person's: read with repair, and kept aside where it cannot be."""
    file = SettingsFile(home.paths.settings_file)
    before = file.path.read_bytes()
    file.path.write_bytes(data)
    aside = None
    try:
        settings, problems = file.load()
        assert file.path.read_bytes() == data, "reading changed it"
        aside = file.save(settings)
        assert aside is None or aside.read_bytes() == data, "it was not kept as it was"
        again, left = file.load()
        assert (again, left) == (settings, ()), "what was saved is read as something else"
        return aside is None and not problems
    finally:
        if aside is not None:
            aside.unlink()
        file.path.write_bytes(before)


def _history(home: Home, data: bytes) -> bool:
    path = home.folder / "fed.json"
    path.write_bytes(data)
    try:
        theirs = read_file(path)
    except UserError as error:
        return _refused(error)
    finally:
        path.unlink()
    found = compare(home.rows, theirs)
    assert found.lines()
    if not found.adds:
        return True
    with TemporaryDirectory() as folder:
        paths = Paths.of(Path(folder))
        paths.history_db.parent.mkdir(parents=True)
        shutil.copyfile(home.paths.history_db, paths.history_db)
        history = open_history(paths).history
        try:
            history.take_in(found.new, keep_ours=True)
            after = history.everything()
        except UserError as error:
            after = history.everything()
            assert after == home.rows, "a part was taken in"
            return _refused(error)
        finally:
            history.close()
    mine = {row.id for row in home.rows.sessions}
    assert tuple(row for row in after.sessions if row.id in mine) == home.rows.sessions
    return True


def _refused(error: UserError) -> bool:
    """That nothing was taken; it has to be said why."""
    assert str(error).strip(), "refused without a word"
    return False


def _drawn(home: Home, data: bytes, ending: str) -> bool:
    """In the person's folder of figures: drawn, or left out with words in its place."""
    path = home.paths.routines_dir / "figures" / f"own-fed.{ending}"
    path.write_bytes(data)
    try:
        figures = open_figures(home.paths)
        figures.set_words(lambda _figure: "Mine")
        canvas = QImage(160, 120, QImage.Format.Format_RGB32)
        canvas.fill(QColor("white"))
        painter = QPainter(canvas)
        try:
            for phase in (0.0, 1.0):
                figures.paint(painter, QRectF(0, 0, 160, 120), FigureView("own-fed", phase=phase))
        finally:
            painter.end()
        figures.description("own-fed")
        return figures.drawing("own-fed") is not None or figures.image("own-fed") is not None
    finally:
        path.unlink()
