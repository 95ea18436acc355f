"""The parts papers are laid out from: each gives its pieces for the page flow and the text it prints."""

from mediation_desk.documents.layout.block import Block
from mediation_desk.documents.layout.fields import Field, Fields
from mediation_desk.documents.layout.held import Held
from mediation_desk.documents.layout.paragraph import Heading, Paragraph
from mediation_desk.documents.layout.ruled import Frame, Ruled
from mediation_desk.documents.layout.signatures import SealSpace, SignatureLine
from mediation_desk.documents.layout.space import Space
from mediation_desk.documents.layout.table import Table
from mediation_desk.documents.layout.title import Centred, Numbered, Title

__all__ = [
    "Block",
    "Centred",
    "Field",
    "Fields",
    "Frame",
    "Heading",
    "Held",
    "Numbered",
    "Paragraph",
    "Ruled",
    "SealSpace",
    "SignatureLine",
    "Space",
    "Table",
    "Title",
]
