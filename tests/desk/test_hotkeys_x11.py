from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable

import pytest

from supple.desk.capability import Unavailable
from supple.desk.hotkeys_x11 import Grabs


def press(*keys: str) -> None:
    subprocess.run(["xdotool", "key", *keys], check=True)


def heard(grabs: Grabs, count: int) -> list[str]:
    """The next ``count`` keys; the test's own time limit ends a wait for nothing."""
    names: list[str] = []
    while len(names) < count:
        names += grabs.pressed()
    return names


@pytest.fixture
def grabs(touch: Callable[..., None]) -> Grabs:
    """On a display where xdotool works."""
    return Grabs({"start": "Ctrl+Alt+B", "snooze": "Ctrl+Alt+S"})


def test_the_keys_are_heard_wherever_they_are_pressed(grabs: Grabs) -> None:
    press("ctrl+alt+b", "ctrl+alt+s")
    assert heard(grabs, 2) == ["start", "snooze"]
    grabs.close()


def test_other_keys_stay_with_other_programs(grabs: Grabs) -> None:
    press("b", "ctrl+b", "alt+s", "ctrl+alt+x", "ctrl+alt+s")
    assert heard(grabs, 1) == ["snooze"]
    assert grabs.pressed() == []
    grabs.close()


def test_one_key_with_other_modifiers_is_another(touch: Callable[..., None]) -> None:
    grabs = Grabs({"start": "Ctrl+Alt+N", "snooze": "Ctrl+Shift+N"})
    press("ctrl+shift+n", "ctrl+n", "ctrl+alt+n", "ctrl+alt+shift+n", "ctrl+shift+n")
    assert heard(grabs, 3) == ["snooze", "start", "snooze"]
    grabs.close()


def test_extra_buttons_need_nothing_held(touch: Callable[..., None]) -> None:
    grabs = Grabs({"start": "Media Next", "snooze": "Alt+Shift+PgDown"})
    press("XF86AudioNext", "alt+shift+Next", "Next")
    assert heard(grabs, 2) == ["start", "snooze"]
    assert grabs.pressed() == []
    grabs.close()


def test_num_lock_and_caps_lock_do_not_matter(grabs: Grabs) -> None:
    press("Num_Lock", "ctrl+alt+b", "Caps_Lock", "ctrl+alt+b", "Num_Lock", "Caps_Lock")
    assert heard(grabs, 2) == ["start", "start"]
    grabs.close()


def test_keys_of_another_program_are_not_taken(grabs: Grabs) -> None:
    with pytest.raises(Unavailable, match="another program has Ctrl Alt S"):
        Grabs({"snooze": "Ctrl+Alt+S"})
    grabs.close()
    again = Grabs({"snooze": "Ctrl+Alt+S"})
    again.close()


def test_a_letter_that_no_key_has_is_told(grabs: Grabs) -> None:
    with pytest.raises(Unavailable, match="no key \N{GREEK CAPITAL LETTER OMEGA}"):
        Grabs({"start": "Ctrl+Alt+\N{GREEK CAPITAL LETTER OMEGA}"})
    grabs.close()


@pytest.mark.skipif(shutil.which("xmodmap") is None, reason="needs the package x11-xserver-utils")
def test_another_layout_is_followed(grabs: Grabs) -> None:
    before = dict(grabs._codes)
    subprocess.run(["xmodmap", "-e", "keycode 56 = z Z", "-e", "keycode 52 = b B"], check=True)
    while grabs._codes == before:
        grabs.pressed()
    press("ctrl+alt+z", "ctrl+alt+b")
    assert heard(grabs, 1) == ["start"]
    grabs.close()


@pytest.mark.skipif(shutil.which("xmodmap") is None, reason="needs the package x11-xserver-utils")
def test_a_layout_without_the_letter_is_waited_out(grabs: Grabs) -> None:
    (code,) = (code for (code, _), name in grabs._codes.items() if name == "start")
    subprocess.run(["xmodmap", "-e", f"keycode {code} = Cyrillic_i Cyrillic_I"], check=True)
    while "start" in grabs._codes.values():
        grabs.pressed()
    subprocess.run(["xmodmap", "-e", f"keycode {code} = b B"], check=True)
    while "start" not in grabs._codes.values():
        grabs.pressed()
    press("ctrl+alt+b")
    assert heard(grabs, 1) == ["start"]
    grabs.close()


def test_a_display_that_has_gone_is_told(grabs: Grabs) -> None:
    grabs.close()
    with pytest.raises(Unavailable):
        grabs.pressed()
