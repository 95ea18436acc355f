"""One short case a paper, mostly the leaking ceiling of 木城街道; and the same with 20,000 characters in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from tests.documents import agreement_cases

from mediation_desk.documents.agreement_view import PartyKind
from mediation_desk.documents.paper import PaperKind, blank_form
from mediation_desk.documents.paper_view import PaperView
from mediation_desk.documents.papers.application import ApplicationView
from mediation_desk.documents.papers.attorney import AttorneyView
from mediation_desk.documents.papers.identity import HolderView, IdentityView
from mediation_desk.documents.papers.kinds import KINDS
from mediation_desk.documents.papers.people import SignerView
from mediation_desk.documents.papers.registration import RegistrationView, Source
from mediation_desk.documents.papers.rights import RightsView
from mediation_desk.reference.papers import wording_on

CENTRE = "武陟县木城街道人民调解委员会"
NUMBER = "（2026）木城人调字第03001号"
ISSUED = datetime(2026, 9, 8, 2, 21, tzinfo=UTC)
WANG, LI = agreement_cases.LEAK.parties
BANK = agreement_cases.CARD.parties[1]
SIGNERS = (SignerView(role="申请人", name="王𠮷"), SignerView(role="被申请人", name="李㛃"))
NAMES = ("王𠮷", "李㛃")
FACTS = agreement_cases.LEAK.facts
SENTENCE = (
    "双方对事实均无异议，愿意互谅互让；依照《中华人民共和国人民调解法》的规定，经调解员主持，协商一致（见“调解记录”）。"
)
LONG = (SENTENCE * 400)[:20_000]


def _head(key: str) -> dict[str, Any]:
    version = wording_on(key, ISSUED.date()).version
    return {"wording": version, "centre": CENTRE, "number": NUMBER, "code": "MD-7Q2K-41", "issued": ISSUED}


SHORT: dict[str, PaperView] = {
    "application": ApplicationView(
        **_head("application"),
        parties=(WANG, LI),
        facts=FACTS,
        claims=("修复卫生间渗漏；", "赔偿天花板、衣柜损失6,007.14元。"),
        applicants=("王𠮷",),
        recorder="牛建军",
    ),
    "registration": RegistrationView(
        **_head("registration"),
        accepted=date(2026, 9, 2),
        names=NAMES,
        dispute="邻里纠纷",
        source=Source.APPLICATION,
        referrer="公安派出所告知引导",
        facts=FACTS,
        registrar="牛建军",
    ),
    "rights": RightsView(**_head("rights"), parties=SIGNERS, public=False),
    "identity": IdentityView(
        **_head("identity"),
        holders=(
            HolderView(role="申请人", name="王𠮷", document="居民身份证", document_number="410823196803121212"),
            HolderView(
                role="被申请人",
                kind=PartyKind.ORGANISATION,
                name="某银行焦作分行",
                document="营业执照",
                document_number="91410800MA0B7K3C7X",
            ),
        ),
        checker="牛建军",
    ),
    "attorney": AttorneyView(
        **_head("attorney"),
        principal=replace(BANK, role="", agents=()),
        agent=replace(WANG, name="沈琳", role="", age=33, sex="女", occupation="法务经理"),
        relation="职员",
        opposite="周敏𬱖",
        dispute="信用卡纠纷",
        special=True,
        further="代为申请司法确认。",
        begins=date(2026, 7, 27),
    ),
}

_AT_LENGTH = {
    "application": "facts",
    "registration": "facts",
    "attorney": "further",
}


def long_case(key: str) -> PaperView:
    """The short case with 20,000 characters in its longest text, or forty people where there is none."""
    view: Any = SHORT[key]
    if key in _AT_LENGTH:
        value: Any = LONG
        if isinstance(getattr(view, _AT_LENGTH[key]), tuple):
            value = (LONG, *getattr(view, _AT_LENGTH[key]))
        return replace(view, **{_AT_LENGTH[key]: value})
    field = "parties" if hasattr(view, "parties") else "holders"
    first = getattr(view, field)[0]
    return replace(view, **{field: tuple(replace(first, name=f"当事人{place}") for place in range(40))})


def blank_case(kind: PaperKind[Any]) -> PaperView:
    """The empty form with a leased number."""
    head = _head(kind.key)
    return blank_form(kind, centre=CENTRE, issued=ISSUED, wording=head["wording"], number=NUMBER)


ALL: dict[tuple[str, str], PaperView] = {
    **{(key, "short"): view for key, view in SHORT.items()},
    **{(key, "long"): long_case(key) for key in SHORT},
    **{(key, "blank"): blank_case(kind) for key, kind in KINDS.items()},
}
