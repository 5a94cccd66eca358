"""Shared files as they come in: good ones whole, others with every reason."""

from __future__ import annotations

import io
import json
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from supple.core.problem import ProblemsFound
from supple.core.routine import Catalogue, Dose, Position, Sides, Stretch
from supple.core.routine_writing import document_values
from supple.core.share import Head, Missing
from supple.store import share_file
from supple.store.share_file import read_share, read_share_bytes

PNG = b"\x89PNG\r\n\x1a\n and what follows"
SHIPPED = Catalogue.of(
    [
        Stretch(
            id="wall-supine",
            name="Legs up the wall",
            position=Position.LYING,
            sides=Sides.BOTH,
            difficulty=1,
            setup=("Lie down.",),
            dose=Dose(hold_s=30),
        )
    ],
    [],
)
ROUTINE = {"id": "evening", "name": "Evening", "steps": [{"stretch": "wall-supine"}]}


def calf(figure: str = "own-calf") -> dict[str, object]:
    stretch = Stretch(
        id="calf",
        name="Calf",
        position=Position.STANDING,
        sides=Sides.EACH,
        difficulty=1,
        setup=("Stand.",),
        dose=Dose(hold_s=30),
        figure=figure,
    )
    return document_values([stretch])["stretches"][0]  # type: ignore[index,no-any-return]


def packed(files: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return whole.getvalue()


def share(routines: object, head: object = None, **pictures: bytes) -> bytes:
    files: dict[str, bytes | str] = {
        "supple.json": json.dumps(head or {"format": 1}),
        "routines.json": routines if isinstance(routines, str) else json.dumps(routines),
    }
    for name, content in pictures.items():
        files[f"figures/{name.replace('_', '-').replace('--', '.')}"] = content
    return packed(files)


def problems(data: bytes) -> list[str]:
    with pytest.raises(ProblemsFound) as caught:
        read_share_bytes(data, SHIPPED)
    return [str(p) for p in caught.value.problems]


def test_a_good_file_is_read_whole() -> None:
    document = {"format": 1, "stretches": [calf()], "routines": [ROUTINE]}
    head = {"format": 1, "title": "For Ada", "note": "Slowly.\nTwice a day.", "made_with": "hand"}
    found = read_share_bytes(share(document, head, own_calf__png=PNG), SHIPPED)
    assert found.head == Head("For Ada", "Slowly.\nTwice a day.", "hand")
    assert [r.id for r in found.routines] == ["evening"]
    assert [s.id for s in found.stretches] == ["calf"]
    assert [(p.id, p.ending, p.data) for p in found.pictures] == [("own-calf", "png", PNG)]


def test_a_file_of_a_mac_is_read() -> None:
    document = {"format": 1, "routines": [ROUTINE]}
    data = packed(
        {
            "supple.json": '{"format": 1}',
            "__MACOSX/._supple.json": b"\0\5\x16\7",
            ".DS_Store": b"\0",
            "figures/": "",
            "routines.json": json.dumps(document),
        }
    )
    assert [r.id for r in read_share_bytes(data, SHIPPED).routines] == ["evening"]


def test_problems_come_with_their_line_in_the_file_inside() -> None:
    text = '{\n  "format": 1,\n  "routines": [\n    {"id": "a", "nmae": "A", "steps": []}\n  ]\n}'
    found = problems(share(text, {"format": 1, "titel": "T"}))
    assert found[0].startswith("supple.json:1:15: titel: ")
    assert 'Did you mean "title"?' in found[0]
    assert any(p.startswith("routines.json:4:17: routines[0].nmae: ") for p in found)


def test_slips_of_a_hand_are_all_told() -> None:
    found = problems(share('{"format": 1,\n "routines": [\n  {"id": "a",}\n ],\n}'))
    assert len([p for p in found if "takes no comma" in p]) == 2
    assert all(p.startswith("routines.json:") for p in found)


def test_depth_is_bounded() -> None:
    found = problems(share("[" * 100_000))
    assert "deep inside one another" in found[0]


def test_what_is_missing_is_told() -> None:
    assert "routines.json is missing" in problems(packed({"supple.json": '{"format": 1}'}))[0]
    found = problems(packed({"a/supple.json": "{}", "a/routines.json": "{}"}))
    assert any("not the folder" in p for p in found)


def test_a_routine_needs_its_stretches_in_the_file_or_shipped() -> None:
    routine = {"id": "a", "name": "A", "steps": [{"stretch": "mine"}]}
    found = problems(share({"format": 1, "routines": [routine]}))
    told = "routines.json:1:75: routines[0].steps[0].stretch: There is no stretch"
    assert found == [f'{told} "mine". Choose from: wall-supine.']


def test_without_a_routine_of_a_later_version_the_rest_is_taken() -> None:
    later = {"id": "a", "name": "A", "steps": [{"stretch": "of-tomorrow"}]}
    head = {"format": 1, "made_with": "Supple 9.1.0"}
    data = share({"format": 1, "routines": [later, ROUTINE]}, head)
    found = read_share_bytes(data, SHIPPED)
    assert [r.id for r in found.routines] == ["evening"]
    assert found.missing == (Missing("A", ("of-tomorrow",), later=True),)
    with pytest.raises(ProblemsFound) as refused:
        read_share_bytes(data, SHIPPED, whole=True)
    (problem,) = refused.value.problems
    assert problem.path == "routines[0].steps[0].stretch"
    assert problem.mend.startswith("The file was made with Supple 9.1.0")


def test_a_file_with_other_problems_is_refused_with_all_of_them() -> None:
    later = {"id": "a", "name": "A", "steps": [{"stretch": "of-tomorrow"}]}
    found = problems(share({"format": 1, "routines": [later, {**ROUTINE, "nmae": "B"}]}))
    assert ["nmae" in p for p in found] == [False, True]
    assert 'There is no stretch "of-tomorrow"' in found[0]


def test_a_stretch_of_a_later_version_says_so() -> None:
    routine = {"id": "a", "name": "A", "steps": [{"stretch": "of-tomorrow"}]}
    data = share({"format": 1, "routines": [routine]}, {"format": 1, "made_with": "Supple 9.1.0"})
    assert "was made with Supple 9.1.0" in problems(data)[0]


def test_a_picture_that_is_missing_or_unused_or_there_twice_is_told() -> None:
    document = {"format": 1, "stretches": [calf()]}
    missing = problems(share(document))[0]
    assert missing.startswith("routines.json:1:"), "the line of the stretch that has it"
    assert "own-calf is not in the archive" in missing
    assert missing.endswith("Put figures/own-calf.png, .jpg or .json into it.")
    unused = problems(share({"format": 1, "stretches": [calf("")]}, own_calf__png=PNG))
    assert "No stretch of the file has this picture" in unused[0]
    twice = problems(share(document, own_calf__png=PNG, own_calf__jpg=b"\xff\xd8\xff"))
    assert "two pictures called own-calf" in twice[0]


def test_a_picture_is_what_its_name_says() -> None:
    document = {"format": 1, "stretches": [calf()]}
    found = problems(share(document, own_calf__png=b"\xff\xd8\xff\xe0"))
    assert found == [
        "figures/own-calf.png: The picture is a .jpg, not a .png. Rename it to end in .jpg."
    ]
    assert "not a JPG picture" in problems(share(document, own_calf__jpg=packed({"a": "b"})))[0]


def test_bad_names_are_all_told_and_nothing_is_read_under_them() -> None:
    found = problems(packed({"../x": "1", "figures/A.png": "2", "more.zip": "3"}))
    assert [p.split(":")[0] for p in found[:3]] == ["../x", "figures/A.png", "more.zip"]


def test_text_in_another_encoding_is_told() -> None:
    data = packed({"supple.json": '{"format": 1}', "routines.json": "{}".encode("utf-16")})
    assert problems(data) == [
        'routines.json: The file is saved as UTF-16. Save it as "UTF-8" in your editor.'
    ]


def test_bombs_are_refused_in_little_memory() -> None:
    data = packed(
        {
            "supple.json": b" " * 30_000_000,
            "routines.json": b" " * 30_000_000,
            "figures/own-a.png": PNG + bytes(30_000_000),
        }
    )
    tracemalloc.start()
    try:
        found = problems(data)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert [p.split(":")[0] for p in found] == [
        "supple.json",
        "routines.json",
        "figures/own-a.png",
    ]
    assert peak < 10_000_000


def test_a_file_is_read_from_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "a.supple"
    path.write_bytes(share({"format": 1, "routines": [ROUTINE]}))
    assert [r.id for r in read_share(path, SHIPPED).routines] == ["evening"]


@pytest.mark.parametrize("name", ["nothing.supple", "."])
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(ProblemsFound) as caught:
        read_share(tmp_path / name, SHIPPED)
    assert caught.value.problems[0].mend


def test_a_file_that_is_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(share_file, "LARGEST_FILE", 1000)
    path = tmp_path / "a.supple"
    path.write_bytes(bytes(1001))
    with pytest.raises(ProblemsFound, match=r"0\.001 MB is the most"):
        read_share(path, SHIPPED)


def test_of_a_large_text_no_line_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(share_file, "LARGEST_SEARCHED", 60)
    document = {"format": 1, "routines": [{"id": "a", "name": "A", "steps": []}]}
    assert problems(share(document))[0].startswith("routines.json: routines[0].steps: ")
    broken = problems(share(json.dumps(document)[:-1]))
    assert broken[0].startswith("routines.json: This is not JSON: ")
    assert "line 1 column" in broken[0]
