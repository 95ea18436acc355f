"""A finished paper in the form that lasts: PDF/A-1b (ISO 19005-1). Identical input gives identical bytes."""

from __future__ import annotations

import hashlib
import zlib
from datetime import UTC, datetime
from functools import lru_cache
from html import escape

from reportlab.pdfbase.pdfdoc import (
    NoEncryption,
    PDFArray,
    PDFCatalog,
    PDFDictionary,
    PDFDocument,
    PDFInfo,
    PDFName,
    PDFObject,
    PDFStream,
    PDFString,
)

from mediation_desk.documents.colour import srgb_profile

VERSION = (1, 4)
_PRODUCER = "Mediation Desk"
_COLOUR = "sRGB IEC61966-2.1"
_NO_IDENTITY = b"<" + b"0" * 32 + b">"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>{created}</xmp:CreateDate><xmp:ModifyDate>{created}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def make_archival(doc: PDFDocument, title: str, created: datetime) -> None:
    """Give a document that is drawn and not yet written what PDF/A-1b asks for beside embedded faces.

    ``title`` goes into the file: never a person's name. ``identified`` finishes the written bytes.
    """
    made = created.astimezone(UTC)
    catalog = doc.Catalog
    catalog.__NoDefault__ = [*PDFCatalog.__NoDefault__, "OutputIntents"]
    catalog.Metadata = _metadata(title, made)
    catalog.OutputIntents = PDFArray([doc.Reference(_output_intent(doc))])
    doc.info = _Info(title, made)
    doc.encrypt = _LineEnds()
    doc._ID = b"[" + _NO_IDENTITY * 2 + b"]"


def identified(pdf: bytes) -> bytes:
    """The written document under an identity that is the digest of all it holds."""
    identity = b"<" + hashlib.sha256(pdf).hexdigest()[:32].encode() + b">"
    before, _, after = pdf.rpartition(_NO_IDENTITY * 2)
    return before + identity * 2 + after


class _Info(PDFInfo):  # type: ignore[misc] # ReportLab has no types
    """The title, our name and the day; ReportLab would add an anonymous author and more."""

    def __init__(self, title: str, made: datetime) -> None:
        super().__init__()
        self.title = title
        self._made = f"D:{made:%Y%m%d%H%M%S}Z"

    def format(self, document: PDFDocument) -> bytes:
        day = PDFString(self._made)
        texts = {"Title": PDFString(self.title), "Producer": PDFString(_PRODUCER), "CreationDate": day, "ModDate": day}
        written: bytes = PDFDictionary(texts).format(document)
        return written


class _LineEnds(NoEncryption):  # type: ignore[misc]
    """ReportLab writes ``endstream`` right behind a stream's bytes; the archive form wants a line end between (6.1.7)."""

    def encode(self, content: bytes) -> _Ended:
        return _Ended(content)


class _Ended(PDFObject):  # type: ignore[misc]
    """A stream's bytes, as long as they are, written with a line end after them."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def __len__(self) -> int:
        return len(self._content)

    def format(self, document: PDFDocument) -> bytes:  # noqa: ARG002
        return self._content + b"\n"


def metadata(title: str, made: datetime) -> bytes:
    """The XMP that says what the file is: title, instant (UTC), PDF/A-1b."""
    text = _XMP.format(title=escape(title), created=f"{made:%Y-%m-%dT%H:%M:%SZ}", producer=_PRODUCER)
    return text.encode()


def _metadata(title: str, made: datetime) -> PDFStream:
    stream = PDFStream(content=metadata(title, made))
    stream.dictionary.dict.update(Type=PDFName("Metadata"), Subtype=PDFName("XML"))
    return stream


def _output_intent(doc: PDFDocument) -> PDFDictionary:
    profile = PDFStream(content=packed_profile())
    profile.dictionary.dict.update(N=3, Filter=PDFName("FlateDecode"))
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString(_COLOUR),
            "Info": PDFString(_COLOUR),
            "DestOutputProfile": doc.Reference(profile),
        }
    )


@lru_cache(maxsize=1)
def packed_profile() -> bytes:
    """The sRGB profile, deflated."""
    return zlib.compress(srgb_profile(), 9)
