"""What macOS is told of the program: the keys of its Info.plist. Untried on a Mac."""

from __future__ import annotations


def info(app_id: str, version: str, ending: str, media_type: str) -> dict[str, object]:
    """The keys for ``app_id``; ``ending`` and ``media_type`` are those of shared files.

    No use of the microphone, the camera or the network is declared, because there is none.
    """
    kind = f"{app_id}.routines"
    return {
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "LSApplicationCategoryType": "public.app-category.healthcare-fitness",
        "LSMinimumSystemVersion": "13.0",
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "The Supple authors, MIT licence",
        "NSPrincipalClass": "NSApplication",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Shared stretching routines",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [kind],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": kind,
                "UTTypeDescription": "Shared stretching routines",
                "UTTypeConformsTo": ["public.data"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": [ending.lstrip(".")],
                    "public.mime-type": [media_type],
                },
            }
        ],
    }
