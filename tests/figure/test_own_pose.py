from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.problem import ProblemsFound
from supple.figure.own_pose import LARGEST, MOST_FRAMES, read_own_figure

SHIPPED = Path(__file__).parents[2] / "resources/figures"
MARCH: dict[str, Any] = json.loads((SHIPPED / "march.json").read_bytes())


def own(**changes: Any) -> bytes:
    return json.dumps({**MARCH, "id": "own-march", **changes}).encode()


@pytest.mark.parametrize("file", sorted(SHIPPED.glob("*.json")), ids=lambda f: f.stem)
def test_every_figure_that_ships_could_be_ones_own(file: Path) -> None:
    assert read_own_figure(file.read_bytes(), file.stem).id == file.stem


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "not JSON"),
        (b"[" * 150_000, "nested|not JSON"),
        (b'{"format": NaN}', "NaN is no number"),
        (b" " * (LARGEST + 1), "bytes"),
        (own(id="own-other"), "own-other"),
        (own(box=[-9999, 0, 9999, 10**400]), "cannot be drawn|out of range"),
        (own(box=[5, 5, 1, 1]), "empty"),
        (own(props=[{"kind": "wall"}] * 50), "too many things"),
        (
            own(cycle=[{"at": n / 100, "pose": "start"} for n in range(MOST_FRAMES + 1)]),
            "frames",
        ),
        (own(nonsense=1), "nonsense"),
    ],
)
def test_what_cannot_be_drawn_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(ProblemsFound, match=says):
        read_own_figure(data, "own-march")


_VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=5),
    st.lists(st.floats(), max_size=4),
)


@given(st.data())
def test_a_changed_file_is_refused_or_can_be_drawn(data: st.DataObject) -> None:
    document = json.loads(own())
    for _ in range(data.draw(st.integers(1, 3))):
        place: Any = document
        while True:
            keys = list(place) if isinstance(place, dict) else list(range(len(place)))
            if not keys:
                break
            key = data.draw(st.sampled_from(keys))
            if isinstance(place[key], dict | list) and data.draw(st.booleans()):
                place = place[key]
                continue
            place[key] = data.draw(_VALUES)
            break
    try:
        drawing = read_own_figure(json.dumps(document).encode(), "own-march")
    except ProblemsFound:
        return
    assert drawing.id == "own-march"
