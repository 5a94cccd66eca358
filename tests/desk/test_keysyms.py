from __future__ import annotations

from supple.core.break_keys import EXTRA, HELD
from supple.desk.keysyms import KEYSYMS, MASKS


def test_every_key_that_can_be_had_has_its_number() -> None:
    assert set(KEYSYMS) >= EXTRA | HELD
    assert len(set(KEYSYMS.values())) == len(KEYSYMS)
    assert (KEYSYMS["B"], KEYSYMS["F1"], KEYSYMS["F35"]) == (0x62, 0xFFBE, 0xFFE0)


def test_modifiers_are_bits_of_their_own() -> None:
    assert sorted(MASKS) == ["Alt", "Ctrl", "Meta", "Shift"]
    assert sum(MASKS.values()) == MASKS["Alt"] | MASKS["Ctrl"] | MASKS["Meta"] | MASKS["Shift"]
