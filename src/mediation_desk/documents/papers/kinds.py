"""Every kind of paper, in the order of the dossier."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from mediation_desk.documents.paper import PaperKind
from mediation_desk.documents.papers.application import APPLICATION
from mediation_desk.documents.papers.attorney import ATTORNEY
from mediation_desk.documents.papers.identity import IDENTITY
from mediation_desk.documents.papers.registration import REGISTRATION
from mediation_desk.documents.papers.rights import RIGHTS

_ALL: tuple[PaperKind[Any], ...] = (
    APPLICATION,
    REGISTRATION,
    RIGHTS,
    IDENTITY,
    ATTORNEY,
)

KINDS: Mapping[str, PaperKind[Any]] = MappingProxyType({kind.key: kind for kind in _ALL})
"""By key, in the order of the dossier."""
