from __future__ import annotations

import pytest
from prune import wanted


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/lib/libQt6Qml.so.6",
        "PySide6/Qt/qml/QtQuick/qmldir",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6\\translations\\qtbase_de.qm",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "libgtk-3.so.0",
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/lib/libQt6EglFSDeviceIntegration.so.6",
        "PySide6/Qt/lib/libQt6EglFsKmsSupport.so.6",
        "PySide6/QtNetwork.abi3.so",
        "supple-0.1.0.dist-info/direct_url.json",
        "miniaudio-1.71.dist-info/RECORD",
        "lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so",
        "libcrypto.so.3",
        "libX11.so.6",
        "espeakng_loader/espeak-ng-data/ru_dict",
        "espeakng_loader/libespeak-ng.so.1",
        "espeakng_loader/espeak-ng-data/lang/gmw/de",
    ],
)
def test_what_is_never_opened_stays_behind(name: str) -> None:
    assert not wanted(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/Qt/lib/libQt6Svg.so.6",
        "PySide6/Qt/lib/libQt6PrintSupport.so.6",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/imageformats/libqjpeg.so",
        "PySide6/Qt/plugins/imageformats/libqwebp.so",
        "PySide6/QtWidgets.abi3.so",
        "lib-dynload/_sqlite3.cpython-311-x86_64-linux-gnu.so",
        "libxcb-cursor.so.0",
        "espeakng_loader/espeak-ng-data/en_dict",
        "espeakng_loader/libespeak-ng.so",
        "espeakng_loader/espeak-ng-data/lang/gmw/en",
        "espeakng_loader/espeak-ng-data/lang/gmw/en-US",
        "espeakng_loader/espeak-ng-data/phondata",
        "supple/resources/fonts/Inter.ttf",
        "supple/routines.json",
    ],
)
def test_what_the_program_opens_comes_along(name: str) -> None:
    assert wanted(name)
