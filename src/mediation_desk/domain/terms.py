"""The text of a term, rendered from what it says: who, to whom, what, how much, by when, how, and what if not.

A court confirms only what is clear (民诉法解释 Art. 358(5)), and 以前 alone is doubtful (民法典 Art. 1259): every day reads
“前（含当日）”. The text is Chinese always, for it is printed.
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from mediation_desk.domain.capital import to_capital
from mediation_desk.domain.dates import print_by
from mediation_desk.domain.money import format_amount
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Term
from mediation_desk.domain.records.agreement import ACT, PAY, Instalment
from mediation_desk.domain.words import N_

INLINE_PARTS = 3
"""Up to so many instalments stand in the sentence; more stand in a table beneath it."""

NameOf = Callable[[UUID], str]
_ENDS = "。；！？"


def term_text(term: Term, name_of: NameOf) -> str:
    """The whole text of a term, ending in a full stop. ``name_of`` gives a party's name by id."""
    sentences = [_first(term, name_of)]
    if term.consequence.strip():
        sentences.append(term.consequence.strip())
    return "".join(_closed(s) for s in sentences if s)


def has_table(term: Term) -> bool:
    """Whether the instalments stand in a table beneath the text."""
    return term.term_kind == PAY and len(term.schedule) > INLINE_PARTS


def check_schedule(term: Term) -> None:
    """``KnownProblem`` when the instalments do not add up to the amount, to the fen, or are out of order."""
    if not term.schedule:
        return
    total = sum(part.amount for part in term.schedule)
    if term.amount is not None and total != term.amount:
        raise KnownProblem(
            N_("The instalments add up to {total} yuan, but the amount is {amount} yuan. Nothing was saved."),
            total=format_amount(total),
            amount=format_amount(term.amount),
        )
    days = [part.due for part in term.schedule]
    if days != sorted(days):
        raise KnownProblem(N_("The instalments are not in the order of their days. Nothing was saved."))


def _first(term: Term, name_of: NameOf) -> str:
    obligors = "、".join(name_of(i) for i in term.obligor_ids)
    if term.term_kind == PAY:
        return _payment(term, obligors, "、".join(name_of(i) for i in term.obligee_ids))
    text = term.text.strip()
    if term.term_kind == ACT:
        due = f"于{print_by(term.due)}" if term.due else ""
        text = f"{obligors}{due}{text.rstrip(_ENDS)}"
    return f"{text.rstrip('。')}；{term.standard.strip()}" if term.standard.strip() else text


def _payment(term: Term, obligors: str, obligees: str) -> str:
    amount = term.amount or 0
    due = f"于{print_by(term.due)}" if term.due and not term.schedule else ""
    paid = f"{obligors}{due}向{obligees}支付{term.text.strip()}{format_amount(amount)}元（{to_capital(amount)}）"
    way = "，".join(part for part in (term.method.strip(), _account(term.account)) if part)
    plan = _plan(term.schedule)
    return "；".join(part for part in (f"{paid}{plan}", way, term.standard.strip()) if part)


def _plan(schedule: tuple[Instalment, ...]) -> str:
    if not schedule:
        return ""
    if len(schedule) > INLINE_PARTS:
        return f"，分{len(schedule)}期支付，各期日期和金额见所附分期付款表"
    parts = "，".join(f"{print_by(p.due)}付{format_amount(p.amount)}元" for p in schedule)
    return f"，分{len(schedule)}期支付：{parts}"


def _account(account: str) -> str:
    return f"收款账户：{account.strip()}" if account.strip() else ""


def _closed(sentence: str) -> str:
    return sentence if sentence.endswith(tuple(_ENDS)) else f"{sentence}。"
