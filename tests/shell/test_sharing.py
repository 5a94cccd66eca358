"""Shared files all the way: made, opened, taken in; and what comes of a thousand bad ones."""

from __future__ import annotations

import io
import json
import struct
import sys
import tempfile
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage

from supple.core.meeting import Choice, Met
from supple.core.problem import ProblemsFound, UserError
from supple.core.routine import Catalogue, Routine, RoutineStep, Stretch
from supple.core.routine_writing import document_values
from supple.core.share import Head, Picture, Share
from supple.core.taking_in import settle
from supple.figure.photo import encode, read_photo
from supple.shell.sharing import make_share, meet_here, open_any, open_share, shipped, take_in
from supple.store.assets import asset
from supple.store.own_library import OwnLibrary
from supple.store.share_writing import share_bytes, write_share

sys.path.insert(0, str(Path(__file__).parents[1] / "shared"))
import library_values  # noqa: F401 - hypothesis knows stretches and routines from here on


def image(color: str) -> bytes:
    made = QImage(24, 24, QImage.Format.Format_RGB32)
    made.fill(QColor(color))
    return read_photo(encode(made))


def pose(id_: str) -> bytes:
    values = json.loads(asset("resources/figures/wall-supine.json").read_bytes())
    return json.dumps({**values, "id": id_}).encode()


def calf(**values: object) -> Stretch:
    usual = shipped().stretches["wall-supine"]
    return replace(usual, **{"id": "calf", "name": "Calf", "figure": "own-calf", **values})  # type: ignore[arg-type]


def one_share() -> Share:
    steps = (RoutineStep("calf"), RoutineStep("wall-supine"), RoutineStep("back"))
    return Share(
        Head("For Ada", "Slowly.\nTwice a day.", "Supple 0.1.0"),
        (Routine("evening", "Evening", steps),),
        (calf(), calf(id="back", name="Back", figure="own-back")),
        (
            Picture("own-back", "json", pose("own-back")),
            Picture("own-calf", "png", image("teal")),
        ),
    )


def library(folder: Path) -> OwnLibrary:
    return OwnLibrary(folder, asset("routines.json"))


@pytest.fixture
def own(tmp_path: Path) -> OwnLibrary:
    return library(tmp_path / "profile" / "data" / "routines")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "evening.supple"
    write_share(path, one_share())
    return path


def test_what_is_shared_is_what_is_taken_in(own: OwnLibrary, file: Path, tmp_path: Path) -> None:
    share = open_share(file)
    assert share == one_share()
    take_in(own, settle(meet_here(share, own.load(), own)))
    again = make_share(own.load(), own.figures, ["evening"], share.head.title, share.head.note)
    assert share_bytes(again) == file.read_bytes()


def test_undo_leaves_nothing_of_it(own: OwnLibrary, file: Path, tmp_path: Path) -> None:
    before = own.load()
    undo = take_in(own, settle(meet_here(open_share(file), before, own)))
    assert own.load() != before
    own.restore(undo)
    assert own.load() == before
    assert own.figures.files() == {}


def test_replacing_mine_is_undone_to_the_letter(own: OwnLibrary, file: Path) -> None:
    take_in(own, settle(meet_here(open_share(file), own.load(), own)))
    before = {path: path.read_bytes() for path in own.figures.folder.parent.glob("*.json")}
    other = replace(one_share(), stretches=(calf(feel="Another."), one_share().stretches[1]))
    write_share(file, other)
    meeting = meet_here(open_share(file), own.load(), own)
    met = {coming.entry.id: coming.met for coming in meeting.all}
    assert met == {"evening": Met.CLASH, "calf": Met.CLASH, "back": Met.SAME}
    choices = dict.fromkeys(("evening", "calf"), Choice.REPLACE)
    undo = take_in(own, settle(meeting, choices))
    assert own.load().catalogue.stretches["calf"].feel == "Another."
    own.restore(undo)
    assert {path: path.read_bytes() for path in before} == before


def test_all_or_nothing_is_taken_in(
    own: OwnLibrary, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_in(own, settle(meet_here(open_share(file), own.load(), own)))
    other = replace(
        one_share(), stretches=(calf(feel="Another."), calf(id="new", name="New", figure=""))
    )
    other = replace(other, routines=(), pictures=(one_share().pictures[1],))
    write_share(file, other)
    meeting = meet_here(open_share(file), own.load(), own)
    taking = settle(meeting, {"calf": Choice.REPLACE})
    folder = own.figures.folder.parent
    # Mine is changed by hand in between, so it may not be replaced any more.
    path = folder / "calf.json"
    path.write_text(path.read_text().replace('"name": "Calf"', '"name": "Mine"'))
    before = {path: path.read_bytes() for path in folder.rglob("*.*")}
    with pytest.raises(UserError, match="Nothing was overwritten"):
        take_in(own, taking)
    assert {path: path.read_bytes() for path in folder.rglob("*.*")} == before


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.from_type(Catalogue), st.lists(st.sampled_from(["", "png", "json"]), min_size=4))
def test_whatever_may_be_had_is_the_same_with_who_gets_it(
    catalogue: Catalogue, kinds: list[str]
) -> None:
    stretches, pictures = [], []
    for number, stretch in enumerate(catalogue.stretches.values()):
        id_ = f"own-{number}"
        kind = kinds[number]
        data = {"": b"", "png": image("navy"), "json": pose(id_)}[kind]
        if kind:
            pictures.append(Picture(id_, kind, data))
        stretches.append(replace(stretch, figure=id_ if kind else "wall-supine"))
    share = Share(
        Head("T", "", "Supple 0.1.0"),
        tuple(catalogue.routines.values()),
        tuple(stretches),
        tuple(sorted(pictures, key=lambda picture: picture.place)),
    )
    with tempfile.TemporaryDirectory() as name:
        path, folder = Path(name) / "x.supple", Path(name) / "routines"
        write_share(path, share)
        assert open_share(path) == share
        theirs = library(folder)
        take_in(theirs, settle(meet_here(open_share(path), theirs.load(), theirs)))
        found = theirs.load()
        ids = [*(r.id for r in share.routines), *(s.id for s in share.stretches)]
        assert make_share(found, theirs.figures, ids, "T").routines == share.routines
        taken = {id_: found.catalogue.stretches[id_] for id_ in (s.id for s in share.stretches)}
        # Two images that are the same are kept once.
        same = {p.id: [o.id for o in share.pictures if o.data == p.data] for p in share.pictures}
        for stretch in share.stretches:
            mine = taken[stretch.id]
            assert replace(mine, figure="") == replace(stretch, figure="")
            assert mine.figure in same.get(stretch.figure, [stretch.figure])
        assert not meet_here(open_share(path), found, theirs).adds


# What else is opened


def test_a_routine_file_is_looked_into_like_a_shared_one(tmp_path: Path) -> None:
    path = tmp_path / "by-hand.json"
    share = one_share()
    path.write_text(json.dumps(document_values(share.stretches, share.routines)))
    found = open_any(path)
    assert found.head.title == "by-hand"
    assert found.routines == share.routines
    assert [s.figure for s in found.stretches] == ["", ""], "its pictures are not in it"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("history.json", '{"format": 2, "sessions": []}', "History takes it in"),
        ("history.csv", "session,", "History takes it in"),
        ("calf.PNG", "", "This is a picture"),
        ("more.zip", "", "rename it"),
        ("notes.txt", "", "another kind of file"),
    ],
)
def test_other_files_get_a_kind_word(tmp_path: Path, name: str, content: str, says: str) -> None:
    path = tmp_path / name
    path.write_text(content)
    with pytest.raises(UserError, match=says) as caught:
        open_any(path)
    assert not isinstance(caught.value, ProblemsFound)


def test_a_folder_gets_a_kind_word(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="a folder"):
        open_any(tmp_path)


def test_a_routine_file_with_problems_tells_them(tmp_path: Path) -> None:
    path = tmp_path / "by-hand.json"
    path.write_text('{"format": 1, "routines": [{"id": "a"}]}')
    with pytest.raises(ProblemsFound) as caught:
        open_any(path)
    assert {p.file for p in caught.value.problems} == {"by-hand.json"}


def test_a_drawn_figure_with_problems_tells_the_line(tmp_path: Path, file: Path) -> None:
    share = one_share()
    bad = b'{\n "id": "own-back",\n "format": 1,\n "posse": 3\n}'
    write_share(
        file, replace(share, pictures=(Picture("own-back", "json", bad), share.pictures[1]))
    )
    with pytest.raises(ProblemsFound) as caught:
        open_share(file)
    told = [str(problem) for problem in caught.value.problems]
    assert any(t.startswith("figures/own-back.json:4:2: posse: ") for t in told)


@pytest.mark.no_qt_log
def test_an_image_that_cannot_be_decoded_is_refused(tmp_path: Path, file: Path) -> None:
    share = one_share()
    broken = Picture("own-calf", "png", image("teal")[:60])
    write_share(file, replace(share, pictures=(share.pictures[0], broken)))
    with pytest.raises(ProblemsFound, match=r"figures/own-calf.png: .*damaged"):
        open_share(file)


def test_only_pictures_that_may_be_the_same_are_read(
    own: OwnLibrary, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    share = open_share(file)
    own.figures.put("own-calf.png", image("red") + b"more than that of the file")
    read: list[str] = []
    monkeypatch.setattr(own.figures, "read", read.append)
    meeting = meet_here(share, own.load(), own)
    assert read == []
    taking = settle(meeting)
    # Though it was not read, its name is taken.
    assert "own-calf-2" in [picture.id for picture in taking.pictures]


def test_a_picture_put_there_by_hand_does_not_tell_where_it_was_taken(
    own: OwnLibrary, file: Path
) -> None:
    take_in(own, settle(meet_here(open_share(file), own.load(), own)))
    path = own.figures.path("own-calf.png")
    content = path.read_bytes()
    body = b"eXIfMM\0*53.5511"
    told = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    path.write_bytes(content[:33] + told + content[33:])
    (picture,) = (p for p in make_share(own.load(), own.figures, ["calf"]).pictures)
    assert picture.data == content


def test_a_picture_that_is_gone_is_left_out(own: OwnLibrary, file: Path) -> None:
    take_in(own, settle(meet_here(open_share(file), own.load(), own)))
    own.figures.remove("own-calf.png")
    share = make_share(own.load(), own.figures, ["evening"])
    assert [p.id for p in share.pictures] == ["own-back"]
    assert [s.figure for s in share.stretches] == ["", "own-back"]
    write_share(file, share)
    assert open_share(file) == share


# A thousand files from people who mean harm, and from bad lines

HOSTILE = (
    "../evil.json",
    "../../evil.png",
    "/tmp/evil.json",
    "/etc/cron.d/evil",
    "C:\\evil.json",
    "c:evil.json",
    "..\\evil.json",
    "figures/../../evil.png",
    "figures/own-a/../../../evil.png",
    "figures/own-x.png\0.txt",
    "figures/own-x.json/evil",
    "\\\\server\\share\\evil",
    "figures/own-\u202egnp.exe",
    "CON",
    "figures/own-x.zip",
    "./routines.json",
    "routines.json ",
    "ROUTINES.JSON",
    "figures/own-calf.PNG",
    "",
)
Mutation = Callable[[Random, bytes], bytes]


def flipped(chance: Random, data: bytes) -> bytes:
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8, 64))):
        made[chance.randrange(len(made))] = chance.randrange(256)
    return bytes(made)


def cut(chance: Random, data: bytes) -> bytes:
    start = chance.choice((0, 0, chance.randrange(len(data))))
    return data[start : start + chance.randrange(len(data))]


def grown(chance: Random, data: bytes) -> bytes:
    at = chance.choice((0, len(data), chance.randrange(len(data))))
    return data[:at] + chance.randbytes(chance.choice((1, 22, 500))) + data[at:]


def spliced(chance: Random, data: bytes) -> bytes:
    """A piece of it once more, in another place: entries that overlap or come twice."""
    start = chance.randrange(len(data))
    piece = data[start : start + chance.randrange(400)]
    at = chance.randrange(len(data))
    return data[:at] + piece + data[at + chance.choice((0, len(piece))) :]


def renumbered(chance: Random, data: bytes) -> bytes:
    """Another number in one of the archive's own fields."""
    mark = chance.choice((b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"))
    at = data.find(mark, chance.randrange(len(data)))
    at = data.find(mark) if at < 0 else at
    made = bytearray(data)
    form = chance.choice(("<H", "<I"))
    places = range(at + 4, min(at + 46, len(made) - 4))
    value = chance.choice((0, 1, 0xFFFF, chance.randrange(0x10000)))
    struct.pack_into(form, made, chance.choice(places), value)
    return bytes(made)


def entries_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(files: Iterator[tuple[str, bytes]] | list[tuple[str, bytes]], method: int) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", method) as archive:
        for name, content in files:
            info = zipfile.ZipInfo("x")
            info.filename, info.compress_type = name, method
            archive.writestr(info, content)
    return whole.getvalue()


def renamed(chance: Random, data: bytes) -> bytes:
    """A sound archive with a name that leads elsewhere."""
    files = [*entries_of(data).items()]
    place = chance.randrange(len(files) + 1)
    files.insert(place, (chance.choice(HOSTILE), b"evil"))
    return zipped(files, zipfile.ZIP_DEFLATED)


def bomb(chance: Random, data: bytes) -> bytes:
    files = entries_of(data)
    name = chance.choice([*files, "figures/own-bomb.png"])
    files[name] = files.get(name, b"")[:8] + bytes(chance.choice((300_000, 3_000_000, 30_000_000)))
    return zipped([*files.items()], zipfile.ZIP_DEFLATED)


def garbled(chance: Random, data: bytes) -> bytes:
    """A sound archive with something else in one of its files."""
    files = entries_of(data)
    name = chance.choice([*files])
    content = files[name]
    match chance.randrange(4):
        case 0:
            content = flipped(chance, content)
        case 1:
            content = cut(chance, content)
        case 2:
            content = b"[" * chance.choice((50, 100_000))
        case _:
            old = chance.choice((b"30", b"1", b'"', b"own-calf", b"true", b"standing", b"a"))
            new = chance.choice(
                (b"1e999", b"-1", b"NaN", b"", b"own-../x", b'"\\u0000"', b"9" * 400)
            )
            content = content.replace(old, new, chance.choice((1, -1)))
    files[name] = content
    return zipped([*files.items()], chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)))


MUTATIONS: tuple[Mutation, ...] = (
    flipped,
    cut,
    grown,
    spliced,
    renumbered,
    renamed,
    garbled,
    garbled,
    lambda chance, data: garbled(chance, garbled(chance, data)),
    lambda chance, data: zipped([*entries_of(data).items()], zipfile.ZIP_DEFLATED),
)


def all_files(folder: Path) -> dict[str, bytes | str]:
    """Everything there, by path."""
    found: dict[str, bytes | str] = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        link = str(path.readlink()) if path.is_symlink() else "folder"
        found[name] = link if path.is_symlink() or path.is_dir() else path.read_bytes()
    return found


@pytest.mark.no_qt_log
def test_a_thousand_bad_files_do_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    folder = home / "profile" / "data" / "routines"
    folder.mkdir(parents=True)
    for sentinel in (home, home / "profile", home / "profile" / "data"):
        (sentinel / "evil.json").write_text("mine")
        (sentinel / "evil.png").write_text("mine")
    (home / "elsewhere").mkdir()
    (home / "profile" / "link").symlink_to(home / "elsewhere")
    monkeypatch.chdir(home)
    own = library(folder)
    sent = open_share(_written(home, share_bytes(one_share())))
    take_in(own, settle(meet_here(sent, own.load(), own)))
    (home / "x.supple").unlink()
    before = all_files(home)

    sound = share_bytes(one_share())
    bases = (sound, zipped([*entries_of(sound).items()], zipfile.ZIP_DEFLATED))
    chance = Random(20_261_122)
    taken = refused = 0
    for number in range(1000):
        mutate = MUTATIONS[number % len(MUTATIONS)]
        path = _written(tmp_path, mutate(chance, chance.choice(bases)))
        try:
            meeting = meet_here(open_share(path), own.load(), own)
            chosen = {c.entry.id: chance.choice(c.choices) for c in meeting.all if c.choices}
            undo = take_in(own, settle(meeting, chosen))
        except UserError as error:
            refused += bool(str(error).strip())
            continue
        taken += 1
        for name in set(all_files(folder)) - {"figures"}:
            assert Path(name).suffix in (".json", ".png")
        own.restore(undo)
    assert all_files(home) == before
    assert refused + taken == 1000
    assert refused > 700
    assert taken > 50


def _written(folder: Path, data: bytes) -> Path:
    path = folder / "x.supple"
    path.write_bytes(data)
    return path


@pytest.mark.no_qt_log
def test_bombs_are_refused_in_little_memory(tmp_path: Path) -> None:
    chance = Random(7)
    sound = share_bytes(one_share())
    shipped()
    for _ in range(12):
        path = _written(tmp_path, bomb(chance, sound))
        tracemalloc.start()
        try:
            with pytest.raises(ProblemsFound):
                open_share(path)
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        assert peak < 25_000_000
