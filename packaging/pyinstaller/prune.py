"""Which of the files that PyInstaller collects the program never opens."""

from __future__ import annotations

import re

_NEVER = (
    # Qt Quick and what only it needs; nothing here is written in QML.
    r"libQt6(Qml|Quick|Pdf|VirtualKeyboard|Labs|Svg\w*Quick)",
    r"PySide6/Qt/qml/",
    # Qt's own sentences in other languages: ours are in one.
    r"PySide6/(Qt/)?translations/",
    # The GTK theme brings all of GTK for a file dialog; the portal's does as well.
    r"plugins/platformthemes/libqgtk3",
    r"(^|/)lib(gtk-3|gdk-3|atk|cairo|pango|gdk_pixbuf|harfbuzz-subset)[-\w.]*\.so",
    # Ways to draw without a desktop, which only machines without a window use.
    r"plugins/platforms/libq(eglfs|linuxfb|minimalegl|vnc|vkkhrdisplay|minimal)\b",
    r"plugins/(egldeviceintegrations|generic|qmltooling|virtualkeyboard|sqldrivers|tls)/",
    r"plugins/(networkinformation|renderers|sceneparsers|assetimporters|geometryloaders)/",
    r"libQt6EglF[sS]",
    r"libQt6(Sql|Test|Designer|UiTools|Help|OpenGLWidgets|Concurrent|Network)\b",
    r"PySide6/QtNetwork\b",
    # Kinds of images and of screens that nothing here opens.
    r"plugins/imageformats/libq(icns|ico|tga|tiff|wbmp)\b",
    r"plugins/wayland-shell-integration/lib(ivi|fullscreen|wl)-",
    r"plugins/wayland-graphics-integration-client/",
    # Texts are in UTF-8.
    r"(^|/)_codecs_(cn|hk|iso2022|jp|kr|tw)\.",
    # How and from where a package was installed on the building machine.
    r"\.dist-info/(RECORD|INSTALLER|REQUESTED|WHEEL|direct_url\.json)$",
    # No network, so no ciphers; Python has hashes of its own.
    r"(^|/)(_ssl|_hashlib)\.",
    r"(^|/)lib(ssl|crypto|krb5|k5crypto|gssapi_krb5|krb5support)[-.]",
    # Part of every desktop, and fitted to its settings, fonts and bus.
    r"(^|/)lib(X11|X11-xcb|fontconfig|freetype|expat|dbus-1|GL|EGL|drm|gbm|cups|mvec)\.so",
    # All that is said is English.
    r"espeakng_loader/libespeak-ng\.so\.",  # the same file under other names
    r"espeak-ng-data/(?!en_)\w+_dict$",
    r"espeak-ng-data/lang/(?!gmw(/en\b|$))",
    r"espeak-ng-data/voices/mb/",
)
_PATTERN = re.compile("|".join(_NEVER))


def wanted(name: str) -> bool:
    """Whether the file that is to be called ``name`` in the bundle is to come along."""
    return _PATTERN.search(name.replace("\\", "/")) is None
