"""Papers that the dossier must have, papers that no longer stand, and signed copies that are not there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.dossier_plan import OPENING, wanted
from mediation_desk.actions.paper_slots import AGREEMENT
from mediation_desk.actions.papers_at_hand import AtHand, must, papers_at_hand
from mediation_desk.actions.selfcheck.checked import EFFECT, FORMS, REVIEW, Checked
from mediation_desk.domain.finding import Severity
from mediation_desk.domain.stages import Stage
from mediation_desk.domain.words import N_, Say
from mediation_desk.reference.codes import table
from mediation_desk.reference.language import chosen

PAPERS = "papers"
_WITHOUT = frozenset({Stage.FAILED, Stage.WITHDRAWN, Stage.DECLINED, Stage.REFERRED_OUT})
_NEVER_BEGUN = frozenset({Stage.DECLINED, Stage.REFERRED_OUT})
_ENDINGS = {"termination": (Stage.FAILED, Stage.WITHDRAWN), "decline": (Stage.DECLINED,)}
_BASIS = {
    AGREEMENT: EFFECT,
    "termination": "人民调解法第二十六条",
    "decline": "人民调解工作若干规定第二十二条",
}


def completeness(file: CaseFile) -> Iterator[Checked]:
    """Mandatory papers, then what was issued and moved, then signed copies."""
    found = papers_at_hand(file)
    yield from _mandatory(file, found)
    asked = {(slot.kind, slot.record.id) for slot in wanted(file)}
    for one in found:
        values: dict[str, object] = {"paper": _name(one)}
        if one.paper is not None and not one.stands:
            yield Checked(
                Say(N_("{paper}: the record was changed after it was issued."), values), REVIEW, PAPERS, one.kind
            )
        elif (
            one.paper is None
            and one.slot is not None
            and (one.kind, one.slot.record.id) in asked
            and not must(one.kind)
        ):
            said = Say(N_("{paper}: not issued yet."), values)
            yield Checked(said, FORMS, PAPERS, one.kind, severity=Severity.HINT)
        if one.paper is not None and one.to_sign and not one.scanned:
            said = Say(N_("{paper}: the signed copy is not scanned."), values)
            yield Checked(said, REVIEW, PAPERS, one.kind, severity=Severity.HINT)


def _name(one: AtHand) -> str:
    name = table("paper_kind")[one.kind].name(chosen())
    return f"{name}（{one.slot.called}）" if one.slot and one.slot.called else name


def _mandatory(file: CaseFile, found: Sequence[AtHand]) -> Iterator[Checked]:
    issued = {one.kind for one in found if one.paper is not None}
    for kinds in _required(file):
        if issued.isdisjoint(kinds):
            names = " / ".join(table("paper_kind")[kind].name(chosen()) for kind in kinds)
            said = Say(N_("{paper}: must be in the dossier and is not issued."), {"paper": names})
            lacking = next((one.lacking[0] for one in found if one.kind == kinds[0] and one.lacking), None)
            page, field = (lacking.page, lacking.field) if lacking else (PAPERS, kinds[0])
            yield Checked(said, _BASIS.get(kinds[0], FORMS), page, field)


def _required(file: CaseFile) -> Iterator[tuple[str, ...]]:
    """Kinds of which one must be there (必须), each with those that do as well."""
    opening = tuple(entry.code for entry in table("paper_kind").where("either", OPENING))
    yield opening
    if file.stage in _NEVER_BEGUN:
        yield from ((kind,) for kind, stages in _ENDINGS.items() if file.stage in stages)
        return
    for entry in table("paper_kind").where("must", "yes"):
        if entry.attributes.get("bound") == "yes" or entry.code in opening:
            continue
        if entry.code != AGREEMENT or file.stage not in _WITHOUT:
            yield (entry.code,)
    for kind, stages in _ENDINGS.items():
        if file.stage in stages:
            yield (kind,)
