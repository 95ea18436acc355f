"""One short case a paper, mostly the leaking ceiling of 木城街道; and the same with 20,000 characters in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from tests.documents import agreement_cases

from mediation_desk.documents.agreement_view import AgentView, AgreementForm, PartyKind
from mediation_desk.documents.paper import PaperKind, blank_form
from mediation_desk.documents.paper_view import Printable
from mediation_desk.documents.papers.application import ApplicationView
from mediation_desk.documents.papers.attorney import AttorneyView
from mediation_desk.documents.papers.confirmation import ApplicantView, ConfirmationView
from mediation_desk.documents.papers.consent import ConsentView
from mediation_desk.documents.papers.court_report import CourtReportView
from mediation_desk.documents.papers.court_summary import CourtSummaryView, Step, Track
from mediation_desk.documents.papers.decline import DeclineReason, DeclineView
from mediation_desk.documents.papers.disclosure import DisclosureView, Opinion
from mediation_desk.documents.papers.effect_notice import EffectNoticeView
from mediation_desk.documents.papers.ending import TerminationReason
from mediation_desk.documents.papers.evidence import EvidenceItem, EvidenceView
from mediation_desk.documents.papers.evidence_sheet import EvidenceSheet, EvidenceSheetView
from mediation_desk.documents.papers.extension import ExtensionView
from mediation_desk.documents.papers.false_mediation import FalseMediationView
from mediation_desk.documents.papers.follow_up import FollowUpView, Performed
from mediation_desk.documents.papers.handed import Material
from mediation_desk.documents.papers.hosted import HostedView
from mediation_desk.documents.papers.identity import HolderView, IdentityView
from mediation_desk.documents.papers.inquiry import InquiryView
from mediation_desk.documents.papers.kinds import KINDS
from mediation_desk.documents.papers.meeting import MeetingView, Outcome
from mediation_desk.documents.papers.people import SignerView
from mediation_desk.documents.papers.privacy import PrivacyView, Sensitive
from mediation_desk.documents.papers.receipt import ReceiptView
from mediation_desk.documents.papers.referral_receipt import Referral, ReferralReceiptView
from mediation_desk.documents.papers.registration import RegistrationView, Source
from mediation_desk.documents.papers.rights import RightsView
from mediation_desk.documents.papers.service_address import ServiceAddressView
from mediation_desk.documents.papers.termination import TerminationView
from mediation_desk.documents.papers.undisputed import UndisputedView
from mediation_desk.documents.papers.volume import BackView, ContentsEntry, ContentsView, CoverView, VolumeNotesView
from mediation_desk.reference.papers import wording_on

CENTRE = "武陟县木城街道人民调解委员会"
NUMBER = "（2026）木城人调字第03001号"
ISSUED = datetime(2026, 9, 8, 2, 21, tzinfo=UTC)
WANG, LI = agreement_cases.LEAK.parties
BANK = agreement_cases.CARD.parties[1]
SIGNERS = (SignerView(role="申请人", name="王𠮷"), SignerView(role="被申请人", name="李㛃"))
CARD_NAMES = ("周敏𬱖", "某银行焦作分行")
CARD_SIGNERS = (
    SignerView(role="申请人", name="周敏𬱖"),
    SignerView(
        role="被申请人",
        kind=PartyKind.ORGANISATION,
        name="某银行焦作分行",
        legal_representative="高翔",
        agents=(AgentView(name="沈琳"),),
    ),
)
MATERIALS = (Material(material="起诉状", copies=2, pages=3), Material(material="证据材料", copies=1, pages=16))
NAMES = ("王𠮷", "李㛃")
FACTS = agreement_cases.LEAK.facts
MINUTES = "\n".join(
    (
        "问：我们是木城街道人民调解委员会的调解员，今天就你家卫生间渗漏一事向你了解情况，请如实陈述。听清楚了吗？",
        "答：听清楚了。",
        "问：渗漏是从什么时候开始的？",
        "答：八月上旬我家换过淋浴管，后来楼下王𠮷上来说天花板滴水，我请人看过，是地漏接口松了。",
        "问：王𠮷家的损失，你是否认可？",
        "答：照片我看了，天花板和衣柜确实泡了，价钱合理我愿意赔。",
    )
)
SENTENCE = (
    "双方对事实均无异议，愿意互谅互让；依照《中华人民共和国人民调解法》的规定，经调解员主持，协商一致（见“调解记录”）。"
)
LONG = (SENTENCE * 400)[:20_000]


def _head(key: str) -> dict[str, Any]:
    version = wording_on(key, ISSUED.date()).version
    return {"wording": version, "centre": CENTRE, "number": NUMBER, "code": "MD-7Q2K-41", "issued": ISSUED}


SHORT: dict[str, Printable] = {
    "agreement": agreement_cases.LEAK,
    "oral_agreement": replace(agreement_cases.LEAK, form=AgreementForm.ORAL, copies=""),
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
    "inquiry": InquiryView(
        **_head("inquiry"),
        at=datetime(2026, 9, 3, 2, 0, tzinfo=UTC),
        place="武陟县木城街道和平街18号2单元4楼东户",
        present="赵敏",
        questioned="李㛃",
        investigators=("李国庆",),
        recorder="牛建军",
        minutes=MINUTES,
    ),
    "evidence": EvidenceView(
        **_head("evidence"),
        items=(
            EvidenceItem(
                name="天花板渗漏照片",
                sort="书证",
                provider="王𠮷",
                original=False,
                pages=4,
                proves="卫生间渗漏致楼下天花板、衣柜受损",
                submitted=date(2026, 9, 3),
            ),
            EvidenceItem(name="衣柜购买发票", sort="书证", provider="王𠮷", original=True, pages=1, proves="衣柜价值"),
        ),
        providers=("王𠮷",),
        receiver="牛建军",
    ),
    "evidence_sheet": EvidenceSheetView(
        **_head("evidence_sheet"),
        sheets=(
            EvidenceSheet(order=1, name="天花板渗漏照片", provider="王𠮷", pages=4),
            EvidenceSheet(order=2, name="衣柜购买发票", provider="王𠮷", pages=1),
        ),
        checker="牛建军",
    ),
    "meeting": MeetingView(
        **_head("meeting"),
        ordinal=2,
        at=datetime(2026, 9, 8, 1, 30, tzinfo=UTC),
        place="木城街道调解点",
        form="现场",
        public=False,
        subject="王𠮷与李㛃邻里纠纷",
        parties=SIGNERS,
        present=("赵敏",),
        minutes=MINUTES,
        outcome=Outcome.AGREED,
        result="双方达成书面调解协议，详见（2026）木城人调字第03001号人民调解协议书。",
        mediators=("李国庆",),
        recorder="牛建军",
    ),
    "receipt": ReceiptView(
        **_head("receipt"),
        agreement=NUMBER,
        payer=SignerView(name="李㛃"),
        payee=SignerView(name="王𠮷"),
        item="第一期赔偿款",
        amount=300_000,
        method="现金",
        remaining=300_714,
        on=date(2026, 9, 15),
        witness="赵敏",
    ),
    "follow_up": FollowUpView(
        **_head("follow_up"),
        names=NAMES,
        agreement=NUMBER,
        reason="王𠮷与李㛃邻里纠纷",
        at=datetime(2026, 11, 3, 2, 0, tzinfo=UTC),
        method="上门",
        performed=Performed.YES,
        situation="渗漏已于9月18日修复，闭水试验合格；两期赔偿款均已付清。双方对调解表示满意，没有新的矛盾。",
        visitors=("李国庆",),
    ),
    "confirmation": ConfirmationView(
        **_head("confirmation"),
        applicants=(
            ApplicantView(
                role="",
                kind=PartyKind.PERSON,
                name="周敏𬱖",
                sex="女",
                ethnicity="汉族",
                age=36,
                born=date(1990, 5, 1),
                occupation="教师",
                phone="13939100031",
                identity="41081119900501404X",
                address="焦作市山阳区太行街道锦祥花园6号楼",
            ),
            ApplicantView(
                role="",
                kind=PartyKind.ORGANISATION,
                name="某银行焦作分行",
                identity="91410800MA0B7K3C7X",
                address="焦作市解放区民主路8号",
                legal_representative="高翔",
                legal_representative_post="行长",
                agents=BANK.agents,
            ),
        ),
        court="焦作市解放区人民法院",
        agreement="（2026）焦金人调字第00088号",
        agreed=date(2026, 8, 10),
        dispute="信用卡纠纷",
        facts=agreement_cases.CARD.facts,
        terms=tuple(term.text for term in agreement_cases.CARD.terms),
    ),
    "hosted": HostedView(
        **_head("hosted"),
        court="焦作市解放区人民法院",
        names=("周敏𬱖", "某银行焦作分行"),
        dispute="信用卡纠纷",
        accepted=date(2026, 7, 27),
        mediators=("张海燕",),
        place="焦作市金融纠纷诉调对接中心",
        agreed=date(2026, 8, 10),
        agreement="（2026）焦金人调字第00088号",
        effective=date(2026, 8, 10),
    ),
    "service_address": ServiceAddressView(
        **_head("service_address"),
        dispute="王𠮷与李㛃邻里纠纷",
        opposite="李㛃",
        recipient=SignerView(name="王𠮷"),
        receiver="王芳",
        address=WANG.address,
        postcode="454950",
        phone="0391-7200000",
        electronic=True,
        mobile="13839100001",
        taker="牛建军",
    ),
    "termination": TerminationView(
        **_head("termination"),
        names=NAMES,
        dispute="邻里纠纷",
        accepted=date(2026, 9, 2),
        court="武陟县人民法院",
    ),
    "decline": DeclineView(
        **_head("decline"),
        names=("王𠮷",),
        applied=date(2026, 9, 1),
        dispute="邻里纠纷",
        reasons=(DeclineReason.ALREADY_HANDLED, DeclineReason.OTHER),
        other="同一纠纷已由派出所主持达成协议。",
        advice="协议未履行的，可以向武陟县人民法院起诉。",
    ),
    "volume_notes": VolumeNotesView(
        **_head("volume_notes"), volume="王𠮷与李㛃邻里纠纷", notes="", filer="牛建军", inspector="李国庆"
    ),
    "cover": CoverView(
        **_head("cover"),
        volume="王𠮷与李㛃邻里纠纷",
        year=2026,
        mediators=("李国庆",),
        begins=date(2026, 9, 2),
        ends=date(2026, 9, 8),
        filer="牛建军",
        filed=date(2026, 11, 10),
        keeping="30年",
    ),
    "contents": ContentsView(
        **_head("contents"),
        entries=(
            ContentsEntry(paper="人民调解申请书", page="1"),
            ContentsEntry(paper="人民调解当事人权利义务告知书", page="2—3"),
            ContentsEntry(paper="当事人身份证明", page="4—5", remark="复印件"),
        ),
    ),
    "back": BackView(**_head("back"), pages=23),
    "effect_notice": EffectNoticeView(
        **_head("effect_notice"),
        names=("张喆", "刘堃", "焦作市金山建筑劳务有限公司"),
        agreement="（2026）焦非诉人调字第00217号",
        agreed=date(2026, 8, 20),
        effective=date(2026, 8, 20),
        counted=date(2026, 9, 19),
        last=date(2026, 9, 21),
        notes=("其间的2026年9月20日（星期日）为调休上班日，为稳妥起见，请在该日前提出申请。",),
        court="焦作市山阳区人民法院",
        arbitration=date(2026, 9, 4),
        arbitral="焦作市劳动人事争议仲裁委员会",
    ),
    "privacy": PrivacyView(
        **_head("privacy"),
        name="周敏𬱖",
        contact="0391-3500000",
        retention="三十年",
        sensitive=(Sensitive.ACCOUNT, Sensitive.BIOMETRIC),
    ),
    "referral_receipt": ReferralReceiptView(
        **_head("referral_receipt"),
        referral=Referral.ENTRUSTED,
        court="焦作市解放区人民法院",
        letter="（2026）委调字第15号",
        case_number="（2026）豫0803民初1024号",
        cause="信用卡纠纷",
        names=CARD_NAMES,
        claims="请求偿还信用卡欠款44,799.86元。",
        handler="赵法官",
        materials=MATERIALS,
        received=date(2026, 7, 27),
        days=15,
        last=date(2026, 8, 11),
        mediators=("张海燕",),
        receiver="李国庆",
    ),
    "consent": ConsentView(
        **_head("consent"),
        case_number="（2026）豫0803民初1024号",
        dispute="信用卡纠纷",
        parties=CARD_SIGNERS,
        jointly=True,
        mediators=("张海燕",),
    ),
    "disclosure": DisclosureView(
        **_head("disclosure"),
        at=datetime(2026, 8, 3, 7, 0, tzinfo=UTC),
        place="焦作市金融纠纷诉调对接中心",
        dispute="信用卡纠纷",
        case_number="（2026）豫0803民初1024号",
        mediators=("张海燕",),
        clear=False,
        relation="调解员曾在某银行焦作分行办理过住房贷款，已结清。",
        opinion=Opinion.AGREES,
        result="双方知悉后同意继续由张海燕调解。",
        parties=CARD_SIGNERS,
    ),
    "extension": ExtensionView(
        **_head("extension"),
        parties=CARD_SIGNERS,
        dispute="信用卡纠纷",
        case_number="（2026）豫0803民初1024号",
        started=date(2026, 7, 27),
        until=date(2026, 8, 11),
        days=30,
        extended=date(2026, 9, 10),
        reason="双方正在核对利息计算。",
        mediators=("张海燕",),
    ),
    "undisputed": UndisputedView(
        **_head("undisputed"),
        dispute="信用卡纠纷",
        case_number="（2026）豫0803民初1024号",
        parties=CARD_SIGNERS,
        on=date(2026, 8, 3),
        facts=("计至2026年7月31日，欠款本金38,650.00元；", "利息4,217.36元；", "违约金1,932.50元。"),
        mediators=("张海燕",),
        recorder="李国庆",
    ),
    "court_report": CourtReportView(
        **_head("court_report"),
        court="焦作市解放区人民法院",
        case_number="（2026）豫0803民初1024号",
        cause="信用卡纠纷",
        names=CARD_NAMES,
        mediators=("张海燕",),
        received=date(2026, 7, 27),
        ended=date(2026, 8, 11),
        reasons=(TerminationReason.FAR_APART, TerminationReason.OTHER),
        other="一方撤回减免方案",
        facts=agreement_cases.CARD.facts,
        hints="双方对本金、利息、违约金数额无争议，争议在减免幅度。",
        materials=MATERIALS,
        taker="赵法官",
    ),
    "court_summary": CourtSummaryView(
        **_head("court_summary"),
        case_number="（2026）豫0803民初1024号",
        cause="信用卡纠纷",
        names=CARD_NAMES,
        mediators=("张海燕",),
        received=date(2026, 7, 27),
        ended=date(2026, 8, 11),
        steps=(
            Step(on=date(2026, 8, 3), what="第一次调解，记载无争议事实。"),
            Step(on=date(2026, 8, 10), what="第二次调解，未达成协议。"),
        ),
        reasons=(TerminationReason.FAR_APART,),
        issues="违约金和利息的减免幅度。",
        track=Track.SMALL_CLAIMS,
        advice="标的额较小，事实清楚。",
        filler="李国庆",
    ),
    "false_mediation": FalseMediationView(
        **_head("false_mediation"),
        court="焦作市解放区人民法院",
        case_number="（2026）豫0803民初1090号",
        names=("甲某", "乙某"),
        dispute="民间借贷纠纷",
        suspended=date(2026, 8, 18),
        facts="双方对借款经过的陈述前后不一，无转账凭证，急于取得确认裁定，乙某另有案件正在执行。",
        measures="当日中止调解，告知双方虚假调解的法律后果。",
        enclosed=("调解记录一份；", "借条复印件一份。"),
        mediators=("张海燕",),
    ),
}

_AT_LENGTH = {
    "agreement": "facts",
    "oral_agreement": "facts",
    "application": "facts",
    "registration": "facts",
    "attorney": "further",
    "inquiry": "minutes",
    "evidence": "items",
    "meeting": "minutes",
    "receipt": "act",
    "follow_up": "situation",
    "confirmation": "terms",
    "hosted": "dispute",
    "service_address": "address",
    "termination": "reason",
    "decline": "other",
    "volume_notes": "notes",
    "cover": "note",
    "contents": "entries",
    "effect_notice": "notes",
    "privacy": "contact",
    "referral_receipt": "claims",
    "disclosure": "relation",
    "extension": "reason",
    "undisputed": "facts",
    "court_report": "facts",
    "court_summary": "steps",
    "false_mediation": "facts",
}
_MANY = {
    "court_summary": Step(what=LONG),
    "evidence": EvidenceItem(name="照片", proves=LONG),
    "contents": ContentsEntry(paper="证据", remark=LONG),
}


def long_case(key: str) -> Printable:
    """The short case with 20,000 characters in its longest text, or forty people where there is none."""
    view: Any = SHORT[key]
    if key in _MANY:
        return replace(view, **{_AT_LENGTH[key]: (*getattr(view, _AT_LENGTH[key]) * 30, _MANY[key])})
    if key == "back":
        return view
    if key == "receipt":
        view = replace(view, item="", method="", amount=None)
    if key in _AT_LENGTH:
        value: Any = LONG
        if isinstance(getattr(view, _AT_LENGTH[key]), tuple):
            value = (LONG, *getattr(view, _AT_LENGTH[key]))
        return replace(view, **{_AT_LENGTH[key]: value})
    field = next(name for name in ("parties", "holders", "sheets") if hasattr(view, name))
    first = getattr(view, field)[0]
    return replace(view, **{field: tuple(replace(first, name=f"当事人{place}") for place in range(40))})


def blank_case(kind: PaperKind[Any]) -> Printable:
    """The empty form with a leased number."""
    head = _head(kind.wording)
    return blank_form(kind, centre=CENTRE, issued=ISSUED, wording=head["wording"], number=NUMBER)


ALL: dict[tuple[str, str], Printable] = {
    **{(key, "short"): view for key, view in SHORT.items()},
    **{(key, "long"): long_case(key) for key in SHORT},
    **{(key, "blank"): blank_case(kind) for key, kind in KINDS.items()},
}
