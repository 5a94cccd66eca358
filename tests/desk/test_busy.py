from __future__ import annotations

import subprocess
import sys

import pytest

from supple.desk.busy import NO_WAY, SENTENCES, Busy, BusyKind, BusyNow, BusySense
from supple.desk.capability import Check, Unavailable

FULL, AWAKE, QUIET = BusyKind.FULL_SCREEN, BusyKind.AWAKE, BusyKind.DO_NOT_DISTURB


class Way:
    """Knows of one kind: that it is going on, that it is not, or nothing."""

    def __init__(
        self, name: str, kind: BusyKind, tells: Busy | str | None, *, costly: bool = False
    ) -> None:
        self.name = name
        self.kind = kind
        self.costly = costly
        self.tells = tells
        self.asked = 0
        self.closed = 0

    def ask(self) -> Busy | None:
        self.asked += 1
        if isinstance(self.tells, str):
            raise Unavailable(self.tells)
        return self.tells

    def close(self) -> None:
        self.closed += 1


def now(sense: BusySense) -> BusyNow:
    """Without the kinds that no way of the test is about."""
    asked = sense.ask()
    unknown = tuple(pair for pair in asked.unknown if pair[1] != NO_WAY)
    return BusyNow(asked.held, unknown)


def test_a_kind_without_a_way_cannot_be_told() -> None:
    assert BusySense([Way("X11", FULL, None)]).ask().unknown == tuple(
        (kind, NO_WAY) for kind in BusyKind if kind is not FULL
    )


def test_what_is_going_on_is_told_and_what_cannot_be_told_too() -> None:
    sense = BusySense(
        [Way("X11", FULL, Busy(FULL, "Vlc")), Way("KDE", QUIET, None), Way("GNOME", AWAKE, "no")]
    )
    assert now(sense) == BusyNow((Busy(FULL, "Vlc"),), ((AWAKE, "GNOME: no"),))


def test_of_several_for_one_kind_one_answer_is_enough() -> None:
    sense = BusySense([Way("a", AWAKE, "no a"), Way("b", AWAKE, None), Way("c", AWAKE, "no c")])
    assert now(sense) == BusyNow((), ())


def test_every_reason_of_a_kind_is_told() -> None:
    sense = BusySense([Way("a", AWAKE, "no a"), Way("b", AWAKE, "no b")])
    assert now(sense).unknown == ((AWAKE, "a: no a; b: no b"),)


@pytest.mark.parametrize("named_first", [True, False])
def test_whoever_names_the_program_is_believed(named_first: bool) -> None:
    ways = [Way("a", AWAKE, Busy(AWAKE, "Firefox")), Way("b", AWAKE, Busy(AWAKE))]
    sense = BusySense(ways if named_first else ways[::-1])
    assert sense.ask().held == (Busy(AWAKE, "Firefox"),)


def test_costly_ways_are_asked_only_while_nothing_is_known_to_go_on() -> None:
    cheap, costly = Way("a", FULL, None), Way("b", QUIET, None, costly=True)
    sense = BusySense([cheap, costly])
    sense.ask()
    cheap.tells = Busy(FULL)
    assert now(sense) == BusyNow((Busy(FULL),), ())
    assert (cheap.asked, costly.asked) == (2, 1)


def test_costly_ways_can_be_left_alone() -> None:
    costly = Way("b", QUIET, "no b", costly=True)
    asked = BusySense([costly]).ask(costly=False)
    assert asked.held == ()
    assert QUIET not in dict(asked.unknown)
    assert costly.asked == 0


def test_every_connection_is_left() -> None:
    ways = [Way("a", FULL, None), Way("b", AWAKE, "no")]
    BusySense(ways).close()
    assert [way.closed for way in ways] == [1, 1]


def test_each_way_is_a_line_of_the_self_test() -> None:
    ways = [
        Way("X11", FULL, None),
        Way("GNOME", AWAKE, Busy(AWAKE, "Firefox")),
        Way("KDE", QUIET, "it does not run"),
    ]
    assert BusySense(ways).checks() == [
        Check("full screen, X11", True, "not now"),
        Check("awake, GNOME", True, "Firefox keeps the screen on"),
        Check("do not disturb, KDE", False, "it does not run"),
    ]
    assert [way.closed for way in ways] == [1, 1, 1]


@pytest.mark.parametrize("kind", list(BusyKind))
def test_every_kind_has_its_words(kind: BusyKind) -> None:
    assert Busy(kind).sentence == SENTENCES[kind][1]
    assert Busy(kind, "Firefox").sentence.startswith("Firefox ")
    assert len(Busy(kind, "Firefox").sentence) > len("Firefox ")


@pytest.mark.parametrize(
    ("platform", "names"),
    [
        ("win32", ["Windows"] * 3),
        ("darwin", ["macOS"]),
        (
            "linux",
            [
                *("X11", "GNOME session", "power service", "login service"),
                *("notifications", "desktop settings", "sound server"),
            ],
        ),
    ],
)
def test_each_system_has_its_ways(
    platform: str, names: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    sense = BusySense()
    monkeypatch.undo()
    assert [sensor.name for sensor in sense._sensors] == names


@pytest.mark.usefixtures("no_desktop", "qapp")
def test_a_bare_machine_knows_nothing_and_says_why() -> None:
    asked = BusySense().ask()
    assert asked.held == ()
    assert {kind for kind, _ in asked.unknown} == set(BusyKind)
    assert all(why for _, why in asked.unknown)


def test_nothing_heavy_is_loaded_before_it_is_needed() -> None:
    code = "import sys; from supple.desk.busy import BusySense; BusySense(); "
    code += "print({m.split('.')[0] for m in sys.modules} & {'PySide6', 'json', 'subprocess'})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
