"""A finished paper in the form that lasts: PDF/A-1b (ISO 19005-1). Identical input gives identical bytes."""

from __future__ import annotations

import hashlib
import io
import zlib
from datetime import UTC, datetime
from functools import lru_cache
from html import escape

import pikepdf

from mediation_desk.documents.canvas import pdf_date
from mediation_desk.documents.colour import srgb_profile

_PRODUCER = "Mediation Desk"
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


def archived(pdf: bytes, title: str, created: datetime) -> bytes:
    """The drawn PDF as PDF/A-1b, titled and dated. ``title`` goes into the file: never a person's name.

    Every face must already be embedded, which ``embedding`` sees to.
    """
    made = created.astimezone(UTC)
    with pikepdf.open(io.BytesIO(pdf)) as paper:
        paper.Root.Metadata = _metadata(paper, title, made)
        paper.Root.OutputIntents = pikepdf.Array([_output_intent(paper)])
        paper.trailer.Info = paper.make_indirect(
            pikepdf.Dictionary(Title=title, Producer=_PRODUCER, CreationDate=pdf_date(made), ModDate=pdf_date(made))
        )
        identity = hashlib.sha256(pdf + title.encode() + made.isoformat().encode()).digest()[:16]
        paper.trailer.ID = pikepdf.Array([pikepdf.String(identity), pikepdf.String(identity)])
        out = io.BytesIO()
        paper.save(
            out,
            min_version="1.4",
            force_version="1.4",
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            compress_streams=False,
            fix_metadata_version=False,
        )
    return out.getvalue()


def _metadata(paper: pikepdf.Pdf, title: str, made: datetime) -> pikepdf.Stream:
    text = _XMP.format(title=escape(title), created=made.strftime("%Y-%m-%dT%H:%M:%SZ"), producer=_PRODUCER)
    return pikepdf.Stream(paper, text.encode(), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)


def _output_intent(paper: pikepdf.Pdf) -> pikepdf.Object:
    profile = pikepdf.Stream(paper, _packed_profile(), N=3, Filter=pikepdf.Name.FlateDecode)
    return paper.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.OutputIntent,
            S=pikepdf.Name.GTS_PDFA1,
            OutputConditionIdentifier="sRGB IEC61966-2.1",
            Info="sRGB IEC61966-2.1",
            DestOutputProfile=profile,
        )
    )


@lru_cache(maxsize=1)
def _packed_profile() -> bytes:
    return zlib.compress(srgb_profile(), 9)
