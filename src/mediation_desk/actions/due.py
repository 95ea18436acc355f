"""What is due in a case, and what is still missing: shown at the right of its dossier."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from mediation_desk.actions.case_file import CaseFile, PartyEntry
from mediation_desk.domain.age import full_years
from mediation_desk.domain.consistency import CaseDays, PartyFacts, day_findings, party_findings
from mediation_desk.domain.dates import day_in_china
from mediation_desk.domain.deadlines import Deadline, override
from mediation_desk.domain.effect import EffectState
from mediation_desk.domain.records.agreement import ORAL
from mediation_desk.domain.records.party import APPLICANT, PERSON, RESPONDENT
from mediation_desk.domain.rest_days import rest_day_hints
from mediation_desk.domain.stages import ENDED, Stage
from mediation_desk.domain.words import N_, Say
from mediation_desk.reference.calendar import holiday_table
from mediation_desk.reference.codes import table
from mediation_desk.reference.deadlines import arbitration_review_last_day, confirmation_last_day, mediation_last_day

LABOUR = "labour"


@dataclass(frozen=True, slots=True)
class Due:
    """Something with a last day. ``met``: it no longer presses."""

    what: Say
    deadline: Deadline
    met: bool = False

    def presses(self, today: date, within: timedelta) -> bool:
        """Whether it comes within ``within``, or has passed by no more than that."""
        return not self.met and abs(self.deadline.last - today) <= within

    def days_left(self, today: date) -> int:
        """Days until the last day; negative when it has passed."""
        return (self.deadline.last - today).days


@dataclass(frozen=True, slots=True)
class Missing:
    """Something the dossier still needs: the sentence, and the page and field where it is filled in."""

    what: Say
    page: str
    field: str = ""
    pressing: bool = False


def due_of(file: CaseFile) -> list[Due]:
    """The periods that run in this case, in the order of their last days."""
    out = []
    case = file.case
    stages = {s.stage for s in file.steps}
    agreed = bool(stages & {Stage.AGREED, Stage.AGREED_ORALLY})
    if case.accepted_on:
        deadline = mediation_last_day(case.dispute_class, case.accepted_on)
        if case.finish_by:
            deadline = override(deadline, case.finish_by)
        out.append(Due(Say(N_("Period of mediation")), deadline, met=agreed or file.stage in ENDED))
    out += due_after_effect(file)
    return sorted(out, key=lambda d: (d.met, d.deadline.last))


def due_after_effect(file: CaseFile) -> list[Due]:
    """The periods that an agreement in effect sets going; none before that."""
    effect = file.effect
    if effect is None or effect.state is not EffectState.EFFECTIVE or effect.on is None:
        return []
    deadline = confirmation_last_day(effect.on)
    if file.agreement and file.agreement.confirm_by:
        deadline = override(deadline, file.agreement.confirm_by)
    over = file.stage in (Stage.ENFORCING, Stage.ARCHIVED)
    out = [Due(Say(N_("Joint application for judicial confirmation")), deadline, met=over)]
    if deadline_rule_of(file) == LABOUR:
        review = arbitration_review_last_day(effect.on)
        out.append(Due(Say(N_("Joint application for arbitration review")), review, met=over))
    return out


def deadline_rule_of(file: CaseFile) -> str:
    """The rule of the period of mediation that the class of the dispute asks for (table ``dispute_class``)."""
    classes = table("dispute_class")
    known = file.case.dispute_class in classes
    return str(classes[file.case.dispute_class].attributes["deadline"]) if known else ""


def missing_of(file: CaseFile, today: date) -> list[Missing]:
    """What the dossier still needs, in the order of its pages. Advice only: nothing is blocked by it."""
    return [*_of_case(file, today), *_of_parties(file), *_of_meetings(file), *_of_agreement(file)]


def _of_case(file: CaseFile, today: date) -> Iterator[Missing]:
    case = file.case
    if not case.dispute_class:
        yield Missing(Say(N_("Dispute class not chosen")), "case", "dispute_class")
    if not case.facts.strip():
        yield Missing(Say(N_("Facts of the dispute not written")), "case", "facts")
    if not case.accepted_on:
        yield Missing(Say(N_("Not accepted yet")), "case", "accepted_on")
    if case.risks and not case.risk_report.strip():
        yield Missing(Say(N_("Risk of escalation: note to whom it was reported")), "case", "risk_report", pressing=True)
    signings = file.standing_signings
    days = CaseDays(
        applied=case.applied_on,
        accepted=case.accepted_on,
        meetings=tuple(day_in_china(m.at) for m in file.meetings if m.at),
        agreed=file.agreement.concluded_on if file.agreement else None,
        signings=tuple(s.on for s in signings),
    )
    for finding in day_findings(days, today):
        yield Missing(finding, "case", "accepted_on", pressing=True)


def _of_parties(file: CaseFile) -> Iterator[Missing]:
    sides = {p.party.side for p in file.parties}
    if APPLICANT not in sides:
        yield Missing(Say(N_("No applicant yet")), "parties")
    if RESPONDENT not in sides:
        yield Missing(Say(N_("No respondent yet")), "parties")
    if not file.claims:
        yield Missing(Say(N_("No claim written yet")), "claims")
    on = file.agreement.concluded_on if file.agreement else None
    for entry in file.parties:
        if entry.subject.subject_kind != PERSON or on is None:
            continue
        facts = PartyFacts(
            born=entry.subject.born_on,
            limited=entry.party.limited,
            guardian=bool(entry.party.guardian),
            document=bool(entry.subject.document_number),
        )
        for finding in party_findings(facts, on):
            yield Missing(Say(N_("{name}: {what}"), {"name": entry.name, "what": finding}), "parties")


def _of_meetings(file: CaseFile) -> Iterator[Missing]:
    if not file.meetings and file.stage in (Stage.ACCEPTED, Stage.INFORMED, Stage.INQUIRING, Stage.MEDIATING):
        yield Missing(Say(N_("No meeting recorded yet")), "meetings")
    for number, meeting in enumerate(file.meetings, start=1):
        if not meeting.result:
            yield Missing(Say(N_("Meeting {number}: result not chosen"), {"number": number}), "meetings", "result")
        if not meeting.minutes.strip():
            yield Missing(Say(N_("Meeting {number}: record not written"), {"number": number}), "meetings", "minutes")


def _of_agreement(file: CaseFile) -> Iterator[Missing]:
    agreement, effect = file.agreement, file.effect
    if agreement is None or effect is None:
        return
    if not file.terms:
        yield Missing(Say(N_("The agreement has no terms yet")), "agreement", "terms")
    if agreement.concluded_on is None:
        yield Missing(Say(N_("The day on which the agreement was reached is missing")), "agreement", "concluded_on")
    if effect.state is not EffectState.EFFECTIVE:
        hints = rest_day_hints(_due_days(file), holiday_table())
        yield from (Missing(hint, "agreement", "terms") for hint in hints)
    if agreement.form == ORAL:
        return
    if file.paper is None:
        yield Missing(Say(N_("The agreement has not been issued")), "agreement", "issue")
    elif effect.state is not EffectState.EFFECTIVE:
        yield from missing_of_signing(file)


def missing_of_signing(file: CaseFile) -> Iterator[Missing]:
    """Whose signature and which seal an agreement that is not in effect still needs."""
    effect = file.effect
    assert effect is not None
    for who in effect.missing:
        name = next((p.name for p in file.parties if p.party.id == who), None)
        if name is None:
            name = next((m.name for i, m in file.mediators.items() if i == who), "")
        refused = who in effect.refused_by
        text = N_("{name} refused to sign") if refused else N_("{name} has not signed")
        yield Missing(Say(text, {"name": name}), "signing", pressing=True)
    if effect.seal_missing:
        text = N_("Committee's seal not affixed: the agreement is not in effect yet")
        yield Missing(Say(text), "signing", "seal", pressing=effect.state is EffectState.AWAITING_SEAL)


def _due_days(file: CaseFile) -> list[date]:
    days = {t.due for t in file.terms if t.due} | {p.due for t in file.terms for p in t.schedule}
    return sorted(days)


def age_of(entry: PartyEntry, on: date) -> int | None:
    """A person's age in full years on a day; ``None`` for an organisation or when the birth date is not known."""
    return full_years(entry.subject.born_on, on) if entry.subject.born_on else None
