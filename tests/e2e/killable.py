"""The real program in processes that may be killed, each started within milliseconds.

Run as a script, not by pytest. It imports the program once and forks: a line
of JSON on its input, {"argv": [...], "log": FILE, "speed": NUMBER}, starts the
program's own ``main`` in a child and answers with the child's number;
{"reap": NUMBER} waits for that child's end and answers with its code.

What a child changes of the program: its session's clock may run quicker, and
it writes a line into FILE once a session has begun and once a step has been
committed, so never before.
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import Any

from supple.play.clock import SystemClock
from supple.shell import app, guidance, main
from supple.store.history import History


def report(log: str) -> None:
    """Have each session begun and each step committed written into ``log``."""
    out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def write(kind: str, session: str, **values: object) -> None:
        line = {"kind": kind, "session": session, "at": time.monotonic(), **values}
        os.write(out, json.dumps(line).encode() + b"\n")

    open_session, add_step = History.open_session, History.add_step

    def opened(self: History, session: str, *args: Any, **options: Any) -> None:
        open_session(self, session, *args, **options)
        write("begun", session)

    def added(self: History, session: str, step: Any, *args: Any, **options: Any) -> str:
        row = add_step(self, session, step, *args, **options)
        write("step", session, id=row, side=step.side.value, held_s=step.held_s)
        return row

    History.open_session = opened  # type: ignore[method-assign]
    History.add_step = added  # type: ignore[method-assign]


def hasten(speed: float) -> None:
    """Let a session's clock run ``speed`` times as quick."""
    monotonic, wall = time.monotonic, time.time
    SystemClock.monotonic = lambda self: monotonic() * speed  # type: ignore[method-assign]
    SystemClock.wall = lambda self: wall() * speed  # type: ignore[method-assign]


def be_the_program(argv: list[str], log: str, speed: float) -> int:
    nothing = os.open(os.devnull, os.O_RDWR)
    errors = os.open(f"{log}.err", os.O_WRONLY | os.O_CREAT, 0o600)
    for descriptor, file in enumerate((nothing, nothing, errors)):
        os.dup2(file, descriptor)
    report(log)
    hasten(speed)
    return main.main(argv)


def serve() -> None:
    for line in sys.stdin:
        order = json.loads(line)
        if "reap" in order:
            answer = os.waitstatus_to_exitcode(os.waitpid(order["reap"], 0)[1])
        else:
            answer = os.fork()
            if not answer:
                os._exit(be_the_program(**order))
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    assert app.run
    assert guidance.Guidance
    serve()
