from __future__ import annotations

import gzip
import shutil
import subprocess
from pathlib import Path

import deb
import licences
import pytest

dpkg = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="about Debian's packages")


@pytest.fixture
def linux(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What stands in packaging/linux and resources/desktop, in small."""
    folder = tmp_path / "linux"
    (folder / "icons" / "hicolor" / "48x48" / "apps").mkdir(parents=True)
    (folder / "icons" / "hicolor" / "48x48" / "apps" / "x.png").write_bytes(b"png")
    for name in ("x.desktop", "x.metainfo.xml", "x.mime.xml", "supple.1", "lintian-overrides"):
        (folder / name).write_text(name, encoding="utf-8")
    monkeypatch.setattr(deb, "LINUX", folder)
    monkeypatch.setattr(deb, "DESKTOP", folder)
    return folder


def test_everything_goes_where_the_desktop_looks(linux: Path, tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    deb.install_desktop_files(tree)
    files = {str(p.relative_to(tree)) for p in tree.rglob("*") if p.is_file()}
    assert files == {
        "usr/share/applications/x.desktop",
        "usr/share/metainfo/x.metainfo.xml",
        "usr/share/mime/packages/x.xml",
        "usr/share/man/man1/supple.1.gz",
        "usr/share/icons/hicolor/48x48/apps/x.png",
    }
    manual = (tree / "usr/share/man/man1/supple.1.gz").read_bytes()
    assert gzip.decompress(manual) == b"supple.1"


def test_a_missing_file_stops_the_packaging(linux: Path, tmp_path: Path) -> None:
    (linux / "x.mime.xml").unlink()
    with pytest.raises(FileNotFoundError, match=r"mime\.xml"):
        deb.install_desktop_files(tmp_path / "tree")


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    folder = tmp_path / "bundle"
    licences.collect((), folder / "licences")
    for name in ("supple", "libx.so.1"):
        (folder / name).write_text("#!/bin/sh\n", encoding="utf-8")
        (folder / name).chmod(0o700)
    (folder / "data").write_text("x", encoding="utf-8")
    return folder


@dpkg
def test_the_package_is_read_by_dpkg(linux: Path, bundle: Path, tmp_path: Path) -> None:
    made = deb.build(bundle, "1.2.3", tmp_path / "work", tmp_path)
    told = subprocess.run(
        ["dpkg-deb", "--info", str(made)], capture_output=True, text=True, check=True
    ).stdout
    assert "Package: supple" in told
    assert "Version: 1.2.3" in told
    listed = subprocess.run(
        ["dpkg-deb", "--contents", str(made)], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    modes = {line.split(" ./")[1]: line.split()[0] for line in listed}
    assert modes["usr/lib/supple/supple"] == "-rwxr-xr-x"
    assert modes["usr/lib/supple/data"] == "-rw-r--r--"
    assert modes["usr/lib/supple/libx.so.1"] == "-rw-r--r--"
    assert modes["usr/bin/supple -> ../lib/supple/supple"].startswith("l")
    assert all(line.split()[1] == "root/root" for line in listed)


@dpkg
def test_what_was_installed_can_be_compared(linux: Path, bundle: Path, tmp_path: Path) -> None:
    made = deb.build(bundle, "1.2.3", tmp_path / "work", tmp_path)
    subprocess.run(["dpkg-deb", "--raw-extract", str(made), str(tmp_path / "out")], check=True)
    done = subprocess.run(
        ["md5sum", "--check", "--quiet", "DEBIAN/md5sums"], cwd=tmp_path / "out", check=False
    )
    assert done.returncode == 0
    sums = (tmp_path / "out/DEBIAN/md5sums").read_text(encoding="utf-8")
    assert "  usr/lib/supple/supple\n" in sums
    assert "DEBIAN" not in sums


@dpkg
def test_the_changes_are_in_debians_form(linux: Path, bundle: Path, tmp_path: Path) -> None:
    made = deb.build(bundle, "1.2.3", tmp_path / "work", tmp_path)
    subprocess.run(["dpkg-deb", "--extract", str(made), str(tmp_path / "out")], check=True)
    documents = tmp_path / "out/usr/share/doc/supple"
    text = gzip.decompress((documents / "changelog.gz").read_bytes()).decode()
    assert text.startswith("supple (1.2.3) unstable; urgency=medium\n\n  * ")
    assert f"\n -- {deb.MAINTAINER}  " in text
    assert b"# Changelog" in gzip.decompress((documents / "NEWS.md.gz").read_bytes())


@dpkg
def test_two_builds_give_the_same_bytes(linux: Path, bundle: Path, tmp_path: Path) -> None:
    first = deb.build(bundle, "1.2.3", tmp_path / "work", tmp_path).read_bytes()
    (bundle / "data").touch()
    assert deb.build(bundle, "1.2.3", tmp_path / "work", tmp_path).read_bytes() == first
