"""当事人身份证明 (domain §4.0, item 3): a sheet a party with places for copies of both sides, checked against the original."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mediation_desk.documents.agreement_view import PartyKind
from mediation_desk.documents.canvas import MM
from mediation_desk.documents.compose import Compose
from mediation_desk.documents.flow import Bond
from mediation_desk.documents.layout import Block, Field, Frame, Held
from mediation_desk.documents.paper import PaperKind
from mediation_desk.documents.paper_view import PaperView

_CARD = (96 * MM, 62 * MM)  # an identity card is 85.6 by 54 mm
_LICENCE = 92 * MM


@dataclass(frozen=True, kw_only=True)
class HolderView:
    """A party and the document that was shown; ``document`` is its name (居民身份证, 营业执照 …)."""

    role: str = ""
    kind: PartyKind = PartyKind.PERSON
    name: str = ""
    document: str = ""
    document_number: str = ""


@dataclass(frozen=True, kw_only=True)
class IdentityView(PaperView):
    """``checker`` compared the copies with the originals."""

    holders: tuple[HolderView, ...] = ()
    checker: str = ""


def _blocks(view: IdentityView, page: Compose) -> Iterator[Block]:
    words = page.words
    yield page.title()
    for holder in view.holders or (HolderView(),):
        label = "organisation_name" if holder.kind is PartyKind.ORGANISATION else "name"
        block = page.fields(
            (page.field(label, holder.name, 2, 8), page.field("role", holder.role, 1, 5)),
            (
                Field(words("document"), holder.document, 1, 6),
                Field(words("document_number"), holder.document_number, 2, 12),
            ),
            before=10,
        )
        yield Held(block)
        yield from _frames(holder, page)
        yield page.said("checked", indent=0, before=10, bond=Bond.FIRM)
        yield page.sign("sign_checker", "how_signature", name=view.checker)


def _frames(holder: HolderView, page: Compose) -> Iterator[Block]:
    words, (wide, high) = page.words, _CARD
    if holder.kind is PartyKind.ORGANISATION:
        yield Frame(words("licence"), _LICENCE, page.role, before=12)
        yield Frame(words("representative"), high, page.role, wide, before=10)
        return
    yield Frame(words("front"), high, page.role, wide, before=12)
    yield Frame(words("back"), high, page.role, wide, before=10)


IDENTITY = PaperKind("identity", IdentityView, _blocks)
