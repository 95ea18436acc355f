"""A case's agreement as its paper shows it: the plain view that is laid out, frozen and stored."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from mediation_desk.actions.agreements import copies_of, name_of
from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.centre_wording import words_for
from mediation_desk.actions.paper_views.people import party_view
from mediation_desk.documents.agreement import PAPER
from mediation_desk.documents.agreement_view import (
    AgreementForm,
    AgreementView,
    DeclaredBlank,
    ScheduleView,
    TermView,
)
from mediation_desk.domain.dates import day_in_china
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Term
from mediation_desk.domain.terms import has_table, term_text
from mediation_desk.domain.words import N_

NO_AGREEMENT = N_("There is no agreement in this case yet.")
NO_PARTIES = N_("The case has no parties yet; an agreement is between at least two.")


def agreement_view(file: CaseFile, *, draft: int, issued: datetime, code: str, wording: str = "") -> AgreementView:
    """The agreement as it reads now. ``issued`` also fixes the day of ages when no day of agreement is given; ``wording``:
    the version it is to be in, the one in use for the case unless given.

    ``KnownProblem`` when the case has no agreement or fewer than two parties.
    """
    agreement = file.agreement
    if agreement is None:
        raise KnownProblem(NO_AGREEMENT)
    if len(file.parties) < 2:
        raise KnownProblem(NO_PARTIES)
    on = agreement.concluded_on or day_in_china(issued)

    def called(party_id: UUID) -> str:
        return name_of(file, party_id)

    return AgreementView(
        wording=wording or words_for(file, PAPER).version,
        form=AgreementForm(agreement.form),
        number=agreement.number,
        centre=file.centre.name,
        parties=tuple(party_view(file, entry, on) for entry in file.parties),
        facts=agreement.facts,
        terms=tuple(_term(term, called) for term in file.terms),
        performance=agreement.method,
        copies=copies_of(file).sentence(),
        mediators=file.mediator_names(agreement.mediator_ids),
        recorder=agreement.recorder,
        declared_blanks=tuple(DeclaredBlank(char=c) for c in agreement.blanks),
        draft=draft,
        issued=issued,
        code=code,
    )


def _term(term: Term, called: Callable[[UUID], str]) -> TermView:
    if not has_table(term):
        return TermView(text=term_text(term, called))
    parts = tuple((part.due, part.amount) for part in term.schedule)
    obligees = "、".join(called(party_id) for party_id in term.obligee_ids)
    return TermView(text=term_text(term, called), schedules=(ScheduleView(obligee=obligees, instalments=parts),))
