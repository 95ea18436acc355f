"""Days in the wrong order, periods that have passed, visits that are due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.paper_views.effect_notice import last_day_of_confirmation
from mediation_desk.actions.selfcheck.checked import REVIEW, Checked
from mediation_desk.domain.consistency import CaseDays, day_findings
from mediation_desk.domain.dates import day_in_china
from mediation_desk.domain.finding import Severity
from mediation_desk.domain.records.following import JUDICIAL
from mediation_desk.domain.words import N_, Say

VISIT_AFTER = timedelta(days=30)
"""No law counts the days until a visit; a month after the last performance is the latest that reviewers accept."""
_LOGIC = "人民调解工作若干规定第三十三条；卷宗评查要求（日期前后一致）"
_CONFIRM = "人民调解法第三十三条；民事诉讼法第二百零五条"
_SUPERVISE = "人民调解法第三十一条"


def days(file: CaseFile, today: date) -> Iterator[Checked]:
    """Days of the case that contradict each other."""
    signings = file.standing_signings
    order = CaseDays(
        applied=file.case.applied_on,
        accepted=file.case.accepted_on,
        meetings=tuple(day_in_china(m.at) for m in file.meetings if m.at),
        agreed=file.agreement.concluded_on if file.agreement else None,
        signings=tuple(s.on for s in signings),
    )
    for finding in day_findings(order, today):
        yield Checked(finding, _LOGIC, "case", "accepted_on", severity=finding.severity)
    accepted = file.case.accepted_on
    for place, inquiry in enumerate(file.inquiries, start=1):
        if accepted and inquiry.at and day_in_china(inquiry.at) < accepted:
            said = Say(N_("Inquiry {place} lies before the acceptance."), {"place": place})
            yield Checked(said, _LOGIC, "inquiries", "at", place)
    yield from _after_effect(file)


def _after_effect(file: CaseFile) -> Iterator[Checked]:
    effect = file.effect
    if effect is None or effect.on is None:
        return
    for place, visit in enumerate(file.follow_ups, start=1):
        if visit.at and day_in_china(visit.at) < effect.on:
            said = Say(N_("Visit {place} lies before the agreement took effect."), {"place": place})
            yield Checked(said, _LOGIC, "follow_ups", "at", place)
    for place, applied in enumerate(file.confirmations, start=1):
        if applied.way != JUDICIAL or applied.applied_on is None:
            continue
        last = last_day_of_confirmation(file).last
        if applied.applied_on > last:
            said = Say(
                N_("Confirmation was asked for on {on}, after the last day {last}."),
                {"on": applied.applied_on, "last": last},
            )
            yield Checked(said, _CONFIRM, "confirmations", "applied_on", place)
        elif applied.applied_on < effect.on:
            said = Say(
                N_("Confirmation was asked for on {on}, before the agreement took effect."), {"on": applied.applied_on}
            )
            yield Checked(said, _CONFIRM, "confirmations", "applied_on", place)


def visits(file: CaseFile, today: date) -> Iterator[Checked]:
    """A visit after the last day of performance, in time; and what performance says."""
    effect = file.effect
    if effect is None or effect.on is None:
        return
    due = [t.due for t in file.terms if t.due] + [p.due for t in file.terms for p in t.schedule]
    last = max(due, default=effect.on)
    seen = [day_in_china(v.at) for v in file.follow_ups if v.at]
    if today > last + VISIT_AFTER and not any(on >= last for on in seen):
        said = Say(N_("The last day of performance was {last}; no visit since."), {"last": last})
        yield Checked(said, _SUPERVISE, "follow_ups")
    elif not seen and today > min(due, default=effect.on):
        said = Say(N_("No visit has been recorded yet."))
        yield Checked(said, REVIEW, "follow_ups", severity=Severity.HINT)
