"""A role as a font ReportLab can set: canvases, drawings and flowables fall back from face to face by themselves.

ReportLab asks its TrueType fonts to split a string into *subsets*; here a subset is a face of the chain. Each face is
embedded once a document, whatever roles use it, as a two-byte (Identity-H) font with only the glyphs that were drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any
from weakref import WeakKeyDictionary

from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from mediation_desk.documents.clusters import clusters, drawable
from mediation_desk.documents.sfnt import Face
from mediation_desk.documents.subset import program
from mediation_desk.documents.textlayer import to_unicode
from mediation_desk.documents.typefaces import Role, chain

_SYMBOLIC = 4
_FULL = 1000  # an ideograph's width, which most glyphs have
_STEM = 80  # thousandths of the em; viewers use it only to replace a face that is not embedded


class EmbeddedFace:
    """One face in one document: the glyphs drawn so far, each under its two-byte code."""

    def __init__(self, face: Face, order: int) -> None:
        self.face = face
        self.internal_name = f"F{order}"
        self.base_name = f"{_tag(order)}+{face.name}"
        self._texts: list[str] = [""]
        self._glyphs: list[int] = [0]
        self._codes: dict[tuple[str, int], bytes] = {}

    def code(self, drawn: tuple[str, int]) -> bytes:
        """The two bytes that draw a (text, glyph) pair; a new pair gets the next code."""
        try:
            return self._codes[drawn]
        except KeyError:
            text, glyph = drawn
            self._codes[drawn] = code = len(self._glyphs).to_bytes(2, "big")
            self._texts.append(text)
            self._glyphs.append(glyph)
            return code

    def add_objects(self, doc: pdfdoc.PDFDocument) -> None:
        """Write the font, its program, widths and text layer into the document."""
        data, count = program(self.face, self._glyphs)
        file = _stream(doc, data, f"program:{self.base_name}", Length1=len(data))
        present = (1 << count) - 1 << (-count % 8)
        cid_set = _stream(doc, present.to_bytes((count + 7) // 8, "big"), f"present:{self.base_name}")
        descriptor = pdfdoc.PDFDictionary(self._descriptor(file, cid_set))
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": f"/{self.base_name}",
                "CIDSystemInfo": "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
                "CIDToGIDMap": "/Identity",
                "DW": _FULL,
                "W": f"[{' '.join(_unusual(map(self.face.advance, self._glyphs)))}]",
                "FontDescriptor": doc.Reference(descriptor, f"descriptor:{self.base_name}"),
            }
        )
        font = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": f"/{self.base_name}",
                "Encoding": "/Identity-H",
                "DescendantFonts": pdfdoc.PDFArray([doc.Reference(descendant, f"glyphs:{self.base_name}")]),
                "ToUnicode": _stream(doc, to_unicode(self._texts), f"text:{self.base_name}"),
            }
        )
        doc.idToObject["BasicFonts"].dict[self.internal_name] = doc.Reference(font, f"font:{self.base_name}")

    def _descriptor(self, file: object, cid_set: object) -> dict[str, object]:
        scale = 1000 / self.face.em
        box = " ".join(str(round(edge * scale)) for edge in self.face.bounds)
        return {
            "Type": "/FontDescriptor",
            "FontName": f"/{self.base_name}",
            "Flags": _SYMBOLIC,
            "FontBBox": f"[{box}]",
            "Ascent": round(self.face.ascent * scale),
            "Descent": round(self.face.descent * scale),
            "CapHeight": 700,
            "ItalicAngle": 0,
            "StemV": _STEM,
            "FontFile2": file,
            "CIDSet": cid_set,
        }


_embedded: WeakKeyDictionary[pdfdoc.PDFDocument, dict[Face, EmbeddedFace]] = WeakKeyDictionary()


def embedded(doc: pdfdoc.PDFDocument, face: Face) -> EmbeddedFace:
    """The face in this document, joining it at its first use."""
    faces = _embedded.setdefault(doc, {})
    if face not in faces:
        faces[face] = EmbeddedFace(face, len(faces) + 1)
        doc.delayedFonts.append(_Delayed(faces[face]))
    return faces[face]


class _Delayed:
    """What ReportLab calls when all pages are drawn."""

    def __init__(self, face: EmbeddedFace) -> None:
        self._face = face

    def addObjects(self, doc: pdfdoc.PDFDocument) -> None:
        self._face.add_objects(doc)


class RoleFont(TTFont):  # type: ignore[misc] # ReportLab has no types
    """The font ReportLab knows by the role's name, e.g. ``仿宋``."""

    def __init__(self, role: Role) -> None:
        # Not TTFont's own: that would parse the whole face.
        self.fontName = str(role)
        self._chain = chain(role)
        self.face = pdfmetrics.TypeFace(self._chain.faces[0].name)
        first = self._chain.faces[0]
        self.face.ascent = round(first.ascent * 1000 / first.em)
        self.face.descent = round(first.descent * 1000 / first.em)

    @property
    def shapable(self) -> bool:
        """Chinese needs no shaping; marks stay with their base by cluster."""
        return False

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: ARG002
        """Width in points."""
        return self._chain.width(drawable(text)) * size / 1000

    def splitString(
        self,
        text: str,
        doc: pdfdoc.PDFDocument,
        encoding: str = "utf-8",  # noqa: ARG002
    ) -> list[tuple[int, bytes]]:
        """Runs of (face of the chain, two-byte codes); ``ValueError`` for a character that should have been refused."""
        runs: list[tuple[int, bytes]] = []
        current, codes = -1, bytearray()
        faces: list[EmbeddedFace | None] = [None] * len(self._chain.faces)
        for cluster in clusters(drawable(text)):
            drawn = self._chain.drawn(cluster)
            if drawn is None:
                raise ValueError(f"no face draws U+{ord(cluster[0]):04X}")
            if drawn.face != current:
                if codes:
                    runs.append((current, bytes(codes)))
                current, codes = drawn.face, bytearray()
            target = faces[current]
            if target is None:
                target = faces[current] = embedded(doc, self._chain.faces[current])
            for pair in drawn.glyphs:
                codes += target.code(pair)
        if codes:
            runs.append((current, bytes(codes)))
        return runs

    def getSubsetInternalName(self, subset: int, doc: pdfdoc.PDFDocument) -> str:
        """The resource name of a face of the chain in this document."""
        return f"/{embedded(doc, self._chain.faces[subset]).internal_name}"


def font(role: Role) -> str:
    """The role's ReportLab font name, registered at its first use."""
    name = str(role)
    if name not in pdfmetrics._fonts:
        pdfmetrics.registerFont(RoleFont(role))
    return name


def _stream(doc: pdfdoc.PDFDocument, content: bytes, name: str, **entries: Any) -> Any:
    stream = pdfdoc.PDFStream(content=content)
    stream.dictionary.dict.update(entries)
    if doc.compression:
        stream.filters = [pdfdoc.PDFZCompress]
    return doc.Reference(stream, name)


def _unusual(widths: Iterable[float]) -> Iterator[str]:
    """``code [width …]`` for each run of codes that are not as wide as an ideograph."""
    for full, run in groupby(enumerate(widths), lambda one: one[1] == _FULL):
        if not full:
            codes, own = zip(*run, strict=True)
            yield f"{codes[0]} [{' '.join(f'{width:g}' for width in own)}]"


def _tag(order: int) -> str:
    """Six letters that set subsets of a document apart."""
    return "AAAAA" + chr(ord("A") + order - 1)
