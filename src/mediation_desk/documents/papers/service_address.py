"""送达地址确认书 (在线调解规则 Art. 17; 民诉法解释 Art. 354): one a party."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mediation_desk.documents.compose import Compose
from mediation_desk.documents.flow import Bond
from mediation_desk.documents.layout import Block
from mediation_desk.documents.paper import PaperKind
from mediation_desk.documents.paper_view import PaperView
from mediation_desk.documents.papers.people import SignerView, party_signatures

_TOLD = 4


@dataclass(frozen=True, kw_only=True)
class ServiceAddressView(PaperView):
    """``receiver`` may take papers for the party; ``electronic`` is its consent (民事诉讼法 Art. 90), None while open."""

    dispute: str = ""
    opposite: str = ""
    recipient: SignerView | None = None
    receiver: str = ""
    address: str = ""
    postcode: str = ""
    phone: str = ""
    electronic: bool | None = None
    mobile: str = ""
    mail: str = ""
    fax: str = ""
    note: str = ""
    taker: str = ""


def _blocks(view: ServiceAddressView, page: Compose) -> Iterator[Block]:
    recipient = view.recipient or SignerView()
    yield page.title()
    yield page.fields(
        (page.field("dispute", view.dispute, 1, 8), page.field("opposite", view.opposite, 1, 8)), spread=4
    )
    yield page.heading("told")
    for place in range(1, _TOLD + 1):
        yield page.said(f"told_{place}")
    yield page.fields(
        (page.field("recipient", recipient.name, 1.4, 8), page.field("receiver", view.receiver, 1, 6)),
        (page.field("address", view.address),),
        (page.field("postcode", view.postcode, 1, 6), page.field("phone", view.phone, 1.4, 8)),
        before=10,
        spread=4,
    )
    consent = page.choice((view.electronic is True, "electronic_yes"), (view.electronic is False, "electronic_no"))
    yield page.written(page.words("electronic") + consent, indent=0, before=8, bond=Bond.FIRM)
    yield page.fields(
        (page.field("mobile", view.mobile, 1, 7), page.field("mail", view.mail, 1.4, 10)),
        (page.field("fax", view.fax),),
        (page.field("note", view.note),),
        spread=4,
    )
    yield page.said("declaration", before=8)
    yield from party_signatures((recipient,), page, "sign", "how_person")
    yield page.sign("sign_taker", "how_signature", name=view.taker)


SERVICE_ADDRESS = PaperKind("service_address", ServiceAddressView, _blocks)
