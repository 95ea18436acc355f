"""Views of two-page agreements to be printed: two parties, the facts, eleven terms; other names and sums each time."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random
from uuid import UUID

from bench.cases import Maker
from mediation_desk.documents.agreement_view import AgreementView, PartyKind, PartyView, TermView

TERMS = 11
_NOBODY = UUID(int=0)


def view(seed: int) -> AgreementView:
    """One agreement; the same for the same seed."""
    random = Random(seed)
    maker = Maker(_NOBODY, (_NOBODY,), seed)
    parties = tuple(
        PartyView(
            role=role,
            kind=PartyKind.PERSON,
            name=maker.name(),
            sex="男",
            ethnicity="汉族",
            age=random.randrange(20, 80),
            occupation="个体经营",
            phone=f"13{random.randrange(10**9):09d}",
            identity=f"4108{random.randrange(10**14):014d}",
            address=f"焦作市山阳区和平街{random.randrange(1, 300)}号",
        )
        for role in ("申请人", "被申请人")
    )
    terms = tuple(
        TermView(
            text=f"{parties[1].name}于2026年{n + 1}月{random.randrange(1, 28)}日前（含当日）向{parties[0].name}支付"
            f"{random.randrange(100, 9000)}.00元。"
        )
        for n in range(TERMS)
    )
    return AgreementView(
        wording="2011.1-henan",
        number=f"（2026）焦量人调字第01{seed:03d}号",
        centre="焦作市某某人民调解委员会",
        parties=parties,
        facts=f"{parties[0].name}与{parties[1].name}系邻居。{maker.text(110)}",
        terms=terms,
        performance="现金支付，收款人出具收条。",
        copies="本协议一式三份，当事人双方各一份，人民调解委员会一份。",
        mediators=("李国庆",),
        recorder="牛建军",
        issued=datetime(2026, 11, 24, 2, 0, tzinfo=UTC),
        code="MD-7Q2K-41",
    )
