"""Whether a court would confirm what a term says (民诉法解释 Art. 355: not accepted; Art. 358: dismissed). Hints only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from mediation_desk.domain.records import Term
from mediation_desk.domain.records.agreement import ACT, PAY
from mediation_desk.domain.wording_hints import UNCLEAR
from mediation_desk.domain.words import N_

_STATUS: Final = "民诉法解释第三百五十五条第三项（身份关系）"
_SPECIAL: Final = "民诉法解释第三百五十五条第四项（其他特别程序、公示催告程序、破产程序）"
_TITLE: Final = "民诉法解释第三百五十五条第五项（物权、知识产权确权）"
_SCOPE: Final = "民诉法解释第三百五十五条第一项（不属于人民法院受理范围）"
_OTHERS: Final = "民诉法解释第三百五十八条第一项至第三项（强制性规定、他人利益、公序良俗）"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a court may not confirm it, and the rule; ``field`` of the term it is about."""

    sentence: str
    basis: str
    field: str = "text"


_BY_WORDS: Final = (
    (
        re.compile(
            r"(?:婚姻|夫妻|收养|亲子|父子|母子|父女|母女|监护|抚养)关系.{0,6}(?:有效|无效|解除|成立|存在|终止)|"
            r"(?:同意|自愿|协议|准予)?离婚|解除婚姻"
        ),
        Doubt(
            N_("A court does not confirm that marriage, adoption or kinship holds, is void or is dissolved."), _STATUS
        ),
    ),
    (
        re.compile(
            r"(?:所有权|产权|使用权|承包(?:经营)?权|宅基地|房屋|房产|土地|林地|股权|专利权?|商标权?|著作权)"
            r"[^。；]{0,20}(?:归|属于|确认为|确权)[^。；]{0,20}(?:所有|享有|$|[。；])"
        ),
        Doubt(
            N_(
                "A court does not confirm who owns a thing or a right. Write who does what: hands over, transfers, registers."
            ),
            _TITLE,
        ),
    ),
    (
        re.compile(r"破产|公示催告|宣告(?:失踪|死亡)|限制民事行为能力|无民事行为能力"),
        Doubt(N_("This belongs to another procedure of its own."), _SPECIAL),
    ),
    (
        re.compile(r"行政处罚|刑事责任|不(?:再)?报案|撤(?:销|回)报案|不(?:再)?举报|撤案|不予追究刑事"),
        Doubt(N_("Punishment and reports to the authorities are not for the parties to dispose of."), _SCOPE),
    ),
    (
        re.compile(r"(?:删除|消除|修改|撤销).{0,6}(?:征信|信用)(?:不良)?(?:记录|报告)|赌债|代孕|放弃(?:抚养费|赡养)"),
        Doubt(N_("A court does not confirm what the law forbids or what harms others."), _OTHERS),
    ),
)

_AT_ONCE: Final = re.compile(r"免除|减免|放弃|不再|撤回|撤销|当场|即时")
"""What is done by the agreement itself needs no day."""


def doubts(term: Term) -> Iterator[Doubt]:
    """What a court may hold against one term."""
    text = "\n".join(part for part in (term.text, term.standard, term.consequence) if part)
    yield from (doubt for pattern, doubt in _BY_WORDS if pattern.search(text))
    if term.term_kind not in (ACT, PAY):
        return
    if not term.obligor_ids:
        yield Doubt(N_("Who performs is not said."), UNCLEAR, "obligor_ids")
    if term.due is None and not term.schedule and not _AT_ONCE.search(term.text):
        yield Doubt(N_("By when it is performed is not said."), UNCLEAR, "due")
    if term.term_kind == PAY:
        yield from _payment(term)
    elif re.search(r"修复|修理|维修|整改|恢复原状", term.text) and not term.standard.strip():
        yield Doubt(N_("A repair needs its standard of acceptance."), UNCLEAR, "standard")


def _payment(term: Term) -> Iterator[Doubt]:
    if not term.amount:
        yield Doubt(N_("The amount is not said."), UNCLEAR, "amount")
    if not term.obligee_ids:
        yield Doubt(N_("To whom it is paid is not said."), UNCLEAR, "obligee_ids")
    if not term.method.strip() and not term.account.strip():
        yield Doubt(N_("How it is paid is not said."), UNCLEAR, "method")
