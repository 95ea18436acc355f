"""履行凭证 (domain §4.0, item 9): one for each performance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.due import Missing
from mediation_desk.actions.paper_views.people import names_of, signer_view
from mediation_desk.actions.paper_views.source import Head, PaperSource, need, two
from mediation_desk.documents.papers.people import SignerView
from mediation_desk.documents.papers.receipt import ReceiptView
from mediation_desk.domain.numerals import chinese_count
from mediation_desk.domain.records import Performance, Term
from mediation_desk.domain.records.agreement import ACT, PAY
from mediation_desk.domain.words import N_, Say

_WAYS = ("银行转账", "银行汇款", "微信转账", "微信", "支付宝", "转账", "汇款", "刷卡", "现金")


def _way(term: Term) -> str:
    """How it was paid, where the term names one of the usual ways; else it is left for the hand."""
    return next((way for way in _WAYS if way in term.method), "")


def _term(file: CaseFile, performance: Performance) -> Term | None:
    return next((t for t in file.terms if t.id == performance.term_id), None)


def _records(file: CaseFile) -> list[Performance]:
    return sorted(file.performances, key=lambda p: (p.on, p.id.int))


def _lacking(file: CaseFile, performance: Performance) -> Iterator[Missing]:
    term = _term(file, performance)
    yield from need(term, N_("Term that was performed not chosen"), "performances", "term_id")
    if term is not None and term.term_kind == PAY:
        yield from need(performance.amount, N_("Amount that was paid missing"), "performances", "amount")


def _view(file: CaseFile, performance: Performance, head: Head) -> ReceiptView:
    term = _term(file, performance)
    agreement = file.agreement
    money = term is None or term.term_kind != ACT
    return ReceiptView(
        **head.fields(),
        agreement=agreement.number if agreement else "",
        payer=_together(file, term.obligor_ids if term else ()),
        payee=_together(file, term.obligee_ids if term else ()),
        item=_item(file, performance, term) if term and money else "",
        amount=performance.amount if money else None,
        method=_way(term) if term and money else "",
        act="" if term is None or money else _act(term),
        remaining=_remaining(file, performance, term) if term and money else None,
        on=performance.on,
        note=performance.note,
    )


def _together(file: CaseFile, ids: Sequence[UUID]) -> SignerView:
    """One party in full; several by their names."""
    if len(ids) == 1:
        return signer_view(file, file.party(ids[0]))
    return SignerView(name="、".join(names_of(file, tuple(ids))))


def _act(term: Term) -> str:
    text = term.text.strip().rstrip("。")
    standard = term.standard.strip().rstrip("。")
    return f"{text}；{standard}。" if standard else f"{text}。"


def _paid(file: CaseFile, until: Performance, term: Term) -> list[Performance]:
    """What was performed of a term so far, this one included."""
    paid = [p for p in _records(file) if p.term_id == term.id]
    return paid[: paid.index(until) + 1]


def _item(file: CaseFile, performance: Performance, term: Term) -> str:
    what = term.text.strip() or "款项"
    if not term.schedule:
        return what
    return f"第{chinese_count(len(_paid(file, performance, term)))}期{what}"


def _remaining(file: CaseFile, performance: Performance, term: Term) -> int | None:
    if term.amount is None:
        return None
    return max(0, term.amount - sum(p.amount or 0 for p in _paid(file, performance, term)))


def _called(file: CaseFile, performance: Performance) -> str:
    return str(_records(file).index(performance) + 1) if len(file.performances) > 1 else ""


SOURCE = PaperSource(
    "receipt",
    _records,
    _view,
    absent=Missing(Say(N_("Nothing performed yet")), "performances"),
    lacking=_lacking,
    called=_called,
    copies=two,
)
