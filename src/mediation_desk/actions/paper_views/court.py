"""The court-docking papers that come before the end (domain §4.13): receipt, consent, extension, false mediation."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.due import Missing
from mediation_desk.actions.paper_views.application import claim_text
from mediation_desk.actions.paper_views.people import court_number, dispute, names, signers
from mediation_desk.actions.paper_views.source import Head, PaperSource, need, two
from mediation_desk.actions.paper_views.termination import COURT_KINDS
from mediation_desk.documents.papers.consent import ConsentView
from mediation_desk.documents.papers.extension import ExtensionView
from mediation_desk.documents.papers.false_mediation import FalseMediationView
from mediation_desk.documents.papers.handed import Material
from mediation_desk.documents.papers.referral_receipt import Referral as Way
from mediation_desk.documents.papers.referral_receipt import ReferralReceiptView
from mediation_desk.domain.deadlines import Deadline
from mediation_desk.domain.records import Case, Referral, StageChange
from mediation_desk.domain.records.referral import IN
from mediation_desk.domain.stages import Stage
from mediation_desk.domain.words import N_, Say
from mediation_desk.reference.codes import table
from mediation_desk.reference.deadlines import deadline_rule, last_day_of, mediation_last_day


def _sent(file: CaseFile) -> list[Referral]:
    return [r for r in file.referrals if r.direction == IN and r.referral_kind in COURT_KINDS]


def _receipt_lacking(_file: CaseFile, sent: Referral) -> Iterator[Missing]:
    yield from need(sent.body.strip(), N_("Court that sent the case missing"), "referrals", "body")
    yield from need(sent.signed_for_on, N_("Day on which it was signed for missing"), "referrals", "signed_for_on")


def _receipt(file: CaseFile, sent: Referral, head: Head) -> ReferralReceiptView:
    rule = deadline_rule(_rule(sent), sent.signed_for_on)
    deadline = court_period(sent)
    return ReferralReceiptView(
        **head.fields(),
        referral=Way.ASSIGNED if sent.referral_kind == "assigned" else Way.ENTRUSTED,
        court=sent.body,
        letter=sent.slip,
        case_number=sent.body_number,
        cause=sent.cause or dispute(file),
        names=names(file),
        claims="；".join(claim_text(claim).rstrip("；。") for claim in file.claims),
        handler=sent.handler,
        materials=tuple(Material(material=name) for name in sent.materials),
        received=sent.signed_for_on,
        days=rule.days,
        last=deadline.last if deadline else None,
        mediators=file.mediator_names(file.case.mediator_ids),
        receiver=sent.signed_for_by,
    )


def court_period(sent: Referral) -> Deadline | None:
    """The period of what a court sent, from the day it was signed for (法释〔2016〕14号 Art. 27)."""
    if sent.signed_for_on is None or sent.referral_kind not in COURT_KINDS:
        return None
    return last_day_of(_rule(sent), sent.signed_for_on)


def _rule(sent: Referral) -> str:
    return str(table("referral_kind")[sent.referral_kind].attributes["deadline"])


def _asked(file: CaseFile) -> list[Case]:
    return [file.case] if _sent(file) and file.parties else []


def _consent(file: CaseFile, case: Case, head: Head) -> ConsentView:
    return ConsentView(
        **head.fields(),
        case_number=court_number(file),
        dispute=dispute(file),
        parties=signers(file),
        mediators=file.mediator_names(case.mediator_ids),
    )


def _extended(file: CaseFile) -> list[Case]:
    return [file.case] if file.case.finish_by else []


def _extension(file: CaseFile, case: Case, head: Head) -> ExtensionView:
    sent = next(iter(_sent(file)), None)
    started = (sent.signed_for_on if sent else None) or case.accepted_on
    deadline = court_period(sent) if sent else None
    if deadline is None and case.accepted_on:
        deadline = mediation_last_day(case.dispute_class, case.accepted_on)
    until = deadline.last if deadline else None
    return ExtensionView(
        **head.fields(),
        parties=signers(file),
        dispute=dispute(file),
        case_number=court_number(file),
        started=started,
        until=until,
        days=(case.finish_by - until).days if case.finish_by and until else None,
        extended=case.finish_by,
        mediators=file.mediator_names(case.mediator_ids),
    )


def _suspended(file: CaseFile) -> list[StageChange]:
    return [step for step in file.stages if step.stage == Stage.SUSPENDED] if _sent(file) else []


def _false_lacking(_file: CaseFile, step: StageChange) -> Iterator[Missing]:
    yield from need(step.note.strip(), N_("What looks like a false mediation is not written"), "case", "stages")


def _false(file: CaseFile, step: StageChange, head: Head) -> FalseMediationView:
    sent = _sent(file)[0]
    return FalseMediationView(
        **head.fields(),
        court=sent.body,
        case_number=sent.body_number,
        names=names(file),
        dispute=dispute(file),
        suspended=step.on,
        facts=step.note,
        mediators=file.mediator_names(file.case.mediator_ids),
    )


_NOT_SENT = Missing(Say(N_("No court sent this case")), "referrals")
RECEIPT = PaperSource("referral_receipt", _sent, _receipt, absent=_NOT_SENT, lacking=_receipt_lacking, copies=two)
CONSENT = PaperSource("consent", _asked, _consent, absent=_NOT_SENT)
EXTENSION = PaperSource(
    "extension",
    _extended,
    _extension,
    absent=Missing(Say(N_("No later day was agreed for the mediation")), "case", "finish_by"),
)
FALSE_MEDIATION = PaperSource(
    "false_mediation",
    _suspended,
    _false,
    absent=Missing(Say(N_("No mediation that a court sent was suspended")), "case", "stages"),
    lacking=_false_lacking,
    copies=two,
)
