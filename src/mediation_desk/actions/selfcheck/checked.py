"""One thing that a check found."""

from __future__ import annotations

from dataclasses import dataclass

from mediation_desk.domain.finding import Severity
from mediation_desk.domain.words import Say

FORMS = "司发通〔2010〕239号（人民调解文书格式、卷内目录）"
EFFECT = "人民调解法第二十九条"
REVIEW = "县级司法行政机关卷宗评查要求（法律、文书、证据、签名盖章、回访、装订）"


@dataclass(frozen=True, slots=True)
class Checked:
    """The sentence, the rule it rests on (in the words of the law), and where it is put right: ``page`` and ``field`` of
    the workspace, and the record on that page (``place``, from 1; 0 where the page is one). Nothing is blocked."""

    what: Say
    basis: str
    page: str
    field: str = ""
    place: int = 0
    severity: Severity = Severity.WARN
