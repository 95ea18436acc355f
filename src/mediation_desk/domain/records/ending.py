"""A mediation that does not begin, or ends without agreement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from mediation_desk.domain.fields import CaseRecord, Facet
from mediation_desk.domain.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class NonAcceptance(CaseRecord):
    """不予受理 (人民调解工作若干规定 Art. 22; 人民调解法 Art. 17)."""

    kind: ClassVar[str] = "non_acceptance"
    on: Annotated[date | None, Facet("when", N_("Declined on"))] = None
    reason: Annotated[str, Facet("reason", N_("Reason for not accepting"), codes="decline_reason")] = ""
    explanation: Annotated[str, Facet("explanation", N_("Explanation"))] = ""
    advice: Annotated[str, Facet("advice", N_("Where to turn"))] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Termination(CaseRecord):
    """终止调解 (人民调解法 Art. 26; 在线调解规则 Arts. 21, 25). What a court is told beside: the issues, the procedure that
    suits (繁简分流), and conduct that made the dispute dearer (法释〔2016〕14号 Art. 26)."""

    kind: ClassVar[str] = "termination"
    on: Annotated[date | None, Facet("when", N_("Ended on"))] = None
    reasons: Annotated[tuple[str, ...], Facet("reason", N_("Reasons for ending"), codes="termination_reason")] = ()
    explanation: Annotated[str, Facet("explanation", N_("Explanation"))] = ""
    issues: Annotated[str, Facet("issues", N_("Issues in dispute"))] = ""
    track: Annotated[str, Facet("track", N_("Procedure advised"), codes="trial_track")] = ""
    conduct: Annotated[str, Facet("conduct", N_("Conduct that raised the cost"))] = ""
