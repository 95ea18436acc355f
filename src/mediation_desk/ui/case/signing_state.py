"""How far the signing has come: in words and colour, with what is lacking or from which day it is in effect."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from mediation_desk.actions.agreement_paper import NO_AGREEMENT
from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.due import due_after_effect
from mediation_desk.actions.signers import committee_of, mediators_of, parties_of
from mediation_desk.actions.signing import CHANGED_SINCE, NOT_ISSUED, ORAL_NEEDS_NONE
from mediation_desk.domain.effect import STATE_LABELS, Effect, EffectState
from mediation_desk.domain.records.agreement import ORAL
from mediation_desk.domain.words import N_
from mediation_desk.reference.language import _, listed
from mediation_desk.ui.case.due_lines import add_due
from mediation_desk.ui.case.issuing import standing_paper
from mediation_desk.ui.case.stamp import Stamp
from mediation_desk.ui.look.gaps import column
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.badge import Badge
from mediation_desk.ui.parts.button import Button
from mediation_desk.ui.parts.flow import FlowLayout
from mediation_desk.ui.parts.words import Words, quiet

SEAL_LACKS = N_("All have signed. It is in effect from the day on which the committee's seal is affixed.")
_TONES = {
    EffectState.UNSIGNED: Tone.PLAIN,
    EffectState.PARTLY_SIGNED: Tone.SOON,
    EffectState.AWAITING_SEAL: Tone.SOON,
    EffectState.REFUSED: Tone.STOP,
}


def before_signing(file: CaseFile) -> str:
    """Why nobody can sign yet; empty when they can."""
    if file.agreement is None:
        return _(NO_AGREEMENT)
    if file.agreement.form == ORAL:
        return _(ORAL_NEEDS_NONE)
    if standing_paper(file) is None:
        return _(CHANGED_SINCE) if file.paper is not None else _(NOT_ISSUED)
    return ""


class SigningState(QWidget):
    """Made anew for each state of the case. ``to_agreement`` is what the button does when nobody can sign yet."""

    def __init__(self, file: CaseFile, today: date, to_agreement: Callable[[], object]) -> None:
        super().__init__()
        inside = column(self, 0, 8)
        effect = file.effect
        lacks = before_signing(file)
        if effect is not None and effect.state is EffectState.EFFECTIVE and effect.on is not None:
            row = FlowLayout(gap=12)
            row.add(Stamp(_("In effect from {day}").format(day=effect.on)))
            inside.addLayout(row)
            if file.agreement is not None and file.agreement.form == ORAL:
                inside.addWidget(quiet(_(ORAL_NEEDS_NONE), wrap=True))
            add_due(inside, due_after_effect(file), today)
            inside.addWidget(quiet(_reckoning(effect.on), wrap=True))
        elif lacks:
            inside.addWidget(Words(lacks, wrap=True))
            button = Button(_("To the agreement"))
            button.clicked.connect(lambda: to_agreement())
            row = FlowLayout()
            row.add(button)
            inside.addLayout(row)
        elif effect is not None:
            row = FlowLayout()
            row.add(Badge(_(STATE_LABELS[effect.state]), _TONES[effect.state]))
            inside.addLayout(row)
            inside.addWidget(quiet(_lacking(file, effect), wrap=True))


def _reckoning(effective: date) -> str:
    return _("The day of effect itself is not counted: counting begins on {day}.").format(
        day=effective + timedelta(days=1)
    )


def _lacking(file: CaseFile, effect: Effect) -> str:
    if effect.state is EffectState.AWAITING_SEAL:
        return _(SEAL_LACKS)
    names = [s.name for s in (*parties_of(file), *mediators_of(file)) if not s.done]
    if not committee_of(file).done:
        names.append(_("the committee's seal"))
    return _("Still lacking: {names}").format(names=listed(names))
