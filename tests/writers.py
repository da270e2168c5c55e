"""Word documents made of raw XML, for what no library writes."""

from __future__ import annotations

import io
import zipfile

__all__ = ["docx_of"]


def docx_of(body: str, **parts: str) -> bytes:
    """A package with this w:body, and further parts ("word/numbering.xml") given as XML."""
    from docx import Document

    buffer = io.BytesIO()
    Document().save(buffer)
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    out = io.BytesIO()
    with zipfile.ZipFile(buffer) as base, zipfile.ZipFile(out, "w") as package:
        for name in base.namelist():
            data = base.read(name)
            if name == "word/document.xml":
                data = f"<w:document {namespace}><w:body>{body}</w:body></w:document>".encode()
            elif name in parts:
                data = parts[name].replace("<w:", "<w:", 1).encode()
            package.writestr(name, data)
        for name, text in parts.items():
            if name not in base.namelist():
                package.writestr(name, text)
    return out.getvalue()
