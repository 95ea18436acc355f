"""Signatures, seal, copies and numbers."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_desk.actions.agreements import copies_of
from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.due import missing_of_signing
from mediation_desk.actions.selfcheck.checked import EFFECT, REVIEW, Checked
from mediation_desk.domain.effect import EffectState, Fact
from mediation_desk.domain.finding import Severity
from mediation_desk.domain.records.agreement import ORAL
from mediation_desk.domain.words import N_, Say


def signing(file: CaseFile) -> Iterator[Checked]:
    """Who has not signed, whether the seal is there, whether every party has had its copy."""
    agreement, effect = file.agreement, file.effect
    if agreement is None or effect is None or agreement.form == ORAL:
        return
    if effect.state is not EffectState.EFFECTIVE and file.paper is not None:
        for missing in missing_of_signing(file):
            yield Checked(missing.what, EFFECT, missing.page, missing.field)
    if effect.state is EffectState.EFFECTIVE:
        had = {s.party_id for s in file.standing_signings if s.fact == Fact.DELIVERED}
        for entry in file.parties:
            if entry.party.id not in had:
                said = Say(N_("{name}: no receipt of the copy is noted."), {"name": entry.name})
                yield Checked(said, EFFECT, "signing", "delivered", severity=Severity.HINT)


def copies(file: CaseFile) -> Iterator[Checked]:
    """At least one copy a party and one for the committee, printed too."""
    paper = file.paper
    if paper is None or file.agreement is None or file.agreement.form == ORAL:
        return
    least = len(file.parties) + 1
    values: dict[str, object] = {"copies": paper.copies, "least": least}
    if paper.copies < least:
        said = Say(N_("The agreement says {copies} copies; parties and committee need {least}."), values)
        yield Checked(said, EFFECT, "agreement", "court_copy")
    printed = sum(p.copies for p in file.printings if p.paper_id == paper.id and p.printer)
    if 0 < printed < copies_of(file).total:
        values = {"printed": printed, "copies": copies_of(file).total}
        said = Say(N_("Only {printed} of {copies} copies of the agreement were printed."), values)
        yield Checked(said, EFFECT, "signing", "print", severity=Severity.HINT)


def numbers(file: CaseFile) -> Iterator[Checked]:
    """The agreement's number is the case's: visit, notice and application name it."""
    agreement = file.agreement
    if agreement is None:
        return
    if not agreement.number.strip():
        yield Checked(Say(N_("The agreement has no number.")), REVIEW, "agreement", "number")
    elif not agreement.number.startswith(file.case.number.rstrip("号")):
        values: dict[str, object] = {"number": agreement.number, "case": file.case.number}
        said = Say(N_("The agreement's number {number} is not that of the case, {case}."), values)
        yield Checked(said, REVIEW, "agreement", "number")
