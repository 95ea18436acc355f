"""What a document asks to be written: every record it makes or changes, or all its faults."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from mediation_desk.actions.case_document.directory import Directory, Names, Register
from mediation_desk.actions.case_document.dossier_lists import DOSSIER_LISTS
from mediation_desk.actions.case_document.entries import R, Slot, Step, entry, left_out, matched, positions, steps_of
from mediation_desk.actions.case_document.numbering import with_number
from mediation_desk.actions.case_document.planning_agreement import agreement_steps
from mediation_desk.actions.case_document.problems import Faults
from mediation_desk.actions.case_document.rules import check_filled, check_refs
from mediation_desk.actions.case_document.shape import CaseDocument
from mediation_desk.actions.case_document.shape_base import Entry
from mediation_desk.actions.case_document.showing import names_of
from mediation_desk.actions.case_document.subjects import Subjects
from mediation_desk.actions.case_document.values import Reading, values_of
from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.records import (
    Agreement,
    Case,
    Centre,
    Claim,
    Evidence,
    Inquiry,
    Meeting,
    Party,
    StageChange,
)
from mediation_desk.domain.words import Say
from mediation_desk.records.door import SIGNED, Unit, is_signed


class Planner:
    """Plans the documents of one centre within its open unit."""

    def __init__(self, seat: Seat, unit: Unit, centre: Centre, register: Register, faults: Faults) -> None:
        self._seat = seat
        self._unit = unit
        self._centre = centre
        self._register = register
        self._faults = faults
        self._subjects = Subjects(unit, centre.id, seat.desk.today)

    def plan(self, document: CaseDocument, path: str, before: CaseFile | None) -> tuple[Case, list[Step]]:
        """The case, and all writes in the order in which they may be made. ``before``: the case it amends."""
        check_filled(document, path, self._faults)
        check_refs(document.parties, path, self._faults)
        known = [p.party for p in before.parties] if before else []
        parties = self._matched(document.parties, known, f"{path}.parties")
        reading = self._reading(parties, before)
        case = self._case(document, path, before, reading)

        def listed(kind: type[R], parts: Sequence[Entry], stored: Sequence[R], name: str, ordered: bool) -> list[Step]:
            at = f"{path}.{name}"
            slots = self._matched(parts, stored, at)
            return [*steps_of(kind, slots, case, reading, ordered=ordered), *left_out(slots, stored, at)]

        return case, [
            Step(path, case, before.case if before else None),
            *listed(StageChange, document.stages, before.stages if before else (), "stages", False),
            *self._parties(parties, before, path, case, reading),
            *listed(Claim, document.claims, before.claims if before else (), "claims", True),
            *listed(Inquiry, document.inquiries, before.inquiries if before else (), "inquiries", True),
            *listed(Evidence, document.evidence, before.evidence if before else (), "evidence", True),
            *listed(Meeting, document.meetings, before.meetings if before else (), "meetings", True),
            *agreement_steps(
                document.agreement, before, f"{path}.agreement", case, reading, self._unit.new_id, self._seat.desk.today
            ),
            *(
                step
                for one in DOSSIER_LISTS
                for step in listed(one.record, getattr(document, one.name), one.stored(before), one.name, False)
            ),
        ]

    def _matched(self, parts: Sequence[Entry], stored: Sequence[R], path: str) -> list[Slot[R]]:
        return matched(parts, stored, path, self._faults, self._unit.new_id)

    def _reading(self, parties: Sequence[Slot[Party]], before: CaseFile | None) -> Reading:
        blank = Names(self._register)
        shown = names_of(before, self._register) if before else blank
        earlier = self._unit.read.find(Party, voided=True, case_id=before.case.id) if before else []
        called = Directory(
            ((s.id, s.part.ref or s.part.name) for s in parties),
            also=(p.id for p in earlier),
            formerly=((s.id, shown.parties.name_of(s.id)) for s in parties if s.was is not None),
        )
        return Reading(shown, dataclasses.replace(blank, parties=called, papers=shown.papers), self._faults)

    def _case(self, document: CaseDocument, path: str, before: CaseFile | None, reading: Reading) -> Case:
        was = before.case if before else None
        values = values_of(Case, document, was, path, reading)
        values.pop("number", None)
        if document.mediation_kind is None:
            values["mediation_kind"] = was.mediation_kind if was else self._centre.mediation_kind
        if document.rules_on is None:
            values["rules_on"] = was.rules_on if was else document.accepted_on or self._seat.desk.today
        if was is not None:
            case = dataclasses.replace(was, **values)
        else:
            values |= {"number": "", "number_year": 0, "number_infix": "", "number_serial": 0}
            case = Case(id=self._unit.new_id(), centre_id=self._centre.id, **values)
        return with_number(self._seat, self._unit, case, document.number, was, path, self._faults)

    def _parties(
        self, slots: Sequence[Slot[Party]], before: CaseFile | None, path: str, case: Case, reading: Reading
    ) -> list[Step]:
        stored = {p.party.id: p for p in before.parties} if before else {}
        steps: list[Step] = []
        for slot, position in zip(slots, positions(slots), strict=True):
            was = stored[slot.id].subject if slot.was is not None else None
            subject = self._subjects.of(slot.part, was, slot.path, reading)
            known = was if was is not None else self._unit.read.get(type(subject), subject.id)
            if not any(s.new is subject for s in steps):
                steps.append(Step(slot.path, subject, known))
            party = entry(Party, slot, case, reading, subject_id=subject.id, position=position)
            steps.append(Step(slot.path, party, slot.was))
        gone = left_out(slots, [p.party for p in stored.values()], f"{path}.parties")
        if gone and any(is_signed(self._unit.connection, a.id) for a in self._agreements(case)):
            self._faults.add(f"{path}.parties", Say(SIGNED))
        return steps + gone

    def _agreements(self, case: Case) -> list[Agreement]:
        return self._unit.read.of_case(Agreement, case.id)
