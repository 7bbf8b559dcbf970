"""The zip around a Word file, the same bytes for the same content."""

from __future__ import annotations

import io
import zipfile

_CONTENT_TYPES = "[Content_Types].xml"
_DATE = (1980, 1, 1, 0, 0, 0)
"""The first day a zip can hold: entries tell neither clock nor time zone."""


def stable(content: bytes) -> bytes:
    """The same package with its entries in fixed order and without times."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as target,
    ):
        for name in sorted(source.namelist(), key=lambda name: (name != _CONTENT_TYPES, name)):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            target.writestr(entry, source.read(name))
    return packed.getvalue()
