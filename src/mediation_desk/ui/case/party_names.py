"""A remark beneath a name that looks odd. Nothing is ever refused: names are as they are on the card."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from mediation_desk.domain.finding import Severity
from mediation_desk.domain.names import name_findings
from mediation_desk.reference.language import say
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.line_field import LineField


def remark_on_name(line: QWidget, person: Callable[[], bool]) -> None:
    """Look at the name whenever it has been typed; only a person's."""
    assert isinstance(line, LineField)

    def look() -> None:
        findings = name_findings(line.value()) if person() else ()
        warns = any(f.severity is Severity.WARN for f in findings)
        line.remark("\n".join(say(f) for f in findings), Tone.SOON if warns else Tone.PLAIN)

    line.committed.connect(look)
