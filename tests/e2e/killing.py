"""Kills the real program at random instants, starts on what is left, and judges what it finds.

Used by ``test_crash.py`` and by ``bench/crash.py``. Every session's clock runs ``SPEED`` times as
quick, so that several steps end within the second or two a program lives; all else is as it is.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from supple.core.ended import Ended
from supple.core.record import SessionRecord
from supple.store.opening import open_history
from supple.store.paths import Paths

SPEED = 12.0
LONGEST_S = 1.5
"""Longest life of a program after its start, or after its session has begun."""
STARTING = 0.2
"""Share of the kills whose instant is counted from the start, and not from the session's."""
LANES = 4
"""Programs at once, each with a profile of its own; they mostly wait."""
PATIENCE_S = 20.0
SLACK_S = 0.1
"""By how much the clock of the rows and that of the session may be read apart."""
ID = "kill"
ROUTINE = {
    "format": 1,
    "stretches": [
        {
            "id": ID,
            "name": "Hold",
            "position": "seated",
            "sides": "each",
            "difficulty": 1,
            "setup": ["Sit."],
            "hold_cue": "Lean.",
            "release_cue": "Up.",
            "switch_cue": "Now the {side} leg.",
            "dose": {"hold_s": 1, "prepare_s": 3, "switch_s": 3, "rest_s": 0, "sets": 20},
            "source": [{"document": "general practice"}],
        }
    ],
    "routines": [
        {
            "id": ID,
            "name": "Kill",
            "steps": [{"stretch": ID}],
            "source": [{"document": "general practice"}],
        }
    ],
}


@dataclass(frozen=True)
class Mark:
    """What a program wrote down after it was committed."""

    kind: str
    """begun or step"""
    session: str
    at: float
    """In seconds of ``time.monotonic``."""
    id: str = ""
    side: str = ""
    held_s: float = 0.0


@dataclass
class Tally:
    """What came of many kills."""

    kills: int = 0
    begun: int = 0
    """Kills after a session had begun."""
    steps: int = 0
    """Steps said to be committed."""
    unsaid: int = 0
    """Steps kept of which the program had no time left to say so."""
    faults: list[str] = field(default_factory=list)


class Nursery:
    """Makes programs; see ``killable.py``."""

    def __init__(self) -> None:
        script = Path(__file__).with_name("killable.py")
        self._lock = threading.Lock()
        self._process = subprocess.Popen(
            [sys.executable, str(script)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            text=True,
        )

    def start(self, argv: Sequence[str], log: Path) -> int:
        """The number of a process that runs the program with ``argv``."""
        return self._ask(argv=[*argv], log=str(log), speed=SPEED)

    def reap(self, pid: int) -> int:
        """Wait for a program's end; its exit code, or minus the signal that ended it."""
        # Others must not wait for this answer: the process is all but gone when asked for.
        return self._ask(reap=pid)

    def _ask(self, **order: object) -> int:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with self._lock:
            self._process.stdin.write(json.dumps(order) + "\n")
            self._process.stdin.flush()
            return int(self._process.stdout.readline())

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()


class Lane:
    """One profile, in which one program after the other is killed."""

    def __init__(self, nursery: Nursery, folder: Path, seed: str) -> None:
        self._nursery = nursery
        self._folder = folder
        self._chance = random.Random(seed)
        self._paths = Paths.of(folder / "profile")
        self._kept: dict[str, SessionRecord] = {}
        self.tally = Tally()
        folder.mkdir(parents=True)
        (folder / "kill.json").write_text(json.dumps(ROUTINE))

    def run(self, kills: int) -> Tally:
        for number in range(kills):
            log = self._folder / f"{number}.log"
            starting = self._chance.random() < STARTING
            after = self._chance.uniform(0.0, LONGEST_S)
            pid = self._nursery.start(self._argv, log)
            begun = starting or is_written(log)
            time.sleep(after)
            os.kill(pid, signal.SIGKILL)
            killed = time.monotonic()
            code = self._nursery.reap(pid)
            self.tally.kills += 1
            if not begun:
                self.tally.faults.append(f"the session did not begin: {last_words(log)}")
                return self.tally
            if code != -signal.SIGKILL:
                self.tally.faults.append(f"the program left with {code}: {last_words(log)}")
            when = f"killed {after:.3f} s into its {'start' if starting else 'session'}"
            self._judge(marks(log), killed, when)
        return self.tally

    @property
    def _argv(self) -> tuple[str, ...]:
        profile, routines = str(self._folder / "profile"), str(self._folder / "kill.json")
        return ("--profile", profile, "--routines", routines, "--start", ID, "--mute")

    def _judge(self, said: list[Mark], killed: float, when: str) -> None:
        """Start on what is left, as the program does, and look at every session there is."""
        opened = open_history(self._paths, mend=True)
        try:
            now = {session.id: session for session in opened.history.sessions()}
            told_s = sum(held for _, held, *_ in opened.history.day_totals())
        finally:
            opened.history.close()
        new = [session for id_, session in now.items() if id_ not in self._kept]
        faults = verdict(said, new, killed)
        if opened.recovered or opened.failed or opened.taken_in:
            faults.append("the next start took the file for a damaged one")
        # One in which nothing was held yet is ended as well, and then left out.
        if [record.id for record in opened.repaired if record.held_s] != [one.id for one in new]:
            faults.append("the next start repaired another session")
        if any(now.get(id_) != session for id_, session in self._kept.items()):
            faults.append("an earlier session was changed")
        if abs(told_s - sum(session.held_s for session in now.values())) > 1e-6:
            faults.append("the day's total is not that of its steps")
        faults += damage(self._paths.history_db)
        steps = [mark for mark in said if mark.kind == "step"]
        self.tally.begun += any(mark.kind == "begun" for mark in said)
        self.tally.steps += len(steps)
        self.tally.unsaid += sum(len(session.steps) for session in new) - len(steps)
        self.tally.faults += [f"{when}: {fault}" for fault in faults]
        self._kept = now


def is_written(file: Path) -> bool:
    """Whether something comes to stand in ``file``; waits for it."""
    end = time.monotonic() + PATIENCE_S
    while not (found := file.exists() and file.stat().st_size > 0) and time.monotonic() < end:
        time.sleep(0.01)
    return found


def last_words(log: Path) -> str:
    """The end of what a program complained about."""
    errors = Path(f"{log}.err")
    return errors.read_text(errors="replace").strip()[-400:] if errors.exists() else ""


def marks(log: Path) -> list[Mark]:
    """Everything a program said; nothing where it was killed before it could."""
    lines = log.read_text().splitlines() if log.exists() else []
    values: list[dict[str, Any]] = [json.loads(line) for line in lines]
    return [Mark(**value) for value in values]


def verdict(said: list[Mark], new: list[SessionRecord], killed: float) -> list[str]:
    """What is wrong with the sessions found ``new`` after a kill, in words."""
    if not new and not sum(mark.held_s for mark in said if mark.kind == "step"):
        # A session in which nothing was held yet is not kept.
        return []
    if len(new) != 1:
        return [f"{len(new)} sessions were kept of one"]
    (session,) = new
    faults = []
    if said and session.id != said[0].session:
        faults.append("another session was kept")
    if session.ended is not Ended.CRASHED:
        faults.append(f"it ended as {session.ended}, not as crashed")
    told = [(mark.side, mark.held_s) for mark in said if mark.kind == "step"]
    kept = [(step.side.value, step.held_s) for step in session.steps]
    if kept[: len(told)] != told:
        faults.append(f"finished steps are lost: {told} was committed, {kept} is there")
    if len(kept) > len(told) + 1:
        faults.append(f"steps are there that nobody finished: {kept} for {told}")
    return faults + credit(said, session, killed)


def credit(said: list[Mark], session: SessionRecord, killed: float) -> list[str]:
    """Whether more was credited than anybody can have held."""
    faults = []
    before, held = session.started_at, 0.0
    for step in session.steps:
        assert step.ended_at is not None
        took = (step.ended_at - before).total_seconds()
        if step.held_s > (took + SLACK_S) * SPEED:
            faults.append(f"{step.held_s} s were credited for {took * SPEED:.2f} s")
        if step.held_s > step.planned_s:
            faults.append(f"{step.held_s} s were credited for {step.planned_s} s planned")
        before, held = step.ended_at, held + step.held_s
    if said and held > (killed - said[0].at + SLACK_S) * SPEED:
        faults.append(f"{held} s were credited for all of {(killed - said[0].at) * SPEED:.2f} s")
    if abs(session.held_s - held) > 1e-9:
        faults.append("the session's seconds are not those of its steps")
    if session.ended_at is None or session.ended_at > before:
        faults.append("the session ended later than the last that is known of it")
    return faults


def damage(file: Path) -> list[str]:
    """What SQLite's full check finds."""
    if not file.exists():
        return []
    base = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)
    try:
        rows = [str(row[0]) for row in base.execute("PRAGMA integrity_check")]
        rows += [f"foreign key: {row}" for row in base.execute("PRAGMA foreign_key_check")]
    finally:
        base.close()
    return [row for row in rows if row != "ok"]


def kill(folder: Path, kills: int, seed: str = "1") -> Tally:
    """Kill programs ``kills`` times in profiles below ``folder``; nothing there is removed."""
    nursery = Nursery()
    shares = [kills // LANES + (lane < kills % LANES) for lane in range(LANES)]
    try:
        lanes = [Lane(nursery, folder / str(n), f"{seed}-{n}") for n in range(LANES)]
        with ThreadPoolExecutor(LANES) as pool:
            tallies = list(pool.map(Lane.run, lanes, shares))
    finally:
        nursery.close()
    return Tally(
        kills=sum(tally.kills for tally in tallies),
        begun=sum(tally.begun for tally in tallies),
        steps=sum(tally.steps for tally in tallies),
        unsaid=sum(tally.unsaid for tally in tallies),
        faults=[fault for tally in tallies for fault in tally.faults],
    )
