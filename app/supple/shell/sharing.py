"""Shared files between the disk and the library: made, opened with everything checked, taken in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from supple import __version__
from supple.core.meeting import Here, Meeting, meet
from supple.core.own_figures import figure_id, is_own
from supple.core.problem import Problem, ProblemsFound, UserError
from supple.core.routine import Catalogue
from supple.core.share import DRAWN, Head, Picture, Share
from supple.core.share_head import TITLE_LENGTH
from supple.core.share_kind import ENDING
from supple.core.sharing import gather, without_pictures
from supple.store.assets import asset
from supple.store.plain_file import shown_path
from supple.store.regular import read_file
from supple.store.routine_files import check_file, load_library
from supple.store.share_file import LARGEST_SEARCHED, read_share

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from supple.core.library_files import Library
    from supple.core.taking_in import Taking
    from supple.store.own_figures import OwnFigures
    from supple.store.own_library import OwnLibrary, Undo

MADE_WITH = f"Supple {__version__}"
IMAGE = "png"
"""What every image is once it is taken in."""
_LOOKED_AT = 4096


def make_share(
    library: Library, figures: OwnFigures, ids: Iterable[str], title: str = "", note: str = ""
) -> Share:
    """The routines and stretches ``ids``, all in the library, with what they use.

    Raises UserError for one that ships with the program. A picture that is not there or cannot
    be drawn is left out.
    """
    found = gather(library.catalogue, library.own, ids)
    used = pictures_of(figures, lambda id_, ending, size: id_ in found.figures)
    pictures = {p.id: p for p in map(_sound, used) if p is not None}
    missing = [id_ for id_ in found.figures if id_ not in pictures]
    return Share(
        Head(title or found.title, note, MADE_WITH),
        found.routines,
        without_pictures(found.stretches, missing),
        # As a file has them, so that what is read is what was written.
        tuple(sorted(pictures.values(), key=lambda picture: picture.place)),
    )


def open_share(path: Path, *, whole: bool = False) -> Share:
    """What the file ``path`` holds, every drawn figure checked and every image encoded anew.

    ``whole``: see ``read_share``. Raises ProblemsFound with all that is wrong, each with its
    place inside the file.
    """
    share = read_share(path, shipped(), whole=whole)
    problems: list[Problem] = []
    pictures = []
    for picture in share.pictures:
        try:
            pictures.append(_checked(picture))
        except ProblemsFound as error:
            found = _with_lines(picture, error)
            problems += [replace(p, file=picture.place) for p in found]
        except UserError as error:
            problems.append(Problem("", str(error), "", file=picture.place))
    if problems:
        raise ProblemsFound(tuple(problems))
    return replace(share, pictures=tuple(pictures))


def open_any(path: Path) -> Share:
    """A shared file, or a routine file as one. Raises ProblemsFound, and UserError for others."""
    if path.suffix.lower() == ENDING:
        return open_share(path)
    if path.suffix.lower() == ".json":
        return _open_routines(path)
    raise UserError(_not_ours(path))


def _open_routines(path: Path) -> Share:
    known = shipped()
    problems = check_file(path, known)
    if problems:
        if _is_history(path):
            raise UserError("This is a history. History takes it in, under Import.")
        raise ProblemsFound(tuple(replace(p, file=path.name) for p in problems))
    read = load_library(asset("routines.json"), None, (path,))
    found = read.catalogue
    # Its pictures are not in it, so its stretches come without those that are nobody else's.
    stretches = tuple(found.stretches[id_] for id_ in found.stretches if id_ in _ids(read, path))
    gone = {s.figure for s in stretches if is_own(s.figure)}
    return Share(
        Head(path.stem[:TITLE_LENGTH]),
        tuple(found.routines[id_] for id_ in found.routines if id_ in _ids(read, path)),
        without_pictures(stretches, gone),
    )


def _ids(library: Library, path: Path) -> set[str]:
    return {id_ for id_, origin in library.origin.items() if origin == shown_path(path)}


def _is_history(path: Path) -> bool:
    try:
        return b'"sessions"' in read_file(path, _LOOKED_AT)
    except OSError:
        return False


def _not_ours(path: Path) -> str:
    """A kind word about a file that is none of ours."""
    if path.is_dir():
        return "This is a folder. Drop one file of shared routines, which ends in .supple."
    ending = path.suffix.lower()
    if ending in (".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".heic"):
        return "This is a picture. Make a stretch of your own, and choose the picture there."
    if ending == ".zip":
        return (
            "This is a zip archive. If it holds shared routines, rename it so that it ends in "
            ".supple."
        )
    if ending in (".csv", ".db", ".ics"):
        return "This looks like a history. History takes it in as JSON, under Import."
    return "Supple opens shared routines, files that end in .supple. This is another kind of file."


def shipped() -> Catalogue:
    """What comes with the program, whatever the person has in its place."""
    return load_library(asset("routines.json"), None).catalogue


def meet_here(share: Share, library: Library, own: OwnLibrary) -> Meeting:
    """``share`` against what is here. Raises UserError."""
    sizes = {len(picture.data) for picture in share.pictures if not picture.drawn}

    def may_be_same(_id: str, ending: str, size: int) -> bool:
        # A hundred photographs take hundreds of megabytes, and only equal ones are looked for.
        return ending == DRAWN or size in sizes

    pictures = {picture.id: picture for picture in pictures_of(own.figures, may_be_same)}
    every = {figure_id(name) for name in own.figures.files()}
    return meet(share, Here(library.catalogue, library.own, pictures, own.taken(), every))


def pictures_of(
    figures: OwnFigures, wanted: Callable[[str, str, int], bool]
) -> tuple[Picture, ...]:
    """The own figures that are ``wanted``, by id, ending and size in bytes, and can be read."""
    found = []
    for name in figures.files():
        id_, _, ending = name.rpartition(".")
        try:
            if wanted(id_, ending, figures.path(name).stat().st_size):
                found.append(Picture(id_, ending, figures.read(name)))
        except OSError:
            # The picture is not there for anybody; the stretch goes without.
            continue
    return tuple(found)


def take_in(own: OwnLibrary, taking: Taking) -> Undo:
    """Write ``taking``: all of it, or none. Raises UserError, and all is then as before."""
    pictures = {picture.file: picture.data for picture in taking.pictures}
    return own.put_all(taking.stretches, taking.routines, pictures, taking.replaced)


def _checked(picture: Picture) -> Picture:
    if picture.drawn:
        from supple.figure.own_pose import read_own_figure

        read_own_figure(picture.data, picture.id)
        return picture
    from supple.figure.photo import read_photo

    return Picture(picture.id, IMAGE, read_photo(picture.data))


def _with_lines(picture: Picture, error: ProblemsFound) -> tuple[Problem, ...]:
    """The problems of a drawn figure with their lines, where its text shows them."""
    from supple.figure.decode import decode
    from supple.store.json_bytes import decode_json
    from supple.store.json_positions import read_with_positions

    try:
        if len(picture.data) > LARGEST_SEARCHED:
            return error.problems
        document = read_with_positions(decode_json(picture.data))
        if document.problems:
            return tuple(document.problems)
        decode(document.value, document.locate)
    except ProblemsFound as located:
        return located.problems
    except (ArithmeticError, RecursionError):
        pass
    return error.problems


def _sound(picture: Picture) -> Picture | None:
    """As whoever gets it would open it, None for one they could not.

    An image that somebody put there by hand is encoded anew, too: it may tell where it was taken.
    """
    try:
        return _checked(picture)
    except UserError:
        return None
