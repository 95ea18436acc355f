"""Every kind of paper but the agreement and what is made when the dossier is bound, in the order of the dossier."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from mediation_desk.actions.paper_views import (
    application,
    attorney,
    confirmation,
    court,
    decline,
    effect_notice,
    evidence,
    follow_up,
    identity,
    inquiry,
    meeting,
    privacy,
    receipt,
    registration,
    rights,
    service_address,
    statements,
    termination,
    volume,
)
from mediation_desk.actions.paper_views.source import PaperSource

_ALL: tuple[PaperSource[Any], ...] = (
    volume.COVER,
    court.RECEIPT,
    application.SOURCE,
    registration.SOURCE,
    decline.SOURCE,
    rights.SOURCE,
    court.CONSENT,
    statements.DISCLOSURE,
    privacy.SOURCE,
    identity.SOURCE,
    service_address.SOURCE,
    attorney.SOURCE,
    inquiry.SOURCE,
    evidence.SOURCE,
    evidence.SHEETS,
    court.EXTENSION,
    statements.UNDISPUTED,
    meeting.SOURCE,
    termination.SOURCE,
    court.FALSE_MEDIATION,
    effect_notice.SOURCE,
    receipt.SOURCE,
    follow_up.SOURCE,
    confirmation.SOURCE,
    confirmation.HOSTED,
    termination.REPORT,
    termination.SUMMARY,
    volume.NOTES,
)

SOURCES: Mapping[str, PaperSource[Any]] = MappingProxyType({source.kind: source for source in _ALL})
"""By kind, in the order of the dossier (卷内目录)."""
