"""调解协议生效告知书: goes with an agreement in effect (domain §§2, 7.1)."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.due import LABOUR, Missing, deadline_rule_of
from mediation_desk.actions.paper_views.people import names
from mediation_desk.actions.paper_views.source import Head, PaperSource, each_party
from mediation_desk.documents.papers.effect_notice import EffectNoticeView
from mediation_desk.domain.deadlines import Deadline, override
from mediation_desk.domain.finding import Severity
from mediation_desk.domain.records import Agreement
from mediation_desk.domain.words import N_, Say
from mediation_desk.reference.deadlines import arbitration_review_last_day, confirmation_last_day
from mediation_desk.reference.language import printed


def _records(file: CaseFile) -> list[Agreement]:
    effect = file.effect
    return [file.agreement] if file.agreement is not None and effect is not None and effect.on is not None else []


def last_day_of_confirmation(file: CaseFile) -> Deadline:
    """The last day to apply together, the centre's own where it set one. Only for an agreement in effect."""
    agreement, effect = file.agreement, file.effect
    assert agreement is not None and effect is not None and effect.on is not None
    deadline = confirmation_last_day(effect.on)
    return override(deadline, agreement.confirm_by) if agreement.confirm_by else deadline


def _view(file: CaseFile, agreement: Agreement, head: Head) -> EffectNoticeView:
    effect = file.effect
    assert effect is not None and effect.on is not None
    deadline = last_day_of_confirmation(file)
    labour = deadline_rule_of(file) == LABOUR
    return EffectNoticeView(
        **head.fields(),
        names=names(file),
        agreement=agreement.number,
        agreed=agreement.concluded_on,
        effective=effect.on,
        counted=deadline.counted,
        last=deadline.last,
        notes=tuple(_notes(deadline)),
        court=agreement.court,
        arbitration=arbitration_review_last_day(effect.on).last if labour else None,
    )


def _notes(deadline: Deadline) -> Iterator[str]:
    """The warnings only: that the day moved past a rest is the reckoning's own sentence."""
    yield from (printed(note) for note in deadline.notes if note.severity is Severity.WARN)


SOURCE = PaperSource(
    "effect_notice",
    _records,
    _view,
    absent=Missing(Say(N_("The agreement is not in effect yet")), "signing"),
    copies=each_party,
)
