"""履行凭证 (domain §4.0, item 9): a 收条 for money, a 履行确认书 for an act; signed by whom it was owed to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mediation_desk.documents.compose import Compose, by_hand, day
from mediation_desk.documents.layout import Block
from mediation_desk.documents.paper import LARGE, PaperKind
from mediation_desk.documents.paper_view import PaperView
from mediation_desk.documents.papers.people import SignerView, party_signatures
from mediation_desk.domain.capital import to_capital
from mediation_desk.domain.money import format_amount

_YUAN = "人民币"  # printed by the sentence itself


@dataclass(frozen=True, kw_only=True)
class ReceiptView(PaperView):
    """What was received: ``amount`` fen as ``item`` (第一期款 …) by ``method``, or an ``act`` performed.

    ``remaining`` is what is still owed afterwards, fen; 0 says that all is paid, None says nothing.
    """

    agreement: str = ""
    payer: SignerView | None = None
    payee: SignerView | None = None
    item: str = ""
    amount: int | None = None
    method: str = ""
    act: str = ""
    remaining: int | None = None
    on: date | None = None
    witness: str = ""
    note: str = ""


def _blocks(view: ReceiptView, page: Compose) -> Iterator[Block]:
    payer, payee = view.payer or SignerView(), view.payee or SignerView()
    names = by_hand(payer.name, 10), by_hand(payee.name, 10)
    agreement = by_hand(view.agreement, 16)
    yield page.title(_title(view))
    if view.act:
        yield page.said("act", before=12, agreement=agreement, on=day(view.on), payer=names[0], payee=names[1])
        yield page.written(view.act)
    else:
        yield _money(view, page, agreement, names[0])
        yield page.said("on", on=day(view.on))
    if view.remaining is not None:
        yield page.said("remaining", settled=_settled(view.remaining, page))
    if view.note:
        yield page.written(page.words("note") + view.note)
    yield from party_signatures((payee,), page, "sign_obligee" if view.act else "sign_payee", "how_finger")
    yield from party_signatures((payer,), page, "sign_obligor" if view.act else "sign_payer", "how_signature")
    if view.witness or not view.draft:
        yield page.sign("sign_witness", "how_signature", name=view.witness)


def _money(view: ReceiptView, page: Compose, agreement: str, payer: str) -> Block:
    capital = "" if view.amount is None else to_capital(view.amount).removeprefix(_YUAN)
    amount = "" if view.amount is None else format_amount(view.amount)
    return page.said(
        "money",
        before=12,
        payer=payer,
        agreement=agreement,
        item=by_hand(view.item, 8),
        capital=by_hand(capital, 18),
        amount=by_hand(amount, 8),
        method=by_hand(view.method, 6),
    )


def _settled(remaining: int, page: Compose) -> str:
    if not remaining:
        return page.words("settled")
    capital = to_capital(remaining).removeprefix(_YUAN)
    return page.words("not_settled", capital=capital, amount=format_amount(remaining))


def _title(view: ReceiptView) -> str:
    return "title_act" if view.act else "title"


RECEIPT = PaperKind("receipt", ReceiptView, _blocks, _title, sizes=LARGE)
