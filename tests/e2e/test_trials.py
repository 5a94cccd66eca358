"""The real program where something is missing, refuses, or goes away in the middle of a session.

Each time it guides on, says so once, and loses nothing. ``docs/trials.md`` lists all trials.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    import trying as tried

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them"),
]
Run = Callable[..., "tried.Program"]
ROUNDS, AT_ONCE = 2, 5
SESSION = ("--start", "trial", "--quit-when-done")
QUIET = ("--mute", *SESSION)
HUSHED = "No sound output can be opened. The words stay on the screen."
REFUSING_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir={folder}</listen><auth>EXTERNAL</auth>
<policy context="default"><deny send_destination="*"/><deny own="*"/>
<allow send_destination="org.freedesktop.DBus" send_member="Hello"/></policy></busconfig>
"""
LOCK = """
import sqlite3, sys
base = sqlite3.connect(sys.argv[1], isolation_level=None)
base.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def run() -> Iterator[Run]:
    """Starts programs, and sees to it that none is left."""
    import trying

    with ExitStack() as stack:

        def start(place: tried.Place, env: dict[str, str], *words: str, **more: Any) -> Any:
            program = trying.Program(place, env, *words, **more)
            stack.callback(program.stop)
            return program

        yield start


@pytest.fixture
def place(tmp_path: Path) -> tried.Place:
    import trying

    made = trying.Place(tmp_path / "place")
    made.folder.mkdir()
    made.fill()
    return made


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[tried.Disk]:
    import trying

    if trying.lacks("unshare", "nsenter"):
        pytest.skip("needs the package util-linux")
    (tmp_path / "place").mkdir()
    try:
        made = trying.Disk(tmp_path / "place")
    except OSError:
        pytest.skip("nobody may mount a disk of their own here")
    trying.Place(made.seen).fill()
    yield made
    made.close()


@pytest.fixture
def small(disk: tried.Disk) -> tried.Place:
    """The place on a small disk."""
    import trying

    return trying.Place(disk.folder, disk.way)


def test_without_sound_bus_tray_or_display_it_guides_and_says_so_once(
    place: tried.Place, run: Run
) -> None:
    import trying

    env = trying.environ()
    program = run(place, env, *SESSION)
    program.assert_guided()
    assert program.told() == [HUSHED]
    ((session,), told) = place.next_start(env)
    assert trying.whole(session)
    assert told == []


def test_a_bus_that_refuses_everything_is_done_without(
    place: tried.Place, run: Run, tmp_path: Path
) -> None:
    import trying

    if trying.lacks("dbus-daemon"):
        pytest.skip("needs the package dbus")
    config = tmp_path / "bus.conf"
    config.write_text(REFUSING_BUS.format(folder=tmp_path))
    with subprocess.Popen(
        ["dbus-daemon", "--nofork", "--print-address", f"--config-file={config}"],
        stdout=subprocess.PIPE,
        text=True,
    ) as bus:
        assert bus.stdout is not None
        address = bus.stdout.readline().strip()
        env = trying.environ(DBUS_SESSION_BUS_ADDRESS=address, DBUS_SYSTEM_BUS_ADDRESS=address)
        program = run(place, env, *QUIET)
        program.assert_guided()
        bus.terminate()
    assert program.told() == []
    ((session,), _) = place.next_start(env)
    assert trying.whole(session)


def test_in_a_home_that_cannot_be_written_it_guides_and_says_what_is_not_kept(
    disk: tried.Disk, small: tried.Place, run: Run
) -> None:
    import trying

    disk.do(f"mount -o remount,ro '{disk.folder}'")
    program = run(small, trying.environ(), *QUIET)
    program.assert_guided()
    told = program.told()
    assert told[0].startswith("Your history cannot be opened. Sessions still work.")
    assert "Read-only file system" in told[0]
    # Once while it goes on, once at its end: in the same place, where it is read afterwards.
    assert [text.split(".")[0] for text in told[1:3]] == ["This session cannot be saved"] * 2
    assert told[3:] == [told[-1]]
    assert told[-1].startswith("The settings cannot be saved")


def test_a_history_that_cannot_be_written_costs_the_history_alone(
    disk: tried.Disk, small: tried.Place, run: Run
) -> None:
    import trying

    env = trying.environ()
    run(small, env, *QUIET).assert_guided()
    data = f"{disk.folder}/profile/data"
    disk.do(f"mount --bind '{data}' '{data}' && mount -o remount,bind,ro '{data}'")
    program = run(small, env, *QUIET)
    program.assert_guided()
    assert "Sessions still work" in program.told()[0]
    assert len([text for text in program.told() if "history" in text.lower()]) <= 3
    disk.do(f"umount '{data}'")
    ((session,), told) = small.next_start(env)
    assert trying.whole(session)
    assert told == []


def test_a_disk_that_is_full_from_the_start_stops_nobody(
    disk: tried.Disk, small: tried.Place, run: Run
) -> None:
    import trying

    disk.fill()
    program = run(small, trying.environ(), *QUIET)
    program.assert_guided()
    assert program.errors() == ""
    assert "The disk is full" in program.told()[0]
    settings = (disk.seen / "profile" / "config" / "settings.json").read_text()
    assert settings == trying.json.dumps(trying.SETTINGS)
    assert [path for path in disk.seen.rglob("*") if path.suffix == ".new"] == []


@pytest.mark.parametrize("freed", [True, False], ids=["for-a-while", "to-the-end"])
def test_a_disk_that_fills_up_in_a_session_costs_nothing_of_it(
    disk: tried.Disk, small: tried.Place, run: Run, freed: bool
) -> None:
    import trying

    env = trying.environ()
    program = run(small, env, *QUIET)
    program.until_holds(1)
    disk.fill()
    program.until_holds(3)
    if freed:
        disk.free()
    program.assert_guided()
    during = [text for text in program.told() if text.startswith("This session is not in your")]
    assert len(during) == 1
    assert "The disk is full" in during[0]
    if not freed:
        disk.free()
    ((session,), told) = small.next_start(env)
    assert trying.whole(session)
    assert [text for text in told if "cannot" in text or "cut short" in text] == []


@pytest.mark.parametrize("let_go", [True, False], ids=["for-a-while", "to-the-end"])
def test_a_history_that_another_program_locks_costs_nothing(
    place: tried.Place, run: Run, let_go: bool
) -> None:
    import trying

    env = trying.environ()
    program = run(place, env, *QUIET)
    program.until_holds(1)
    file = place.profile / "data" / "history.db"
    with subprocess.Popen(
        [sys.executable, "-c", LOCK, str(file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == "locked\n"
        program.until_holds(3)
        if let_go:
            other.stdin.close()
            other.wait()
        program.assert_guided()
        if not let_go:
            other.stdin.close()
    during = [text for text in program.told() if text.startswith("This session is not in your")]
    assert len(during) == 1
    ((session,), told) = place.next_start(env)
    assert trying.whole(session)
    assert [text for text in told if "cannot" in text or "cut short" in text] == []


def test_a_history_locked_before_the_start_is_told_and_left_alone(
    place: tried.Place, run: Run
) -> None:
    import trying

    env = trying.environ()
    run(place, env, *QUIET).assert_guided()
    other = sqlite3.connect(place.profile / "data" / "history.db", isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    program = run(place, env, *QUIET)
    program.assert_guided()
    other.close()
    assert any("Sessions still work" in text for text in program.told())
    (sessions, _) = place.next_start(env)
    assert [trying.whole(session) for session in sessions] == [True, True]


def test_of_many_starts_at_once_one_stays_and_the_others_hand_over(
    place: tried.Place, run: Run
) -> None:
    import trying

    env = trying.environ()
    for _ in range(ROUNDS):
        programs = [run(place, env, "--mute") for _ in range(AT_ONCE)]
        stays = the_one_left(programs)
        assert [p.process.returncode for p in programs if p is not stays] == [0] * (AT_ONCE - 1)
        stays.stop()
        assert stays.process.returncode == 0
        assert ["Traceback" in p.errors() for p in programs] == [False] * AT_ONCE


def the_one_left(programs: list[tried.Program]) -> tried.Program:
    """Once all others have left."""

    def here() -> list[tried.Program]:
        return [program for program in programs if program.process.poll() is None]

    programs[0].until(lambda: len(here()) <= 1, "the handing over")
    (stays,) = here()
    return stays


def worker_of(program: tried.Program) -> int:
    """The process that speaks."""

    def workers() -> list[int]:
        lines = {pid: Path(f"/proc/{pid}/cmdline") for pid in program.children()}
        return [pid for pid, line in lines.items() if b"supple.voice.worker" in line.read_bytes()]

    program.until(lambda: bool(workers()), "the voice")
    return workers()[0]


@pytest.mark.timeout(180)
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP], ids=["killed", "hung"])
def test_a_voice_lost_in_a_session_is_replaced_and_the_session_goes_on(
    place: tried.Place, run: Run, speakers: Any, how: signal.Signals
) -> None:
    import trying

    env = {**trying.environ(), **{k: speakers.env[k] for k in ("XDG_RUNTIME_DIR", "PULSE_SERVER")}}
    program = run(place, env, *SESSION, speed=1.0)
    program.until_holds(1)
    first = worker_of(program)
    os.kill(first, how)
    program.until_holds(HEARD_AGAIN_BY)
    assert worker_of(program) != first
    program.assert_guided()
    assert len(program.told()) <= 1
    assert "Traceback" not in log_of(place)
    # After it was replaced something is heard again: the last line of all at the latest.
    sound = speakers.sound()
    assert sound.loud_between(sound.onsets()[-1], sound.onsets()[-1] + 0.5)
    assert not Path(f"/proc/{first}").exists()


HEARD_AGAIN_BY = 3
"""The hold by which a lost voice is there again; a hung one is waited for a little."""


def log_of(place: tried.Place) -> str:
    return (place.profile / "logs" / "supple.log").read_text()


@pytest.mark.timeout(180)
def test_a_sound_server_that_goes_and_comes_back_costs_a_few_words(
    place: tried.Place, run: Run, tmp_path: Path
) -> None:
    import trying

    from conftest import Speakers

    if trying.lacks("pulseaudio", "parec"):
        pytest.skip("needs the packages pulseaudio and pulseaudio-utils")
    server = tmp_path / "server"
    server.mkdir()
    speakers = Speakers(server)
    env = {**trying.environ(), **{k: speakers.env[k] for k in ("XDG_RUNTIME_DIR", "PULSE_SERVER")}}
    program = run(place, env, *SESSION, speed=1.0)
    program.until_holds(1)
    speakers.close()
    (server / "native").unlink(missing_ok=True)
    program.until_holds(2)
    again = Speakers(server)
    program.assert_guided()
    sound = again.sound()
    again.close()
    # Cut off in the middle of a sentence, that is said before it is clear that no output is left.
    assert len(program.told()) <= 2
    assert len(sound.onsets()) >= 2
    ((session,), _) = place.next_start(env)
    assert trying.whole(session)


def test_without_a_tray_it_lives_on_and_can_be_reached(
    place: tried.Place, run: Run, tmp_path: Path
) -> None:
    import trying

    if trying.lacks("Xvfb", "openbox"):
        pytest.skip("needs the packages xvfb and openbox")
    with ExitStack() as stack:
        screen = stack.enter_context(
            subprocess.Popen(
                ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-noreset"],
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            )
        )
        stack.callback(screen.terminate)
        assert screen.stdout is not None
        env = trying.environ(DISPLAY=f":{screen.stdout.readline().strip()}", QT_QPA_PLATFORM="xcb")
        manager = stack.enter_context(
            subprocess.Popen(
                ["openbox", "--startup", "echo ready"], env=env, stdout=subprocess.PIPE
            )
        )
        stack.callback(manager.terminate)
        assert manager.stdout is not None
        manager.stdout.readline()
        program = run(place, env, "--tray", "--mute")
        program.until(lambda: "next" in ask(place, env, "break", "status").lower(), "an answer")
        said = ask(place, env, "--start", "trial")
        program.until_holds(1)
        program.stop()
        assert program.process.returncode == 0, (said, program.errors())
    assert "Traceback" not in log_of(place)


def ask(place: tried.Place, env: dict[str, str], *words: str) -> str:
    """What a second start answers."""
    done = subprocess.run(
        [sys.executable, "-m", "supple", *place.argv(), *words],
        env=env,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    return done.stdout + done.stderr
